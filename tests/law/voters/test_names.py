"""One key for the spellings of one name, so that search and doubles find it (calendar 3.9)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jurdil.law.voters.names import LONGEST, name_key, name_words


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("Muh. Contoh", "MUHAMMAD CONTOH"),
        ("MOCH CONTOH", "MUHAMMAD CONTOH"),
        ("Drs. H. Andi Contoh, M.Si", "ANDI CONTOH"),
        ("ANDI CONTOH S.Pd.", "ANDI CONTOH"),
        ("St. Contoh", "SITI CONTOH"),
        ("A'isyah  Contoh", "AISYAH CONTOH"),
        ("Hj", "HJ"),
        ("---", ""),
    ],
)
def test_spellings_share_a_key(written, key):
    assert name_key(written) == key


@given(st.text(max_size=60))
def test_a_key_is_its_own_key(name):
    once = name_words(name)
    assert all(0 < len(word) <= LONGEST and word == word.upper() for word in once)
    assert name_words(" ".join(once)) == once
