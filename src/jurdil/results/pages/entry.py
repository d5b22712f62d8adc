"""The page of one form made ready: to type, to judge, or to say how it stands."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from jurdil.kernel.clock import legal
from jurdil.kernel.policy import allows
from jurdil.kernel.viewer import Viewer
from jurdil.law.entry import NAMES, State
from jurdil.law.regime import load_regime
from jurdil.law.rules import Finding, rule, sentence
from jurdil.law.rules.model import Severity
from jurdil.places import queries as places
from jurdil.results import queries
from jurdil.results.entry.store import IDLE
from jurdil.results.entry.typed import Typed, key_of
from jurdil.results.pages import entry_form
from jurdil.results.pages.common import name_of, plain
from jurdil.results.pages.entry_judge import diff_rows
from jurdil.results.pages.form import said
from jurdil.results.pages.intake import photos
from jurdil.results.queries.entry import DraftView, EntryPage
from jurdil.results.reading import as_texts
from jurdil.web.words import clock, number

TAGS = {
    State.EMPTY: "none",
    State.FIRST: "info",
    State.FAULTY: "bad",
    State.WAITING: "wait",
    State.SECOND: "info",
    State.DIFFERENT: "warn",
    State.DECISION: "bad",
    State.AGREED: "ok",
}
"""How each state looks: tags of `web` with their own shape and colour."""


def address(shown: EntryPage, name: str = "entry") -> str:
    return reverse(f"results:{name}", args=[shown.election_id, shown.contest, shown.path])


def crumbs(viewer: Viewer, shown: EntryPage) -> list[tuple[str, str]]:
    """The way down through the board of entries."""
    board = reverse("results:entry_board", args=[shown.election_id])
    return [
        (one.label, f"{board}?wilayah={one.path}" if one.reachable and "/" not in one.path else "")
        for one in places.breadcrumb(viewer, shown.path)
    ]


def _frame(viewer: Viewer, shown: EntryPage) -> dict[str, Any]:
    """What both faces of the page say about the form."""
    contest = load_regime(shown.regime).contest(shown.contest)
    way = places.breadcrumb(viewer, shown.path)
    return {
        "shown": shown,
        "crumbs": crumbs(viewer, shown),
        "place": ", ".join(one.label for one in reversed(way[1:])),
        "village": way[-2].label,
        "district": way[-3].label,
        "colour": contest.colour_hex,
        "colour_name": contest.colour,
        "form_name": contest.form,
    }


def typing(
    viewer: Viewer, shown: EntryPage, *, asked: bool = False, refused: str = ""
) -> dict[str, Any]:
    """The entry form with what is typed; `asked` adds what stands in the way of sending it."""
    draft, shape = shown.draft, shown.shape
    assert draft is not None and shape is not None
    judged = draft.judged
    only = draft.only or None
    found = judged.findings if asked else ()
    made = entry_form.blocks(shown.regime, shape.choices, shown.labels, draft.cells, found, only)
    here = draft.only or shape.figures
    return {
        **_frame(viewer, shown),
        "heading": _heading(shown, draft),
        "note": _note(draft),
        "draft": draft,
        "blocks": made,
        "parties": [block for block in made if block.party],
        "rules": entry_form.entry_rules(shape.checks, here, shown.labels),
        "key": f"jurdil-entri:{viewer.account_id}:{shown.entry_id}:{draft.slot}:{len(draft.only)}",
        "draft_url": address(shown, "entry_draft"),
        "send_label": _send_label(draft),
        "warned": warned(shown, draft),
        "summary": _summary(shown, judged, refused) if asked or refused else [],
        "sure": asked and judged.ready and judged.faulty,
        "photos": _photos(viewer, shown),
    }


def _photos(viewer: Viewer, shown: EntryPage) -> list[dict[str, str]]:
    """The pages of the papers of this form, to lie beside the fields."""
    if not allows(viewer, "results.intake"):
        return []
    return photos(queries.papers_of(viewer, shown.election_id, shown.contest, shown.path))


def saved(at: datetime) -> dict[str, str]:
    """What the page says after a save: when, and until when the form is locked now; by the clock
    in its header, which is another one in training."""
    return {"saved": clock(legal(at)), "until": clock(legal(at + IDLE))}


def _heading(shown: EntryPage, draft: DraftView) -> str:
    names = {"contest": plain(shown.name)}
    if draft.only:
        return _("Baca ulang C.Hasil %(contest)s") % names
    if draft.slot == 1:
        return _("Entri C.Hasil %(contest)s, entri pertama") % names
    return _("Entri C.Hasil %(contest)s, entri kedua") % names


def _note(draft: DraftView) -> str:
    if not draft.only:
        return ""
    return _(
        "Pada kolom di bawah ini kedua entri berbeda. Baca kertasnya sekali lagi dan ketik hanya "
        "kolom ini; angka yang lain tetap."
    )


def _send_label(draft: DraftView) -> str:
    if draft.only:
        return _("Kirim bacaan ulang")
    return _("Kirim entri pertama") if draft.slot == 1 else _("Kirim entri kedua")


def warned(shown: EntryPage, draft: DraftView) -> list[entry_form.Warned]:
    """The warnings that the typed figures break, with what was noted about them."""
    made = []
    for one in draft.judged.findings:
        if one.severity is Severity.WARNING:
            note = draft.notes.get(key_of(one), {})
            same = note.get("left") == one.left and note.get("right") == one.right
            text = f"{one.code}: {plain(sentence(one, as_texts(shown.labels)))}"
            ticked = bool(note.get("tick")) and same
            made.append(
                entry_form.Warned(
                    key_of(one), text, one.left, one.right, ticked, str(note.get("why", ""))
                )
            )
    return made


def _summary(shown: EntryPage, judged: Typed, refused: str) -> list[dict[str, str]]:
    """What stands in the way of sending, each line a link to its field."""
    if refused:
        return [{"text": refused, "target": ""}]
    lines = [_line(shown, name, _("belum diisi")) for name in judged.missing]
    lines += [_line(shown, name, _("bukan angka")) for name in judged.unreadable]
    if len(lines) > MOST_LINES:
        rest = {"count": number(len(lines) - MOST_LINES)}
        lines = [*lines[:MOST_LINES], {"text": _("dan %(count)s kolom lain") % rest, "target": ""}]
    lines += [_finding(shown, one) for one in judged.errors]
    lines += [
        {
            "text": _("%(code)s belum dicentang dan dijelaskan") % {"code": key.split(".")[0]},
            "target": f"cocok-{key}",
        }
        for key in judged.open_warnings
    ]
    if judged.blank:
        lines.append(
            {"text": _("Formulir ini tidak memuat satu suara pun; koordinator memeriksanya.")}
        )
    return lines


MOST_LINES = 6
"""More empty fields than these are counted, not listed."""


def _line(shown: EntryPage, name: str, fault: str) -> dict[str, str]:
    label = plain(name_of(shown.labels, name))
    return {"text": f"{label}: {fault}", "target": f"isi-{name}"}


def _finding(shown: EntryPage, one: Finding) -> dict[str, str]:
    return {
        "text": f"{one.code}: {plain(sentence(one, as_texts(shown.labels)))}",
        "target": f"isi-{one.fields[-1]}",
        "advice": plain(rule(one.code).advice.operator),
    }


def standing(
    viewer: Viewer, shown: EntryPage, posted: Mapping[str, str], refused: str = ""
) -> dict[str, Any]:
    """How the form stands; for a coordinator who looked, the findings or the differing rows."""
    opened = shown.opened
    rows: tuple[Any, ...] = ()
    findings: list[Any] = []
    if opened and shown.choices:
        findings = [said(one, shown.labels, coordinator=True) for one in opened.findings]
    if opened and opened.pairs and shown.choices:
        differing = [pair.name for pair in opened.pairs]
        rows = diff_rows(
            shown.regime,
            shown.choices,
            shown.labels,
            opened.first,
            opened.second,
            differing,
            posted,
        )
    broken = {name for one in opened.findings for name in one.fields} if opened else set()
    return {
        **_frame(viewer, shown),
        "heading": _("C.Hasil %(contest)s") % {"contest": plain(shown.name)},
        "state": TAGS[shown.state],
        "state_name": NAMES[shown.state],
        "next": NEXT[shown.state](),
        "start_label": _start_label(shown),
        "findings": findings,
        "rows": rows,
        "figures": _figures(shown, broken) if findings and not rows else (),
        "reason": posted.get("reason", ""),
        "refused": refused,
        "photos": _photos(viewer, shown) if opened else (),
    }


def _figures(shown: EntryPage, broken: set[str]) -> tuple[entry_form.Block, ...]:
    """What the first reading says, in the order of the paper; wrong rows marked."""
    assert shown.opened is not None and shown.choices is not None
    typed = {name: number(value) for name, value in shown.opened.first.items()}
    found = shown.opened.findings
    return entry_form.blocks(shown.regime, shown.choices, shown.labels, typed, found)


def _start_label(shown: EntryPage) -> str:
    if shown.state in (State.WAITING, State.SECOND):
        return _("Ya, kertasnya sama: mulai entri kedua")
    return _("Ya, kertasnya sama: mulai entri pertama")


NEXT = {
    State.EMPTY: lambda: _("Belum ada yang mengetik formulir ini."),
    State.FIRST: lambda: _("Orang pertama sedang mengetik."),
    State.FAULTY: lambda: _(
        "Entri pertama melanggar aturan. Koordinator mencocokkannya dengan kertas, lalu "
        "membenarkannya atau mengembalikannya."
    ),
    State.WAITING: lambda: _(
        "Entri pertama sudah terkirim. Orang lain mengetik sekali lagi tanpa melihatnya."
    ),
    State.SECOND: lambda: _("Orang kedua sedang mengetik."),
    State.DIFFERENT: lambda: _(
        "Kedua entri berbeda. Kedua pengetik membaca ulang hanya kolom yang berbeda."
    ),
    State.DECISION: lambda: _(
        "Setelah dibaca ulang kedua entri masih berbeda. Koordinator yang tidak ikut mengetik "
        "memutuskan kolom demi kolom."
    ),
    State.AGREED: lambda: _("Kedua entri sama. Angkanya masuk ke hitung internal."),
}


def sent(shown: EntryPage, state: str, *, again: bool = False) -> str:
    """What happened to a reading just sent, and who is next; `again` for a second look."""
    name = {"tps": f"{shown.label} {plain(shown.name)}"}
    if again and state == State.DIFFERENT:
        return _("%(tps)s: terkirim. Pengetik yang lain masih membaca ulang.") % name
    told = {
        State.WAITING: _("%(tps)s: entri pertama terkirim. Orang lain membuat entri kedua."),
        State.FAULTY: _("%(tps)s: terkirim. Koordinator mencocokkannya dengan kertas."),
        State.DIFFERENT: _("%(tps)s: ada kolom yang berbeda. Baca ulang kolom itu saja."),
        State.DECISION: _("%(tps)s: masih berbeda. Koordinator memutuskan."),
        State.AGREED: _("%(tps)s: selesai, kedua entri sama."),
    }
    return told[State(state)] % name
