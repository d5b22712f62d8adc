"""Money politics: phase by the schedule, article by phase and actor, receivers counted."""

from datetime import date

import pytest
from django.urls import reverse

from jurdil.kernel.acts import Refused
from jurdil.kernel.roles import BAWASLU
from jurdil.oversight import actions, queries
from jurdil.oversight.models import FindingDraft, IkpEvent, MoneyEvent
from tests import factories
from tests.oversight import money_ground as ground
from tests.oversight.ground import PDF
from tests.samples import REGENCY, World, X, Y

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def world():
    return World(BAWASLU)


@pytest.fixture
def chair():
    return factories.viewer("bw-ketua", REGENCY)


@pytest.fixture
def schedule(world):
    ground.windows(world.election, kampanye=ground.CAMPAIGN, masa_tenang=ground.QUIET)


def told(viewer, row):
    line = queries.money_event(viewer, row.pk)
    article = line.rule.article.partition("ayat ")[2][:3] if line.rule else None
    return line.phase.id if line.phase else None, article


@pytest.mark.usefixtures("schedule")
def test_phase_and_article_come_from_the_day_and_the_actor(chair):
    for day, actor, expected in (
        (date(2023, 11, 1), "tim", ("sebelum", None)),
        (date(2024, 1, 5), "tim", ("kampanye", "(1)")),
        (date(2024, 1, 5), "setiap-orang", ("kampanye", None)),
        (date(2024, 2, 12), "peserta", ("tenang", "(2)")),
        (date(2024, 2, 14), "setiap-orang", ("pemungutan", "(3)")),
        (date(2024, 2, 15), "tim", ("sesudah", None)),
    ):
        row = ground.event(chair, X, happened_on=day, actor=actor)
        assert told(chair, row) == expected, day
    assert not queries.money_list(chair)[1].rule.confirmed, "article 523(3) is from memory"


def test_without_the_schedule_a_person_names_the_phase_with_its_basis(world, chair):
    row = ground.event(chair, X)
    assert told(chair, row) == (None, None)
    with pytest.raises(Refused, match="dasarnya"):
        ground.event(chair, X, phase="tenang")
    named = ground.event(chair, X, phase="tenang", phase_reason="PKPU 3/2022")
    assert told(chair, named) == ("tenang", "(2)")
    assert not queries.money_event(chair, named.pk).computed
    ground.windows(world.election, kampanye=ground.CAMPAIGN, masa_tenang=ground.QUIET)
    with pytest.raises(Refused, match="kosongkan isian masa"):
        ground.event(chair, X, phase="kampanye", phase_reason="kira-kira")
    assert told(chair, row) == ("tenang", "(2)"), "the schedule came later"


@pytest.mark.usefixtures("schedule")
def test_the_overview_counts_receivers_and_says_where_nobody_counted(chair):
    ground.event(chair, X)
    ground.event(chair, Y, receivers=30)
    ground.event(chair, X, receivers=None)
    ground.event(chair, X, mode="barang", thing="Sembako", receivers=5)
    struck = ground.event(chair, X, receivers=900)
    actions.drop_money(by=chair, money_id=struck.pk, reason="Kabar bohong")
    found = queries.money_overview(chair)
    cells = {(c.mode.id, c.actor.id): (c.events, c.receivers, c.uncounted) for c in found.cells}
    assert cells == {("langsung", "tim"): (3, 42, 1), ("barang", "tim"): (1, 5, 0)}
    assert (found.events, found.receivers.value, found.uncounted) == (4, 47, 1)
    assert len(queries.money_table(chair)) == 5


def test_a_participant_s_event_is_proposed_as_indicator_54_and_anybody_s_is_not(chair):
    row = ground.event(chair, X, level="desa")
    ground.event(chair, X, actor="setiap-orang", level="desa")
    made = IkpEvent.objects.get()
    assert (made.indicator, made.state, made.origin) == (54, "diusulkan", f"money:{row.pk}")


def test_it_becomes_a_case_or_is_struck_for_a_reason(chair):
    row = ground.event(chair, X)
    assert actions.link_money(by=chair, money_id=row.pk, case_ref="case:9").state == "perkara"
    with pytest.raises(Refused, match="alasan"):
        actions.drop_money(by=chair, money_id=row.pk, reason=" ")
    actions.drop_money(by=chair, money_id=row.pk, reason="Keliru")
    with pytest.raises(Refused, match="sudah dicoret"):
        actions.link_money(by=chair, money_id=row.pk, case_ref="case:9")
    assert queries.money_list(chair) == () and len(queries.money_list(chair, struck=True)) == 1


@pytest.mark.usefixtures("schedule")
def test_an_event_becomes_a_draft_finding_once_with_its_article(client, chair):
    row = ground.event(chair, X)
    client.force_login(factories.account("bw-sekretariat", REGENCY))
    page = client.get(reverse("oversight:money", args=[row.pk])).content.decode()
    assert "Buat konsep temuan" in page
    answer = client.post(reverse("oversight:money_draft", args=[row.pk]))
    draft = FindingDraft.objects.get()
    assert answer["Location"] == reverse("oversight:draft", args=[draft.pk])
    assert (draft.source, draft.state) == (f"money:{row.pk}", "konsep")
    assert "523 ayat (2)" in draft.rule
    assert queries.money_event(chair, row.pk).case.url == answer["Location"]
    with pytest.raises(Refused, match="sudah ada"):
        actions.draft_money(by=chair, money_id=row.pk)


def test_bad_notes_are_refused_with_a_sentence(chair):
    for values, sentence in (
        ({"mode": "hantu"}, "cara pemberian"),
        ({"actor": "hantu"}, "pelakunya"),
        ({"receiver": "hantu"}, "penerimanya"),
        ({"between": "hantu"}, "perantaranya"),
        ({"thing": " "}, "diberikan"),
        ({"facts": " "}, "apa yang terjadi"),
        ({"receivers": 0}, "paling sedikit 1"),
        ({"happened_on": date(2999, 1, 1)}, "belum tiba"),
    ):
        with pytest.raises(Refused, match=sentence):
            ground.event(chair, X, **values)
    assert not MoneyEvent.objects.exists()


@pytest.mark.usefixtures("schedule")
def test_the_pages_show_article_maxima_and_doubt(client):
    client.force_login(factories.account("bw-sekretariat", REGENCY))
    page = client.get(reverse("oversight:money_new"))
    data = {
        "election": str(page.context["form"].fields["election"].choices[0][0]),
        "happened_on": "2024-02-14",
        "path": X,
        "mode": "langsung",
        "thing": "<b>uang</b>",
        "value": "50.000",
        "actor": "setiap-orang",
        "between": "tidak-ada",
        "receiver": "pemilih",
        "facts": "Di dekat TPS",
    }
    answer = client.post(reverse("oversight:money_new"), data)
    text = client.get(answer["Location"]).content.decode()
    assert "523 ayat (3)" in text and "36.000.000" in text and "Belum dicocokkan" in text
    assert "&lt;b&gt;uang" in text and "<b>uang" not in text
    pk = MoneyEvent.objects.get().pk
    refused = client.post(reverse("oversight:money_drop", args=[pk]), {"reason": ""})
    assert refused.status_code == 422
    assert client.post(reverse("oversight:money_link", args=[pk]), {"case_ref": "case:3"})
    listing = client.get(reverse("oversight:money_list")).content.decode()
    assert "Menjadi perkara" in listing and "1 tidak dihitung" in listing


@pytest.mark.usefixtures("schedule")
def test_a_draft_finding_does_not_take_away_the_case_that_was_named_before(chair):
    row = ground.event(chair, X)
    actions.link_money(by=chair, money_id=row.pk, case_ref="case:9")
    actions.draft_money(by=chair, money_id=row.pk)
    assert MoneyEvent.objects.get().case_ref == "case:9"


@pytest.mark.usefixtures("schedule")
def test_the_first_and_the_last_day_of_a_window_belong_to_it(chair):
    for day, phase in (
        (date(2023, 11, 27), "sebelum"),
        (date(2023, 11, 28), "kampanye"),
        (date(2024, 2, 10), "kampanye"),
        (date(2024, 2, 11), "tenang"),
        (date(2024, 2, 13), "tenang"),
        (date(2024, 2, 14), "pemungutan"),
    ):
        assert told(chair, ground.event(chair, X, happened_on=day))[0] == phase, day


def test_nothing_reaches_an_event_of_another_place(chair):
    row = ground.event(chair, Y, upload=PDF)
    elsewhere = factories.viewer("bw-ketua", X)
    for reach in (
        lambda: queries.money_event(elsewhere, row.pk),
        lambda: queries.money_file(elsewhere, row.pk),
        lambda: actions.link_money(by=elsewhere, money_id=row.pk, case_ref="case:1"),
        lambda: actions.draft_money(by=elsewhere, money_id=row.pk),
        lambda: actions.drop_money(by=elsewhere, money_id=row.pk, reason="x"),
    ):
        with pytest.raises(MoneyEvent.DoesNotExist):
            reach()
    assert queries.money_list(elsewhere) == () and queries.money_overview(elsewhere).events == 0
    assert len(queries.money_table(elsewhere)) == 1
