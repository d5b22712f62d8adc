"""The list of participants and candidates as a file."""

from collections.abc import Iterator
from dataclasses import asdict

from django.urls import reverse

from jurdil.kernel.imports import (
    FaultLike,
    Importer,
    PublishResult,
    Source,
    StagedRow,
    register,
)
from jurdil.kernel.imports.staging import taken
from jurdil.kernel.models import Election, ImportBatch
from jurdil.kernel.viewer import Viewer
from jurdil.law.regime import load_regime
from jurdil.law.text import Text
from jurdil.parties.actions import add_entries
from jurdil.parties.models import Participant
from jurdil.parties.participants_file import read_participants
from jurdil.parties.records import Entry

REGISTERED = "terdaftar"


@register
class ParticipantImport(Importer):
    """Participants and candidates of one or more contests."""

    kind = "participants"
    right = "parties.register"
    title = Text("Peserta dan calon", "Participants and candidates")
    layout = Text(
        "Kolom contest, number, name; boleh ditambah short, dapil, candidate_no, candidate, sex "
        "(L atau P). Satu baris untuk satu calon, atau untuk satu peserta tanpa daftar calon.",
        "Columns contest, number, name; optional short, dapil, candidate_no, candidate, sex (L or "
        "P). One row for one candidate, or for a participant without a list of candidates.",
    )
    reasons = {
        REGISTERED: Text("Sudah tercatat dengan nama yang sama.", "On record under the same name."),
    }

    def read(self, source: Source) -> Iterator[StagedRow | FaultLike]:
        election = Election.objects.get(pk=source.viewer.election_id or 0)
        regime = load_regime(election.regime)
        kinds = {code: regime.contest(code).choice for code in election.contests}
        known = _Known(election)
        for number, entry in read_participants(source.content, kinds, known.names):
            code = REGISTERED if known.has(entry) else ""
            yield StagedRow(number, _key(entry), asdict(entry), take=not code, code=code)

    def publish(self, batch: ImportBatch, by: Viewer) -> PublishResult:
        if batch.election is None:
            raise ValueError(f"import {batch.pk} has no election")
        entries = [Entry(**row.data) for row in taken(batch)]
        new = add_entries(batch.election, entries)
        contests = sorted({entry.contest for entry in entries})
        return PublishResult(len(entries), {"new": new, "contests": contests})

    def words(self, row: StagedRow) -> str:
        data = row.data
        return f"{data['number']}. {data['name']}" + (
            f": {data['candidate']}. {data['candidate_name']}" if data["candidate"] else ""
        )

    def where(self, batch: ImportBatch) -> str:
        return reverse("parties:index")


class _Known:
    """Who is on record: names by contest and ballot number, candidates with theirs."""

    def __init__(self, election: Election) -> None:
        lines = Participant.objects.filter(election=election).prefetch_related("candidates")
        self.names: dict[tuple[str, int], str] = {}
        self._people: dict[tuple[str, int, str, int], str] = {}
        for line in lines:
            self.names[line.contest, line.number] = line.name
            for person in line.candidates.all():
                key = (line.contest, line.number, person.dapil, person.number)
                self._people[key] = person.name

    def has(self, entry: Entry) -> bool:
        """Whether this very line is on record already."""
        if self.names.get((entry.contest, entry.number)) != entry.name:
            return False
        if entry.candidate is None:
            return True
        key = (entry.contest, entry.number, entry.dapil, entry.candidate)
        return self._people.get(key) == entry.candidate_name


def _key(entry: Entry) -> str:
    person = "" if entry.candidate is None else f":{entry.dapil}:{entry.candidate}"
    return f"{entry.contest}:{entry.number}{person}"
