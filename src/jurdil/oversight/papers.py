"""What the room prints: the daily report of the post, the form of a prevention act (F.CEGAH)."""

from jurdil.kernel.documents.sheet import Column, Line, Paper, Section, open_places
from jurdil.law.formats import day as in_words
from jurdil.oversight.records import Day, PreventionLine

LANGUAGE = "id"
NOTHING = "NIHIL"


def daily_paper(report: Day, place: str) -> Paper:
    """The report of a day; counts and items come from the register."""
    words = report.words
    counts = tuple(Line((word.name.id, str(count))) for word, count in report.counts)
    items = tuple(
        Line(
            (
                line.row.title,
                line.kind.name.id,
                line.place,
                str(line.row.get_state_display()),
                line.row.advice or "–",
            )
        )
        for line in report.items
    )
    listed = Section(
        "Baru atau berkembang",
        (
            Column("Kejadian", wide=True),
            Column("Golongan"),
            Column("Tempat", wide=True),
            Column("Keadaan"),
            Column("Saran", wide=True),
        ),
        items,
    )
    heads = (Column("Golongan", wide=True), Column("Jumlah"))
    return Paper(
        title="Laporan harian posko",
        lead=in_words(report.day, LANGUAGE),
        facts=(("Wilayah", place), ("Masih terbuka seluruhnya", str(report.standing))),
        sections=(
            Section("Keadaan", lines=(words.statement if words else "Belum ditulis",)),
            Section("Jumlah per golongan", heads, counts),
            listed if items else Section("Baru atau berkembang", lines=(NOTHING,)),
            Section("Perkiraan esok hari", lines=((words.prediction if words else "") or NOTHING,)),
            Section("Kebutuhan", lines=((words.needs if words else "") or NOTHING,)),
        ),
    )


def prevention_paper(line: PreventionLine) -> Paper:
    """The form of a prevention act: officer, activity, short description, follow-up."""
    row = line.row
    days = in_words(row.held_from, LANGUAGE)
    if row.held_until != row.held_from:
        days = f"{days} sampai {in_words(row.held_until, LANGUAGE)}"
    return Paper(
        title="Formulir pencegahan",
        lead=line.number,
        facts=(
            ("Petugas", row.account_name),
            ("Surat tugas", row.order_number or "–"),
            ("Tahapan", row.stage or "Nontahapan"),
            ("Bentuk", line.form.name.id),
            ("Jenis", line.kind.name.id),
            ("Tujuan", row.purpose),
            ("Sasaran", row.target),
            ("Waktu", days),
            ("Tempat", f"{line.place}, {row.venue}" if row.venue else line.place),
            ("Bukti", row.file.name if row.file else "–"),
            ("Keadaan", str(row.get_state_display())),
        ),
        sections=(
            Section("Uraian singkat", lines=(row.description or "–",)),
            Section("Tindak lanjut", lines=(row.follow_up or "–",)),
        ),
        signers=open_places(("Petugas",)),
    )
