"""Papers of contests: the ranking with its criteria and ties, the certificate of a winner."""

from collections.abc import Mapping, Sequence
from fractions import Fraction

from jurdil.kernel.documents.sheet import Column, Line, Paper, Section, open_places, pdf
from jurdil.law import formats
from jurdil.law.terbilang import terbilang
from jurdil.outreach.models import Contest, ContestPlace


def ranking_sheet(row: Contest, places: Mapping[str, str]) -> bytes:
    """Who stands where by which score, the criteria, and the jurors who handed in."""
    ranked = list(row.ranking.select_related("entry"))
    columns = (
        Column("Peringkat"),
        Column("Nomor"),
        Column("Peserta", share=3),
        Column("Karya", share=4),
        Column("Wilayah", share=3),
        Column("Nilai", figures=True),
    )
    criteria = tuple(f"{one.number}. {one.name}: {one.weight}" for one in row.criteria.all())
    jurors = tuple(one.name for one in row.jurors.all())
    return pdf(
        Paper(
            title="Peringkat lomba",
            lead=row.title,
            facts=(
                ("Jenis", str(row.get_kind_display())),
                ("Masa pendaftaran", f"{row.opens_on:%d-%m-%Y} sampai {row.closes_on:%d-%m-%Y}"),
                ("Pemenang", f"peringkat 1 sampai {row.winners}"),
            ),
            sections=(
                Section(title="Kriteria dan bobot", lines=criteria),
                Section(title="Peringkat", columns=columns, rows=_lines(ranked, places)),
            ),
            notes=(
                "Hanya karya terverifikasi yang dinilai. Nilai sama berbagi peringkat, dan "
                "peringkat sesudahnya dilewati.",
            ),
            signers=open_places(f"Juri: {name}" for name in jurors),
            figures={str(one.entry.number): one.rank for one in ranked},
        )
    )


def _lines(ranked: Sequence[ContestPlace], places: Mapping[str, str]) -> tuple[Line, ...]:
    """A row per place; equal scores are called a tie."""
    scores = [Fraction(one.numerator, one.denominator) for one in ranked]
    return tuple(
        Line(
            (
                str(one.rank) + (" (seri)" if scores.count(score) > 1 else ""),
                str(one.entry.number),
                one.entry.entrant,
                one.entry.title,
                places.get(one.entry.path, one.entry.path),
                formats.number(score, "id", 2),
            )
        )
        for one, score in zip(ranked, scores, strict=True)
    )


def certificate(row: Contest, place: ContestPlace, where: str) -> bytes:
    """The certificate of an entry that won, to be signed by the chair."""
    return pdf(
        Paper(
            title="Piagam penghargaan",
            lead=row.title,
            facts=(
                ("Diberikan kepada", place.entry.entrant),
                ("Wilayah", where),
                ("Atas karya", place.entry.title),
                ("Sebagai", f"Peringkat {place.rank} ({terbilang(place.rank)})"),
                (
                    "Nilai",
                    formats.number(Fraction(place.numerator, place.denominator), "id", 2),
                ),
            ),
            signers=open_places(("Ketua",)),
            size=13,
            flipped=True,
            figures={"contest": row.pk, "entry": place.entry.number, "rank": place.rank},
        )
    )
