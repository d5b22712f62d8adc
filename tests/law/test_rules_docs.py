"""The documentation of the rules is the registry itself."""

from jurdil.law.rules import RULES, code_table, formula, rule
from tests.environment import ROOT


def test_the_code_table_is_up_to_date():
    written = (ROOT / "docs" / "rules.md").read_text("utf-8")
    assert written == code_table(), "run: jurdil results rules > docs/rules.md"


def test_the_code_table_names_every_rule_once():
    lines = code_table().splitlines()
    assert [sum(line.startswith(f"| {one.code} |") for line in lines) for one in RULES] == [
        1 for _ in RULES
    ]


def test_formulas_read_like_the_paper():
    assert formula(rule("E-101")) == "dpt_l + dpt_p = dpt"
    assert formula(rule("W-202")) == "surat_suara_diterima = dpt + ceil(reserve_rate * dpt)"
    assert formula(rule("E-401")) == "sum(votes) = suara_sah"
