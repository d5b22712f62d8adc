"""The present list: found by number and name, paged by key, within the viewer's place only."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from jurdil.kernel.paging import decode
from jurdil.voters import queries
from jurdil.voters.actions import reveal
from jurdil.voters.models import PemilihVersi
from tests import factories
from tests.voters.people import OTHER, VILLAGE, elements, enlist

pytestmark = pytest.mark.django_db


def test_a_voter_is_found_by_nik_without_the_number_being_kept():
    one = elements("Siti Contoh")
    (row,) = enlist(one)
    enlist(elements("Lain"))
    found = queries.by_number(factories.viewer(), one.nik)
    assert [voter.name for voter in found] == ["Siti Contoh"]
    assert [voter.name for voter in queries.by_number(factories.viewer(), one.nkk)] == [row.name]
    kept = repr(list(PemilihVersi.objects.values()))
    assert one.nik not in kept and one.nkk not in kept
    assert one.nik.encode() not in bytes(row.nik_sealed)


@pytest.mark.parametrize(
    "text", ["muhammad rizal", "Moh. Rizal", "rizal", "muh riz", "H. MUHAMMAD RIZAL, S.Pd."]
)
def test_a_name_is_found_as_people_spell_it(text):
    enlist(elements("Muh. Rizal"), elements("Muhammad Rahman"), elements("Rizka"))
    assert [row.name for row in queries.by_name(factories.viewer(), text)] == ["Muh. Rizal"]


def test_pages_follow_each_other_without_gap_or_repeat():
    people = [elements(f"Contoh {n:02}", rt=f"{n % 3:03}") for n in range(25)]
    enlist(*people)
    enlist(elements("Desa Lain"), village=OTHER)
    seen, after = [], None
    while True:
        page = queries.voters(factories.viewer(), queries.Filter(path=VILLAGE), after, 10)
        seen += [row.name for row in page.rows]
        if not page.after:
            break
        after = decode(page.after)
    assert sorted(seen) == sorted(one.nama for one in people)
    assert len(seen) == 25


def test_who_works_in_one_village_sees_no_other():
    one = elements("Siti Contoh")
    (row,) = enlist(one)
    elsewhere = factories.viewer("pps", OTHER)
    assert queries.by_number(elsewhere, one.nik) == ()
    assert queries.by_name(elsewhere, "siti") == ()
    assert queries.voters(elsewhere, queries.Filter()).rows == ()
    with pytest.raises(PemilihVersi.DoesNotExist):
        queries.voter(elsewhere, row.pemilih_id)


def test_a_number_is_revealed_by_an_act_with_its_reason():
    one = elements()
    (row,) = enlist(one)
    account = factories.account("operator")
    by = factories.viewer("operator", account_id=account.pk)
    numbers = reveal(by=by, voter_id=row.pemilih_id, reason="mencocokkan KK")
    assert (numbers.nik, numbers.nkk) == (one.nik, one.nkk)
    from jurdil.kernel.models import LedgerEntry

    entry = LedgerEntry.objects.order_by("-seq").first()
    assert (entry.act, entry.subject) == ("voters.reveal", f"pemilih:{row.pemilih_id}")
    assert "mencocokkan KK" in entry.payload and one.nik not in entry.payload


def test_a_deep_page_begins_the_index_at_its_own_village():
    """Of two lower bounds SQLite walks the index from the one that it reads first."""
    by = factories.viewer()
    last = enlist(elements("Contoh Akhir"))[-1]
    with CaptureQueriesContext(connection) as captured:
        queries.voters(by, queries.Filter(by.path), (last.pk,))
    asked = [one["sql"] for one in captured if "ORDER BY" in one["sql"]]
    condition = asked[-1].partition("WHERE")[2]
    assert f">= '{last.village}'" in condition.partition("AND")[0]
