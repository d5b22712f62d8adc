"""Forms of the law about findings and reports, as PDF: the B series (Pemilu), A series (Pilkada).

Their numbers moved between rules and are not confirmed; every paper says so. Persons are called by
their role unless an identity was opened for this paper.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from django.conf import settings

from jurdil.kernel import clock
from jurdil.kernel.documents.sheet import ABSENT, Column, Line, Paper, Section, open_places
from jurdil.law.formats import day as in_words
from jurdil.law.formats import moment
from jurdil.law.oversight import case_words, cases
from jurdil.law.oversight.cases import Form
from jurdil.oversight.identity import Person
from jurdil.oversight.queries.case_page import CasePage

LANGUAGE = "id"
NOTHING = "NIHIL"
RECEIPT = "tanda-terima"
Opened = Mapping[str, Person]
"""Identities that were opened for this paper, by the label of the party; empty: all masked."""


@dataclass(frozen=True)
class Sheet:
    """What a form of the law is made from; `answers` by the number of their minutes."""

    page: CasePage
    opened: Opened
    answers: tuple[tuple[str, str], ...]


def form_of(kind_of_election: str, kind: str) -> Form:
    """The form of the law of this kind. Raises KeyError."""
    for one in cases.forms():
        if (one.regime, one.kind) == (kind_of_election, kind):
            return one
    raise KeyError(kind)


def kinds_for(page: CasePage) -> tuple[str, ...]:
    """The forms that a case can fill now."""
    case = page.case
    own = "laporan" if case.kind == "laporan" else "temuan"
    found = [own] if case.kind != "informasi-awal" else []
    if case.brought_at is not None:
        found.append(RECEIPT)
    done = {row.row.step for row in page.steps}
    ready = {
        "kajian-awal": case.kind != "informasi-awal",
        "undangan": bool(page.summons),
        "ba-klarifikasi": any(one.row.paper for one in page.summons),
        "kajian": case.registered_at is not None,
        "status": bool({"putuskan", "tolak-registrasi"} & done),
    }
    return (*found, *(kind for kind, may in ready.items() if may))


def paper(
    page: CasePage,
    kind: str,
    kind_of_election: str,
    opened: Opened,
    answers: tuple[tuple[str, str], ...] = (),
) -> Paper:
    """A form of the law, filled from the case. Raises KeyError for one it cannot fill."""
    if kind not in kinds_for(page):
        raise KeyError(kind)
    form = form_of(kind_of_election, kind)
    made = MAKERS[kind](Sheet(page, opened, answers))
    code = f"Formulir Model {form.code}" if form.code else ""
    number = page.case.intake_number if kind == RECEIPT else page.number
    note = f"{_unsure(page, code)} belum dicocokkan dengan naskah peraturannya."
    masked = "" if opened else "Identitas para pihak disamarkan dalam cetakan ini."
    return replace(
        made,
        title=form.name.id,
        lead=" · ".join(part for part in (code, number) if part),
        notes=tuple(one for one in (*made.notes, masked, note) if one),
    )


def _unsure(page: CasePage, code: str) -> str:
    """What stands on a paper of this case whose text of law was not seen."""
    things = [code or "Nomor formulir"]
    if not all(one.confirmed for one in case_words.series().values()):
        things.append("susunan nomor perkara")
    if page.case.in_time is not None and not page.limit_confirmed:
        things.append("batas waktu melapor")
    if page.case.reason:
        things.append("daftar alasan tidak diregistrasi")
    return ", ".join(things)


def _head(page: CasePage) -> str:
    """Who signs for the level that handles the case."""
    district = page.case.level == cases.DISTRICT
    return "Ketua Panwaslu Kecamatan" if district else "Ketua Bawaslu"


def _day(value) -> str:
    return in_words(value, LANGUAGE) if value else ABSENT


def _moment(value) -> str:
    return moment(value.astimezone(clock.zone()), LANGUAGE) if value else ABSENT


def _who(sheet: Sheet, role: str) -> tuple[Section, ...]:
    """The parties of a role: a table of what is opened, or their labels."""
    names = {"pelapor": "Pelapor", "terlapor": "Terlapor", "saksi": "Saksi"}
    rows = [one for one in sheet.page.parties if one.role == role]
    if not rows:
        return (Section(names[role], lines=(NOTHING,)),)
    if not sheet.opened:
        return (Section(names[role], lines=tuple(one.label for one in rows)),)
    lines = tuple(line for one in rows for line in _person(one.label, sheet.opened.get(one.label)))
    return (Section(names[role], (Column("Isian"), Column("Keterangan", wide=True)), lines),)


def _person(label: str, person: Person | None) -> tuple[Line, ...]:
    if person is None:
        return (Line((label, ABSENT)),)
    day = _day(person.born) if person.born else ""
    born = ", ".join(part for part in (person.birth_place, day) if part)
    pairs = (
        ("Nama", person.name),
        ("NIK", person.nik),
        ("Tempat, tanggal lahir", born),
        ("Jenis kelamin", {"L": "Laki-laki", "P": "Perempuan"}.get(person.sex, "")),
        ("Pekerjaan", person.job),
        ("Kewarganegaraan", person.citizenship),
        ("Alamat", person.address),
        ("Telepon", person.phone),
        ("Surel", person.email),
    )
    return (Line((label,)), *(Line((name, value)) for name, value in pairs if value))


def _event(page: CasePage) -> Section:
    case = page.case
    lines = (
        Line(("Peristiwa", case.title)),
        Line(("Tempat kejadian", ", ".join(p for p in (page.where, page.place) if p))),
        Line(("Hari kejadian", _day(case.happened_on))),
        Line(("Hari diketahui", _day(case.known_on))),
        Line(("Uraian singkat", page.story)),
    )
    return Section("Peristiwa", (Column("Isian"), Column("Keterangan", wide=True)), lines)


def _evidence(page: CasePage) -> Section:
    rows = tuple(
        Line((str(one.number), one.kind, one.about or ABSENT, one.digest[:16] or ABSENT))
        for one in page.evidence
    )
    heads = (
        Column("Nomor"),
        Column("Jenis"),
        Column("Keterangan", wide=True),
        Column("Sidik SHA-256 (awal)"),
    )
    return Section("Bukti", heads, rows) if rows else Section("Bukti", lines=(NOTHING,))


def _facts(page: CasePage) -> tuple[tuple[str, str], ...]:
    case = page.case
    kept = {True: "Ya", False: "Tidak, dicatat dengan alasannya", None: ABSENT}[case.in_time]
    return (
        ("Nomor penerimaan", case.intake_number or ABSENT),
        ("Nomor registrasi", case.number or ABSENT),
        ("Diterima", _moment(case.brought_at or case.received_at)),
        ("Dalam batas waktu", kept),
        ("Aturan", page.law.name.id),
        ("Keadaan", page.state),
    )


def _report(sheet: Sheet) -> Paper:
    page = sheet.page
    return Paper(
        title="",
        facts=_facts(page),
        sections=(
            *_who(sheet, "pelapor"),
            *_who(sheet, "terlapor"),
            _event(page),
            *_who(sheet, "saksi"),
            _evidence(page),
        ),
        signers=open_places(("Pelapor", "Penerima laporan")),
    )


def _finding(sheet: Sheet) -> Paper:
    page = sheet.page
    return Paper(
        title="",
        facts=_facts(page),
        sections=(
            Section("Penemu", lines=(page.case.account_name or ABSENT,)),
            *_who(sheet, "terlapor"),
            _event(page),
            *_who(sheet, "saksi"),
            _evidence(page),
        ),
        signers=open_places(("Pengawas yang menemukan", _head(page))),
    )


def status_address(code: str) -> str:
    """Where the reporter asks for the status of a case, as printed and in the QR code."""
    return f"{settings.JURDIL_ADDRESS}/pengawasan/lapor/status/?kode={code}"


def _receipt(sheet: Sheet) -> Paper:
    page = sheet.page
    code = page.case.receipt
    return Paper(
        title="",
        facts=_facts(page),
        sections=(
            *_who(sheet, "pelapor"),
            _evidence(page),
            Section(
                "Menanyakan kelanjutannya",
                lines=(
                    f"Kode tanda terima: {code}",
                    "Pindai kode di atas, atau tulis kode ini di laman status. Laman itu "
                    "menunjukkan keadaan dan tanggal, tanpa nama siapa pun.",
                ),
            ),
        ),
        signers=open_places(("Pelapor", "Penerima laporan")),
        qr=status_address(code),
    )


def _study_first(sheet: Sheet) -> Paper:
    page = sheet.page
    rows = tuple(
        Line(
            (
                one.requirement.name.id,
                {"formal": "Formal", "materiel": "Materiel"}[one.requirement.kind],
                {True: "Terpenuhi", False: "Tidak terpenuhi", None: "Belum diperiksa"}[one.met],
                one.found or ABSENT,
            )
        )
        for one in page.checks
    )
    heads = (
        Column("Syarat", wide=True),
        Column("Jenis"),
        Column("Hasil"),
        Column("Diperiksa", wide=True),
    )
    return Paper(
        title="",
        facts=_facts(page),
        sections=(
            _event(page),
            Section("Syarat formal dan materiel", heads, rows),
            Section("Dugaan jenis pelanggaran", lines=page.suspected or (NOTHING,)),
            Section("Langkah", *_steps(page)),
        ),
        signers=open_places(("Penyusun kajian", _head(page))),
    )


def _steps(page: CasePage) -> tuple[tuple[Column, ...], tuple[Line, ...]]:
    heads = (Column("Waktu"), Column("Langkah", wide=True), Column("Nomor naskah", wide=True))
    rows = (Line((_moment(one.row.taken_at), one.name.id, one.row.paper)) for one in page.steps)
    return heads, tuple(rows)


def _summons(sheet: Sheet) -> Paper:
    page = sheet.page
    rows = tuple(
        Line(
            (
                one.row.letter,
                _named(sheet, one.label),
                _moment(one.row.held_at),
                one.row.venue,
            )
        )
        for one in page.summons
    )
    heads = (
        Column("Nomor undangan"),
        Column("Kepada", wide=True),
        Column("Waktu"),
        Column("Tempat", wide=True),
    )
    return Paper(
        title="",
        facts=_facts(page),
        sections=(Section("Diundang memberi keterangan", heads, rows),),
        signers=open_places((_head(page),)),
    )


def _named(sheet: Sheet, label: str) -> str:
    person = sheet.opened.get(label)
    return f"{person.name}, {label}" if person and person.name else label


def _minutes(sheet: Sheet) -> Paper:
    page = sheet.page
    heads = (
        Column("Nomor berita acara"),
        Column("Yang didengar", wide=True),
        Column("Waktu"),
        Column("Sumpah atau janji"),
    )
    rows = tuple(
        Line(
            (
                one.row.paper,
                _named(sheet, one.label),
                _moment(one.row.held_at),
                "Ya" if one.row.oath else "Tidak",
            )
        )
        for one in page.summons
        if one.row.paper
    )
    said = tuple(f"{number}: {text}" for number, text in sheet.answers if text)
    return Paper(
        title="",
        facts=_facts(page),
        sections=(
            Section("Klarifikasi", heads, rows),
            Section("Keterangan", lines=said or ("Ditulis di lembar berita acara masing-masing.",)),
        ),
        signers=open_places(("Yang memberi keterangan", "Pengklarifikasi")),
    )


def _study(sheet: Sheet) -> Paper:
    page = sheet.page
    clarified = tuple(
        Line((one.label, one.row.paper or ABSENT, str(one.row.get_state_display())))
        for one in page.summons
    )
    heads = (Column("Siapa", wide=True), Column("Berita acara"), Column("Hasil"))
    return Paper(
        title="",
        facts=_facts(page),
        sections=(
            *_who(sheet, "terlapor"),
            _event(page),
            _evidence(page),
            Section("Klarifikasi", heads, clarified)
            if clarified
            else Section("Klarifikasi", lines=(NOTHING,)),
            Section("Langkah", *_steps(page)),
            Section("Hasil", lines=page.outcomes or page.suspected or (NOTHING,)),
        ),
        signers=open_places(("Penyusun kajian", _head(page))),
    )


def _status(sheet: Sheet) -> Paper:
    page = sheet.page
    reason = page.case.reason
    refused = (cases.reasons()[reason].name.id,) if reason else ()
    heads = (Column("Hasil"), Column("Diteruskan kepada", wide=True), Column("Surat", wide=True))
    rows = tuple(
        Line((one.outcome, one.row.to_name, f"{one.row.letter}, {_day(one.row.sent_on)}"))
        for one in page.referrals
    )
    return Paper(
        title="",
        facts=_facts(page),
        sections=(
            Section("Peristiwa", lines=(page.case.title,)),
            Section("Status", lines=(*page.outcomes, *refused) or (page.state,)),
            Section("Penerusan", heads, rows) if rows else Section("Penerusan", lines=(NOTHING,)),
        ),
        signers=open_places((_head(page),)),
    )


MAKERS: dict[str, Callable[[Sheet], Paper]] = {
    "laporan": _report,
    "temuan": _finding,
    RECEIPT: _receipt,
    "kajian-awal": _study_first,
    "undangan": _summons,
    "ba-klarifikasi": _minutes,
    "kajian": _study,
    "status": _status,
}
