"""Participation: three formulas by place and sex, earlier elections from a file, counters."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from django.urls import reverse

from jurdil.kernel.acts import Refused
from jurdil.kernel.models import ImportBatch
from jurdil.law.rules import pairs
from jurdil.outreach import actions, lookups, participation_pages, queries
from jurdil.outreach.models import EarlierTurnout, LookupDay
from tests import factories
from tests.results import ground as results

pytestmark = pytest.mark.django_db
VILLAGE = results.LABESSI
KECAMATAN = VILLAGE[:8]
HEAD = "kode;pemilihan;kontes;jk;dpt;pengguna_dpt;pengguna_dptb;pengguna_dpk;sumber\n"


def form(men: int, women: int, came_men: int, came_women: int, **more: int) -> dict[str, int]:
    """A form of a TPS: voters, and users of the DPT by sex; nobody of the DPTb, `dpk` women."""
    dpk = more.get("dpk", 0)
    both = {
        "dpt": (men, women),
        "guna_dpt": (came_men, came_women),
        "guna_dptb": (0, 0),
        "guna_dpk": (0, dpk),
        "guna": (came_men, came_women + dpk),
        "disabilitas": (1, 1),
    }
    return {
        f"{name}{column}": value
        for name, (left, right) in both.items()
        for column, value in (("_l", left), ("_p", right), ("", left + right))
    }


@pytest.fixture
def held():
    return results.election()


@pytest.fixture
def staff(held):
    return results.operator(held)


@pytest.fixture
def counted(held):
    """Two TPS of one village."""
    forms = {
        f"{VILLAGE}/001": form(100, 100, 70, 90, dpk=4),
        f"{VILLAGE}/002": form(50, 50, 40, 40),
    }
    results.bring(held, "c-hasil", results.sheet(pairs(2), forms), contest="ppwp")
    return held


def legal(page, column=""):
    return page.sheet.legal(column).figure


def test_a_regency_has_three_formulas_each_with_its_denominator(counted, staff):
    page = queries.participation(staff, counted.pk)
    values = {one.formula.id: one.figure.value for one in page.sheet.columns[""]}
    assert values == {
        "dpt-dpk": Fraction(244, 304),
        "dpt": Fraction(244, 300),
        "dpt-dptb-dpk": Fraction(244, 304),
    }
    assert legal(page).denominator.value == 304


def test_each_sex_is_counted_over_its_own_voters(counted, staff):
    page = queries.participation(staff, counted.pk, KECAMATAN)
    assert legal(page, "_l").value == Fraction(110, 150)
    assert legal(page, "_p").value == Fraction(134, 154)
    assert page.slips == ()


def test_users_with_a_disability_have_no_share_without_their_own_denominator(counted, staff):
    figure = queries.participation(staff, counted.pk).sheet.disabled
    assert figure.absent and figure.inputs[0].value == 4


def test_it_goes_down_to_the_tps(counted, staff):
    page = queries.participation(staff, counted.pk, VILLAGE)
    assert [(one.tps, one.turnout.value) for one in page.lines] == [
        (True, Fraction(164, 204)),
        (True, Fraction(80, 100)),
    ]


def test_sexes_that_are_not_the_whole_are_told_with_both_numbers(held, staff):
    broken = form(100, 100, 70, 90) | {"dpt": 201}
    content = results.sheet(pairs(2), {f"{VILLAGE}/001": broken})
    results.bring(held, "c-hasil", content, contest="ppwp")
    (slip,) = queries.participation(staff, held.pk).slips
    assert "201" in slip.id and "200" in slip.id


def test_a_figure_that_one_form_lacks_makes_no_turnout(held, staff):
    forms = {f"{VILLAGE}/001": form(100, 100, 70, 90), f"{VILLAGE}/002": form(50, 50, 40, 40)}
    forms[f"{VILLAGE}/002"].pop("guna_dpk")
    results.bring(held, "c-hasil", results.sheet(pairs(2), forms), contest="ppwp")
    assert legal(queries.participation(staff, held.pk)).absent


def earlier(held, *lines, head=HEAD):
    return results.read(held, "partisipasi-lalu", (head + "\n".join(lines) + "\n").encode())


def publish(batch, staff):
    from jurdil.kernel.actions.imports import publish_import

    assert batch.state == ImportBatch.State.PREVIEW, batch.faults
    publish_import(by=staff, batch_id=batch.pk)


def test_an_earlier_election_keeps_its_own_formula_and_its_source(counted, staff):
    row = f"{counted.path};pemilu-2019;ppwp;;280;200;5;5;KPU Provinsi, 2019"
    publish(earlier(counted, row), staff)
    (then,) = queries.participation(staff, counted.pk).compared
    assert then.figure.formula.id == "dpt"
    assert then.figure.figure.value == Fraction(210, 280)
    assert then.change.value == Fraction(244, 304) - Fraction(210, 280)
    assert then.source == "KPU Provinsi, 2019"


def test_the_newest_file_counts_and_nothing_is_overwritten(counted, staff):
    for users in (200, 210):
        row = f"{KECAMATAN};pemilu-2019;ppwp;;280;{users};0;0;Uji"
        publish(earlier(counted, row), staff)
    page = queries.participation(staff, counted.pk)
    line = next(one for one in page.lines if one.path == KECAMATAN)
    assert line.earlier["pemilu-2019"].value == Fraction(210, 280)
    assert EarlierTurnout.objects.count() == 2


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("{path};pemilu-1999;ppwp;;280;200;5;5;Uji", "bukan pemilihan yang dikenal"),
        ("{path};pemilu-2019;bupati;;280;200;5;5;Uji", "bukan kontes"),
        ("{path};pemilu-2019;ppwp;;280;281;5;5;Uji", "melebihi dpt 280"),
        ("{path};pemilu-2019;ppwp;;-1;200;5;5;Uji", "-1"),
        ("{path};pemilu-2019;ppwp;;280;200;5;5;", "sumber"),
        ("{path};pemilu-2019;ppwp;x;280;200;5;5;Uji", "x"),
    ],
)
def test_a_broken_file_is_refused_in_a_sentence(counted, line, said):
    batch = earlier(counted, line.format(path=counted.path))
    assert batch.state == ImportBatch.State.REFUSED
    assert said in str(batch.faults)
    assert not EarlierTurnout.objects.exists()


def test_a_place_that_is_no_more_is_skipped_and_told(counted, staff):
    batch = earlier(
        counted,
        f"{counted.path};pemilu-2019;ppwp;;280;200;5;5;Uji",
        "73.12.99;pemilu-2019;ppwp;;280;200;5;5;Uji",
    )
    publish(batch, staff)
    assert EarlierTurnout.objects.count() == 1


def test_lookups_are_two_numbers_a_day(counted, staff):
    for found in (True, False, True):
        lookups.note(found=found)
    row = LookupDay.objects.get()
    assert (row.asked, row.found) == (3, 2)
    assert {one.name for one in LookupDay._meta.fields} == {"day", "asked", "found"}


def test_lookups_before_voting_day_stand_on_the_page_of_the_office(counted, staff):
    from tests.outreach.participation import ground

    ground.on(date(2024, 2, 1))
    lookups.note(found=True)
    ground.on(date(2024, 2, 20))
    lookups.note(found=True)
    before = queries.participation(staff, counted.pk).before
    assert (before.lookups, before.found) == (1, 1)
    below = factories.viewer("ppk", KECAMATAN, election_id=counted.pk)
    assert queries.participation(below, counted.pk, KECAMATAN).before.lookups is None


def test_what_nobody_counted_is_absent_and_not_zero(held, staff):
    before = queries.participation(staff, held.pk).before
    assert (before.lookups, before.seats) == (None, None)
    assert before.comments == 0


def test_the_index_is_not_computed_but_a_published_one_has_its_band(counted, staff):
    def record(value, dimension=""):
        return actions.record_score(
            by=staff,
            election_id=counted.pk,
            dimension=dimension,
            value=Decimal(value),
            source="Surat KPU RI (contoh)",
        )

    record("71.82", "pendaftaran")
    record("60")
    record("77.50")
    scores = queries.participation(staff, counted.pk).scores
    assert scores.published == Decimal("77.50") and scores.band.en == "Engagement"
    assert len(scores.index.no_weight) == 5 and scores.index.figure.absent
    assert scores.scores[0][1] == Decimal("71.82")
    with pytest.raises(Refused, match="skala 0 sampai 100"):
        record("101")
    with pytest.raises(Refused, match="tidak dikenal"):
        record("50", "cuaca")
    with pytest.raises(Refused, match="sumber"):
        actions.record_score(
            by=staff, election_id=counted.pk, dimension="", value=Decimal(1), source=" "
        )


def test_the_file_has_codes_whole_numbers_and_the_formula(counted, staff):
    page = queries.participation(staff, counted.pk, VILLAGE)
    head, first, _second = participation_pages.table(page)
    row = dict(zip(head, first, strict=True))
    assert (row["kode"], row["dpt"], row["pengguna"]) == (f"{VILLAGE}/001", 200, 164)
    assert row["partisipasi"] == "80,39%" and "DPT dan DPK" in row["rumus"]


def test_a_page_says_that_activities_prove_nothing_and_prints(client, counted):
    person = factories.account("operator")
    client.force_login(person)
    url = reverse("outreach:participation_at", args=[counted.pk, counted.path])
    text = client.get(url).content.decode()
    assert "tidak menyatakan sebab dan akibat" in text
    assert "80,26%" in text and "rumus resmi" in text
    pdf = client.get(reverse("outreach:participation_pdf", args=[counted.pk, counted.path]))
    assert pdf.content.startswith(b"%PDF")
    for kind in ("csv", "xlsx"):
        url = reverse("outreach:participation_file", args=[counted.pk, counted.path, kind])
        assert client.get(url).status_code == 200
    assert client.get(f"{url}?kontes=bupati").status_code == 404


def test_candidates_per_seat_need_seats_and_candidates(counted, staff):
    page = queries.participation(staff, counted.pk, contest="dprd-kab")
    assert page.before.seats is None
