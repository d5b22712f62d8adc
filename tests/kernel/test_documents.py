"""Papers: no step of the chain is skipped, the last signature freezes, nothing is lost."""

import io
import random
from datetime import date

import pypdf
import pytest

from jurdil.kernel import clock, files
from jurdil.kernel.actions import documents as acts
from jurdil.kernel.acts import Refused
from jurdil.kernel.documents import chain, render
from jurdil.kernel.models import Document, Office
from jurdil.kernel.policy import Forbidden
from jurdil.kernel.viewer import Viewer
from tests import factories, writes

pytestmark = pytest.mark.django_db
State = Document.State

BODY = {
    "opening": ["Pada hari ini telah dilaksanakan rapat pleno."],
    "points": ["Menyetujui hasil rekapitulasi."],
    "tables": [],
    "closing": ["Demikian berita acara ini dibuat."],
}
DECREE = {
    "heading": "Keputusan KPU Kabupaten Contoh",
    "considering": ["bahwa perlu menetapkan hasil"],
    "recalling": ["UU 7/2017"],
    "noting": [],
    "decisions": ["Menetapkan hasil."],
    "tables": [],
}


@pytest.fixture
def people():
    """The office with one person per role of the chain and two members."""
    with writes.setting_up():
        factories.office()
        names = ["operator", "kasubbag", "sekretaris", "ketua", "anggota", "anggota"]
        made = [factories.account(role) for role in names]
    return [
        Viewer(role=role, path="73.12", house="kpu", name=f"{role} {n}", account_id=account.pk)
        for n, (role, account) in enumerate(zip(names, made, strict=True))
    ]


def drafted(people, kind="ba", body=BODY, title="Rekapitulasi Hasil"):
    return acts.draft(by=people[0], kind=kind, title=title, body=body)


def initialled(people, **paper):
    document = drafted(people, **paper)
    acts.initial_subhead(by=people[1], document_id=document.pk)
    return acts.initial_secretary(by=people[2], document_id=document.pk)


def test_a_record_is_signed_by_the_chair_and_all_members(people):
    document = initialled(people)
    acts.sign(by=people[3], document_id=document.pk)
    acts.sign(by=people[4], document_id=document.pk)
    document.refresh_from_db()
    assert document.state == State.SECRETARY
    acts.sign(by=people[5], document_id=document.pk, refusal="Angka TPS 4 belum dicocokkan")
    document.refresh_from_db()
    assert document.state == State.SIGNED
    text = _text(document)
    assert "Menolak menandatangani: Angka TPS 4 belum dicocokkan" in " ".join(text.split())
    assert document.number in text and "Mode Latihan" in text


def test_a_decree_is_frozen_by_the_chair_alone(people):
    document = initialled(people, kind="keputusan", body=DECREE)
    acts.sign(by=people[3], document_id=document.pk)
    document.refresh_from_db()
    assert (document.state, document.number) == (State.SIGNED, f"1/SK/7312/{clock.today().year}")


@pytest.mark.parametrize(
    "step",
    [
        lambda p, d: acts.initial_secretary(by=p[2], document_id=d),
        lambda p, d: acts.sign(by=p[3], document_id=d),
        lambda p, d: acts.send_back(by=p[1], document_id=d, note="perbaiki"),
    ],
)
def test_no_step_is_skipped(people, step):
    with pytest.raises(Refused, match="berstatus “Draf”"):
        step(people, drafted(people).pk)


def test_only_the_named_role_takes_a_step(people):
    document = drafted(people)
    with pytest.raises(Forbidden):
        acts.initial_subhead(by=people[0], document_id=document.pk)


def test_a_signed_paper_is_not_changed(people):
    document = initialled(people, kind="keputusan", body=DECREE)
    acts.sign(by=people[3], document_id=document.pk)
    with pytest.raises(Refused, match="diparaf"):
        acts.revise(by=people[0], document_id=document.pk, title="Lain", body=DECREE)
    with pytest.raises(Refused):
        acts.send_back(by=people[2], document_id=document.pk, note="salah")


def test_a_later_change_is_a_new_paper_that_names_the_old(people):
    old = initialled(people, kind="keputusan", body=DECREE)
    acts.sign(by=people[3], document_id=old.pk)
    new = acts.draft(
        by=people[0], kind="keputusan", title="Perubahan", body=DECREE, replaces_id=old.pk
    )
    assert new.replaces_id == old.pk
    with pytest.raises(Refused, match="belum ditandatangani diubah"):
        acts.draft(by=people[0], kind="ba", title="x", body=BODY, replaces_id=new.pk)


def test_sent_back_and_signed_again_keeps_its_number(people):
    document = initialled(people)
    first = document.number
    acts.send_back(by=people[2], document_id=document.pk, note="salah tanggal")
    acts.initial_subhead(by=people[1], document_id=document.pk)
    assert acts.initial_secretary(by=people[2], document_id=document.pk).number == first


def test_signatures_before_a_send_back_do_not_count(people):
    document = initialled(people)
    acts.sign(by=people[4], document_id=document.pk)
    acts.send_back(by=people[2], document_id=document.pk, note="salah tanggal")
    acts.initial_subhead(by=people[1], document_id=document.pk)
    acts.initial_secretary(by=people[2], document_id=document.pk)
    acts.sign(by=people[4], document_id=document.pk)
    with pytest.raises(Refused, match="sudah memberi putusan"):
        acts.sign(by=people[4], document_id=document.pk)


def test_numbers_run_per_kind_and_are_not_given_twice(people):
    assert initialled(people).number == f"1/BA/7312/{clock.today().year}"
    assert initialled(people).number == f"2/BA/7312/{clock.today().year}"
    document = drafted(people)
    acts.initial_subhead(by=people[1], document_id=document.pk)
    with pytest.raises(Refused, match="sudah dipakai"):
        acts.initial_secretary(
            by=people[2], document_id=document.pk, own_number=f"2/BA/7312/{clock.today().year}"
        )


def test_an_acting_signer_is_printed_as_acting(people):
    with writes.setting_up():
        grant = people[3].account_id
        Office.objects.update(letterhead={"city": "Contoh"})
        from jurdil.kernel.models import Grant

        Grant.objects.filter(account_id=grant).update(acting="Plh")
    document = initialled(people, kind="keputusan", body=DECREE)
    acts.sign(by=people[3], document_id=document.pk)
    document.refresh_from_db()
    assert "Plh. Ketua KPU" in _text(document)


def test_the_chain_walked_at_random_reaches_only_legal_states(people):
    chance = random.Random(7)
    steps = [
        lambda d: acts.initial_subhead(by=people[1], document_id=d),
        lambda d: acts.initial_secretary(by=people[2], document_id=d),
        lambda d: acts.send_back(by=people[2], document_id=d, note="x"),
        lambda d: acts.sign(by=people[3], document_id=d),
        lambda d: acts.revise(by=people[0], document_id=d, title="t", body=DECREE),
        lambda d: acts.withdraw(by=people[3], document_id=d, reason="x"),
    ]
    for _ in range(6):
        document = drafted(people, kind="keputusan", body=DECREE)
        for _ in range(12):
            before = document.state
            try:
                chance.choices(steps, weights=[5, 5, 2, 4, 1, 1])[0](document.pk)
            except Refused:
                document.refresh_from_db()
                assert document.state == before
                continue
            document.refresh_from_db()
            assert document.state == before or chain.follows(before, document.state)
            assert (document.file_id is not None) or document.state != State.SIGNED


def test_names_never_become_markup():
    data = _paper(title="#panic() $x^2$ *tebal* \\ _miring_ `kode` @rujuk", rows=1)
    text = _pages(render.pdf("berita-acara", data, date(2024, 2, 15)))
    assert "#PANIC() $X^2$ *TEBAL* \\ _MIRING_ `KODE` @RUJUK" in text.replace("\n", " ")


def test_the_same_data_is_the_same_bytes():
    data = _paper(title="Sama", rows=30)
    made = {render.pdf("berita-acara", data, date(2024, 2, 15)) for _ in range(3)}
    assert len(made) == 1


def test_every_paper_is_archivable_and_accessible():
    made = render.pdf("berita-acara", _paper(title="Arsip", rows=2), date(2024, 2, 15))
    xmp = pypdf.PdfReader(io.BytesIO(made)).xmp_metadata
    assert xmp is not None
    packet = xmp.stream.get_data().decode()
    for mark in ("<pdfaid:part>2<", "<pdfaid:conformance>A<", "<pdfuaid:part>1<"):
        assert mark in packet


def test_digest_head_and_page_numbers_stand_on_every_page():
    reader = _reader(render.pdf("berita-acara", _paper(title="Kaki", rows=800), date(2024, 2, 15)))
    count = len(reader.pages)
    assert count > 15
    for number, page in enumerate(reader.pages, 1):
        text = page.extract_text()
        assert "Sidik isi " + "ab" * 16 in text and "Jejak no. 12" in text
        assert f"Halaman {number} dari {count}" in text


def test_a_paper_that_cannot_be_printed_says_so():
    with pytest.raises(render.Unprintable, match="no paper called"):
        render.pdf("tidak-ada", {}, date(2024, 2, 15))
    with pytest.raises(render.Unprintable):
        render.pdf("berita-acara", {"title": "x"}, date(2024, 2, 15))


def _paper(title, rows):
    columns = [{"name": "TPS", "wide": True}, {"name": "Suara", "figures": True}]
    table = {"columns": columns, "rows": [[f"TPS {n}", str(n)] for n in range(rows)]}
    return {
        "title": title,
        "number": "12/BA/7312/2024",
        "dated": "2024-02-15",
        "letterhead": {"name": "KPU Kabupaten Contoh"},
        "digest": "ab" * 32,
        "ledger_seq": 12,
        "ledger_head": "cd" * 32,
        "check_url": "http://127.0.0.1/periksa/X/",
        "qr": "",
        "training": False,
        "draft": False,
        "signers": [{"capacity": "Ketua KPU", "name": "Contoh", "state": "open"}],
        "unconfirmed": [],
        "body": {**BODY, "tables": [table]},
    }


def _reader(made):
    return pypdf.PdfReader(io.BytesIO(made))


def _pages(made):
    return "\n".join(page.extract_text() for page in _reader(made).pages)


def _text(document):
    return _pages(files.content(document.file))
