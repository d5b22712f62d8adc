"""The list of guests as a file, CSV or XLSX."""

from collections.abc import Iterator, Mapping

from django.urls import reverse

from jurdil.kernel.imports import (
    FaultLike,
    Importer,
    Option,
    PublishResult,
    Source,
    StagedRow,
    register,
)
from jurdil.kernel.imports.staging import taken
from jurdil.kernel.models import ImportBatch
from jurdil.kernel.viewer import Viewer
from jurdil.law.text import Text
from jurdil.meetings import guest_list, queries, store
from jurdil.meetings.actions.inviting import OPEN_LIST
from jurdil.meetings.records import NewGuest

KNOWN = "sudah-diundang"
MEETING, MEND = "rapat", "gelar"


def _meetings(viewer: Viewer) -> list[tuple[str, Text]]:
    """Meetings that take guests."""
    rows = queries.meetings(viewer.about(None), past=False).rows
    return [(str(row.id), Text(row.title, row.title)) for row in rows]


@register
class GuestImport(Importer):
    """People to invite to one meeting."""

    kind = "tamu-rapat"
    right = "meetings.invite"
    title = Text("Daftar tamu rapat", "Guests of a meeting")
    layout = Text(
        "Kolom nama dan instansi; boleh ditambah no, jabatan, divisi, wilayah, jk (L atau P). Nama "
        "ditulis dengan gelarnya, misalnya “Dr. Contoh Nama, S.H.”.",
        "Columns nama and instansi; optional no, jabatan, divisi, wilayah, jk (L or P). Names with "
        "their titles, such as “Dr. Contoh Nama, S.H.”.",
    )
    needs_election = False
    options = (
        Option(MEETING, Text("Rapat", "Meeting"), choices=_meetings, required=True),
        Option(
            MEND,
            Text("Tulis gelar menurut usulan", "Write titles as proposed"),
            Text("“SH MH” menjadi “S.H., M.H.”.", "“SH MH” becomes “S.H., M.H.”."),
        ),
    )
    reasons = {
        KNOWN: Text("Sudah ada pada daftar undangan rapat ini.", "On the list of guests already."),
    }

    def read(self, source: Source) -> Iterator[StagedRow | FaultLike]:
        meeting = queries.meeting(source.viewer, int(source.options[MEETING]))
        listed = {
            store.person_key(row.name, row.institution)
            for row in queries.attendance(source.viewer, meeting.row.id).rows
        }
        for found in guest_list.read_sheet(source.content, mend=bool(source.options.get(MEND))):
            if not isinstance(found, tuple):
                yield found
                continue
            number, guest = found
            key = store.person_key(guest.name, guest.institution)
            code = KNOWN if key in listed else ""
            yield StagedRow(number, str(number), vars(guest), take=not code, code=code)

    def publish(self, batch: ImportBatch, by: Viewer) -> PublishResult:
        meeting = store.meeting_for(by, int(batch.options[MEETING]))
        store.require_alive(meeting, *OPEN_LIST)
        made = store.put_on_list(meeting, [NewGuest(**row.data) for row in taken(batch)])
        return PublishResult(made.added, {"meeting": meeting.pk, "known": len(made.known)})

    def words(self, row: StagedRow) -> str:
        data: Mapping[str, str] = row.data
        return ", ".join(part for part in (data["name"], data["post"], data["institution"]) if part)

    def where(self, batch: ImportBatch) -> str:
        return reverse("meetings:guests", args=[int(batch.options[MEETING])])
