"""The page's running checks are the law's own rules: the browser and Python say the same."""

import base64
import json
import random
from pathlib import Path

import pytest

from jurdil.law.regime import load_regime
from jurdil.law.rules import check, figures, lists, pairs, params_for, persons, rules_for
from jurdil.law.rules.evaluate import total
from jurdil.results.pages.entry_form import entry_rules, key_of
from tests.browser import chromium  # noqa: F401  (a fixture)

pytestmark = pytest.mark.browser
MODULE = Path("src/jurdil/results/static/results/entry/checks.js")
SHAPES = {
    "ppwp": pairs(3),
    "dpd": persons(20),
    "dpr": lists(dict.fromkeys(range(1, 19), 7)),
}
RUN = """async ([source, rules, forms]) => {
  const { evaluate } = await import(`data:text/javascript;base64,${source}`);
  const told = (one) => [one.key, one.left, one.right, one.ok];
  return forms.map((form) => evaluate(rules, form).map(told));
}"""


def likely(names, rng):
    """A form as people fill them: small figures, some boxes empty, now and then a total that
    fits."""
    form = {name: rng.choice([None, 0, 1, 7, 250, 300, 1000, rng.randrange(400)]) for name in names}
    for whole in ("dpt", "guna", "guna_dpt", "disabilitas"):
        halves = form[f"{whole}_l"], form[f"{whole}_p"]
        if None not in halves and rng.random() < 0.7:
            form[whole] = sum(halves)
    if form["dpt"] is not None and rng.random() < 0.5:
        form["surat_suara_diterima"] = form["dpt"] - (-form["dpt"] * 2 // 100)
    return form


@pytest.mark.parametrize("contest", SHAPES)
def test_the_browser_judges_random_forms_as_python_does(chromium, contest):  # noqa: F811
    shape = SHAPES[contest]
    names = figures(shape, params_for(load_regime("pemilu-2024")))
    checks = rules_for("pemilu-2024", contest, shape)
    data = entry_rules(checks, names, {})
    here = [one for one in checks if set(one.fields) <= set(names)]
    rng = random.Random(contest)
    forms = [likely(names, rng) for _ in range(60)]
    page = chromium.new_page()
    source = base64.b64encode(MODULE.read_bytes()).decode()
    said = page.evaluate(
        RUN, [source, data["rules"], [[form[name] for name in names] for form in forms]]
    )
    page.close()
    for form, lines in zip(forms, said, strict=True):
        expected = {}
        for one in here:
            left, right = total(one.left, form), total(one.right, form)
            holds = None if None in (left, right) else one.rule.operator.holds(left, right)
            expected[key_of(one.code, one.subject)] = [left, None if left is None else right, holds]
        assert {key: rest for key, *rest in lines} == expected
        broken = {key_of(one.code, one.subject) for one in check(form, here)}
        assert broken == {key for key, _left, _right, ok in lines if ok is False}


def test_the_rules_of_a_dpr_form_travel_light():
    """Rules of 170 figures with their sentences, compressed as the server does."""
    import brotli

    shape = SHAPES["dpr"]
    names = figures(shape, params_for(load_regime("pemilu-2024")))
    data = entry_rules(rules_for("pemilu-2024", "dpr", shape), names, {})
    assert len(names) == 187
    assert len(brotli.compress(json.dumps(data).encode(), quality=5)) < 9_000
