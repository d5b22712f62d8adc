"""Findings and reports for tests, made through the acts."""

from dataclasses import replace
from datetime import timedelta

from jurdil.kernel import clock
from jurdil.kernel.brought import Upload
from jurdil.kernel.models import Election
from jurdil.kernel.viewer import Viewer
from jurdil.oversight import actions
from jurdil.oversight.case_records import (
    NewCase,
    NewEvidence,
    NewMeeting,
    NewParty,
    NewReferral,
    NewStep,
)
from jurdil.oversight.identity import Person
from jurdil.oversight.models import Case
from tests import factories

VILLAGE = "73.12.01.1001"
REPORTER = Person(
    name="Contoh Kartolo",
    nik="9901020203800001",
    birth_place="Kota Contoh",
    birth_date="1980-03-02",
    address="Jalan Contoh 12",
    phone="081234567890",
)
REPORTED = Person(name="Contoh Terlapor", address="Kantor Desa Contoh")
WITNESS = Person(name="Contoh Saksimata", phone="081298765432")
STORY = "Kepala desa mengajak warga memilih satu calon, dilihat Contoh Kartolo di balai desa."


def parties() -> tuple[NewParty, ...]:
    return (
        NewParty("pelapor", "warga", REPORTER),
        NewParty("terlapor", "kades", REPORTED),
        NewParty("saksi", "", WITNESS),
    )


def new(**changes) -> NewCase:
    """A report of yesterday's event, with a reporter, a reported party, a witness and a photo."""
    today = clock.today()
    made = NewCase(
        path=VILLAGE,
        story=STORY,
        where="Balai desa",
        title="Dugaan keberpihakan kepala desa",
        actor="kades",
        happened_on=today - timedelta(days=1),
        known_on=today - timedelta(days=1),
        parties=parties(),
        evidence=(NewEvidence("foto", "Foto balai desa", photo()),),
    )
    return replace(made, **changes)


def photo(content: bytes = b"\xff\xd8\xff contoh", name: str = "Foto Kartolo.jpg") -> Upload:
    return Upload(name, content, "image/jpeg")


def election() -> Election:
    return Election.objects.order_by("pk").first() or factories.election()


def report(by: Viewer, **changes) -> Case:
    return actions.receive_report(by=by, election_id=election().pk, new=new(**changes))


def finding(by: Viewer, **changes) -> Case:
    values = {"parties": parties()[1:], **changes}
    return actions.make_finding(by=by, election_id=election().pk, new=new(**values))


def step(by: Viewer, case: Case, name: str, **more) -> Case:
    """A step now, by the state in which the case stands."""
    case.refresh_from_db()
    values = {"paper": f"BA/{name}/1", "taken_at": clock.now(), **more}
    return actions.take_step(
        by=by, case_id=case.pk, seen=case.state, new=NewStep(step=name, **values)
    )


def met(by: Viewer, case: Case) -> None:
    """All requirements found to be met."""
    from jurdil.law.oversight import cases

    met = {one.id: True for one in cases.requirements()}
    actions.check_requirements(by=by, case_id=case.pk, met=met)


def registered(by: Viewer, case: Case | None = None, found=("administrasi",)) -> Case:
    case = case or report(by)
    met(by, case)
    step(by, case, "kaji-awal", found=found)
    return step(by, case, "registrasi")


def decided(by: Viewer, found=("administrasi",), case: Case | None = None) -> Case:
    case = registered(by, case, found=found)
    step(by, case, "klarifikasi")
    step(by, case, "kaji")
    return step(by, case, "putuskan", found=found)


def meeting(**changes) -> NewMeeting:
    made = NewMeeting(
        stage="pembahasan-1",
        held_at=clock.now(),
        members={"bawaslu": ["Contoh A"], "polri": ["Contoh B"], "kejaksaan": ["Contoh C"]},
        articles=[
            {
                "article": "UU 7/2017 Pasal 523 ayat (1)",
                "elements": [{"element": "setiap pelaksana", "met": "ya"}],
            }
        ],
        opinions={"bawaslu": "Terpenuhi", "polri": "Dalami", "kejaksaan": "Dalami"},
        conclusion="Diteruskan ke kajian.",
        likely=True,
        paper="BA/GAKKUMDU/1",
    )
    return replace(made, **changes)


def referral(**changes) -> NewReferral:
    made = NewReferral(
        outcome="administrasi",
        to="kpu",
        to_name="KPU Kabupaten Contoh",
        letter="012/PP.00/2024",
        sent_on=clock.today(),
        content="Perbaiki daftar.",
    )
    return replace(made, **changes)
