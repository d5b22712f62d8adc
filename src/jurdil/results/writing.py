"""The one way figures come in: a new version, the pointer, and the projections after it.

`put_figures` serves one corrected form and a file of thousands alike. Sums are changed by the
difference between the old and the new version, so that one form touches only the places above it.
"""

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import connection
from django.db.models import Max, QuerySet
from django.utils.translation import gettext as _

from jurdil.kernel import chain, clock
from jurdil.kernel.acts import Refused, inner
from jurdil.kernel.fields import within
from jurdil.kernel.models import StoredFile
from jurdil.kernel.viewer import Viewer
from jurdil.law import recap
from jurdil.law.rules import check
from jurdil.results import watching
from jurdil.results.models import LEVEL_TPS, Form, FormVersi, Rekap, Suara, Temuan
from jurdil.results.shapes import Shape

Figures = Mapping[str, int | None]
BATCH = 5000
FEW = 100
_INSERT_VOTES = f"INSERT INTO {Suara._meta.db_table} (form_id, choice, votes) VALUES (%s, %s, %s)"


@dataclass(frozen=True)
class Source:
    """Where figures come from: origin (a `FormVersi.Origin`), document, reason."""

    origin: str
    document: StoredFile | None = None
    reason: str = ""


@dataclass(frozen=True)
class Reading:
    """What one typist read: canonical figures, who and when, explanations in `reason`."""

    origin: str
    figures: str
    reason: str
    account: int | None
    account_name: str
    made_at: datetime


@dataclass(frozen=True)
class Written:
    """What `put_figures` changed: forms that are new, forms with other figures, forms as before."""

    new: int
    changed: int
    same: int
    digest: str


def canonical_figures(figures: Figures) -> str:
    """The text of a version: only the figures that are there, so that absent stays absent."""
    return chain.canonical({name: value for name, value in figures.items() if value is not None})


def read_figures(text: str) -> dict[str, int]:
    """The figures of a version."""
    return json.loads(text)


@inner
def put_figures(
    by: Viewer, shape: Shape, incoming: Mapping[str, Figures], source: Source, floor: str
) -> Written:
    """Write the figures of TPS paths; figures equal to the current version change nothing.

    `floor` is the highest place whose sums are kept (the office's regency).
    """
    forms = _forms(shape, incoming)
    before = {path: form.current for path, form in forms.items()}
    texts = {path: canonical_figures(figures) for path, figures in incoming.items()}
    known = {path: old.figures for path, old in before.items() if old is not None}
    moved = [path for path in sorted(incoming) if known.get(path) != texts[path]]
    versions = _versions(by, forms, texts, moved, source)
    touched = [forms[path] for path in moved]
    _point(touched, versions)
    after = {path: read_figures(texts[path]) for path in moved}
    project_votes(shape, touched, after)
    project_findings(shape, touched, after)
    old = {path: read_figures(known[path]) for path in moved if path in known}
    add_to_sums(shape, old, after, floor)
    if moved:
        watching.forms_changed(shape.election_id)
    return Written(
        new=len(moved) - len(old),
        changed=len(old),
        same=len(incoming) - len(moved),
        digest=chain.sha256("\n".join(f"{p} {texts[p]}" for p in moved)),
    )


def _forms(shape: Shape, paths: Iterable[str]) -> dict[str, Form]:
    """The forms of these TPS, locked; those that are not there yet are made.

    Raises `Refused` for a form that came in as another dapil's: its sums stand there.
    """
    key = {"election_id": shape.election_id, "contest": shape.contest, "level": LEVEL_TPS}
    wanted = sorted(paths)
    rows = Form.objects.filter(**key)
    # A list of thousands is slower to look up than the whole contest is to read.
    rows = rows.filter(path__in=wanted) if len(wanted) <= FEW else rows
    present = set(rows.values_list("path", flat=True))
    Form.objects.bulk_create(
        [Form(**key, path=path, dapil=shape.dapil) for path in wanted if path not in present],
        batch_size=BATCH,
    )
    chosen = set(wanted)
    locked = rows.select_related("current").select_for_update(of=("self",)).order_by("path")
    forms = {form.path: form for form in locked if form.path in chosen}
    for form in forms.values():
        if form.dapil != shape.dapil:
            raise Refused(
                _("TPS %(tps)s sudah masuk sebagai dapil “%(old)s”, bukan “%(new)s”.")
                % {"tps": form.path, "old": form.dapil or "–", "new": shape.dapil or "–"}
            )
    return forms


def _versions(
    by: Viewer,
    forms: Mapping[str, Form],
    texts: Mapping[str, str],
    moved: list[str],
    source: Source,
) -> list[FormVersi]:
    now = clock.now()
    last = _last_numbers([forms[path] for path in moved])
    return FormVersi.objects.bulk_create(
        [
            FormVersi(
                form=forms[path],
                number=last.get(forms[path].pk, 0) + 1,
                origin=source.origin,
                figures=texts[path],
                document=source.document,
                reason=source.reason,
                account=by.account_id,
                account_name=by.name,
                made_at=now,
            )
            for path in moved
        ],
        batch_size=BATCH,
    )


def _last_numbers(forms: list[Form]) -> dict[int, int]:
    """The highest version number of each form that has versions, counting or not."""
    if not forms:
        return {}
    rows = FormVersi.objects.filter(form__in=forms) if len(forms) <= FEW else _of_contest(forms)
    found = rows.order_by().values("form_id").annotate(last=Max("number"))
    return {row["form_id"]: row["last"] for row in found}


def _of_contest(forms: list[Form]) -> QuerySet[FormVersi]:
    one = forms[0]
    return FormVersi.objects.filter(form__election=one.election_id, form__contest=one.contest)


@inner
def add_reading(shape: Shape, path: str, reading: Reading) -> FormVersi:
    """Keep a typist's reading as a version that does not count; the pointer stays where it is."""
    form = _forms(shape, [path])[path]
    return FormVersi.objects.create(
        form=form,
        number=_last_numbers([form]).get(form.pk, 0) + 1,
        origin=reading.origin,
        figures=reading.figures,
        reason=reading.reason,
        account=reading.account,
        account_name=reading.account_name,
        made_at=reading.made_at,
    )


def _point(forms: list[Form], versions: list[FormVersi]) -> None:
    for form, version in zip(forms, versions, strict=True):
        form.current = version
    Form.objects.bulk_update(forms, ["current"], batch_size=500)


@inner
def project_votes(shape: Shape, forms: list[Form], after: Mapping[str, Figures]) -> None:
    """Write the votes of the forms again, from the figures by path."""
    Suara.objects.filter(form__in=[form.pk for form in forms]).delete()
    rows = [
        (form.pk, name, value)
        for form in forms
        for name in shape.choices.votes
        if (value := after[form.path].get(name)) is not None
    ]
    # A file of a large regency makes 600,000 rows; as model objects they would hold the
    # transaction open ten times as long.
    with connection.cursor() as cursor:
        cursor.executemany(_INSERT_VOTES, rows)


@inner
def project_findings(shape: Shape, forms: list[Form], after: Mapping[str, Figures]) -> None:
    """Write the findings of the forms again, from the figures by path."""
    checks = shape.checks
    Temuan.objects.filter(form__in=[form.pk for form in forms]).delete()
    Temuan.objects.bulk_create(
        [
            Temuan(
                form=form,
                code=finding.code,
                severity=finding.severity.value,
                left=finding.left,
                right=finding.right,
                subject=finding.subject,
                fields=list(finding.fields),
                confirmed=finding.confirmed,
            )
            for form in forms
            for finding in check(after[form.path], checks)
        ],
        batch_size=BATCH,
    )


@inner
def add_to_sums(
    shape: Shape, old: Mapping[str, Figures], new: Mapping[str, Figures], floor: str
) -> None:
    """Move the sums of every place above the changed forms by what changed."""
    moves: dict[str, list[list[int]]] = {}
    counts: dict[str, int] = {}
    width = len(shape.figures)
    for path in new:
        sums, haves = recap.difference(shape.figures, old.get(path), new[path])
        for place in _places(path, floor):
            total = moves.setdefault(place, [[0] * width, [0] * width])
            _add(total[0], sums)
            _add(total[1], haves)
            counts[place] = counts.get(place, 0) + (path not in old)
    key = {"election_id": shape.election_id, "contest": shape.contest, "dapil": shape.dapil}
    rows = Rekap.objects.filter(**key, path__in=moves).select_for_update().order_by("path")
    known = {row.path: row for row in rows}
    for place, (more, have) in moves.items():
        row = known.get(place)
        if row is None:
            Rekap.objects.create(**key, path=place, sums=more, haves=have, forms=counts[place])
            continue
        _add(row.sums, more)
        _add(row.haves, have)
        row.forms += counts[place]
        row.save(update_fields=["sums", "haves", "forms"])


def sums_of(
    figures: Sequence[str], forms: Mapping[str, Figures], floor: str
) -> dict[str, recap.Tally]:
    """The sums of every place from scratch, from `floor` down: what `add_to_sums` must equal."""
    villages = Counter(recap.parent(path) for path in forms)
    found = recap.recapitulate(forms, villages, figures)
    return {place: tally for place, tally in found.tallies.items() if _kept(place, floor)}


def _places(path: str, floor: str) -> list[str]:
    return [place for place in recap.places_above(path) if _kept(place, floor)]


def _kept(place: str, floor: str) -> bool:
    return place != recap.NATION and within(place, floor)


def _add(target: list[int], moves: Iterable[int]) -> None:
    for at, value in enumerate(moves):
        target[at] += value
