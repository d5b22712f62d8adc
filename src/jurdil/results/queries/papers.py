"""Forms and lists as PDF: C.Hasil Salinan, D.Hasil, events, labels, attendance, receipts."""

from dataclasses import replace
from functools import wraps

from django.utils import translation

from jurdil.kernel.acts import query
from jurdil.kernel.documents.compose import moment
from jurdil.kernel.documents.sheet import ABSENT, open_places, pdf
from jurdil.kernel.viewer import Viewer
from jurdil.law.sitting_words import FORM_NAME
from jurdil.places import paths
from jurdil.places import queries as places
from jurdil.results import ground, labels, official, reading, room
from jurdil.results.entry import ground as entry_ground
from jurdil.results.models import LEVEL_TPS, Form, FormVersi, Kejadian, Rekap, Sidang
from jurdil.results.official import Draft
from jurdil.results.papers import others
from jurdil.results.papers.c_hasil import form_name, place_facts, salinan
from jurdil.results.papers.d_hasil import Area, Block, Counted, d_hasil
from jurdil.results.papers.signers import signers_over
from jurdil.results.queries.plenary import attendance
from jurdil.results.queries.status import status_of
from jurdil.results.reading import Subject
from jurdil.results.shapes import Shape, make_shape, shape_of, shapes_of
from jurdil.results.sitting_facts import receivers
from jurdil.results.writing import read_figures


def _in_indonesian(function):
    """Official papers are Indonesian, whatever the reader's language."""

    @wraps(function)
    def wrapper(*arguments, **options):
        with translation.override("id"):
            return function(*arguments, **options)

    return wrapper


@query("results.view")
@_in_indonesian
def c_hasil_pdf(
    viewer: Viewer, election_id: int, contest: str, path: str, *, blank: bool = False
) -> bytes:
    """C.Hasil Salinan of a TPS in scope, filled from what counts now, or blank.

    Raises ObjectDoesNotExist for a TPS out of scope or a form that is not in.
    """
    about = reading.subject(viewer, election_id, contest)
    if blank:
        places.tps(viewer, election_id, path)
        shape = _blank_shape(viewer, about, path)
        names = reading.labels(viewer, election_id, contest, shape.dapil)
        facts = place_facts(viewer, about, path, shape.dapil)
        return pdf(salinan(about.contest, shape, facts, names, None, about.name.id))
    form = reading.forms_of(viewer, election_id, contest, path).select_related("current").get()
    found, version = shape_of(election_id, contest, form.dapil), form.current
    if found is None or version is None:
        raise Form.DoesNotExist
    names = reading.labels(viewer, election_id, contest, form.dapil)
    said = f"Angka versi {version.number}, {FormVersi.Origin(version.origin).label}, "
    said += f"{moment(version.made_at)}."
    said += f" {version.reason}" if version.reason else ""
    figures = read_figures(version.figures)
    facts = place_facts(viewer, about, path, found.dapil)
    return pdf(salinan(about.contest, found, facts, names, figures, about.name.id, said))


@query("results.view")
@_in_indonesian
def d_hasil_pdf(
    viewer: Viewer, election_id: int, contest: str, path: str, dapil: str = ""
) -> bytes:
    """D.Hasil of a kecamatan or the regency in scope, of the dapil given or of all of them.

    Raises ObjectDoesNotExist out of scope, below a kecamatan, or while no form of it is in.
    """
    about = reading.subject(viewer, election_id, contest)
    place = places.place(viewer, path)
    shapes = _shapes_at(election_id, contest, path, dapil)
    if place.level not in (paths.REGENCY, paths.KECAMATAN) or not shapes:
        raise Form.DoesNotExist
    level = room.KECAMATAN if place.level == paths.KECAMATAN else room.KABKO
    counted = [_counted(viewer, one, path, level) for one in shapes]
    status = status_of(viewer, election_id, contest, path)
    paper = d_hasil(
        about.contest,
        FORM_NAME[level].removeprefix("D.HASIL "),
        place.label,
        counted,
        facts=_facts(about, place.label, ", ".join(one.dapil for one in shapes if one.dapil)),
        signers=signers_over(election_id, contest, path, level),
        stamp="" if status.official else "HITUNG INTERNAL",
        notes=(status.title.id, status.note.id),
    )
    return pdf(paper)


@query("results.view")
@_in_indonesian
def events_pdf(viewer: Viewer, election_id: int, path: str, contest: str = "") -> bytes:
    """C.Kejadian Khusus of a TPS, D.Kejadian Khusus of a kecamatan or the regency.

    Raises ObjectDoesNotExist out of scope.
    """
    about = reading.subject(viewer, election_id, contest) if contest else None
    subject = about or reading.subjects(viewer, election_id)[0]
    letter, lead = ("C", "") if "/" in path else ("D", places.name_of(viewer, path))
    if "/" in path:
        places.tps(viewer, election_id, path)
        facts = place_facts(viewer, subject, path, "")
        level, signers = LEVEL_TPS, open_places(["Ketua KPPS", "Saksi"])
    else:
        place = places.place(viewer, path)
        kind = [("Jenis", about.name.id)] if about else []
        facts = (("Pemilihan", subject.title.id), ("Wilayah", place.label), *kind)
        level = room.KECAMATAN if place.level == paths.KECAMATAN else room.KABKO
        signers = signers_over(election_id, contest, path, level)
    rows = Kejadian.objects.filter(election_id=election_id, level=level, path__within=path)
    if contest:
        rows = rows.filter(contest__in=["", contest])
    return pdf(others.events_paper(letter, lead, facts, list(rows), signers))


@query("results.intake")
@_in_indonesian
def labels_pdf(viewer: Viewer, election_id: int, path: str) -> bytes:
    """Labels of all forms of a village or TPS in scope. Raises ObjectDoesNotExist."""
    village = path.partition("/")[0]
    name = places.place(ground.everywhere(viewer), village).name
    subjects = reading.subjects(viewer, election_id)
    sheets = [
        (
            labels.Sheet(election_id, about.contest.id, tps.path),
            about.contest.short,
            tps.label,
            name,
        )
        for tps in places.tps_of(viewer, election_id, path)
        if tps.in_use
        for about in subjects
    ]
    if not sheets:
        raise Form.DoesNotExist
    return others.labels_pdf(sheets)


@query("results.plenary_names")
@_in_indonesian
def attendance_pdf(viewer: Viewer, sidang_id: int) -> bytes:
    """The list of attendance of a sitting, pre-filled. Raises Sidang.DoesNotExist."""
    held = room.find(viewer, sidang_id)
    people = [(one.kind_name, one.code, one.name) for one in attendance(viewer, sidang_id)]
    return pdf(others.attendance_paper(room.place_name(viewer, held.path), _sitting(held), people))


@query("results.plenary")
@_in_indonesian
def receipt_pdf(viewer: Viewer, sidang_id: int, contest: str) -> bytes:
    """The receipt of D.Hasil of a contest. Raises Sidang.DoesNotExist."""
    held = room.find(viewer, sidang_id)
    room.require_contest(held, contest)
    received = {one.peserta_id: one.received_at for one in held.receipts.filter(contest=contest)}
    people = [
        (one.code, moment(received[one.pk]) if one.pk in received else "")
        for one in receivers(held, contest)
    ]
    lead = f"{room.contest_of(held, contest).name.id}, {room.place_name(viewer, held.path)}"
    return pdf(others.receipt_paper(lead, _sitting(held), people))


@query("results.plenary")
@_in_indonesian
def plenary_draft(viewer: Viewer, sidang_id: int, kind: str, contest: str, office: str) -> Draft:
    """What the invitation of a sitting, or the decree or announcement of a contest, says.

    Raises Sidang.DoesNotExist out of scope, or for a paper that the contest does not ask for.
    """
    held = room.find(viewer, sidang_id)
    if kind == official.INVITATION:
        return official.invitation(viewer, held, office)
    if contest not in held.contests or kind not in official.kinds_of(held, contest):
        raise Sidang.DoesNotExist
    make = official.decree if kind == official.DECREE else official.announcement
    return make(viewer, held, contest, office)


def _blank_shape(viewer: Viewer, about: Subject, path: str) -> Shape:
    """The shape that a form will have: that of the forms in, else of the registered ballot."""
    election, contest = about.election, about.contest.id
    dapil = entry_ground.dapil_of(viewer, election.pk, contest, path)
    known = shape_of(election.pk, contest, dapil)
    if known is not None:
        return known
    choices = ground.ballot_choices(viewer, election.pk, contest)(dapil)
    if choices is None:
        raise Form.DoesNotExist
    return make_shape(election, contest, dapil, choices)


def _shapes_at(election_id: int, contest: str, path: str, dapil: str) -> list[Shape]:
    """The shapes of the forms that are in below a place, by dapil."""
    key = {"election_id": election_id, "contest": contest, "path__within": path}
    own = Form.objects.filter(**key, current__isnull=False).values_list("dapil", flat=True)
    seen = set(own.distinct())
    found = shapes_of(election_id, contest)
    return [one for code, one in found.items() if code in seen and dapil in ("", code)]


def _counted(viewer: Viewer, shape: Shape, path: str, level: str) -> Counted:
    """The blocks of a place for the forms of one shape."""
    names = reading.labels(viewer, shape.election_id, shape.contest, shape.dapil)
    if level == room.KABKO:
        return Counted(shape, names, (_regency(viewer, shape.election_id, shape, path),))
    blocks = _villages(viewer, shape.election_id, shape.contest, path, shape.dapil)
    return Counted(shape, names, blocks)


def _villages(
    viewer: Viewer, election_id: int, contest: str, path: str, dapil: str
) -> tuple[Block, ...]:
    """The TPS of a kecamatan, village by village, those that are not in too."""
    rows = reading.forms_of(viewer, election_id, contest, path).filter(dapil=dapil)
    figures = {at: read_figures(text) for at, text in rows.values_list("path", "current__figures")}
    tps = [one for one in places.tps_of(viewer, election_id, path) if one.in_use]
    known = {one.path for one in tps}
    villages: dict[str, list[Area]] = {}
    for at, label in [
        *((one.path, one.label) for one in tps),
        *((at, f"TPS {at.partition('/')[2]}") for at in figures if at not in known),
    ]:
        villages.setdefault(at.partition("/")[0], []).append(Area(label, figures.get(at)))
    names = places.names(viewer, villages)
    return tuple(
        Block(names.get(village, village), tuple(areas))
        for village, areas in sorted(villages.items())
    )


def _regency(viewer: Viewer, election_id: int, shape: Shape, path: str) -> Block:
    """The kecamatan of the regency: the sums of their forms, else their own D.Hasil."""
    key = {"election_id": election_id, "contest": shape.contest, "dapil": shape.dapil}
    own = Form.objects.filter(
        **key, level=room.KECAMATAN, path__within=path, current__isnull=False
    ).values_list("path", "current__figures")
    found = {at: Area(at, read_figures(text)) for at, text in own}
    for row in Rekap.objects.filter(**key, path__within=path):
        found[row.path] = _summed(shape, row)
    due = reading.expected(viewer, election_id, shape.contest)
    areas = tuple(
        replace(found.get(one.path, Area(one.path, None)), name=one.name)
        for one in places.children(viewer, path)
        if due.at(one.path, shape.dapil) or one.path in found
    )
    head = f"Daerah pemilihan {shape.dapil}: " if shape.dapil else ""
    return Block(f"{head}{len(areas)} kecamatan", areas)


def _summed(shape: Shape, row: Rekap) -> Area:
    """Sums of forms; only figures that every form has can be held against each other."""
    cells = list(zip(shape.figures, row.sums, row.haves, strict=True))
    figures = {name: total for name, total, have in cells if have}
    return Area(row.path, figures, frozenset(n for n, _total, have in cells if have == row.forms))


def _facts(about: Subject, place: str, dapil: str) -> tuple[tuple[str, str], ...]:
    facts = [
        ("Pemilihan", about.title.id),
        ("Jenis", about.name.id),
        ("Wilayah", place),
        ("Formulir", form_name(about.contest)),
    ]
    return (*facts, ("Daerah pemilihan", dapil)) if dapil else tuple(facts)


def _sitting(held: Sidang) -> tuple[tuple[str, str], ...]:
    opened = moment(held.opened_at) if held.opened_at else ABSENT
    return (("Tempat", held.venue), ("Dibuka", opened))
