"""What no page may hold: inline style or script, another host, arithmetic.

Templates print what Python computed; a number that a template or a view worked out has no formula,
no article and no test. A strict content policy refuses inline code and other hosts anyway, so a
page that holds them is broken for its reader.
"""

import argparse
import ast
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

SOURCE = Path(__file__).resolve().parent.parent / "src" / "jurdil"
GETTEXT = {"_", "gettext", "gettext_lazy", "ngettext", "ngettext_lazy", "pgettext"}
MATHS_CALLS = {"sum", "round", "divmod", "pow", "abs"}
MATHS_MODULES = {"math", "statistics", "decimal", "fractions", "operator"}
FOLDER = re.compile(r"(path|folder|dir|home|root|file)$", re.IGNORECASE)

TEMPLATE_RULES = {
    "inline style": re.compile(r"<style\b|\sstyle\s*=", re.IGNORECASE),
    "inline handler": re.compile(
        r"\s(?:data-)?(?:on[a-z]+|hx-on[\w:-]*)\s*=\s*[\"']|javascript:", re.I
    ),
    "inline script": re.compile(
        r"<script\b(?![^>]*\bsrc\s*=)(?![^>]*type\s*=\s*[\"']application/(?:ld\+)?json)", re.I
    ),
    "arithmetic": re.compile(
        r"\{%-?\s*widthratio\b|\{%\s*load[^%]*\bmath|"
        r"\|\s*(?:add|sub|subtract|mul|multiply|div|divide|divisibleby|modulo|sum)\s*(?::|\||\s|%|\})"
    ),
}
FOREIGN_HOST = re.compile(
    r"(?<!xmlns=[\"'])(?<!xmlns:xlink=[\"'])\b(?:https?|wss?):\/\/(?!www\.w3\.org\/2000\/svg\")|(?:src|href|action|url\()\s*=?\s*[\"']?\/\/",
    re.I,
)
"""Any address of another host, except the names of the SVG vocabulary."""


@dataclass(frozen=True, order=True)
class Finding:
    """One fault with its place."""

    path: Path
    line: int
    rule: str
    text: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.rule}: {self.text.strip()[:100]}"


def lint(source: Path = SOURCE) -> list[Finding]:
    """All faults of all templates, styles, scripts and views under a source folder."""
    found: list[Finding] = []
    for path in sorted(source.rglob("*")):
        parts = path.relative_to(source).parts
        if path.suffix in {".html", ".txt"} and "templates" in parts:
            found += lint_template(path)
        elif path.suffix in {".css", ".js", ".svg"} and not path.name.endswith(".min.js"):
            found += lint_static(path)
        elif path.suffix == ".py" and _is_view(parts):
            found += lint_view(path)
    return found


def _is_view(parts: tuple[str, ...]) -> bool:
    return parts[-1].startswith("views") or "views" in parts[:-1]


def lint_template(path: Path) -> Iterator[Finding]:
    """Rules of templates; comments of the template language do not count."""
    text = _without_comments(path.read_text())
    for rule, pattern in {**TEMPLATE_RULES, "foreign host": FOREIGN_HOST}.items():
        yield from _matches(path, text, rule, pattern)


def lint_static(path: Path) -> Iterator[Finding]:
    """Styles, scripts and drawings fetch nothing from elsewhere."""
    yield from _matches(path, path.read_text(), "foreign host", FOREIGN_HOST)


def _without_comments(text: str) -> str:
    """Comments blanked out, lines kept."""
    pattern = re.compile(r"\{#.*?#\}|\{% comment %\}.*?\{% endcomment %\}", re.DOTALL)
    return pattern.sub(lambda match: "\n" * match[0].count("\n"), text)


def _matches(path: Path, text: str, rule: str, pattern: re.Pattern[str]) -> Iterator[Finding]:
    lines = text.splitlines()
    for match in pattern.finditer(text):
        line = text.count("\n", 0, match.start()) + (match[0][:1] == "\n")
        yield Finding(path, line + 1, rule, lines[line])


def lint_view(path: Path) -> Iterator[Finding]:
    """Arithmetic in a view. Joining strings, lists and paths is none."""
    text = path.read_text()
    lines = text.splitlines()
    for node in ast.walk(ast.parse(text)):
        if _is_arithmetic(node):
            line = getattr(node, "lineno", 1)
            yield Finding(path, line, "arithmetic in a view", lines[line - 1])


def _is_arithmetic(node: ast.AST) -> bool:
    if isinstance(node, ast.BinOp):
        return _computes(node.op, node.left, node.right)
    if isinstance(node, ast.AugAssign):
        return _computes(node.op, node.target, node.value)
    if isinstance(node, ast.Call):
        return isinstance(node.func, ast.Name) and node.func.id in MATHS_CALLS
    if isinstance(node, ast.Import):
        return any(name.name in MATHS_MODULES for name in node.names)
    return isinstance(node, ast.ImportFrom) and node.module in MATHS_MODULES


def _computes(op: ast.operator, left: ast.expr, right: ast.expr) -> bool:
    if isinstance(op, ast.Add):
        return not (_is_text_or_list(left) or _is_text_or_list(right))
    if isinstance(op, ast.Mod):
        return not _is_text_or_list(left)
    if isinstance(op, ast.Div):
        return not _is_folder(left)
    return isinstance(op, ast.Sub | ast.Mult | ast.FloorDiv | ast.Pow)


def _is_text_or_list(node: ast.expr) -> bool:
    if isinstance(node, ast.Constant):
        return isinstance(node.value, str | bytes)
    if isinstance(node, ast.JoinedStr | ast.List | ast.Tuple | ast.ListComp):
        return True
    if isinstance(node, ast.Call):
        return isinstance(node.func, ast.Name) and node.func.id in GETTEXT | {
            "str",
            "list",
            "tuple",
        }
    if isinstance(node, ast.BinOp):
        return not _computes(node.op, node.left, node.right) and (
            _is_text_or_list(node.left) or _is_text_or_list(node.right)
        )
    return False


def _is_folder(node: ast.expr) -> bool:
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Div):
        return _is_folder(node.left)
    if isinstance(node, ast.Call):
        return isinstance(node.func, ast.Name) and node.func.id == "Path"
    name = getattr(node, "attr", getattr(node, "id", ""))
    return bool(FOLDER.search(name))


def main(argv: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("source", nargs="?", type=Path, default=SOURCE)
    found = lint(parser.parse_args(argv).source)
    for finding in found:
        print(finding)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
