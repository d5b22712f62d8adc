"""What acts and readings of a plenary sitting share: the sitting in scope, its rows, its words."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from jurdil.kernel.acts import Refused, inner
from jurdil.kernel.fields import within
from jurdil.kernel.viewer import Viewer
from jurdil.law import recap, sitting
from jurdil.law.regime import load_regime
from jurdil.law.regime_types import Contest
from jurdil.law.rules import Choices, label, params_for
from jurdil.law.text import Text
from jurdil.parties import queries as parties
from jurdil.places import paths
from jurdil.places import queries as places
from jurdil.results import paper, reading
from jurdil.results.models import (
    LEVEL_TPS,
    BarisSidang,
    Form,
    LangkahSidang,
    Rekap,
    Sidang,
)
from jurdil.results.shapes import Shape, shape_of, shapes_of
from jurdil.results.writing import read_figures

KECAMATAN, KABKO = "kecamatan", "kabko"
LEVELS = {paths.KECAMATAN: KECAMATAN, paths.REGENCY: KABKO}


@dataclass(frozen=True)
class Standing:
    """A participant of a contest: its key, ballot number and name."""

    key: str
    number: int
    name: str


def find(viewer: Viewer, sidang_id: int) -> Sidang:
    """A sitting in scope. Raises `Sidang.DoesNotExist`."""
    found = Sidang.objects.select_related("election").filter(path__within=viewer.path)
    return found.get(pk=sidang_id)


@inner
def take(by: Viewer, sidang_id: int) -> Sidang:
    """A sitting in scope, locked for a change. Raises `Sidang.DoesNotExist`."""
    rows = Sidang.objects.select_for_update(of=("self",)).select_related("election")
    return rows.filter(path__within=by.path).get(pk=sidang_id)


@inner
def take_row(by: Viewer, row_id: int) -> tuple[Sidang, BarisSidang]:
    """A row with its sitting, both locked. Raises `BarisSidang.DoesNotExist` outside the scope."""
    row = BarisSidang.objects.filter(sidang__path__within=by.path).get(pk=row_id)
    held = take(by, row.sidang_id)
    return held, BarisSidang.objects.select_for_update().get(pk=row_id)


@inner
def note_step(by: Viewer, held: Sidang, step: str, note: str, now) -> None:
    """Write a step of the sitting with the legal clock."""
    LangkahSidang.objects.create(
        sidang=held,
        step=step,
        note=note.strip(),
        taken_at=now,
        account=by.account_id,
        account_name=by.name,
    )


@inner
def changed(held: Sidang, *fields: str) -> None:
    """Save the sitting's `fields` and tell the screens that something is new."""
    held.revision += 1
    held.save(update_fields=[*fields, "revision"])


@inner
def move(held: Sidang, row: BarisSidang, step: sitting.Move) -> None:
    """Move a row as the law's machine says. Raises `Refused` for a step that is not possible."""
    try:
        new = sitting.row_after(sitting.Sitting(held.state), sitting.Row(row.state), step)
    except sitting.IllegalStep:
        raise Refused(_refusal(held, row)) from None
    row.state = new.value


def _refusal(held: Sidang, row: BarisSidang) -> str:
    if held.state != Sidang.State.OPEN:
        return _(
            "Rapat pleno ini berstatus “%(state)s”. Baris hanya berjalan selagi rapat dibuka."
        ) % {"state": held.get_state_display()}
    return _("Baris ini berstatus “%(state)s”. Urutannya: dibacakan, dicocokkan, disahkan.") % {
        "state": row.get_state_display()
    }


def require_open(held: Sidang) -> None:
    """Raise `Refused` unless the sitting is open."""
    if held.state != Sidang.State.OPEN:
        raise Refused(
            _("Rapat pleno ini berstatus “%(state)s”, bukan sedang dibuka.")
            % {"state": held.get_state_display()}
        )


def require_contest(held: Sidang, contest: str) -> None:
    """Raise `Sidang.DoesNotExist` for a contest that the sitting does not treat."""
    if contest not in held.contests:
        raise Sidang.DoesNotExist


def require_unclosed(held: Sidang) -> None:
    """Raise `Refused` once the sitting is closed: what was signed stays as it was."""
    if held.state == Sidang.State.CLOSED:
        raise Refused(_("Rapat pleno ini sudah ditutup."))


def contest_of(held: Sidang, contest: str) -> Contest:
    """A contest of the sitting. Raises `Refused` for one it does not treat."""
    if contest not in held.contests:
        raise Refused(_("Jenis pemilihan ini tidak dibahas dalam rapat pleno ini."))
    return load_regime(held.election.regime).contest(contest)


def standing_in(held: Sidang, contest: str) -> tuple[Standing, ...]:
    """The participants of a contest; while none is registered, those that its forms name."""
    about = load_regime(held.election.regime).contest(contest)
    system = Viewer(role="sistem", path=held.election.path, house="kpu")
    lines = parties.participants(system, held.election_id, contest)
    if lines:
        return tuple(
            Standing(
                sitting.participant_key(contest, about.choice, line.number), line.number, line.label
            )
            for line in lines
        )
    shape = next(iter(shapes_of(held.election_id, contest).values()), None)
    numbers = _numbers(shape.choices) if shape else ()
    words = {"list": _("Partai %s"), "pair": _("Paslon %s")}.get(about.choice, _("Calon %s"))
    return tuple(
        Standing(sitting.participant_key(contest, about.choice, one), one, words % one)
        for one in numbers
    )


def _numbers(choices: Choices) -> tuple[int, ...]:
    fields = [group.total for group in choices.groups] or list(choices.votes)
    return tuple(sorted({int(field.split("_")[1]) for field in fields}))


def participant_name(held: Sidang, key: str) -> str:
    """What a participant is called: its name, else its key."""
    for contest in held.contests:
        for one in standing_in(held, contest):
            if one.key == key:
                return one.name
    return key


def form_at(held: Sidang, contest: str, path: str, level: str = LEVEL_TPS) -> Form | None:
    """The form of a place that is in, with its current version; None while it is not."""
    return (
        Form.objects.filter(
            election_id=held.election_id,
            contest=contest,
            level=level,
            path=path,
            current__isnull=False,
        )
        .select_related("current")
        .first()
    )


def shape_at(held: Sidang, contest: str, path: str) -> Shape | None:
    """The shape of the forms at a row's place; the first of several dapil."""
    form = form_at(held, contest, path) or form_at(held, contest, path, KECAMATAN)
    if form is None:
        inside = Rekap.objects.filter(
            election_id=held.election_id, contest=contest, path=path
        ).order_by("dapil")
        found = inside.first()
        if found is None:
            return next(iter(shapes_of(held.election_id, contest).values()), None)
        return shape_of(held.election_id, contest, found.dapil)
    return shape_of(held.election_id, contest, form.dapil)


def figures_at(held: Sidang, contest: str, path: str) -> dict[str, int]:
    """The figures of a place as they stand: of the form, or sums.

    A kecamatan whose TPS are not in counts with its own D.Hasil, if that is in; a regency is the
    sum of its kecamatan.
    """
    if "/" in path:
        form = form_at(held, contest, path)
        return read_figures(form.current.figures) if form and form.current else {}
    if paths.level(path) == paths.REGENCY:
        return _of_kecamatan(held, contest, path)
    summed = sums_at(held, contest, path)
    own = form_at(held, contest, path, KECAMATAN)
    if summed or own is None or own.current is None:
        return summed
    return read_figures(own.current.figures)


def _of_kecamatan(held: Sidang, contest: str, path: str) -> dict[str, int]:
    """The sums over the kecamatan of a regency; without D.Hasil alone, the sums of all forms."""
    key = {"election_id": held.election_id, "contest": contest}
    own = Form.objects.filter(**key, level=KECAMATAN, path__within=path, current__isnull=False)
    places_in = set(own.values_list("path", flat=True))
    if not places_in:
        return sums_at(held, contest, path)
    rows = Rekap.objects.filter(**key, path__within=path).values_list("path", flat=True)
    places_in |= {one for one in rows if paths.level(one) == paths.KECAMATAN}
    found: dict[str, int] = {}
    for place in sorted(places_in):
        for name, value in figures_at(held, contest, place).items():
            found[name] = found.get(name, 0) + value
    return found


def sums_at(held: Sidang, contest: str, path: str) -> dict[str, int]:
    """The sums of the TPS forms below a place; of several dapil, what their forms share."""
    rows = Rekap.objects.filter(election_id=held.election_id, contest=contest, path=path)
    shapes = shapes_of(held.election_id, contest)
    parts = [
        (shapes[row.dapil].figures, recap.Tally(tuple(row.sums), tuple(row.haves), row.forms))
        for row in rows
    ]
    if not parts:
        return {}
    names = [n for n in parts[0][0] if all(n in figures for figures, _tally in parts)]
    together = recap.together(parts, names)
    return {
        name: total
        for name, total, have in zip(names, together.sums, together.haves, strict=True)
        if have
    }


def field_name(regime: str, choices: Choices, field: str) -> Text:
    """A figure as papers name it: "bagian IV.2, Pasangan calon 2"."""
    params = params_for(load_regime(regime))
    for part in paper.parts(choices, params):
        for row in part.rows:
            if row.figure == field:
                name = label(field)
                return Text(f"bagian {row.code}, {name.id}", f"part {row.code}, {name.en}")
    return label(field)


def place_name(by: Viewer, path: str) -> str:
    """A row's place in words: "TPS 003 Kelurahan Labessi", "Kecamatan Marioriwawo"."""
    names = places.names(by, [path, paths.parent(path)])
    if "/" not in path:
        return names.get(path, path)
    village = names.get(paths.parent(path), paths.parent(path))
    return f"TPS {paths.tps_number(path):03d} {village}"


def rows_wanted(by: Viewer, election_id: int, path: str) -> tuple[str, ...]:
    """The rows that a sitting at `path` reads: its TPS in use, or its kecamatan with TPS."""
    due = places.expected_tps(by, election_id)
    if paths.level(path) == paths.REGENCY:
        return tuple(child.path for child in places.children(by, path) if due.get(child.path, 0))
    return tuple(sorted(one for one in places.tps_paths(by, election_id) if within(one, path)))


def labels_of(viewer: Viewer, held: Sidang, contest: str, dapil: str) -> Mapping[str, str]:
    """Registered names of the vote fields."""
    return reading.labels(viewer, held.election_id, contest, dapil)
