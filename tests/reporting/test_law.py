"""Numbers, days and sums of Indonesian text: the published slips, each by its name."""

from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jurdil.law.figure import Input, Unit, share, total
from jurdil.law.formats import number
from jurdil.law.reporting import clipping, days, evaluation, numbers, release, sums
from jurdil.law.reporting.release import Known, Window
from jurdil.law.terbilang import terbilang
from jurdil.law.text import Text
from tests.reporting.ground import PARTIES

DAY = date(2024, 3, 1)
LIST = ", ".join(f"{name} {count}" for name, count in PARTIES.items())


def stops(text, dated=DAY, windows=(), facts=None):
    """The codes that stop a text whose every number has a source or a fact."""
    reading = release.read(text, dated)
    keys = [release.mark_key(reading, at) for at in range(len(reading.numbers))]
    found = release.check(reading, dated, facts or {}, dict.fromkeys(keys, "contoh"), windows)
    return [one.code for one in found if one.stops]


def test_bandar_lampung_2897_announced_and_the_parties_sum_to_2616():
    said = f"KPU Bandar Lampung memverifikasi 2.897 anggota dari 9 partai, yaitu {LIST}."
    found = sums.mismatches(said, release.read(said, DAY).numbers)
    assert [(one.stated, one.counted) for one in found] == [(2897, 2616)]
    assert found[0].text.id == (
        "Tertulis 2.897, padahal bagian-bagiannya menghasilkan 2.616 (selisih 281)."
    )
    assert stops(said.replace("2.897", "2.616")) == []


def test_bandar_lampung_as_a_list_with_its_total():
    lines = "\n".join(f"- {name}: {count}" for name, count in PARTIES.items())
    assert stops(f"{lines}\nJumlah: 2.897") == ["jumlah-berbeda"]
    assert stops(f"{lines}\nJumlah: 2.616") == []


@pytest.mark.parametrize(
    ("said", "counted"),
    [
        (
            "Dari pagu Rp50.000.000.000 dipakai Rp43.463.026.663, sisa Rp6.536.973.137.",
            6_536_973_337,
        ),
        (
            "Sisa Rp6.536.973.137 ditambah bunga Rp294.784.007, dikembalikan Rp6.831.757.241.",
            6_831_757_144,
        ),
    ],
    ids=["off by Rp200", "off by Rp97"],
)
def test_pamekasan_grant_figures_that_do_not_agree(said, counted):
    assert stops(said) == ["jumlah-berbeda"]
    found = sums.mismatches(said, release.read(said, DAY).numbers)
    assert found[0].counted == counted
    right = said.replace(number(int(found[0].stated), "id"), number(counted, "id"))
    assert stops(right) == []


def test_gunungkidul_least_support_off_by_one():
    said = "Dukungan minimal 7,5 persen dari 613.144 pemilih, yaitu 45.987 dukungan."
    assert stops(said) == ["jumlah-berbeda"]
    assert stops(said.replace("45.987", "45.986")) == []
    assert stops("Dukungan 7,5 persen dari 613.144 pemilih menurut 4 divisi.") == []


def test_yogyakarta_men_and_women_make_another_total():
    said = "DPT 2.877.756 pemilih, terdiri atas 1.380.616 laki-laki dan 1.452.140 perempuan."
    assert stops(said) == ["jumlah-berbeda"]
    assert stops(said.replace("2.877.756", "2.832.756")) == []


def test_figures_that_do_add_up_pass():
    assert stops("Hibah Rp29.286.275.000: Rp11.714.510.000 dan Rp17.571.765.000.") == []
    assert stops("DPT 314.226, laki-laki 157.801 dan perempuan 156.425.") == []
    assert stops("Partisipasi 83,35 persen dari 3.288.262 pemilih, yaitu 2.740.692 orang.") == []


def test_turnout_without_its_denominator_is_stopped():
    users = Input(Text("Pengguna", "Users"), 2_740_692)
    voters = Input(Text("DPT dan DPK", "DPT and DPK"), 3_288_262)
    known = Known(
        "p", Text("Partisipasi", "Turnout"), share(users, voters, article="", confirmed=True)
    )
    facts = {"83,35 persen#1": known}
    assert stops("Partisipasi Bali 83,35 persen.", facts=facts) == ["penyebut-hilang"]
    told = "Partisipasi Bali 83,35 persen dari 3.288.262 pemilih."
    assert stops(told, facts=facts) == []
    other = {"83,83 persen#1": known}
    assert "angka-berbeda" in stops("Partisipasi 83,83 persen dari 3.288.262.", facts=other)


def test_the_participation_index_is_no_turnout():
    index = total([Input(Text("IPP", "IPP"), Fraction(8087, 100))], article="", confirmed=True)
    facts = {"80,87 persen#1": Known("ipp", Text("Indeks Partisipasi", "Index"), index)}
    assert stops("Partisipasi pemilih Jawa Timur 80,87 persen.", facts=facts) == ["satuan-berbeda"]


def test_two_official_sets_of_one_turnout_are_told_apart():
    first = share(
        Input(Text("a", "a"), 8148), Input(Text("b", "b"), 10000), article="", confirmed=True
    )
    facts = {"81,78 persen#1": Known("p", Text("Partisipasi", "Turnout"), first)}
    found = stops("Partisipasi 81,78 persen dari 10.000 pemilih.", facts=facts)
    assert found == ["angka-berbeda"]


def test_the_fact_itself_does_not_add_up():
    whole = total([Input(Text("s", "s"), 2897)], article="", confirmed=True)
    parts = tuple(Fraction(one) for one in PARTIES.values())
    facts = {"2.897#1": Known("s", Text("Sampel", "Sample"), whole, parts)}
    assert stops("Ada 2.897 sampel.", facts=facts) == ["jumlah-berbeda"]


def test_the_slip_of_15_oktober_2019_in_a_report_of_22_july_2019():
    written = date(2019, 7, 22)
    said = "Rapat evaluasi dilaksanakan pada 15 oktober 2019."
    assert stops(said, written) == ["tanggal-belum-terjadi"]
    assert stops(said.replace("dilaksanakan", "akan dilaksanakan"), written) == []
    assert stops(said.replace("oktober", "juli"), written) == []


def test_a_weekday_that_does_not_fit_and_a_day_that_no_calendar_has():
    assert stops("Pemungutan pada Kamis, 14 Februari 2024.") == ["hari-tidak-cocok"]
    assert stops("Pemungutan pada Rabu, 14 Februari 2024.") == []
    assert stops("Rapat pada 31 Februari 2024.") == ["tanggal-mustahil"]


def test_a_stage_told_outside_its_window():
    voting = date(2024, 2, 14)
    windows = (Window(Text("Pemungutan suara", "Voting"), voting, voting),)
    assert stops("Pemungutan suara 15 Februari 2024.", windows=windows) == [
        "tanggal-di-luar-jadwal"
    ]
    assert stops("Pemungutan suara 14 Februari 2024.", windows=windows) == []
    assert stops("Rapat 15 Februari 2024.", windows=windows) == []


def test_a_number_without_fact_or_source_is_stopped_and_names_are_no_figures():
    said = (
        "Menurut Pasal 5 ayat (2) UU 7/2017 pada Pemilu 2024 pukul 09.30 WITA, TPS 7 di Dapil 2 "
        "memakai Keputusan Nomor 12 Tahun 2024, Rabu, 14 Februari 2024."
    )
    assert release.read(said, DAY).numbers == ()
    reading = release.read("Hadir 118 orang dari dua ratus undangan.", DAY)
    found = release.check(reading, DAY, {}, {})
    assert [one.code for one in found] == ["angka-tanpa-sumber"] * 2


@pytest.mark.parametrize("odd", ["2,897", "83.35 persen", "1.5"])
def test_a_spelling_that_can_be_read_two_ways_is_stopped(odd):
    assert "angka-rancu" in stops(f"Ada {odd} di sana")


@given(st.integers(0, 10**12))
def test_every_count_is_read_back_as_it_is_printed(value):
    reading = release.read(f"Ada {number(value, 'id')} lembar", DAY)
    year = 1900 <= value < 2100
    assert [one.value for one in reading.numbers] == [value] or year
    assert numbers.from_words(terbilang(value)) == value


@given(st.integers(0, 10**6), st.integers(1, 3))
def test_every_decimal_is_read_back_and_fits_only_itself(units, places):
    value = Fraction(units, 10**places)
    reading = release.read(f"Ada {number(value, 'id', places)} persen", DAY)
    assert [one.value for one in reading.numbers] == [value]
    mention = reading.numbers[0]
    assert mention.unit == Unit.PERCENT
    assert numbers.fits(mention, value)
    assert not numbers.fits(mention, value + mention.step)
    assert numbers.fits(mention, value + mention.step / 3)


@given(st.dates(date(1950, 1, 1), date(2099, 12, 31)))
def test_every_day_is_read_back_in_all_spellings(day):
    for said in (days.written(day), f"{day:%d-%m-%Y}", f"{day:%d/%m/%Y}", day.isoformat()):
        assert days.parse(said) == day
    assert not days.find(days.written(day), 0)[0].wrong_weekday
    wrong = days.WEEKDAYS[(day.weekday() + 1) % 7]
    assert days.find(f"{wrong}, {day.day} {days.MONTHS[day.month - 1][0]} {day.year}", 0)[
        0
    ].wrong_weekday


@given(st.text(max_size=200))
def test_no_text_breaks_the_reading(said):
    reading = release.read(said, DAY)
    release.check(reading, DAY, {}, {})


@given(st.lists(st.integers(10, 10**6), min_size=2, max_size=9), st.integers(-50, 50))
def test_a_breakdown_passes_exactly_when_it_adds_up(parts, slip):
    stated = sum(parts) + slip
    listed = ", ".join(f"Partai {chr(65 + at)} {number(one, 'id')}" for at, one in enumerate(parts))
    said = f"Seluruhnya {number(stated, 'id')} lembar, yaitu {listed}."
    # A total that equals the number of its parts reads as that number.
    if stated > 0 and stated != len(parts) and stated not in parts:
        found = sums.mismatches(said, release.read(said, DAY).numbers)
        assert bool(found) == (slip != 0) or any(1900 <= one < 2100 for one in [*parts, stated])


def test_days_without_a_year_take_that_of_the_sentence():
    found = days.find("Pada 12 Februari dan 14 Februari 2024.", 2030)
    assert [one.day for one in found] == [date(2024, 2, 12), date(2024, 2, 14)]
    span = days.find("Rakor 28 s.d. 30 Oktober 2024.", 0)[0]
    assert (span.first, span.day) == (date(2024, 10, 28), date(2024, 10, 30))


@pytest.mark.parametrize(
    "link",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "data:text/html,<script>",
        "//media.example",
        "https://media.example@evil.example/x",
        "https://",
        "ftp://media.example/a",
        "https://media.example/a b",
        "https://localhost/x",
    ],
)
def test_a_link_that_is_none_of_the_web_is_refused(link):
    with pytest.raises(ValueError, match="no address"):
        clipping.safe_link(link)


def test_links_and_tones_as_they_are_typed():
    assert clipping.safe_link(" https://media.example/a?b=1 ") == "https://media.example/a?b=1"
    assert [clipping.tone(one) for one in ("Positif", "-", "biasa")] == [
        "positif",
        "negatif",
        "netral",
    ]
    with pytest.raises(ValueError, match="no tone"):
        clipping.tone("entah")


def test_planned_and_done_told_apart_from_waiting():
    from datetime import UTC, datetime

    now = datetime(2024, 3, 1, tzinfo=UTC)
    before, after = now - timedelta(days=2), now + timedelta(days=2)
    stands = [
        evaluation.standing(evaluation.Planned(before, after, before), now),
        evaluation.standing(evaluation.Planned(before, before, now), now),
        evaluation.standing(evaluation.Planned(before, before, None), now),
        evaluation.standing(evaluation.Planned(before, before, None, held=True), now),
        evaluation.standing(evaluation.Planned(before, before, None, finishes=False), now),
        evaluation.standing(evaluation.Planned(before, after, None), now),
        evaluation.standing(evaluation.Planned(after, after, None), now),
        evaluation.standing(evaluation.Planned(None, None, None), now),
    ]
    assert stands == [
        evaluation.ON_TIME,
        evaluation.LATE_DONE,
        evaluation.OVERDUE,
        evaluation.HELD,
        evaluation.PASSED,
        evaluation.RUNNING,
        evaluation.AHEAD,
        evaluation.UNDATED,
    ]
    made = evaluation.balance(stands, Text("Tugas", "Tasks"))
    assert (made.planned, made.done.value, made.late.value) == (8, Fraction(3, 8), 2)
    assert made.on_time.value == Fraction(1, 2)
    assert evaluation.balance([], Text("a", "a")).done.absent
