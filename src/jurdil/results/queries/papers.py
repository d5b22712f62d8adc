"""Forms and lists as PDF: C.Hasil Salinan, D.Hasil, events, labels, attendance, receipts."""

from collections.abc import Mapping
from functools import wraps

from django.utils import translation

from jurdil.kernel.acts import query
from jurdil.kernel.documents.compose import moment
from jurdil.kernel.viewer import Viewer
from jurdil.law.sitting_words import FORM_NAME
from jurdil.places import paths
from jurdil.places import queries as places
from jurdil.results import ground, labels, reading, room
from jurdil.results.entry import ground as entry_ground
from jurdil.results.models import LEVEL_TPS, Form, FormVersi, Kejadian, Peserta, Rekap, Sidang
from jurdil.results.papers import others
from jurdil.results.papers.c_hasil import form_name, place_facts, salinan
from jurdil.results.papers.d_hasil import Area, Block, d_hasil
from jurdil.results.papers.sheet import Signer, open_places, pdf
from jurdil.results.queries.plenary import attendance
from jurdil.results.queries.status import status_of
from jurdil.results.reading import Subject
from jurdil.results.shapes import Shape, make_shape, shape_of
from jurdil.results.writing import read_figures

PPK_MEMBERS = ("Ketua PPK", *(f"Anggota PPK {number}" for number in range(2, 6)))
KPU_MEMBERS = ("Ketua KPU", *(f"Anggota KPU {number}" for number in range(2, 6)))


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
        return pdf(salinan(viewer, about, shape, path, names, None, ""))
    form = reading.forms_of(viewer, election_id, contest, path).select_related("current").get()
    found, version = shape_of(election_id, contest, form.dapil), form.current
    if found is None or version is None:
        raise Form.DoesNotExist
    names = reading.labels(viewer, election_id, contest, form.dapil)
    said = f"Angka versi {version.number}, {FormVersi.Origin(version.origin).label}, "
    said += f"{moment(version.made_at)}."
    said += f" {version.reason}" if version.reason else ""
    figures = read_figures(version.figures)
    return pdf(salinan(viewer, about, found, path, names, figures, said))


@query("results.view")
@_in_indonesian
def d_hasil_pdf(
    viewer: Viewer, election_id: int, contest: str, path: str, dapil: str = ""
) -> bytes:
    """D.Hasil of a kecamatan or the regency in scope, of one dapil where there are several.

    Raises ObjectDoesNotExist out of scope, below a kecamatan, or while no form of it is in.
    """
    about = reading.subject(viewer, election_id, contest)
    place = places.place(viewer, path)
    shape = shape_of(election_id, contest, dapil)
    if place.level not in (paths.REGENCY, paths.KECAMATAN) or shape is None:
        raise Form.DoesNotExist
    at_kecamatan = place.level == paths.KECAMATAN
    level = room.KECAMATAN if at_kecamatan else room.KABKO
    blocks = (
        _villages(viewer, election_id, contest, path, dapil)
        if at_kecamatan
        else (_regency(viewer, election_id, shape, path),)
    )
    status = status_of(viewer, election_id, contest, path)
    paper = d_hasil(
        about.contest,
        FORM_NAME[level].removeprefix("D.HASIL "),
        place.label,
        _facts(about, place.label, dapil),
        shape,
        reading.labels(viewer, election_id, contest, dapil),
        blocks,
        _signers(election_id, contest, path, level),
        "" if status.official else "HITUNG INTERNAL",
        (status.title.id, status.note.id),
    )
    return pdf(paper)


@query("results.view")
@_in_indonesian
def events_pdf(viewer: Viewer, election_id: int, path: str, contest: str = "") -> bytes:
    """C.Kejadian Khusus of a TPS, D.Kejadian Khusus of a kecamatan or the regency.

    Raises ObjectDoesNotExist out of scope.
    """
    subject = reading.subjects(viewer, election_id)[0]
    letter, lead = ("C", "") if "/" in path else ("D", places.name_of(viewer, path))
    if "/" in path:
        places.tps(viewer, election_id, path)
        facts = place_facts(viewer, subject, path, "")
        level = LEVEL_TPS
    else:
        place = places.place(viewer, path)
        facts = _facts(subject, place.label, "")
        level = room.KECAMATAN if place.level == paths.KECAMATAN else room.KABKO
    rows = Kejadian.objects.filter(election_id=election_id, level=level, path__within=path)
    if contest:
        rows = rows.filter(contest__in=["", contest])
    return pdf(others.events_paper(letter, lead, facts, list(rows)))


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
    rows = held.receipts.filter(contest=contest).select_related("peserta").order_by("received_at")
    receivers = [(one.peserta.code, moment(one.received_at)) for one in rows]
    lead = f"{room.contest_of(held, contest).name.id}, {room.place_name(viewer, held.path)}"
    return pdf(others.receipt_paper(lead, _sitting(held), receivers))


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
    """The kecamatan of the regency with the sums of their forms."""
    rows = Rekap.objects.filter(
        election_id=election_id, contest=shape.contest, dapil=shape.dapil, path__within=path
    )
    sums = {row.path: _with_figures(shape, row) for row in rows}
    due = reading.expected(viewer, election_id, shape.contest)
    areas = tuple(
        Area(one.name, sums.get(one.path))
        for one in places.children(viewer, path)
        if due.at(one.path, shape.dapil) or one.path in sums
    )
    return Block(f"Kecamatan ({len(areas)})", areas)


def _with_figures(shape: Shape, row: Rekap) -> Mapping[str, int]:
    return {
        name: total
        for name, total, have in zip(shape.figures, row.sums, row.haves, strict=True)
        if have
    }


def _facts(about: Subject, place: str, dapil: str) -> tuple[tuple[str, str], ...]:
    facts = [
        ("Pemilihan", about.title.id),
        ("Jenis", about.name.id),
        ("Wilayah", place),
        ("Formulir", form_name(about.contest)),
    ]
    return (*facts, ("Daerah pemilihan", dapil)) if dapil else tuple(facts)


def _sitting(held: Sidang) -> tuple[tuple[str, str], ...]:
    opened = moment(held.opened_at) if held.opened_at else "–"
    return (("Tempat", held.venue), ("Dibuka", opened))


def _signers(election_id: int, contest: str, path: str, level: str) -> tuple[Signer, ...]:
    """Who signed or refused in the sitting; open places for the members before one was held."""
    held = Sidang.objects.filter(election_id=election_id, path=path).order_by("-pk").first()
    if held is None:
        return open_places(PPK_MEMBERS if level == room.KECAMATAN else KPU_MEMBERS)
    done = {one.peserta_id: one for one in held.signatures.filter(contest=contest)}
    people = held.people.filter(kind__in=[Peserta.Kind.MEMBER, Peserta.Kind.WITNESS])
    return tuple(_signer(one.code, done.get(one.pk)) for one in people)


def _signer(capacity: str, one) -> Signer:
    if one is None:
        return Signer(capacity)
    if one.refusal:
        return Signer(capacity, "refused", reason=one.refusal)
    return Signer(capacity, "signed", at=moment(one.signed_at))
