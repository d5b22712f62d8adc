"""The plenary machine walked at random; mandates; the words of the paper.

Guards PKPU 5/2024 art. 14 (mandates), art. 5 (levels), PKPU 18/2024 art. 39 (objections).
"""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from jurdil.law import sitting, sitting_words
from jurdil.law.regime import load_regime
from jurdil.law.sitting import Mandate, Move, Row, Sitting, Step
from jurdil.law.text import Text


class Room(RuleBasedStateMachine):
    """Any order of steps: what is refused changes nothing, what is allowed obeys the law."""

    def __init__(self):
        super().__init__()
        self.state, self.row = Sitting.PREPARED, Row.WAITING
        self.read = self.matched = self.objected = False

    @rule(step=st.sampled_from(Step))
    def chair(self, step):
        before = self.state
        try:
            self.state = sitting.after(self.state, step)
        except sitting.IllegalStep:
            assert step not in sitting.steps_from(before)
        else:
            assert step in sitting.steps_from(before)

    @rule(move=st.sampled_from(Move))
    def desk(self, move):
        before = self.row
        try:
            self.row = sitting.row_after(self.state, self.row, move)
        except sitting.IllegalStep:
            assert self.state is not Sitting.OPEN or move not in sitting.moves_from(before)
            return
        assert self.state is Sitting.OPEN
        self.read = self.read or move is Move.READ
        self.objected = self.objected or move is Move.OBJECT
        self.matched = move is Move.MATCH or (self.matched and move is not Move.CORRECT)
        if move is Move.CORRECT:
            assert self.row is not Row.APPROVED

    @invariant()
    def nothing_is_approved_unread(self):
        if self.row is not Row.WAITING:
            assert self.read
        if self.row is Row.APPROVED:
            assert self.matched or self.objected

    @invariant()
    def a_closed_sitting_stays_closed(self):
        if self.state is Sitting.CLOSED:
            assert sitting.steps_from(self.state) == ()


TestRoom = Room.TestCase

mandates = st.builds(
    Mandate,
    participant=st.sampled_from(["ppwp:1", "ppwp:2", "partai:4"]),
    person=st.sampled_from("abcde"),
    level=st.sampled_from(["kabko", "provinsi", "nasional", "kecamatan"]),
    in_room=st.booleans(),
)


@given(st.lists(mandates, max_size=12))
def test_whoever_comes_in_whatever_order_the_room_obeys_article_14(asked):
    known: list[Mandate] = []
    for new in asked:
        try:
            sitting.check_mandate(new, known)
        except sitting.BadMandate:
            continue
        known = [one for one in known if one.person != new.person] + [new]
    for key in {one.participant for one in known}:
        own = [one for one in known if one.participant == key]
        assert len(own) <= 2
        assert sum(one.in_room for one in own) <= 1
    assert len({one.person for one in known}) == len(known)
    assert all(one.level != "kecamatan" for one in known)


def test_a_party_is_one_participant_in_all_contests_of_lists():
    keys = {sitting.participant_key(c, "list", 4) for c in ("dpr", "dprd-prov", "dprd-kab")}
    assert keys == {"partai:4"}
    assert sitting.participant_key("ppwp", "pair", 1) != sitting.participant_key("gub", "pair", 1)


def test_the_regency_determines_its_own_council_and_regent_and_sends_the_rest_up():
    pemilu, pilkada = load_regime("pemilu-2024"), load_regime("pilkada-2024")
    own = {
        one.id
        for regime in (pemilu, pilkada)
        for one in regime.contests
        if sitting.determines(one.determined_at, "kabko")
    }
    assert own == {"dprd-kab", "bupati", "walikota"}
    assert not any(sitting.determines(one.determined_at, "kecamatan") for one in pemilu.contests)
    title = sitting_words.decision_title
    assert title(Text("DPRD Kabupaten", ""), "kabko", "kabko", "Kabupaten X").id == (
        "Penetapan hasil DPRD Kabupaten Kabupaten X"
    )
    assert title(Text("DPR", ""), "nasional", "kabko", "Kabupaten X").id.startswith(
        "Rekapitulasi hasil DPR"
    )
    assert sitting_words.sent_up("kabko", "kabko") is None
    assert "provinsi" in sitting_words.sent_up("nasional", "kabko").id
    assert "kabupaten" in sitting_words.sent_up("kabko", "kecamatan").id


def correction(**more):
    values = {
        "place": "TPS 003 Desa X",
        "field": "bagian IV paslon 2",
        "old": 118,
        "new": 181,
        "reason": "salah-baca",
        "note": "",
        "initials": ("PPK 1", "Saksi paslon 1"),
    }
    return sitting_words.correction_text(sitting_words.Correction(**{**values, **more}))


@pytest.mark.parametrize(
    ("more", "text"),
    [
        (
            {},
            "TPS 003 Desa X, bagian IV paslon 2: tertulis 118, dibetulkan menjadi 181 karena salah "
            "baca angka pada C.Hasil; diparaf PPK 1, Saksi paslon 1.",
        ),
        (
            {"old": None, "new": 0, "reason": "lain", "note": "kertas basah.", "initials": ()},
            "TPS 003 Desa X, bagian IV paslon 2: tertulis kosong, dibetulkan menjadi 0 karena "
            "kertas basah.",
        ),
        (
            {"old": 61758, "new": None, "note": "lihat C.Kejadian Khusus", "initials": ("KPU 1",)},
            "TPS 003 Desa X, bagian IV paslon 2: tertulis 61.758, dibetulkan menjadi kosong karena "
            "salah baca angka pada C.Hasil, lihat C.Kejadian Khusus; diparaf KPU 1.",
        ),
    ],
)
def test_the_paragraph_of_a_correction(more, text):
    assert correction(**more) == text


def status(level="", determined_at="kabko", districts=0, signed=0):
    one = sitting_words.Signed(level, "2 Desember 2024", "BA 12/2024") if level else None
    return sitting_words.status(
        determined_at=determined_at, signed=one, districts=districts, districts_signed=signed
    )


def test_nothing_before_a_signed_d_hasil_is_official():
    before = status(districts=18, signed=11)
    assert (before.title.id, before.official) == ("Hitung internal, bukan hasil resmi", False)
    assert before.note.id == "11 dari 18 kecamatan sudah menandatangani D.Hasil."
    assert status().note.id.startswith("Angka ini dijumlahkan dari formulir TPS")


def test_after_it_the_level_and_the_day_are_said():
    assert status("kecamatan").title.id == "Rekapitulasi kecamatan, 2 Desember 2024"
    assert status("kabko").title.id == "Penetapan hasil kabupaten/kota, 2 Desember 2024"
    sent = status("kabko", determined_at="nasional")
    assert sent.title.id == "Rekapitulasi hasil kabupaten/kota, 2 Desember 2024"
    assert sent.note.id == (
        "BA 12/2024. Selanjutnya diteruskan ke KPU provinsi untuk rekapitulasi berikutnya."
    )
    assert all(one.official for one in (status("kecamatan"), status("kabko"), sent))
