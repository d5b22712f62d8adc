"""The papers of a quarter's plenary: minutes with the recap as annex, and the announcement."""

from collections.abc import Mapping
from typing import Any

from django.utils import translation

from jurdil.kernel import clock
from jurdil.kernel.documents.tables import Column, Line, band, table
from jurdil.kernel.viewer import Viewer
from jurdil.law.formats import number
from jurdil.law.regime import load_regime
from jurdil.law.terbilang import day_in_words, terbilang
from jurdil.law.voters.flow import Flow
from jurdil.law.voters.quarter import name_of
from jurdil.places import queries as places
from jurdil.voters.models import Revisi
from jurdil.voters.pdpb import counting
from jurdil.voters.pdpb.counting import Figures
from jurdil.voters.pdpb.quarters import REGIME

RECAP = (
    Column("Kecamatan", share=5),
    Column("Desa/kel.", figures=True, share=2),
    Column("TPS", figures=True, share=2),
    Column("L", figures=True, share=3),
    Column("P", figures=True, share=3),
    Column("L+P", figures=True, share=3),
    Column("Baru L", figures=True, share=2),
    Column("Baru P", figures=True, share=2),
    Column("Baru", figures=True, share=2),
    Column("TMS L", figures=True, share=2),
    Column("TMS P", figures=True, share=2),
    Column("TMS", figures=True, share=2),
    Column("Ubah", figures=True, share=2),
)
REASONS = (
    Column("Uraian", share=5),
    Column("L", figures=True, share=2),
    Column("P", figures=True, share=2),
    Column("Jumlah", figures=True, share=2),
)


def minutes(by: Viewer, revision: Revisi, venue: str, note: str) -> dict[str, Any]:
    """The minutes of the plenary, in Indonesian; `note` says what was left open, if anything."""
    with translation.override("id"):
        rows = counting.by_village(revision, revision.path)
        whole = counting.together(rows.values())
        period, now = name_of(revision.period).id, clock.now().astimezone(clock.zone())
        return {
            "opening": [
                f"Pada hari ini, {day_in_words(now.date())} ({now:%d-%m-%Y}), pukul "
                f"{now:%H.%M %Z}, bertempat di {venue}, telah dilaksanakan rapat pleno terbuka "
                f"rekapitulasi Pemutakhiran Data Pemilih Berkelanjutan {period} berdasarkan "
                "PKPU 1/2025.",
            ],
            "points": _points(whole.flow, note),
            "tables": [recap(by, rows), reasons(whole)],
            "closing": [
                "Demikian berita acara ini dibuat untuk dipergunakan sebagaimana mestinya."
            ],
        }


def announcement(by: Viewer, revision: Revisi) -> dict[str, Any]:
    """The announcement of the determined figures; no voter is named."""
    with translation.override("id"):
        rows = counting.by_village(revision, revision.path)
        flow = counting.together(rows.values()).flow
        period = name_of(revision.period).id
        decided = revision.decided_at or clock.now()
        return {
            "opening": [
                f"Berdasarkan rapat pleno terbuka tanggal "
                f"{decided.astimezone(clock.zone()):%d-%m-%Y}, diumumkan rekapitulasi "
                f"Pemutakhiran Data Pemilih Berkelanjutan {period} sebagai berikut.",
            ],
            "points": _points(flow, ""),
            "tables": [recap(by, rows)],
            "closing": [
                "Masyarakat dapat memeriksa datanya dan menyampaikan tanggapan ke kantor KPU "
                "dengan menunjukkan KTP-el atau KK.",
            ],
        }


def recap(by: Viewer, rows: Mapping[str, Figures]) -> dict[str, Any]:
    """A-Rekap by kecamatan, with the sum of all."""
    above = sorted({village.rpartition(".")[0] for village in rows})
    names = places.names(by, above)
    lines = [
        _line(
            names.get(path, path),
            counting.together(one for at, one in rows.items() if at.startswith(f"{path}.")),
        )
        for path in above
    ]
    whole = _line("Jumlah", counting.together(rows.values()))
    return table("A-Rekap PDPB", RECAP, [*lines, Line(whole.cells, strong=True)])


def reasons(whole: Figures) -> dict[str, Any]:
    """New, TMS and disability by reason."""
    regime = load_regime(REGIME)
    parts = (
        ("Pemilih baru", "pdpb_baru", whole.new),
        ("Pemilih TMS", "tms", whole.tms),
        ("Penyandang disabilitas", "disabilitas", whole.disabilities),
    )
    lines: list[Line] = []
    for title, codes, counts in parts:
        names = {code.code: code.name.id for code in regime.codes_of(codes)}
        lines.append(band(title))
        for code in [*names, *(code for code in counts if code not in names)]:
            count = counts.get(code)
            said = names.get(code, "Sebab belum dicatat")
            cells = (count.men, count.women, count.total) if count else (0, 0, 0)
            lines.append(Line((said, *(number(cell, "id") for cell in cells))))
    return table("Rincian", REASONS, lines)


def _points(flow: Flow, note: str) -> list[str]:
    now, new, tms = flow.now, flow.new, flow.tms
    said = [
        f"Jumlah pemilih periode sebelumnya {_both(flow.before.total)}.",
        f"Pemilih baru {_sexes(new.men, new.women, new.total)}.",
        f"Pemilih tidak memenuhi syarat {_sexes(tms.men, tms.women, tms.total)}.",
        f"Perubahan elemen data {number(flow.changed, 'id')} pemilih.",
        f"Jumlah pemilih sekarang {_sexes(now.men, now.women, now.total)}, yaitu "
        f"{_both(now.total)}.",
    ]
    if now.unknown:
        said.append(
            f"Di dalamnya {number(now.unknown, 'id')} pemilih yang jenis kelaminnya belum dicatat."
        )
    return [*said, *([f"Catatan: {note.strip()}"] if note.strip() else [])]


def _sexes(men: int, women: int, total: int) -> str:
    return (
        f"laki-laki {number(men, 'id')}, perempuan {number(women, 'id')}, "
        f"jumlah {number(total, 'id')}"
    )


def _both(value: int) -> str:
    return f"{number(value, 'id')} ({terbilang(value)}) pemilih"


def _line(name: str, figures: Figures) -> Line:
    flow = figures.flow
    values = (
        figures.villages,
        figures.tps,
        flow.now.men,
        flow.now.women,
        flow.now.total,
        flow.new.men,
        flow.new.women,
        flow.new.total,
        flow.tms.men,
        flow.tms.women,
        flow.tms.total,
        flow.changed,
    )
    return Line((name, *(number(value, "id") for value in values)))
