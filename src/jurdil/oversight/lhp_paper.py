"""Formulir Model A as paper: the parts I to V, checklist, evidence with digests (art. 18(6))."""

from jurdil.kernel.documents.sheet import ABSENT, Column, Line, Paper, Section, open_places
from jurdil.kernel.roles import ROLES
from jurdil.law.oversight import field_reports as law
from jurdil.oversight.lhp_records import LhpPage

NOT_NUMBERED = "belum bernomor"
SEALED = "Nama saksi disegel di rumah data Bawaslu dan tidak dicetak."
PATTERN = "Pola nomor di antara klasifikasi dan tahun belum dikonfirmasi."
LAYOUT = "Isi bagian II, IV, dan V formulir ini belum dikonfirmasi."
QUESTIONS = "Pertanyaan bertanda * belum dikonfirmasi dari sumbernya."


def form_a(page: LhpPage) -> Paper:
    """The paper of a report, without letterhead (SE Bawaslu 15/2023). It names no witness."""
    row = page.row
    return Paper(
        title="Laporan Hasil Pengawasan (Formulir Model A)",
        headed=False,
        lead=f"Nomor: {row.number or NOT_NUMBERED}",
        sections=(
            Section("I. Data pengawas", *_table(_supervisor(page))),
            Section("II. Kegiatan pengawasan", *_table(_activity(page))),
            *_checklist(page),
            Section("III. Uraian singkat hasil pengawasan", *_table(_result(page))),
            Section("IV. Informasi dugaan pelanggaran", *_table(_violation(page))),
            _evidence(page),
            Section("V. Informasi potensi sengketa", *_table(_dispute(page))),
        ),
        notes=_notes(page),
        signers=open_places([f"Pengawas: {row.account_name}"]),
        stamp="" if row.state == law.State.ACCEPTED else "BELUM DITERIMA",
        figures={"lhp": row.pk, "version": row.version, "content": row.content},
    )


def _notes(page: LhpPage) -> tuple[str, ...]:
    """What is sealed, and what of this paper nobody saw in a source."""
    doubtful = law.unconfirmed()
    found = {
        SEALED: bool(page.witnesses),
        PATTERN: bool(page.row.number) and "number" in doubtful,
        LAYOUT: "paper" in doubtful,
        QUESTIONS: page.starred,
    }
    return tuple(note for note, holds in found.items() if holds)


def _table(rows: list[tuple[str, str]]) -> tuple[tuple[Column, ...], tuple[Line, ...]]:
    heads = (Column("Isian", share=2), Column("Keterangan", share=5))
    return heads, tuple(Line((name, value.strip() or ABSENT)) for name, value in rows)


def _supervisor(page: LhpPage) -> list[tuple[str, str]]:
    row, report = page.row, page.report
    return [
        ("Tahapan yang diawasi", page.stage.id if page.stage else "Nontahapan"),
        ("Nama pelaksana tugas", row.account_name),
        ("Jabatan", ROLES[row.role].name.id if row.role in ROLES else ABSENT),
        ("Nomor surat tugas", report.order_number),
        ("Bersama pengawas", report.supervisors),
    ]


def _activity(page: LhpPage) -> list[tuple[str, str]]:
    report = page.report
    return [
        ("Bentuk", page.form.id),
        ("Tujuan", report.purpose),
        ("Sasaran", report.target),
        ("Waktu", page.hours),
        ("Tempat", ", ".join(one for one in (page.place, report.path, report.spot) if one)),
    ]


def _result(page: LhpPage) -> list[tuple[str, str]]:
    report = page.report
    return [
        ("Apa yang terjadi", report.story),
        ("Siapa (kedudukan)", report.who),
        ("Mengapa", report.why),
        ("Bagaimana", report.how),
        ("Saran lisan yang disampaikan", report.oral_advice),
    ]


def _violation(page: LhpPage) -> list[tuple[str, str]]:
    if not page.report.violation:
        return [("Dugaan pelanggaran", "Tidak ada")]
    roles = "; ".join(f"Saksi {at}: {name.id}" for at, (_one, name) in enumerate(page.witnesses, 1))
    return [
        ("Dugaan pelanggaran", "Ada"),
        ("Peristiwa", page.report.event),
        ("Saksi (kedudukan)", roles),
    ]


def _dispute(page: LhpPage) -> list[tuple[str, str]]:
    if not page.report.dispute:
        return [("Potensi sengketa", "Tidak ada")]
    return [("Potensi sengketa", "Ada"), ("Peristiwa", page.report.dispute_story)]


def _checklist(page: LhpPage) -> tuple[Section, ...]:
    if page.checklist is None:
        return ()
    heads = (
        Column("Pertanyaan", share=6),
        Column("Jawaban", share=2),
        Column("Catatan", share=3),
    )
    rows = tuple(
        Line(
            (
                one.item.question.id if one.item.confirmed else f"{one.item.question.id} *",
                (one.answer.value if one.answer else "") or ABSENT,
                (one.answer.note if one.answer else "") or ABSENT,
            )
        )
        for one in page.answers
    )
    title = f"Alat kerja: {page.checklist.name.id} (versi {page.checklist.version})"
    return (Section(title, heads, rows),)


def _evidence(page: LhpPage) -> Section:
    title = "Bukti"
    other = page.report.papers
    if not page.evidence:
        return Section(title, lines=(other or "Tidak ada bukti terlampir.",))
    heads = (Column("No."), Column("Bukti", share=3), Column("SHA-256 berkas asli", share=5))
    rows = [
        Line((str(at), one.caption or one.name, _broken(one.file_id)))
        for at, one in enumerate(page.evidence, 1)
    ]
    if other:
        rows.append(Line((str(len(rows) + 1), other, ABSENT)))
    return Section(title, heads, tuple(rows))


def _broken(digest: str) -> str:
    """A digest in groups, so that it may break between them."""
    return " ".join(digest[at : at + 8] for at in range(0, len(digest), 8))
