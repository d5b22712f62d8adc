"""Forms of the PSPP series whose numbers were seen; others of the series are not on record."""

from collections.abc import Collection
from typing import TYPE_CHECKING

from jurdil.kernel.documents.sheet import Column, Line, Paper, Section, Signer
from jurdil.law.formats import day as in_words
from jurdil.law.oversight import process_disputes as law
from jurdil.law.oversight.process_disputes import Form
from jurdil.oversight.models import ProcessDispute

if TYPE_CHECKING:
    from jurdil.oversight.queries.dispute import DisputePage

LANGUAGE, NOTHING = "id", "–"
AFTER = {
    "registrasi": ("registrasi",),
    "tidak-diregistrasi": ("tolak-registrasi",),
    "antarpeserta": ("putusan", "sepakat"),
}
"""Which steps open a form; the receipt is there at once."""
UNSEEN = "Susunan formulir ini disiapkan kantor; cocokkan dengan lampiran peraturannya."


def available(row: ProcessDispute, taken: Collection[str]) -> tuple[Form, ...]:
    """The forms that may be printed by now."""
    forms = law.forms()
    found = [forms["tanda-terima"]]
    for use, steps in AFTER.items():
        if use == "antarpeserta" and row.track != law.BETWEEN:
            continue
        if any(step in taken for step in steps):
            found.append(forms[use])
    return tuple(found)


def code(row: ProcessDispute, form: Form) -> str:
    """The number of a form in this dispute; '' where no source has it."""
    return form.code if row.track in form.tracks else ""


def paper(page: "DisputePage", form: Form) -> Paper:
    """One form of a dispute."""
    row = page.line.row
    return Paper(
        title=form.name.id,
        lead=" · ".join(filter(None, (code(row, form), page.line.number))),
        facts=(
            ("Jenis sengketa", page.line.track.name.id),
            ("Pemohon", row.applicant),
            ("Kuasa", row.proxy or NOTHING),
            ("Termohon", row.respondent),
            ("Objek", _object(page)),
            ("Diterima", in_words(row.received_on, LANGUAGE)),
        ),
        sections=_sections(page, form),
        notes=(UNSEEN, *_clock_notes(page)),
        signers=(Signer("Petugas penerima") if form.use == "tanda-terima" else Signer("Ketua"),),
    )


def _object(page: "DisputePage") -> str:
    row = page.line.row
    when = in_words(row.object_day, LANGUAGE)
    return f"{page.object_kind.name.id} {row.object_number}, {when}".replace("  ", " ")


def _sections(page: "DisputePage", form: Form) -> tuple[Section, ...]:
    row = page.line.row
    if form.use == "tanda-terima":
        evidence = tuple(Line((f"{one.side}-{one.number}", one.title)) for one in page.evidence)
        heads = (Column("Nomor"), Column("Bukti", wide=True))
        return (
            Section("Petitum", lines=(row.petitum,)),
            Section("Bukti yang diserahkan", heads, evidence)
            if evidence
            else Section("Bukti yang diserahkan", lines=("Belum ada.",)),
        )
    step = next(one for one in reversed(page.steps) if one.step.id in AFTER[form.use])
    told = [f"{step.step.name.id}, {in_words(step.row.on, LANGUAGE)}, {step.row.letter}"]
    if step.ruling:
        told.append(f"Amar: {step.ruling.name.id}")
    if step.row.note:
        told.append(step.row.note)
    return (Section("Isi", lines=tuple(told)), Section("Petitum", lines=(row.petitum,)))


def _clock_notes(page: "DisputePage") -> tuple[str, ...]:
    return tuple(
        f"{one.due.rule.name.id}: sampai {in_words(one.due.last_day, LANGUAGE)}"
        f" ({one.due.rule.article}{'' if one.due.confirmed else ', belum dicocokkan'})."
        for one in page.line.clocks
    )
