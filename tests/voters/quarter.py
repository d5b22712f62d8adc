"""A quarter of the voter update with made-up voters, for its tests."""

from datetime import date, timedelta

from jurdil.kernel import clock
from jurdil.kernel.actions.imports import publish_import
from jurdil.kernel.imports import staging
from jurdil.kernel.models import Election
from jurdil.kernel.viewer import Viewer
from jurdil.meetings.models import Attendance, Guest, Session
from jurdil.voters.actions import pdpb
from jurdil.voters.jobs import take_delivery
from jurdil.voters.models import Kiriman, Pleno, Revisi
from jurdil.voters.people import Elements
from tests import factories
from tests.places import ground
from tests.writes import setting_up

PERIOD = "2026-TW4"


def routine() -> Election:
    """The office between elections, with its regions."""
    ground.regions()
    return Election.objects.filter(regime="rutin").first() or factories.election(
        "rutin", voting_day=None, contests=[]
    )


def person(role: str = "operator") -> Viewer:
    """Somebody with an account of his own."""
    return factories.viewer(role, account_id=factories.account(role).pk)


def opened(period: str = PERIOD) -> Revisi:
    """A quarter upon the list as it stands."""
    routine()
    return pdpb.open_quarter(by=person("kasubbag"), period=period, basis="uji")


def letter(claim: str, agency: str = "dukcapil", **given) -> pdpb.Letter:
    """A letter of an agency."""
    values = {
        "agency": agency,
        "claim": claim,
        "letter": "470/12/2026",
        "letter_day": date(2026, 10, 5),
        "received_on": date(2026, 10, 6),
        **given,
    }
    return pdpb.Letter(**values)


def sent(
    by: Viewer, held: Revisi, claim: str, *people: Elements, desa: str = "", pad: int | None = None
) -> Kiriman:
    """A letter with its file, taken in; `pad` empty lines make files differ in their bytes."""
    made = pdpb.receive(by=by, revision_id=held.pk, letter=letter(claim))
    names = ("nik", "nkk", "nama", "tempat_lahir", "tanggal_lahir", "jenis_kelamin", "rt", "rw")
    lines = [";".join([*names, "desa"])]
    lines += [";".join([*(getattr(one, name) for name in names), desa]) for one in people]
    lines += [""] * (made.pk if pad is None else pad)
    batch = staging.open_batch(
        by,
        kind="data-instansi",
        name="data.csv",
        content="\n".join(lines).encode(),
        options={"kiriman": str(made.pk)},
    )
    staging.read_now(batch.pk)
    publish_import(by=by, batch_id=batch.pk)
    take_delivery.func(made.pk)
    made.refresh_from_db()
    return made


def plenary(held: Revisi, present: int = 5) -> Pleno:
    """The plenary of a quarter with so many members in the room."""
    opens = clock.now()
    made = pdpb.prepare_plenary(
        by=person("kasubbag"),
        revision_id=held.pk,
        opens=opens,
        closes=opens + timedelta(hours=2),
        venue="Aula kantor",
    )
    session = Session.objects.get(meeting=made.meeting)
    with setting_up():
        for number in range(present):
            name = f"Contoh {number}"
            guest = Guest.objects.create(
                meeting_id=made.meeting,
                number=900 + number,
                name=name,
                member=True,
                key=name,
                added_at=opens,
            )
            Attendance.objects.create(
                session=session, guest=guest, presence="hadir", way="meja", entered_at=opens
            )
    return made
