"""What a plenary sitting writes on paper, and what a page may call its figures.

Pure sentences in both languages; the paper is Indonesian.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from jurdil.law.sitting import determines
from jurdil.law.text import Text

REASONS: dict[str, Text] = {
    "salah-baca": Text("salah baca angka pada C.Hasil", "a digit on C.Hasil was misread"),
    "salah-tulis": Text("salah tulis pada salinan", "a slip of the pen on the copy"),
    "salah-jumlah": Text("salah menjumlahkan", "a wrong addition"),
    "salah-kolom": Text("angka tertulis di kolom lain", "the figure stood in another column"),
    "hitung-ulang": Text(
        "hasil penghitungan ulang dalam rapat pleno", "the result of a recount in the plenary"
    ),
    "kejadian-khusus": Text(
        "sesuai formulir kejadian khusus", "as the form of special events says"
    ),
    "lain": Text("sebab lain", "another cause"),
}
"""Why a figure is corrected in the room: the short list; `lain` needs words."""

FORM_NAME = {"kecamatan": "D.HASIL KECAMATAN", "kabko": "D.HASIL KABKO"}

PROVISIONAL = Text("Hitung internal, bukan hasil resmi", "Internal count, not the official result")


@dataclass(frozen=True, slots=True)
class Correction:
    """One corrected figure as the paper names it; `None` is a figure that was left empty.

    `place` is "TPS 003 Desa X", `field` "bagian IV paslon 2". `initials` are codes of offices.
    """

    place: str
    field: str
    old: int | None
    new: int | None
    reason: str
    note: str
    initials: Sequence[str]


def correction_text(one: Correction) -> str:
    """The paragraph of D.Kejadian Khusus, in Indonesian. Raises KeyError for an unknown reason."""
    why = REASONS[one.reason].id if one.reason != "lain" else ""
    cause = ", ".join(part for part in (why, one.note.strip().rstrip(".")) if part)
    old = "kosong" if one.old is None else _figure(one.old)
    new = "kosong" if one.new is None else _figure(one.new)
    text = f"{one.place}, {one.field}: tertulis {old}, dibetulkan menjadi {new} karena {cause}"
    if one.initials:
        text += f"; diparaf {', '.join(one.initials)}"
    return f"{text}."


def _figure(value: int) -> str:
    return f"{value:,}".replace(",", ".")


def verb(determined_at: str, level: str) -> Text:
    """What the sitting does with a contest, as a heading."""
    if determines(determined_at, level):
        return Text("Penetapan hasil", "Determination of the result")
    return Text("Rekapitulasi hasil", "Recapitulation of the result")


def decision_title(contest: Text, determined_at: str, level: str, place: str) -> Text:
    """The title of the minutes of one contest."""
    where = (
        Text("di tingkat kecamatan", "at the kecamatan") if level == "kecamatan" else Text("", "")
    )
    what = verb(determined_at, level)
    return Text(
        " ".join(x for x in (f"{what.id} {contest.id}", where.id, place) if x),
        " ".join(x for x in (f"{what.en}: {contest.en}", where.en, place) if x),
    )


def sent_up(determined_at: str, level: str) -> Text | None:
    """Who decides on, when this sitting does not; None when it determines."""
    if determines(determined_at, level):
        return None
    if level == "kecamatan":
        return Text("diteruskan ke KPU kabupaten/kota", "goes on to the KPU of the regency")
    return Text(
        "diteruskan ke KPU provinsi untuk rekapitulasi berikutnya",
        "goes on to the KPU of the province for the next recapitulation",
    )


@dataclass(frozen=True, slots=True)
class Signed:
    """A signed recapitulation over figures: its level, day in words, and minutes."""

    level: str
    day: str
    title: str


@dataclass(frozen=True, slots=True)
class Status:
    """What figures of a place are: `official` once a signed recapitulation stands over all."""

    title: Text
    note: Text
    official: bool


def status(
    *, determined_at: str, signed: Signed | None, districts: int, districts_signed: int
) -> Status:
    """What a page calls the figures of a place.

    `signed` is the highest recapitulation over the whole place, None before one; `districts` the
    kecamatan in it and those already signed. Nothing before a signed D.Hasil Kecamatan is official.
    """
    if signed is None:
        return Status(PROVISIONAL, _coverage(districts, districts_signed), official=False)
    if signed.level == "kecamatan":
        title = Text(
            f"Rekapitulasi kecamatan, {signed.day}", f"Recapitulation of kecamatan, {signed.day}"
        )
        note = Text(
            f"{signed.title}. Hasil kontes ini ditetapkan di tingkat berikutnya.",
            f"{signed.title}. The result of this contest is determined at a later level.",
        )
        return Status(title, note, official=True)
    what = verb(determined_at, "kabko")
    next_level = sent_up(determined_at, "kabko")
    return Status(
        Text(f"{what.id} kabupaten/kota, {signed.day}", f"{what.en} of the regency, {signed.day}"),
        Text(
            f"{signed.title}." + (f" Selanjutnya {next_level.id}." if next_level else ""),
            f"{signed.title}." + (f" It {next_level.en}." if next_level else ""),
        ),
        official=True,
    )


def _coverage(districts: int, signed: int) -> Text:
    if not districts or not signed:
        return Text(
            "Angka ini dijumlahkan dari formulir TPS yang sudah masuk. Hasil resmi ditetapkan "
            "dalam rapat pleno terbuka.",
            "These figures are added up from the TPS forms that are in. The official result is "
            "determined in an open plenary.",
        )
    return Text(
        f"{signed} dari {districts} kecamatan sudah menandatangani D.Hasil.",
        f"{signed} of {districts} kecamatan have signed D.Hasil.",
    )
