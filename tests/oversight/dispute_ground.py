"""Process disputes for tests, made through the acts."""

from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from jurdil.kernel.models import Election
from jurdil.kernel.viewer import Viewer
from jurdil.oversight import actions
from jurdil.oversight.dispute_records import DisputeMove, NewDispute, NewSession

WITA = ZoneInfo("Asia/Makassar")
FRIDAY = date(2023, 10, 6)


def dispute(by: Viewer, path: str, *, upload=None, **values: Any):
    """A petition against a decision of KPU; from a kecamatan one between participants."""
    election = Election.objects.order_by("-pk").exclude(voting_day=None).first()
    between = {"track": "antarpeserta", "object_kind": "perbuatan", "mandate": "M-1"}
    values = {
        "election_id": election.pk,
        "track": "peserta-penyelenggara",
        "applicant_kind": "partai",
        "applicant": "Partai Contoh",
        "respondent": "KPU",
        "object_kind": "keputusan",
        "object_number": "100 Tahun 2023",
        "object_day": FRIDAY,
        "posita": "Contoh alasan",
        "petitum": "Batalkan keputusan",
        "received_on": FRIDAY,
        **(between if path.count(".") > 1 else {}),
        **values,
    }
    return actions.receive_dispute(by=by, path=path, new=NewDispute(**values), upload=upload)


def step(by: Viewer, dispute_id: int, name: str, on: date = FRIDAY, **values: Any):
    """A step of a dispute."""
    return actions.step_dispute(by=by, dispute_id=dispute_id, new=DisputeMove(name, on, **values))


def session(by: Viewer, dispute_id: int, **values: Any):
    """A session that was held."""
    values = {
        "kind": "tertutup",
        "held_at": datetime(2023, 10, 9, 9, tzinfo=WITA),
        "venue": "Ruang sidang",
        "agenda": "Mediasi pertama",
        **values,
    }
    return actions.call_session(by=by, dispute_id=dispute_id, new=NewSession(**values))
