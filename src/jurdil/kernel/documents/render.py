"""PDF by Typst: PDF/A-2a and PDF/UA-1, our own font, the same data the same bytes.

The data goes in as JSON (`sys.inputs`) and never becomes markup, so no name or title can change the
layout. Warnings are errors. A compiler compiles once and is thrown away. Typst itself remembers
what the last ten compilations laid out; after a large paper that is pushed out of memory.
"""

import json
from collections.abc import Mapping
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any, Literal

import typst

_HERE = Path(__file__).resolve().parent.parent
TEMPLATES = _HERE / "typst"
FONTS = _HERE / "fonts"
STANDARDS: list[Literal["a-2a", "ua-1"]] = ["a-2a", "ua-1"]

LARGE = 500_000
"""Bytes of a paper whose layout is not kept: a D.Hasil of 64 TPS takes 4 MB and holds 300 MB."""

REMEMBERED = 10
"""Compilations that Typst remembers (`comemo::evict(10)` after each in typst-py)."""

Form = Literal["pdf", "png"]


class Unprintable(Exception):
    """The template and the data do not make a valid paper; the message says what Typst said."""


def pdf(template: str, data: Mapping[str, Any], dated: date) -> bytes:
    """The paper as PDF. `dated` fixes the file's time stamp. Raises `Unprintable`."""
    pages = _compile(template, data, dated, "pdf")
    return pages if isinstance(pages, bytes) else pages[0]


def pictures(template: str, data: Mapping[str, Any], dated: date, ppi: int = 96) -> list[bytes]:
    """Every page of the same paper as PNG, for the screen. Raises `Unprintable`."""
    pages = _compile(template, data, dated, "png", ppi)
    return [pages] if isinstance(pages, bytes) else pages


def templates() -> tuple[str, ...]:
    """Names of the papers that can be printed."""
    return tuple(sorted(p.stem for p in TEMPLATES.glob("*.typ") if not p.stem.startswith("_")))


def _forget() -> None:
    """Push the layouts of the last compilations out of memory, by compiling empty pages."""
    for _ in range(REMEMBERED + 1):
        typst.Compiler(b" ", font_paths=_fonts()).compile(format="pdf")


def _fonts() -> typst.Fonts:
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[FONTS])


def _compile(
    template: str, data: Mapping[str, Any], dated: date, form: Form, ppi: int | None = None
) -> bytes | list[bytes]:
    if template not in templates():
        raise Unprintable(f"there is no paper called {template}")
    compiler = typst.Compiler(
        TEMPLATES / f"{template}.typ",
        root=TEMPLATES,
        font_paths=_fonts(),
        sys_inputs={"data": json.dumps(data, ensure_ascii=False)},
    )
    try:
        made, warnings = compiler.compile_with_warnings(
            format=form,
            ppi=ppi,
            pdf_standards=[*STANDARDS] if form == "pdf" else [],
            timestamp=datetime.combine(dated, time(), UTC),
        )
    except typst.TypstError as error:
        raise Unprintable(f"{template}: {error.message}") from error
    if warnings:
        raise Unprintable(f"{template}: {'; '.join(w.message for w in warnings)}")
    if made is None:
        raise Unprintable(f"{template}: no page was made")
    if sum(map(len, [made] if isinstance(made, bytes) else made)) > LARGE:
        _forget()
    return made
