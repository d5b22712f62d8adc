"""A package counts once; what cannot be taken in is kept with the reason; nothing is believed."""

from datetime import timedelta

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from jurdil.kernel import clock, exchange, files, ledger
from jurdil.kernel.actions import exchange as acts
from jurdil.kernel.actions import partners
from jurdil.kernel.acts import Refused, performing
from jurdil.kernel.exchange import Attachment, arriving, codec, jobs, keys, posting
from jurdil.kernel.exchange.cards import written
from jurdil.kernel.exchange.reasons import REASONS, sentence
from jurdil.kernel.models import Held, LedgerEntry, Parcel, PartnerKey, Task
from jurdil.kernel.policy import Forbidden
from jurdil.kernel.queries import exchange as queries
from jurdil.kernel.queries import partners as partner_queries
from tests import factories
from tests.kernel import exchange_ground as ground
from tests.kernel.exchange_ground import OtherHouse

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def house():
    """A KPU with an election, which knows the sample type."""
    factories.office()
    factories.election()
    ground.known()
    yield
    exchange.unregister(ground.TYPE)


@pytest.fixture
def other():
    """Bawaslu of the same regency, introduced."""
    made = OtherHouse()
    made.introduced()
    return made


def clerk():
    return factories.viewer("operator")


def tasks() -> list[str]:
    return list(Task.objects.order_by("id").values_list("title", flat=True))


def test_a_package_does_its_step_once_and_both_digests_agree(other):
    answer = arriving.from_network(other.package("satu"))
    receipt = other.opened(answer.receipt)
    parcel = Parcel.objects.get()
    entry = LedgerEntry.objects.get(act="exchange.receive")
    assert tasks() == ["satu"]
    assert (receipt["outcome"], receipt["digest"]) == ("diterima", parcel.digest)
    assert parcel.digest in entry.payload and entry.actor_name == "pertukaran"
    assert (parcel.subject, parcel.late) == (f"task:{Task.objects.get().pk}", False)


def test_the_same_package_again_gets_the_same_receipt_and_changes_nothing(other):
    said = other.says()
    first = arriving.from_network(other.packed(said))
    before = ledger.head()
    again = arriving.from_network(other.packed(said))
    carried = arriving.from_stick(clerk(), other.packed(said))
    assert again.again and carried.again
    assert other.opened(again.receipt) == other.opened(first.receipt)
    assert (ledger.head(), len(tasks())) == (before, 1)


def test_the_same_id_with_other_content_is_held(other):
    said = other.says("satu")
    arriving.from_network(other.packed(said))
    answer = arriving.from_network(other.packed({**said, "payload": {"note": "dua"}}))
    assert (answer.code, answer.held.code) == ("id-kembar", "id-kembar")
    assert tasks() == ["satu"]
    assert other.opened(answer.receipt)["outcome"] == "ditahan"


def test_a_fork_of_the_sequence_is_held_until_a_person_has_asked(other):
    arriving.from_network(other.package("satu"))
    other.sequence = 0
    answer = arriving.from_network(other.package("dua"))
    assert answer.code == "nomor-kembar"
    with pytest.raises(Refused, match="Tulis jawaban"):
        arriving.once_more(clerk(), answer.held, "")
    assert tasks() == ["satu"]
    taken = arriving.once_more(clerk(), answer.held, "Ketua membenarkan lewat telepon")
    assert taken.taken and tasks() == ["satu", "dua"]
    held = Held.objects.get()
    assert (held.state, held.parcel_id, held.reason) == (
        "diambil",
        taken.parcel.pk,
        "Ketua membenarkan lewat telepon",
    )


def test_an_older_sequence_is_taken_and_said_and_gaps_are_shown(other):
    first, _second, third = other.says("1"), other.says("2"), other.says("3")
    arriving.from_network(other.packed(third))
    late = arriving.from_network(other.packed(first))
    assert late.parcel.late and not Parcel.objects.get(sequence=3).late
    row = partner_queries.partners(factories.viewer("ketua"))[0]
    assert row.missing == (2,)


@pytest.mark.parametrize(
    ("change", "code", "word"),
    [
        ({"type": "belum-ada"}, "jenis", "belum-ada"),
        ({"schema": 3}, "versi", "sampai versi 2"),
        ({"format": 2}, "versi", "versi 2"),
        ({"payload": {}}, "isi", "note"),
        ({"payload": {"note": ground.REFUSED}}, "aturan", "Aturan menolak paket ini."),
        ({"payload": {"note": ground.CRASH}}, "galat", "kesalahan"),
        ({"from": "bawaslu:73.13"}, "pengirim-lain", "73.13"),
        ({"to": "kpu:73.13"}, "pengirim-lain", "menyebut pengirim"),
        ({"sequence": 0}, "isi", "sequence"),
        ({"sequence": True}, "isi", "sequence"),
        ({"id": "bukan"}, "isi", "id"),
        ({"created_at": "kemarin"}, "isi", "created_at"),
        ({"created_at": "2024-01-01T00:00:00"}, "isi", "created_at"),
        ({"what": "lain"}, "isi", "digest"),
        ({"title": "x" * 201}, "isi", "title"),
        ({"lebih": 1}, "isi", "what"),
    ],
)
def test_what_cannot_be_taken_in_is_kept_with_a_sentence(other, change, code, word):
    raw = other.packed(other.says(**change))
    answer = arriving.from_stick(clerk(), raw)
    assert (answer.code, answer.taken) == (code, False)
    assert word in sentence(answer.code, answer.facts).id
    assert files.content(answer.held.file) == raw
    assert tasks() == [] and not Parcel.objects.exists()
    assert LedgerEntry.objects.filter(act="exchange.hold").count() == 1


def test_a_stick_for_another_office_is_kept_and_says_whose_it_is(other):
    card = other.own.card
    key = bytes.fromhex(card.sealing)
    body = codec.make_body(other.says(), [], other.signing)
    raw = codec.seal(body, to="bawaslu:73.12", key_name=card.fingerprint, key=key)
    answer = arriving.from_stick(clerk(), raw)
    words = sentence(answer.code, answer.facts)
    assert words.id == (
        "Paket ini untuk Bawaslu 73.12, sedangkan kantor ini KPU 73.12. Antarkan ke kantor "
        "tujuannya."
    )
    assert files.content(answer.held.file) == raw
    assert arriving.from_stick(clerk(), raw).held == answer.held
    assert arriving.from_network(raw).held is None


@pytest.mark.parametrize("raw", [b"", b"PK\x03\x04", b"JURDIL-PAKET-1\n", b"x" * 1000])
def test_any_file_on_a_stick_is_answered_and_nothing_is_run(raw):
    answer = arriving.from_stick(clerk(), raw)
    assert (answer.code, answer.held.code) == ("rusak", "rusak")


def test_a_changed_package_is_refused_with_the_reason(other):
    raw = bytearray(other.package())
    raw[-5] ^= 1
    answer = arriving.from_stick(clerk(), bytes(raw))
    assert answer.code == "berubah" and tasks() == []
    assert "tidak sama dengan yang ditandatangani" in REASONS["berubah"].id


def test_a_forged_signature_is_refused_even_when_it_is_sealed_well(other):
    raw = other.packed(other.says(), sign=Ed25519PrivateKey.generate())
    assert arriving.from_network(raw).code == "berubah"
    assert tasks() == []


def test_a_stranger_is_held_in_small_number_and_gets_no_receipt(monkeypatch):
    monkeypatch.setattr(arriving, "MOST_UNKNOWN", 2)
    stranger = OtherHouse()
    answers = [arriving.from_network(stranger.package(str(n))) for n in range(4)]
    assert {a.code for a in answers} == {"tak-dikenal"}
    assert [a.held is not None for a in answers] == [True, True, False, False]
    assert all(a.receipt is None for a in answers)


def test_a_stranger_who_is_introduced_later_loses_nothing():
    stranger = OtherHouse()
    raw = stranger.package("sejak awal")
    held = arriving.from_network(raw).held
    stranger.introduced(confirmed=False)
    assert arriving.once_more(clerk(), held, "").code == "belum-dikukuhkan"
    key = PartnerKey.objects.get()
    partners.confirm(by=clerk(), key_id=key.pk, fingerprint=key.fingerprint, letter="2/2024")
    assert arriving.once_more(clerk(), held, "").taken
    assert tasks() == ["sejak awal"]


def test_a_revoked_key_speaks_for_nothing_new_whatever_day_it_writes(other):
    arriving.from_network(other.package("sebelum"))
    old = (clock.real() - timedelta(days=30)).isoformat()
    partners.revoke(
        by=factories.viewer("ketua"), key_id=PartnerKey.objects.get().pk, reason="Laptop dicuri"
    )
    answer = arriving.from_network(other.package("sesudah", created_at=old))
    assert (answer.code, answer.receipt) == ("kunci-berakhir", None)
    assert "Dicabut" in sentence(answer.code, answer.facts).id
    assert tasks() == ["sebelum"]


def test_a_replaced_key_still_speaks_for_what_it_signed_before(other):
    before, after = other.says("dulu"), other.says("kini")
    newer = OtherHouse()
    newer.introduced()
    later = (clock.real() + timedelta(minutes=5)).isoformat()
    taken = arriving.from_network(other.packed(before))
    held = arriving.from_network(other.packed({**after, "created_at": later}))
    assert taken.taken and held.code == "kunci-berakhir"
    assert newer.opened(taken.receipt)["outcome"] == "diterima"
    assert PartnerKey.objects.get(end="diganti").fingerprint == other.own.card.fingerprint


def test_a_held_package_is_put_aside_with_a_reason_and_its_bytes_stay(other):
    held = arriving.from_stick(clerk(), b"bukan paket").held
    with pytest.raises(Refused):
        acts.discard(by=clerk(), held_id=held.pk, reason=" ")
    acts.discard(by=clerk(), held_id=held.pk, reason="Diska kosong")
    assert files.content(Held.objects.get().file) == b"bukan paket"
    with pytest.raises(Refused):
        acts.discard(by=clerk(), held_id=held.pk, reason="Lagi")


def post(other, note="kepada mereka", attachments=(), **more) -> Parcel:
    """Something this house sends."""
    partner = posting.partner_of(other.kind, other.path)
    values = {"type_code": ground.TYPE, "payload": {"note": note}, "title": "Paket uji", **more}
    with performing("uji"):
        return posting.post(to=partner, subject="task:1", attachments=attachments, **values)


def test_what_is_sent_opens_over_there_with_its_files_and_carries_a_running_number(other):
    first, second = (
        post(other),
        post(other, attachments=[Attachment("../a.txt", "text/plain", b"isi")]),
    )
    body = codec.unseal(posting.sealed(second), other.own.sealing)
    codec.verify(body, bytes.fromhex(keys.newest().card.signing))
    assert (first.sequence, second.sequence) == (1, 2)
    assert (body.digest, body.files) == (second.digest, (b"isi",))
    assert body.said["files"][0]["name"] == "a.txt"
    assert codec.unseal(posting.sealed(second), other.own.sealing).digest == second.digest


def test_nothing_goes_to_an_office_whose_key_was_not_confirmed():
    other = OtherHouse()
    other.introduced(confirmed=False)
    with pytest.raises(Refused, match="belum diperkenalkan"):
        post(other)


def test_a_receipt_closes_a_package_and_a_later_one_does_not_open_it_again(other):
    parcel = post(other)
    body = codec.unseal(posting.sealed(parcel), other.own.sealing)
    held = other.receipt(body, outcome="ditahan", code="versi", facts={"schema": "2", "known": "1"})
    arriving.from_network(other.packed(held))
    parcel.refresh_from_db()
    assert (parcel.state, parcel.code) == ("ditahan", "versi")
    arriving.from_stick(clerk(), other.packed(other.receipt(body)))
    arriving.from_network(other.packed(held))
    parcel.refresh_from_db()
    assert parcel.state == "diterima" and parcel.receipt
    assert parcel.digest in LedgerEntry.objects.filter(act="exchange.receipt").first().payload


@pytest.mark.parametrize("change", [{"digest": "0" * 64}, {"outcome": "hilang"}])
def test_a_receipt_for_something_else_proves_nothing(other, change):
    parcel = post(other)
    body = codec.unseal(posting.sealed(parcel), other.own.sealing)
    answer = arriving.from_network(other.packed(other.receipt(body, **change)))
    parcel.refresh_from_db()
    assert (answer.code, parcel.state) == ("tanda-asing", "menunggu")


def test_a_receipt_of_another_partner_closes_nothing(other):
    parcel = post(other)
    body = codec.unseal(posting.sealed(parcel), other.own.sealing)
    province = OtherHouse("kpu", "73")
    province.introduced()
    assert arriving.from_network(province.packed(province.receipt(body))).code == "tanda-asing"


def test_a_package_leaves_as_a_file_with_a_trace(other):
    parcel = post(other)
    content = acts.hand_over(by=clerk(), parcel_id=parcel.pk)
    assert codec.unseal(content, other.own.sealing).digest == parcel.digest
    assert parcel.digest in LedgerEntry.objects.get(act="exchange.hand").payload


def test_tries_come_sooner_at_first_and_daily_in_the_end():
    start = clock.real()
    pauses = [jobs.next_try(n, start) - start for n in range(9)]
    assert pauses[0] == timedelta() and pauses[5] == timedelta(hours=6)
    assert set(pauses[6:]) == {timedelta(hours=24)} and pauses == sorted(pauses)


def test_the_one_who_entered_a_card_does_not_confirm_it():
    other = OtherHouse()
    keeper, chair = factories.account("sekretaris"), factories.account("ketua")
    by = factories.viewer("sekretaris", account_id=keeper.pk)
    key = partners.introduce(by=by, card_text=other.card)
    values = {"key_id": key.pk, "fingerprint": other.own.card.fingerprint, "letter": "1/2024"}
    with pytest.raises(Refused, match="oleh orang lain"):
        partners.confirm(by=by, **values)
    second = factories.viewer("ketua", account_id=chair.pk)
    with pytest.raises(Refused, match="tidak sama"):
        partners.confirm(by=second, **{**values, "fingerprint": "A" * 32})
    with pytest.raises(Refused, match="surat"):
        partners.confirm(by=second, **{**values, "letter": ""})
    assert partners.confirm(by=second, **values).in_force
    with pytest.raises(Refused, match="sudah pernah"):
        partners.introduce(by=by, card_text=other.card)


def test_our_own_card_is_no_partner_and_a_new_key_opens_what_the_old_one_was_given(other):
    by = factories.viewer("sekretaris")
    with pytest.raises(Refused, match="kantor Anda sendiri"):
        partners.introduce(by=by, card_text=written(keys.newest().card))
    raw, old = other.package("lama"), keys.newest().card.fingerprint
    card = partners.renew_own_key(by=by, reason="Pergantian tahunan")
    assert card.fingerprint != old
    assert arriving.from_network(raw).taken
    other.here = card
    assert other.opened(arriving.from_network(other.package("baru")).receipt)


def test_only_whoever_keeps_cards_enters_them_and_no_village_sees_the_exchange():
    with pytest.raises(Forbidden):
        partners.introduce(by=clerk(), card_text="x")
    with pytest.raises(Forbidden):
        queries.received(factories.viewer("pps", "73.12.01.1001"))
    with pytest.raises(Forbidden):
        acts.discard(by=factories.viewer("ppk", "73.12.01"), held_id=1, reason="x")


@pytest.mark.parametrize("code", REASONS)
def test_every_reason_is_a_sentence_even_when_a_fact_is_missing(code):
    for text in (sentence(code, {}).id, sentence(code, {}).en):
        assert text.strip() and "%(" not in text
