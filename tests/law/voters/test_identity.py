"""The traps of source lists are named; what is normal at Dukcapil is never called a fault."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jurdil.law.voters.identity import ELEMENTS, hints, is_sound, number_traps, read_birth, traps_of

TODAY = date(2024, 2, 14)
SOUND = {
    "nkk": "9973120101240001",
    "nik": "9973014107900003",
    "nama": "Contoh Satu",
    "tempat_lahir": "Watansoppeng",
    "tanggal_lahir": "01-07-1990",
    "status_kawin": "S",
    "jenis_kelamin": "P",
    "alamat": "Jalan Contoh",
    "rt": "001",
    "rw": "002",
    "disabilitas": "",
    "ktp_el": "S",
    "keterangan": "",
}


def codes(**changes):
    return [hit.trap.code for hit in traps_of({**SOUND, **changes}, TODAY)]


def test_a_sound_row_has_no_trap_and_thirteen_elements():
    assert codes() == []
    assert len(ELEMENTS) == len(SOUND) == 13


@pytest.mark.parametrize(
    ("nik", "code"),
    [
        ("", "N-101"),
        ("99730141O7900003", "N-102"),
        ("9,97301E+15", "N-103"),
        ("9.97301410790000E+15", "N-103"),
        ("997301410790000", "N-104"),
        ("99", "N-105"),
        ("0", "N-106"),
        ("0000000000000000", "N-106"),
        ("9973014107900000", "N-107"),
    ],
)
def test_real_faults_of_numbers_are_named(nik, code):
    assert codes(nik=nik) == [code]
    assert not is_sound(nik)


def test_another_region_and_first_of_july_are_no_faults():
    """Kaur: 10,058 NIKs with another area are normal; a day not known is set to 1 July."""
    assert codes(nik="9911011508800004", tanggal_lahir="01-07-1980") == []
    assert hints("9911011508800004", date(1980, 7, 1), "P", "997301") == ("area", "birth", "sex")
    assert hints(SOUND["nik"], date(1990, 7, 1), "P", "997301") == ()
    assert hints("99", date(1990, 7, 1), "P", "997301") == ()


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({"nama": ""}, ["N-201"]),
        ({"nama": "Ab"}, ["N-202"]),
        ({"nama": "S4tu Dua"}, ["N-203"]),
        ({"tanggal_lahir": ""}, ["N-301"]),
        ({"tanggal_lahir": "31-02-1990"}, ["N-302"]),
        ({"tanggal_lahir": "01-07-90"}, ["N-302"]),
        ({"tanggal_lahir": "07-25-1990"}, ["N-303"]),
        ({"tanggal_lahir": "01-07-2030"}, ["N-304"]),
        ({"tanggal_lahir": "01-07-1880"}, ["N-304"]),
        ({"jenis_kelamin": "W"}, ["N-401"]),
        ({"status_kawin": "K"}, ["N-402"]),
        ({"rt": "000", "rw": ""}, ["N-501", "N-502"]),
    ],
)
def test_other_traps(changes, found):
    assert codes(**changes) == found


def test_only_a_row_without_a_name_cannot_be_taken():
    assert [hit.trap.blocks for hit in traps_of({**SOUND, "nama": "", "nik": "1"}, TODAY)] == [
        False,
        True,
    ]


def test_both_orders_of_a_date_are_read_and_a_doubtful_one_is_day_first():
    assert read_birth("1990-07-01").day == read_birth("01/07/1990").day == date(1990, 7, 1)
    assert read_birth("04-05-1990").day == date(1990, 5, 4)
    assert read_birth("07-25-1990") == read_birth("7/25/1990")
    assert read_birth("07-25-1990").swapped


@given(st.text(max_size=20))
def test_any_text_gets_an_answer_and_a_sound_number_is_sixteen_digits(text):
    assert (not list(number_traps(text))) == is_sound(text)
    if is_sound(text):
        assert len(text) == 16
        assert text.isdigit()


@given(st.dates(date(1900, 1, 1), date(2020, 1, 1)))
def test_every_day_is_read_back(day):
    assert read_birth(day.strftime("%d-%m-%Y")).day == day
    assert read_birth(day.isoformat()).day == day
