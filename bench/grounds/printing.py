"""Forms of the largest contest, drawn from figures in memory to the finished PDF."""

import random
from collections.abc import Callable

from django.conf import settings
from django.core.management import call_command

from jurdil.kernel import crypto
from jurdil.kernel.actions import office as office_acts
from jurdil.kernel.documents import sheet
from jurdil.kernel.viewer import system_viewer
from jurdil.law.regime import load_regime
from jurdil.law.rules import figures, lists, params_for
from jurdil.results.papers.c_hasil import salinan
from jurdil.results.papers.d_hasil import Area, Block, Counted, d_hasil
from jurdil.results.shapes import Shape

REGIME, CONTEST, PARTIES, PEOPLE = "pemilu-2024", "dpr", 18, 7


def papers() -> dict[str, Callable[[], bytes]]:
    """Ways to draw D.Hasil, by what they draw; the office they print is founded first."""
    _found()
    contest = load_regime(REGIME).contest(CONTEST)
    chance, choices = random.Random(18), lists(dict.fromkeys(range(1, PARTIES + 1), PEOPLE))
    names = figures(choices, params_for(load_regime(REGIME)))
    shape = Shape(1, REGIME, CONTEST, "", choices, names)

    def area(name: str) -> Area:
        return Area(name, {figure: chance.randint(0, 99_999) for figure in names})

    def regency() -> list[Block]:
        return [Block("Kecamatan (18)", tuple(area(f"Kecamatan {n}") for n in range(18)))]

    def villages() -> list[Block]:
        tps = [f"TPS {number:03d}" for number in range(1, 9)]
        return [Block(f"Desa {v}", tuple(area(name) for name in tps)) for v in range(8)]

    def form() -> bytes:
        filled = {figure: chance.randint(0, 300) for figure in names}
        return sheet.pdf(salinan(contest, shape, (("TPS", "001"),), {}, filled, "Contoh"))

    return {
        "C.Hasil-DPR Salinan, 18 parties, 6 pages": form,
        "D.Hasil KabKo, 18 parties x 18 kecamatan": _drawn(shape, "KABKO", regency),
        "D.Hasil Kecamatan, 64 TPS in 8 villages": _drawn(shape, "KECAMATAN", villages),
    }


def _drawn(shape: Shape, level: str, blocks: Callable[[], list[Block]]) -> Callable[[], bytes]:
    """Other figures every time: Typst remembers what it has drawn."""
    contest = load_regime(REGIME).contest(CONTEST)
    facts = (("Pemilihan", "Pemilu 2024"),)
    return lambda: sheet.pdf(
        d_hasil(contest, level, "Contoh", [Counted(shape, {}, tuple(blocks()))], facts=facts)
    )


def _found() -> None:
    call_command("migrate", verbosity=0)
    crypto.make_keys()
    office_acts.found_office(
        by=system_viewer("73.12", "kpu"),
        kind="kpu",
        mode=settings.JURDIL_MODE,
        path="73.12",
        name="KPU Kabupaten Contoh",
        regency="Kabupaten Contoh",
        province="Provinsi Contoh",
        zone="Asia/Makassar",
        regions_edition="uji",
        sample_data=True,
    )
