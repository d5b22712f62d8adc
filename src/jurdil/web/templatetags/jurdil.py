"""The parts of a page as template tags. Rooms write `{% load jurdil %}`."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django import template
from django.forms import BaseForm
from django.templatetags.static import static
from django.utils.html import format_html, json_script
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from jurdil.kernel.paging import AFTER, Page
from jurdil.law.figure import Figure, explain, render
from jurdil.law.text import Text
from jurdil.web import field_pages, paging, slots, words
from jurdil.web.charts import scale
from jurdil.web.charts.choropleth import Map
from jurdil.web.charts.gantt import Gantt

register = template.Library()

register.filter("angka", words.number)
register.filter("persen", words.percent)
register.filter("tanggal", words.day)
register.filter("tanggal_pendek", words.short_day)
register.filter("tanggal_panjang", words.long_day)
register.filter("jam", words.clock)
register.filter("waktu", words.moment)
register.filter("jarak", words.distance)
register.filter("batas", words.deadline)
register.filter("judul_hari", words.day_heading)
register.filter("inisial", words.initials)

STATES = {
    "ok": "circle-check",
    "bad": "alert-triangle",
    "warn": "clock",
    "info": "progress",
    "wait": "hourglass",
    "frozen": "lock",
    "none": "circle-dashed",
}
"""States of a tag: each has a colour (CSS class) and its own shape."""

HIDDEN = mark_safe('aria-hidden="true"')  # a constant of this file

ALERTS = {
    "error": ("bad", "alert-triangle"),
    "warning": ("warn", "alert-circle"),
    "success": ("ok", "circle-check"),
}


@register.filter
def kata(value: Text | None) -> str:
    """A law's sentence in the language of the page."""
    return value.pick(words.language()) if value else ""


@register.simple_tag
def ikon(name: str) -> SafeString:
    """An icon of the sprite. It says nothing by itself: words always stand beside it."""
    return format_html(
        '<svg class="i" aria-hidden="true" focusable="false"><use href="{}#{}"/></svg>',
        static("jurdil/ikon.svg"),
        name,
    )


@register.simple_tag
def lencana(state: str, label: str) -> SafeString:
    """A state: words, shape and colour. Raises KeyError for a state that is not in STATES."""
    return format_html('<span class="tag {}">{}{}</span>', state, ikon(STATES[state]), label)


@register.inclusion_tag("web/parts/figur.html")
def figur(figure: Figure, variant: str = "", places: int | None = None) -> dict[str, Any]:
    """A figure of the law with its explanation one click away.

    `variant` is '' (in a line or a table) or 'big' (in a tile). It is a block element and
    never stands inside a `<p>`.
    """
    language = words.language()
    return {
        "text": render(figure, language, places=places),
        "rows": explain(figure, language),
        "unconfirmed": not figure.confirmed,
        "absent": figure.absent,
        "variant": variant,
    }


@register.simple_tag
def bar(
    share: Figure | scale.Fraction | int | None, state: str = "", label: str = ""
) -> SafeString:
    """A bar for a share of 1 (a number or a share figure). With a label it speaks, else it is
    decoration beside the printed figure."""
    value = share.value if isinstance(share, Figure) else share
    if isinstance(value, date):
        raise TypeError("a bar needs a share, not a date")
    voice = format_html('role="img" aria-label="{}"', label) if label else HIDDEN
    return format_html(
        '<svg class="{}" {} focusable="false"><rect width="{}" height="100%"/></svg>',
        f"bar {state}".strip(),
        voice,
        scale.bar_width(scale.Fraction(value) if value is not None else None),
    )


@register.inclusion_tag("web/parts/gantt.html")
def gantt(chart: Gantt, caption: str) -> dict[str, Any]:
    """The schedule as a table whose last column is the time axis."""
    return {"chart": chart, "caption": caption}


@register.inclusion_tag("web/parts/choropleth.html")
def choropleth(picture: Map, title: str, value_name: str) -> dict[str, Any]:
    """The map with its legend and, beside it, the same figures as a table."""
    return {"picture": picture, "title": title, "value_name": value_name}


@register.inclusion_tag("web/parts/errors.html")
def ringkasan_galat(*forms: BaseForm | None, focus: bool = True) -> dict[str, Any]:
    """The summary of all errors at the top of a page, each a link to its field.

    It takes the focus when the page opens, so that nobody misses it.
    """
    lines = [line for form in forms if form is not None for line in _error_lines(form)]
    return {"lines": lines, "focus": focus}


def _error_lines(form: BaseForm) -> list[dict[str, str]]:
    lines = [{"text": str(error), "target": ""} for error in form.non_field_errors()]
    for field in form:
        lines += [
            {"text": f"{field.label}: {error}" if field.label else str(error), "target": target}
            for error in field.errors
            if (target := field.id_for_label or field.auto_id) is not None
        ]
    return lines


@register.inclusion_tag("web/parts/alert.html")
def pesan(level: str, text: str) -> dict[str, str]:
    """A sentence that must be seen; `level` as Django's message tags (error, warning, ...)."""
    kind, icon = ALERTS.get(level, ("info", "info-circle"))
    return {"kind": kind, "icon": icon, "text": text}


@register.inclusion_tag("web/parts/empty.html")
def kosong(
    title: str, text: str = "", url: str = "", action: str = "", icon: str = "file-text"
) -> dict[str, str]:
    """An empty list: what is missing here, why, and the next thing to do."""
    return {"title": title, "text": text, "url": url, "action": action, "icon": icon}


@register.inclusion_tag("web/parts/crumbs.html")
def tempat(crumbs: list[tuple[str, str]]) -> dict[str, Any]:
    """The place above a title as (label, url) pairs from the widest; the last one is here."""
    return {"crumbs": crumbs}


@register.inclusion_tag("web/parts/pager.html", takes_context=True)
def halaman(context: Mapping[str, Any], page: Page[Any], noun: str) -> dict[str, Any]:
    """How many rows there are and the way to the next ones; `noun` names the rows."""
    query = context["request"].GET
    return {
        "page": page,
        "noun": noun,
        "first_url": paging.address(query, ""),
        "next_url": paging.address(query, page.after) if page.after else "",
    }


@register.simple_tag(takes_context=True)
def saring(context: Mapping[str, Any], **changes: object) -> str:
    """This page's address with some query values changed ('' or None removes one); page one."""
    query = context["request"].GET.copy()
    query.pop(AFTER, None)
    for name, value in changes.items():
        if value in ("", None):
            query.pop(name, None)
        else:
            query[name] = str(value)
    return f"?{query.urlencode()}"


@register.simple_tag(takes_context=True)
def slot(context: Mapping[str, Any], name: str, **values: Any) -> SafeString:
    """The panels that other rooms registered for this place of the page."""
    return slots.render(name, context["request"], values)


@register.simple_block_tag
def kartu(content: str, title: str, url: str = "", link: str = "", tag: str = "h2") -> SafeString:
    """A card with its heading and, if wanted, one link in its head."""
    more = format_html('<a href="{}">{}</a>', url, link) if url else ""
    head = format_html("<{tag}>{title}</{tag}>", tag=tag, title=title)
    return format_html(
        '<section class="card"><header>{}{}</header>{}</section>', head, more, content
    )


@register.simple_block_tag
def gulung(content: str, label: str) -> SafeString:
    """A region of its own that scrolls sideways, for a table wider than a phone."""
    return format_html(
        '<div class="scroll" role="region" aria-label="{}" tabindex="0">{}</div>', label, content
    )


@register.simple_tag
def sejak(value: datetime | None) -> SafeString:
    """A moment as a `<time>` element, readable by people and machines."""
    if value is None:
        return format_html('<span class="muted">{}</span>', _("belum ada"))
    return format_html('<time datetime="{}">{}</time>', value.isoformat(), words.moment(value))


@register.simple_tag
def kata_lapangan() -> SafeString:
    """The sentences of the scripts of field pages, as data."""
    return json_script(field_pages.words(), "kata-lapangan")
