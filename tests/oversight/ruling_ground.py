"""What tests of rulings need: a referral, a dispute, a study to send, and what a package says."""

from datetime import date, timedelta
from typing import Any
from uuid import uuid4

from jurdil.kernel import clock
from jurdil.kernel.brought import Upload
from jurdil.kernel.viewer import Viewer
from jurdil.oversight import actions, ruling_facts
from jurdil.oversight.actions.ruling import NewRuling
from jurdil.oversight.models import Case, CaseReferral, Ruling
from tests.oversight import case_ground, dispute_ground

VILLAGE = "73.12.01.1001"
ORDER = "Menyatakan prosedur rekapitulasi dilanggar."
PAPER = b"%PDF-1.7 contoh putusan"


def new(**changes: Any) -> NewRuling:
    """What a chair writes of a ruling."""
    values = {
        "about": "Rekapitulasi kecamatan",
        "article": "PKPU 5/2024 Pasal 15",
        "order": ORDER,
        "todo": "Ulangi pembacaan hasil dua TPS.",
        **changes,
    }
    return NewRuling(**values)


def document(name: str = "Putusan atas laporan Contoh Kartolo.pdf") -> Upload:
    return Upload(name, PAPER)


def referral(by: Viewer, **changes: Any) -> CaseReferral:
    """A decided case, referred to KPU."""
    case = case_ground.decided(by)
    return actions.refer(by=by, case_id=case.pk, new=case_ground.referral(**changes))


def ruled_dispute(by: Viewer, ruling: str = "kabul") -> Any:
    """A dispute against KPU that was decided on a Friday."""
    made = dispute_ground.dispute(by, by.path)
    dispute_ground.step(by, made.pk, "registrasi", letter="R-1")
    dispute_ground.step(by, made.pk, "mulai-mediasi")
    dispute_ground.step(by, made.pk, "adjudikasi", letter="BA-1")
    values = {"letter": "001/PS.REG/2023", "ruling": ruling}
    return dispute_ground.step(by, made.pk, "putusan", date(2023, 10, 13), **values)


def studied(office: Viewer, field: Viewer) -> Case:
    """A case that the regency registered and delegated, studied by Panwascam."""
    case = case_ground.registered(office)
    actions.move_case(
        by=office, case_id=case.pk, move="limpahkan-ke-bawah", paper="L-1", taken_at=clock.now()
    )
    case_ground.step(field, case, "klarifikasi")
    return case_ground.step(field, case, "kaji")


def sent(by: Viewer, **changes: Any) -> Ruling:
    """A ruling on an administrative violation, sent with its document."""
    row = referral(by)
    source = f"referral:{row.pk}"
    return actions.send_ruling(by=by, source=source, new=new(**changes), upload=document())


def payload(**changes: Any) -> dict[str, Any]:
    """What Bawaslu's package says of a ruling."""
    today = clock.today()
    said = ruling_facts.Given(
        ruling=uuid4(),
        election="pemilu-2024",
        kind="putusan-administrasi",
        basis="pemilu",
        path=VILLAGE,
        level="kabko",
        role="bw-ketua",
        to="kpu",
        number="012/PTS/2024",
        decided_on=today,
        served_on=today,
        about="Rekapitulasi kecamatan",
        article="PKPU 5/2024 Pasal 15",
        order=ORDER,
        todo="Ulangi pembacaan hasil dua TPS.",
        ends_at=clock.now() + timedelta(days=3),
        set_by_hand=False,
        document="",
    )
    return {**said.payload(), **changes}


def follow(key: Any, **changes: Any) -> dict[str, Any]:
    """What KPU's package says of a follow-up."""
    values = {
        "ruling": str(key),
        "key": str(uuid4()),
        "answer": "ditindaklanjuti",
        "text": "Pembacaan sudah diulang.",
        "role": "ketua",
        "letter": "20/KPU/2024",
        "answered_at": clock.now().isoformat(),
    }
    return {**values, **changes}
