"""Digits and words of a paper say the same number."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jurdil.law.terbilang import LIMIT, day_in_words, terbilang

NAMES = dict(
    zip("nol satu dua tiga empat lima enam tujuh delapan sembilan".split(), range(10), strict=True)
)
SCALES = {"ribu": 1000, "juta": 10**6, "miliar": 10**9, "triliun": 10**12}


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "nol"),
        (10, "sepuluh"),
        (11, "sebelas"),
        (18, "delapan belas"),
        (20, "dua puluh"),
        (100, "seratus"),
        (118, "seratus delapan belas"),
        (210, "dua ratus sepuluh"),
        (1000, "seribu"),
        (1998, "seribu sembilan ratus sembilan puluh delapan"),
        (61758, "enam puluh satu ribu tujuh ratus lima puluh delapan"),
        (
            151_793_293,
            "seratus lima puluh satu juta tujuh ratus sembilan puluh tiga ribu dua ratus "
            "sembilan puluh tiga",
        ),
        (1_000_000, "satu juta"),
        (100_000, "seratus ribu"),
        (1_000_000_000_000, "satu triliun"),
    ],
)
def test_numbers_of_real_papers(number, words):
    assert terbilang(number) == words


def value(words):
    """What the words say, read by another way than they were made."""
    total = group = 0
    for word in words.split():
        if word in SCALES:
            total, group = total + group * SCALES[word], 0
        elif word == "seribu":
            total += 1000
        elif word == "seratus":
            group += 100
        elif word in ("sepuluh", "sebelas"):
            group += 10 + (word == "sebelas")
        elif word == "belas":
            group += 10
        elif word == "puluh":
            group += group % 10 * 9
        elif word == "ratus":
            group += group % 10 * 99
        else:
            group += NAMES[word]
    return total + group


@given(st.integers(0, LIMIT - 1))
def test_the_words_read_back_as_the_number(number):
    assert value(terbilang(number)) == number


@pytest.mark.parametrize("number", [-1, LIMIT])
def test_what_has_no_words_is_refused(number):
    with pytest.raises(ValueError, match="no words"):
        terbilang(number)


def test_a_day_is_told_as_minutes_begin():
    assert day_in_words(date(2024, 2, 15)) == (
        "Kamis, tanggal lima belas bulan Februari tahun dua ribu dua puluh empat"
    )
