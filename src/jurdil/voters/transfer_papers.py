"""Papers of voters who vote elsewhere: the letter of one voter, the register of a TPS."""

from collections.abc import Iterable

from jurdil.kernel.documents.compose import moment
from jurdil.kernel.documents.sheet import Column, Line, Paper, Section, open_places, pdf
from jurdil.kernel.viewer import Viewer
from jurdil.law.regime import load_regime
from jurdil.law.voters import dptb
from jurdil.places import queries as places
from jurdil.voters import transfers
from jurdil.voters.lists import MEDIA, PDF, Made
from jurdil.voters.models import PindahMemilih
from jurdil.voters.sealing import open_elements

TITLE = "Model A-Surat Pindah Memilih"
UNCONFIRMED = "Surat suara menurut UU 7/2017 Pasal 348 (aturan belum dikonfirmasi)."


def letter(by: Viewer, row: PindahMemilih) -> Made:
    """The letter that a voter shows at the other TPS; number and birth date in the clear."""
    known = open_elements(row.key_id, bytes(row.sealed), row.token)
    contests = transfers.contests_of(row.election)
    facts = (
        ("Nomor", f"{row.number}"),
        ("Dicatat", moment(row.noted_at)),
        ("Nama", row.name),
        ("NIK", known.get("nik", "")),
        ("Jenis kelamin", {"L": "Laki-laki", "P": "Perempuan"}.get(row.sex, "–")),
        ("Tempat, tanggal lahir", _together(known, "tempat_lahir", "tanggal_lahir")),
        ("Alamat", _together(known, "alamat")),
        ("TPS asal", place_name(by, row.origin, row.origin_name)),
        ("TPS tujuan", place_name(by, row.target, row.target_name)),
        ("Alasan", reason_name(row)),
        ("Bukti", ", ".join(one for one in (row.evidence, row.evidence_note) if one)),
    )
    lines = [
        Line((one.name.id, "Diberikan" if one.id in row.ballots else "Tidak diberikan"))
        for one in contests
    ]
    columns = (Column("Surat suara", share=5), Column("Di TPS tujuan", share=3))
    paper = Paper(
        title=TITLE,
        lead=row.election.name,
        facts=facts,
        sections=(Section("Surat suara yang menjadi hak pemilih", columns, tuple(lines)),),
        notes=(
            "Tunjukkan surat ini dan KTP-el kepada KPPS di TPS tujuan.",
            UNCONFIRMED,
        ),
        signers=open_places(("Petugas yang menerbitkan", "Pemilih")),
        size=10,
    )
    return Made(pdf(paper), f"surat-pindah-memilih-{row.number}.pdf", MEDIA[PDF], 1)


def register(by: Viewer, election_id: int, path: str) -> Made:
    """Who comes to a place and who goes from it, for the KPPS; without numbers."""
    rows = PindahMemilih.objects.filter(election=election_id, state=PindahMemilih.State.ACTIVE)
    rows = rows.select_related("election").order_by("number")
    coming = [row for row in rows.filter(target__within=path) if row.target != row.origin]
    going = list(rows.filter(origin__within=path))
    paper = Paper(
        title="Daftar pemilih pindah memilih (DPTb)",
        lead=place_name(by, path, ""),
        facts=(("Masuk", str(len(coming))), ("Keluar", str(len(going)))),
        sections=(
            _section(by, "Masuk", coming, "TPS asal"),
            _section(by, "Keluar", going, "TPS tujuan"),
        ),
        notes=(UNCONFIRMED,),
        flipped=True,
        size=9,
    )
    name = f"dptb-{path.replace('/', '-')}.pdf"
    return Made(pdf(paper), name, MEDIA[PDF], len(coming) + len(going))


def _section(by: Viewer, title: str, rows: Iterable[PindahMemilih], other: str) -> Section:
    columns = (
        Column("No. surat"),
        Column("Nama", share=4),
        Column("L/P"),
        Column(other, share=5),
        Column("Alasan", share=3),
        Column("Surat suara", share=4),
    )
    lines = []
    for row in rows:
        there = (row.origin, row.origin_name) if title == "Masuk" else (row.target, row.target_name)
        short = {one.id: one.short for one in transfers.contests_of(row.election)}
        ballots = ", ".join(short.get(one, one) for one in row.ballots)
        cells = (str(row.number), row.name, row.sex, place_name(by, *there), reason_name(row))
        lines.append(Line((*cells, ballots)))
    if not lines:
        return Section(title, lines=("NIHIL",))
    return Section(title, columns, tuple(lines))


def place_name(by: Viewer, path: str, written: str) -> str:
    """A TPS in words; one of elsewhere as it was written."""
    if written:
        return written
    village, _slash, number = path.partition("/")
    name = places.names(by, [village]).get(village, village)
    return f"TPS {number}, {name}" if number else name


def reason_name(row: PindahMemilih) -> str:
    """The reason in the words of the regime."""
    if row.election.voting_day is None:
        return row.reason
    known = dptb.reasons(load_regime(row.election.regime), row.election.voting_day)
    return next((one.name.id for one in known if one.code == row.reason), row.reason)


def _together(known: dict[str, str], *names: str) -> str:
    return ", ".join(known[name] for name in names if known.get(name))
