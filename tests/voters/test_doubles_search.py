"""The whole list is searched for names alike (class K3); a person decides, nothing is removed."""

import pytest
from django.test import Client
from django.urls import reverse

from jurdil.kernel.acts import Refused
from jurdil.voters import queries
from jurdil.voters.actions import judge_double, search_doubles
from jurdil.voters.jobs import search_all
from jurdil.voters.models import Ganda, PemilihVersi, PencarianGanda
from tests import factories
from tests.voters.people import OTHER, elements, enlist

pytestmark = pytest.mark.django_db


@pytest.fixture
def by():
    return factories.viewer("operator", account_id=factories.account("operator").pk)


def searched(by) -> PencarianGanda:
    made = search_doubles(by=by)
    search_all.func(made.pk)
    made.refresh_from_db()
    return made


def test_names_alike_are_put_side_by_side_once_and_nobody_leaves_the_list(by):
    enlist(elements("Rosmiati Hasan"), elements("Rosmiyati Hasan"), elements("Andi Lain"))
    enlist(elements("Hasan Rosmiati"), elements("Baso"), village=OTHER)
    first = searched(by)
    assert (first.state, first.compared, first.entries) == ("selesai", 10, 10)
    kinds = list(Ganda.objects.order_by("pk").values_list("kind", "path"))
    assert kinds == [("K3", "73.12.01.1001"), ("K3", "73.12.01")]
    assert first.found == 2
    again = searched(by)
    assert again.found == 0
    assert Ganda.objects.count() == 2
    assert PemilihVersi.objects.filter(status="aktif").count() == 5


def test_a_pair_that_was_decided_does_not_come_back(by):
    enlist(elements("Contoh Kembar"), elements("Contoh Kembar"))
    searched(by)
    pair = Ganda.objects.get()
    election = factories.election("rutin", voting_day=None).pk
    judge_double(by=by, pair_id=pair.pk, election_id=election, leaves=None, note="Saudara kembar")
    assert searched(by).found == 0
    pair.refresh_from_db()
    assert pair.state == "berbeda"


def test_one_search_at_a_time_and_one_whose_worker_died_begins_anew(by):
    enlist(elements("Contoh Kembar"), elements("Contoh Kembar"))
    made = search_doubles(by=by)
    with pytest.raises(Refused, match="sedang berjalan"):
        search_doubles(by=by)
    assert queries.double_search(by).running
    search_all.func(made.pk)
    search_all.func(made.pk)
    assert Ganda.objects.count() == 1
    shown = queries.double_search(by)
    assert (shown.waiting, shown.running, shown.found) == (1, False, 1)


def test_the_page_starts_a_search_and_says_what_it_found(by):
    factories.election("rutin", voting_day=None)
    enlist(elements("Contoh Kembar"), elements("Contoh Kembar"))
    client = Client()
    client.force_login(factories.account("operator"))
    page = client.post(reverse("voters:doubles_search"), follow=True).content.decode()
    assert "Pencarian dimulai" in page
    assert "0 dari 4 entri" in page
    search_all.func(PencarianGanda.objects.get().pk)
    page = client.get(reverse("voters:doubles")).content.decode()
    assert "4 entri dibandingkan, 1 pasangan baru" in page
