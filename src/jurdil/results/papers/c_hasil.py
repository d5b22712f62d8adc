"""C.Hasil Salinan of a TPS, filled from the form that counts or blank for the pen."""

from collections.abc import Iterable, Mapping

from jurdil.kernel.documents.sheet import (
    ABSENT,
    Column,
    Line,
    Paper,
    Section,
    cell,
    open_places,
)
from jurdil.kernel.viewer import Viewer
from jurdil.law.regime import load_regime
from jurdil.law.regime_types import Contest
from jurdil.law.rules import Choices, label, params_for
from jurdil.law.terbilang import terbilang
from jurdil.places import queries as places
from jurdil.results import ground, paper
from jurdil.results.reading import Subject
from jurdil.results.shapes import Shape

KPPS = ("Ketua KPPS", *(f"Anggota KPPS {number}" for number in range(2, 8)))
SEXES = {"_l": "Laki-laki", "_p": "Perempuan", "": "Jumlah"}
CODE, TEXT = Column("Kode"), Column("Uraian", share=7)
DIGITS, LETTERS = Column("Angka", figures=True, share=3), Column("Dengan huruf", share=6)
PLAIN = (CODE, TEXT, DIGITS)
TRIPLE = (CODE, TEXT, *(Column(name, figures=True, share=3) for name in SEXES.values()))
VOTES = (Column("Nomor"), Column("Nama", share=7), DIGITS, LETTERS)
TOTALS = (CODE, TEXT, DIGITS, LETTERS)


def salinan(
    contest: Contest,
    shape: Shape,
    facts: tuple[tuple[str, str], ...],
    labels: Mapping[str, str],
    figures: Mapping[str, int] | None,
    lead: str,
    said: str = "",
) -> Paper:
    """The copy of one form; without `figures` a blank one. `said` explains where they come from."""
    params = params_for(load_regime(shape.regime))
    parts = {part.code: part for part in paper.parts(shape.choices, params)}
    filled = figures is not None
    known = dict(figures or {})
    return Paper(
        title=f"{form_name(contest)} Salinan",
        lead=lead,
        facts=facts,
        sections=(
            _triple(parts["I"], known, filled),
            _plain(parts["II"], known, filled),
            _triple(parts["III"], known, filled),
            *_votes(shape.choices, labels, known, filled),
            _totals(parts["V"], known, filled),
        ),
        notes=(said,) if said else (),
        signers=open_places([*KPPS, *_witnesses(shape.choices, labels)]),
        figures=known,
    )


def form_name(contest: Contest) -> str:
    """The name of the C form of a contest."""
    return contest.form or f"C.HASIL-{contest.short.upper()}"


def place_facts(
    viewer: Viewer, about: Subject, path: str, dapil: str
) -> tuple[tuple[str, str], ...]:
    """Where the form is of, as its head prints it."""
    whole = ground.everywhere(viewer)
    village, _slash, number = path.partition("/")
    district, regency = village.rpartition(".")[0], ".".join(village.split(".")[:2])
    facts = [
        ("Pemilihan", about.title.id),
        ("Kabupaten/Kota", places.name_of(whole, regency)),
        ("Kecamatan", places.name_of(whole, district)),
        ("Desa/Kelurahan", places.name_of(whole, village)),
        ("TPS", number),
    ]
    return (*facts, ("Daerah pemilihan", dapil)) if dapil else tuple(facts)


def in_words(value: int | None, filled: bool) -> str:
    """A figure in words; an empty box for the pen on a blank form."""
    if value is None:
        return ABSENT if filled else "" * 4
    return terbilang(value)


def in_digits(value: int | None, filled: bool) -> str:
    """A figure in digits; an empty box for the pen on a blank form."""
    return cell(value) if filled else ""


def _triple(part: paper.Part, known: Mapping[str, int], filled: bool) -> Section:
    rows: dict[str, dict[str, int | None]] = {}
    names: dict[str, str] = {}
    for row in part.rows:
        stem = row.figure.removesuffix("_l").removesuffix("_p")
        column = row.figure[len(stem) :]
        rows.setdefault(f"{row.code}|{stem}", {})[column] = known.get(row.figure)
        names[f"{row.code}|{stem}"] = label(stem).id
    lines = tuple(
        Line(
            (key.partition("|")[0], names[key], *(in_digits(cells.get(c), filled) for c in SEXES)),
            strong=key.partition("|")[2] in ("guna",),
        )
        for key, cells in rows.items()
    )
    return Section(f"{part.code}. {part.title.id}", TRIPLE, lines, tall=not filled)


def _plain(part: paper.Part, known: Mapping[str, int], filled: bool) -> Section:
    lines = tuple(
        Line((row.code, row.name.id, in_digits(known.get(row.figure), filled)), row.total)
        for row in part.rows
    )
    return Section(f"{part.code}. {part.title.id}", PLAIN, lines, tall=not filled)


def _votes(
    choices: Choices, labels: Mapping[str, str], known: Mapping[str, int], filled: bool
) -> Iterable[Section]:
    """Part IV: one table, or for lists one per party with its logo, candidates and sum."""
    if not choices.groups:
        rows = tuple(
            _vote(str(at), labels.get(name, label(name).id), known.get(name), filled)
            for at, name in enumerate(choices.votes, 1)
        )
        yield Section("IV. Data perolehan suara", VOTES, rows, tall=not filled)
        return
    for at, group in enumerate(choices.groups):
        party = group.votes[0].removeprefix("partai_")
        name = labels.get(group.votes[0], label(group.votes[0]).id)
        rows = (
            _vote("", "Suara partai politik", known.get(group.votes[0]), filled),
            *(
                _vote(str(number), labels.get(vote, label(vote).id), known.get(vote), filled)
                for number, vote in enumerate(group.votes[1:], 1)
            ),
            _vote(
                "",
                "Jumlah suara sah partai politik dan calon",
                known.get(group.total),
                filled,
                strong=True,
            ),
        )
        title = f"IV.{party}. {name}"
        yield Section(title, VOTES, rows, new_page=at == 0, tall=not filled)


def _vote(number: str, name: str, value: int | None, filled: bool, *, strong: bool = False) -> Line:
    return Line((number, name, in_digits(value, filled), in_words(value, filled)), strong)


def _totals(part: paper.Part, known: Mapping[str, int], filled: bool) -> Section:
    lines = tuple(
        Line(
            (
                row.code,
                row.name.id,
                in_digits(known.get(row.figure), filled),
                in_words(known.get(row.figure), filled),
            ),
            row.total,
        )
        for row in part.rows
    )
    return Section(f"{part.code}. {part.title.id}", TOTALS, lines, tall=not filled)


def _witnesses(choices: Choices, labels: Mapping[str, str]) -> list[str]:
    """One place per participant; a contest of lists signs by party."""
    heads = [group.votes[0] for group in choices.groups] or list(choices.votes)
    return [f"Saksi {labels.get(head, label(head).id)}" for head in heads]
