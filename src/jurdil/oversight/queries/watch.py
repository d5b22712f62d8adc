"""AGHT and the daily report, prevention and its counts, the post *kawal hak pilih*."""

from collections import Counter
from collections.abc import Iterable
from datetime import date, datetime, timedelta

from django.db.models import Count, QuerySet, Sum
from django.utils import translation

from jurdil.kernel import clock, files
from jurdil.kernel.acts import query
from jurdil.kernel.documents.sheet import pdf
from jurdil.kernel.fields import within
from jurdil.kernel.models import StoredFile
from jurdil.kernel.viewer import Viewer
from jurdil.law.figure import Figure
from jurdil.law.oversight import words
from jurdil.law.oversight.words import Word
from jurdil.oversight import papers
from jurdil.oversight.models import Aght, AghtDay, AghtStep, PostNote, Prevention
from jurdil.oversight.records import AghtLine, Day, PreventionLine
from jurdil.oversight.rights.roles import OFFICE
from jurdil.places import queries as places


@query("oversight.aght")
def aght_lines(viewer: Viewer, *, state: str = "", kind: str = "") -> tuple[AghtLine, ...]:
    """The register, what is open first, newest first. Secret notes only the office sees."""
    rows = _aght(viewer)
    if state:
        rows = rows.filter(state=state)
    if kind:
        rows = rows.filter(kind=kind)
    found = sorted(rows, key=lambda r: (r.state == Aght.State.CLOSED, -r.observed_at.timestamp()))
    return _aght_lines(viewer, found)


@query("oversight.aght")
def aght(viewer: Viewer, aght_id: int) -> tuple[AghtLine, tuple[AghtStep, ...]]:
    """One note with its steps. Raises DoesNotExist outside the scope."""
    row = _aght(viewer).get(pk=aght_id)
    return _aght_lines(viewer, [row])[0], tuple(row.steps.all())


@query("oversight.aght")
def aght_file(viewer: Viewer, aght_id: int) -> tuple[StoredFile, bytes]:
    """The file of a note. Raises DoesNotExist when there is none in sight."""
    row = _aght(viewer).filter(file__isnull=False).get(pk=aght_id)
    assert row.file is not None
    return row.file, files.content(row.file)


@query("oversight.aght_daily")
def day_report(viewer: Viewer, day: date) -> Day:
    """The report of a day: new and changed notes by class. Nothing is typed twice."""
    begin = datetime.combine(day, datetime.min.time(), clock.zone())
    end = begin + timedelta(days=1)
    steps = AghtStep.objects.filter(
        aght__path__within=viewer.path, taken_at__gte=begin, taken_at__lt=end
    )
    touched = set(steps.values_list("aght_id", flat=True))
    rows = [row for row in _aght(viewer).order_by("pk") if row.pk in touched]
    counts = Counter(row.kind for row in rows)
    fresh = {row.pk for row in rows if begin <= row.recorded_at < end}
    return Day(
        day=day,
        words=AghtDay.objects.filter(path=viewer.path, day=day).first(),
        counts=tuple((word, counts[code]) for code, word in words.aght_classes().items()),
        items=_aght_lines(viewer, rows, set(touched) - fresh),
        standing=_aght(viewer).exclude(state=Aght.State.CLOSED).filter(recorded_at__lt=end).count(),
    )


@query("oversight.aght_daily")
def day_pdf(viewer: Viewer, day: date) -> bytes:
    """The report of a day, to send or to file."""
    place = places.names(viewer, {viewer.path}).get(viewer.path, viewer.path)
    with translation.override("id"):
        return pdf(papers.daily_paper(day_report(viewer, day), place))


@query("oversight.prevention")
def prevention_pdf(viewer: Viewer, prevention_id: int) -> bytes:
    """The form of a prevention act. Raises DoesNotExist outside the scope."""
    with translation.override("id"):
        return pdf(papers.prevention_paper(prevention(viewer, prevention_id)))


@query("oversight.prevention")
def preventions(
    viewer: Viewer, *, year: int, form: str = "", kind: str = "", state: str = ""
) -> tuple[PreventionLine, ...]:
    """Prevention acts of a year, latest first."""
    rows = Prevention.objects.filter(path__within=viewer.path, year=year)
    for name, value in (("form", form), ("kind", kind), ("state", state)):
        if value:
            rows = rows.filter(**{name: value})
    return _prevention_lines(viewer, rows.order_by("-held_from", "-pk"))


@query("oversight.prevention")
def prevention(viewer: Viewer, prevention_id: int) -> PreventionLine:
    """One act. Raises DoesNotExist outside the scope."""
    row = Prevention.objects.filter(path__within=viewer.path).get(pk=prevention_id)
    return _prevention_lines(viewer, [row])[0]


@query("oversight.prevention")
def prevention_file(viewer: Viewer, prevention_id: int) -> tuple[StoredFile, bytes]:
    """The evidence of an act. Raises DoesNotExist when there is none in sight."""
    rows = Prevention.objects.filter(path__within=viewer.path, file__isnull=False)
    row = rows.get(pk=prevention_id)
    assert row.file is not None
    return row.file, files.content(row.file)


@query("oversight.prevention")
def prevention_counts(viewer: Viewer, *, year: int) -> tuple[Figure, tuple[tuple[Word, int], ...]]:
    """Acts that were held in a year, by the seven forms, and their sum."""
    done = Prevention.objects.filter(
        path__within=viewer.path, year=year, state=Prevention.State.DONE
    )
    counts = dict(done.values_list("form").annotate(number=Count("pk")))
    listed = words.prevention_forms()
    return words.prevention_total(counts), tuple((w, counts.get(c, 0)) for c, w in listed.items())


@query("oversight.prevention")
def overdue_preventions(viewer: Viewer) -> tuple[PreventionLine, ...]:
    """Acts whose days have passed and which nobody has reported."""
    rows = Prevention.objects.filter(
        path__within=viewer.path,
        state=Prevention.State.PLANNED,
        held_until__lt=clock.today(),
    )
    return _prevention_lines(viewer, rows.order_by("held_until"))


@query("oversight.prevention")
def prevention_week(viewer: Viewer, first: date, last: date) -> tuple[PreventionLine, ...]:
    """Acts that are planned and touch these days."""
    rows = Prevention.objects.filter(
        path__within=viewer.path,
        state=Prevention.State.PLANNED,
        held_from__lte=last,
        held_until__gte=first,
    )
    return _prevention_lines(viewer, rows.order_by("held_from"))


@query("oversight.post")
def post_notes(viewer: Viewer, *, category: str = "") -> tuple[tuple[PostNote, str], ...]:
    """Complaints at the post, open ones first, with the names of places."""
    rows = PostNote.objects.filter(path__within=viewer.path)
    if category:
        rows = rows.filter(category=category)
    found = sorted(rows, key=lambda r: (r.closed_at is not None, -r.told_on.toordinal(), -r.pk))
    names = places.names(viewer, {row.path for row in found})
    return tuple((row, names.get(row.path, row.path)) for row in found)


@query("oversight.post")
def post_note(viewer: Viewer, note_id: int) -> tuple[PostNote, str]:
    """One complaint. Raises DoesNotExist outside the scope."""
    row = PostNote.objects.filter(path__within=viewer.path).get(pk=note_id)
    return row, places.names(viewer, {row.path}).get(row.path, row.path)


@query("oversight.post")
def post_counts(viewer: Viewer) -> tuple[tuple[str, str, int], ...]:
    """People by category: code, name, number."""
    rows = PostNote.objects.filter(path__within=viewer.path)
    counts = dict(rows.values_list("category").annotate(number=Sum("people")))
    return tuple((code, str(name), counts.get(code, 0)) for code, name in PostNote.Category.choices)


def _aght(viewer: Viewer) -> QuerySet[Aght]:
    rows = Aght.objects.filter(path__within=viewer.path).select_related("file")
    return rows if viewer.role in OFFICE else rows.exclude(secrecy=Aght.Secrecy.SECRET)


def _aght_lines(
    viewer: Viewer, rows: Iterable[Aght], changed: Iterable[int] = ()
) -> tuple[AghtLine, ...]:
    found, listed, again = list(rows), words.aght_classes(), set(changed)
    names = places.names(viewer, {row.path for row in found})
    return tuple(
        AghtLine(row, listed[row.kind], names.get(row.path, row.path), row.pk in again)
        for row in found
        if within(row.path, viewer.path)
    )


def _prevention_lines(viewer: Viewer, rows: Iterable[Prevention]) -> tuple[PreventionLine, ...]:
    found = list(rows)
    forms, kinds = words.prevention_forms(), words.prevention_kinds()
    names = places.names(viewer, {row.path for row in found})
    return tuple(
        PreventionLine(
            row,
            forms[row.form],
            kinds[row.kind],
            names.get(row.path, row.path),
            f"{row.serial:03d}/F.CEGAH/{row.path}/{row.held_from.month:02d}/{row.year}",
        )
        for row in found
    )
