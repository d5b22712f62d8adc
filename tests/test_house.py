"""The house rules that a machine can read: sizes, no real identity numbers, no leftovers."""

import ast
import re
import subprocess
from pathlib import Path

import pytest

from tests.environment import ROOT

LONGEST_FILE, LONGEST_FUNCTION = 400, 45
IDENTITY = re.compile(r"(?<!\d)(?!99)\d{6}(?:[0-7]\d)(?:0[1-9]|1[0-2])\d{2}\d{4}(?!\d)")
LEFTOVERS = re.compile(r"\b(TODO|FIXME|XXX)\b|NotImplementedError")


def _tracked() -> list[Path]:
    listed = subprocess.run(
        ["git", "ls-files", "-co", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    return [ROOT / name for name in listed.stdout.splitlines() if (ROOT / name).is_file()]


@pytest.fixture(scope="module")
def texts() -> dict[str, str]:
    """Every text file of the checkout by its name."""
    kinds = {".py", ".html", ".js", ".css", ".toml", ".md", ".typ", ".csv", ".po", ".yml", ".svg"}
    return {
        str(path.relative_to(ROOT)): path.read_text() for path in _tracked() if path.suffix in kinds
    }


def _source(texts):
    return {
        name: text
        for name, text in texts.items()
        if name.startswith("src/") and name.endswith(".py") and "/migrations/" not in name
    }


def test_files_can_be_read_in_one_sitting(texts):
    long = {
        name: n for name, text in _source(texts).items() if (n := text.count("\n")) > LONGEST_FILE
    }
    assert long == {}


def test_functions_do_one_thing(texts):
    long = {
        f"{name}:{node.name}": length
        for name, text in _source(texts).items()
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.FunctionDef)
        and (length := (node.end_lineno or 0) - node.lineno - _docstring(node)) > LONGEST_FUNCTION
    }
    assert long == {}


def _docstring(node: ast.FunctionDef) -> int:
    first = node.body[0]
    is_text = isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant)
    return (first.end_lineno or 0) - first.lineno + 1 if is_text else 0


def test_nothing_is_left_for_later(texts):
    assert [name for name, text in _source(texts).items() if LEFTOVERS.search(text)] == []


def test_no_identity_number_that_could_be_real(texts):
    found = {
        name: hit.group()
        for name, text in texts.items()
        if not name.endswith((".svg", ".lock", ".min.js")) and (hit := IDENTITY.search(text))
    }
    assert found == {}


def test_no_folder_of_a_private_machine_is_named(texts):
    private = re.compile(r"(^|[^\w.])/(work|home|root|Users)/", re.MULTILINE)
    found = [n for n, text in texts.items() if n != "tests/test_house.py" and private.search(text)]
    assert found == []


def test_no_signals_and_no_logic_in_save(texts):
    found = [
        name
        for name, text in _source(texts).items()
        if re.search(r"def save\(self|django\.db\.models\.signals|@receiver", text)
    ]
    assert found == []
