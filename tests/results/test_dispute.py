"""Disputes: clocks, claims, rulings that change figures and lose nothing, the evidence."""

import io
import json
import zipfile
from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from PIL import Image

from jurdil.kernel import photos
from jurdil.kernel.acts import Refused
from jurdil.kernel.models import LedgerEntry
from jurdil.kernel.viewer import system_viewer
from jurdil.results import actions, evidence, jobs, queries
from jurdil.results.writing import read_figures
from jurdil.stages import actions as stages
from tests import factories
from tests.results.test_entry import GOOD, determine, held, person, read  # noqa: F401
from tests.results.test_intake import picture, receive
from tests.seats import ground

pytestmark = pytest.mark.django_db
WITA, WIB = ZoneInfo("Asia/Makassar"), ZoneInfo("Asia/Jakarta")


@pytest.fixture
def counted(held):  # noqa: F811
    """A TPS with an agreed form, determined by the regency."""
    read(held, person())
    read(held, person())
    determine(held, person("ketua"))
    return held


def dispute(held, **values):  # noqa: F811
    values = {
        "contest": "ppwp",
        "forum": "mk",
        "petitioner": "peserta",
        "party": "2",
        "claim": "Suara pemohon berkurang",
        "filed_on": datetime(2024, 3, 23, 9, tzinfo=WITA),
        **values,
    }
    return actions.file_dispute(by=person("kasubbag"), election_id=held.pk, **values)


def claim(made, held, **values):  # noqa: F811
    values = {"petitioner": {"paslon_2": 60}, "overseer": {"paslon_2": 50}, **values}
    return actions.claim_tps(by=person("kasubbag"), dispute_id=made.pk, path=held.tps, **values)


def test_a_dispute_compares_petitioner_kpu_and_overseer(counted):
    made = dispute(counted)
    claim(made, counted)
    page = queries.dispute(person("ketua"), made.pk)
    assert page.claims[0].figures == (("paslon_2", 60, 50, 50),)
    with pytest.raises(Refused, match="tidak memuat angka"):
        claim(made, counted, petitioner={"paslon_9": 1})
    with pytest.raises(Refused, match="bukan peserta"):
        dispute(counted, party="7")


def announced(held, at: datetime | None) -> None:  # noqa: F811
    stages.record_event(
        by=factories.viewer(),
        election_id=held.pk,
        trigger="hasil-nasional-diumumkan",
        day=date(2024, 3, 20),
        at=at,
        basis="Keputusan KPU 360/2024",
    )


def filing(held, made):  # noqa: F811
    return queries.dispute(person("ketua"), made.pk).terms[0]


def test_the_term_of_filing_runs_from_the_announcement_once_it_is_known(counted, client):
    """The result of 2024: 20 March, 22.19 WIB. The president: three days, to 24.00 WIB of the
    23rd (art. 475); legislative: 3x24 hours, to the minute (art. 474)."""
    made = dispute(counted)
    assert (filing(counted, made).at, filing(counted, made).kept) == (None, None)
    assert "secara nasional diumumkan" in filing(counted, made).waits_for.id
    page = f"/hasil/sengketa/perkara/{made.pk}/"
    client.force_login(factories.account("kasubbag"))
    text = client.get(page).content.decode()
    assert "Belum diketahui." in text
    assert f'<a href="/jadwal/{counted.pk}/peristiwa/">Catat hari dan jam' in text
    announced(counted, datetime(2024, 3, 20, 22, 19, tzinfo=WIB))
    assert filing(counted, made).at == datetime(2024, 3, 23, 23, 59, tzinfo=WIB)
    assert filing(counted, made).kept is True
    assert "diajukan dalam tenggat" in client.get(page).content.decode()
    late = dispute(counted, filed_on=datetime(2024, 3, 24, 0, 0, tzinfo=WIB))
    assert filing(counted, late).kept is False
    other = dispute(counted, contest="dpr", party="")
    assert filing(counted, other).at == datetime(2024, 3, 23, 22, 19, tzinfo=WIB)


def test_hours_are_not_guessed_from_a_day(counted):
    announced(counted, None)
    made = dispute(counted, contest="dpr", party="")
    assert filing(counted, made).at is None
    assert "hari dan jam" in filing(counted, made).waits_for.id


def test_a_ruling_that_grants_changes_the_figure_and_nothing_is_lost(counted):
    made = dispute(counted)
    claim(made, counted)
    chair = person("ketua")
    follow = {
        "by": chair,
        "dispute_id": made.pk,
        "path": counted.tps,
        "figures": {"paslon_2": 60, "paslon_1": 108},
        "reason": "amar angka 3",
    }
    with pytest.raises(Refused, match="Hanya putusan yang mengabulkan"):
        actions.apply_ruling(**follow)
    actions.decide_dispute(
        by=chair,
        dispute_id=made.pk,
        outcome="dikabulkan",
        decided_on=date(2024, 6, 6),
        ruling="Menetapkan perolehan suara",
    )
    version = actions.apply_ruling(**follow)
    assert (version.origin, read_figures(version.figures)["paslon_2"]) == ("putusan", 60)
    assert read_figures(version.figures)["suara_sah"] == GOOD["suara_sah"]
    with pytest.raises(Refused, match="sudah diputus"):
        actions.decide_dispute(
            by=chair,
            dispute_id=made.pk,
            outcome="ditolak",
            decided_on=date(2024, 6, 7),
            ruling="x",
        )


def test_an_unproven_report_changes_nothing(counted):
    """Soppeng 2019: Bawaslu of the province, inflation of votes, not proven."""
    made = dispute(counted, forum="bawaslu-prov", petitioner="lain", party="")
    actions.decide_dispute(
        by=person("ketua"),
        dispute_id=made.pk,
        outcome="tidak-terbukti",
        decided_on=date(2019, 6, 1),
        ruling="Penggelembungan suara tidak terbukti",
    )
    with pytest.raises(Refused, match="Hanya putusan yang mengabulkan"):
        actions.apply_ruling(
            by=person("ketua"),
            dispute_id=made.pk,
            path=counted.tps,
            figures={"paslon_1": 1},
            reason="x",
        )


def test_the_evidence_holds_every_version_the_decision_and_its_own_list(counted):
    made = dispute(counted)
    with pytest.raises(Refused, match="TPS yang didalilkan"):
        queries.dispute_bundle(person("ketua"), made.pk)
    claim(made, counted)
    actions.record_event(
        by=factories.viewer("kpps", counted.tps),
        election_id=counted.pk,
        path=counted.tps,
        kind="keberatan",
        contest="ppwp",
        party="2",
        text="../../keluar <b>tebal</b>",
    )
    by = person("ketua")
    bundle = queries.dispute_bundle(by, made.pk)
    assert bundle.content == queries.dispute_bundle(by, made.pk).content
    with zipfile.ZipFile(io.BytesIO(bundle.content)) as archive:
        names = archive.namelist()
        manifest = json.loads(archive.read("manifest.json"))
        first = json.loads(archive.read(names[2]))
        assert archive.read("bukti.pdf").startswith(b"%PDF")
    assert not any(".." in name or name.startswith("/") for name in names)
    assert [one["nomor"] for one in manifest["bukti"]] == [f"T-{n}" for n in range(1, 6)]
    assert (first["versi"], first["asal"]) == (1, "Entri pertama")
    kept = actions.keep_bundle(by=by, dispute_id=made.pk, bundle=bundle)
    taken = actions.take_bundle(by=by, dispute_id=made.pk, digest=kept.file_id)
    assert taken.pk == kept.file_id
    for act in ("results.keep_bundle", "results.take_bundle"):
        assert kept.file_id in LedgerEntry.objects.get(act=act).payload


def test_photos_leave_the_house_without_what_the_phone_wrote(counted):
    """The original stays; the bundle has its pages and names its digest."""
    exif = Image.Exif()
    exif[0x010F] = "Telepon Contoh"
    photo = photos.examine(picture((300, 200), exif=exif, comment=b"Telepon Contoh"), "a.jpg")
    paper = receive(counted, kind="foto", photo=photo)
    made = dispute(counted)
    claim(made, counted)
    bundle = queries.dispute_bundle(person("ketua"), made.pk)
    with zipfile.ZipFile(io.BytesIO(bundle.content)) as archive:
        inside = {name: archive.read(name) for name in archive.namelist()}
    pictures = [content for name, content in inside.items() if name.endswith(".jpg")]
    assert len(pictures) == 1
    assert not [name for name, content in inside.items() if b"Telepon" in content]
    told = next(content for name, content in inside.items() if name.endswith("kertas.json"))
    assert paper.file_id in told.decode()


def test_a_bundle_made_in_the_background_is_kept_once(counted):
    made = dispute(counted)
    claim(made, counted)
    assert jobs.bundle_dispute.func(made.pk, 0) == 4
    assert jobs.bundle_dispute.func(made.pk, 0) == 0
    kept = made.bundles.get()
    assert (kept.items, kept.account_name) == (4, system_viewer("73.12", "kpu").name)


def test_too_much_evidence_is_refused_before_it_is_read(counted, monkeypatch):
    made = dispute(counted)
    claim(made, counted)
    size, newest = queries.bundle_size(person("ketua"), made.pk)
    assert newest == 0
    monkeypatch.setattr(evidence, "MOST", size - 1)
    with pytest.raises(Refused, match="200 MB"):
        queries.dispute_bundle(person("ketua"), made.pk)


def test_a_ruling_of_59_votes_moves_totals_and_no_seat():
    """Kalbar 2019, dapil 6: MK gave one candidate of Gerindra 59 votes, 5,325 -> 5,384 and the
    party 287,505 -> 287,564; the seats stayed. (The other parties' votes are an example.)"""
    lists = {"Melati": [282_180, 5_325], "Kenanga": [410_000, 0], "Seroja": [120_000, 0]}
    there = ground.one_dapil(8, lists)
    made = dispute(there, contest=ground.CONTEST, party="", petitioner="perseorangan")
    chair = person("ketua")
    actions.decide_dispute(
        by=chair,
        dispute_id=made.pk,
        outcome="dikabulkan-sebagian",
        decided_on=date(2019, 8, 9),
        ruling="Menetapkan perolehan suara pemohon",
    )
    actions.apply_ruling(
        by=chair,
        dispute_id=made.pk,
        path=ground.tps("73.12.01"),
        figures={"partai_1_calon_2": 5_384, "partai_1_jumlah": 287_564},
        reason="amar angka 2",
    )
    (effect,) = queries.dispute(chair, made.pk).effects
    moved = [(row.all_before, row.all_after) for row in effect.rows if row.by]
    assert moved == [(287_505, 287_564), (5_325, 5_384)]
    assert effect.before.outcome.won == effect.after.outcome.won
    assert not effect.turns
    assert effect.leaders is None
    assert sum(new for _name, _old, new in effect.seats) == 8
