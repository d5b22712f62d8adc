"""The registry of rules within one C form: handbook of the count, section 2.3, items 1 to 12.

Field names follow the public record of Sirekap 2024 (`guna` = users of the right to vote); parts
II and III, which it leaves out, are `surat_suara_*` and `disabilitas*`.
"""

from __future__ import annotations

from jurdil.law.rules import advice
from jurdil.law.rules.model import Field, Operator, Repeat, Reserve, Rule
from jurdil.law.rules.votes import BETWEEN_PARTS, FORM, LIMITS, TOTALS, VOTES
from jurdil.law.text import Text

_COLUMNS = (
    ("", Text("L+P", "both")),
    ("_l", Text("laki-laki", "men")),
    ("_p", Text("perempuan", "women")),
)


def _genders(code: str, part: str, name: str, words: Text, repeat: Repeat = Repeat.ONCE) -> Rule:
    """Item 1: men + women make the total of a row."""
    return Rule(
        code=code,
        part=part,
        left=(Field(f"{name}_l"), Field(f"{name}_p")),
        operator=Operator.EQUAL,
        right=(Field(name),),
        text=Text(
            f"{words.id}: laki-laki + perempuan = {{left}}, tetapi jumlahnya tertulis {{right}}.",
            f"{words.en}: men + women make {{left}}, but the total says {{right}}.",
        ),
        advice=advice.SUM,
        article=f"{FORM} bagian {part}",
        source=("KP24",),
        confirmed=True,
        repeat=repeat,
    )


def _users_by_category(number: int, column: str, words: Text) -> Rule:
    """Item 2: DPT + DPTb + DPK users make all users, in each column."""
    return Rule(
        code=f"E-{number}",
        part="I.B",
        left=tuple(
            Field(f"guna_{group}{column}") for group in ("{listed}", "{moved}", "{special}")
        ),
        operator=Operator.EQUAL,
        right=(Field(f"guna{column}"),),
        text=Text(
            f"Pengguna hak pilih ({words.id}): ketiga kelompok pemilih berjumlah {{left}}, tetapi "
            "jumlah pengguna tertulis {right}.",
            f"Users of the right to vote ({words.en}): the three groups make {{left}}, but the "
            "total of users says {right}.",
        ),
        advice=advice.SUM,
        article=f"{FORM} bagian I.B",
        source=("KP24",),
        confirmed=True,
    )


def _users_within_dpt(number: int, column: str, words: Text) -> Rule:
    """Item 3: no more users from the DPT than voters in it, in each column."""
    return Rule(
        code=f"E-{number}",
        part="I.B",
        left=(Field(f"guna_{{listed}}{column}"),),
        operator=Operator.AT_MOST,
        right=(Field(f"dpt{column}"),),
        text=Text(
            f"Pengguna dari DPT ({words.id}) {{left}} orang, lebih banyak dari DPT {{right}}.",
            f"Users from the DPT ({words.en}) are {{left}}, more than the DPT of {{right}}.",
        ),
        advice=advice.SUM,
        article=f"{FORM} bagian I",
        source=("KP24",),
        confirmed=True,
    )


def _disabled_within_users(number: int, column: str, words: Text) -> Rule:
    """Item 5: no more disabled users than users, in each column."""
    return Rule(
        code=f"E-{number}",
        part="III",
        left=(Field(f"disabilitas{column}"),),
        operator=Operator.AT_MOST,
        right=(Field(f"guna{column}"),),
        text=Text(
            f"Pemilih disabilitas ({words.id}) {{left}} orang, lebih banyak dari pengguna hak "
            "pilih {right}.",
            f"Disabled voters ({words.en}) are {{left}}, more than the users of the right to "
            "vote, {right}.",
        ),
        advice=advice.SUM,
        article=f"{FORM} bagian III",
        source=("KP24",),
        confirmed=True,
    )


VOTERS: tuple[Rule, ...] = (
    _genders("E-101", "I.A", "dpt", Text("DPT", "DPT")),
    _genders("E-102", "I.B", "guna", Text("Jumlah pengguna hak pilih", "All users")),
    _genders(
        "E-103",
        "I.B",
        "guna_{each}",
        Text("Pengguna {subject}", "Users from the {subject}"),
        Repeat.CATEGORY,
    ),
    *(_users_by_category(111 + step, *column) for step, column in enumerate(_COLUMNS)),
    *(_users_within_dpt(121 + step, *column) for step, column in enumerate(_COLUMNS)),
    Rule(
        code="W-131",
        part="I.B",
        left=(Field("guna_{moved}"),),
        operator=Operator.AT_MOST,
        right=(Field("daftar_{moved}"),),
        text=Text(
            "Pengguna pindahan {left} orang, lebih banyak dari daftarnya {right}.",
            "Users who moved in are {left}, more than their list of {right}.",
        ),
        advice=advice.LISTS,
        article=f"{FORM} bagian I.B",
        source=("KP24",),
        confirmed=False,
    ),
    Rule(
        code="W-132",
        part="I.B",
        left=(Field("guna_{special}"),),
        operator=Operator.EQUAL,
        right=(Field("hadir_{special}"),),
        text=Text(
            "Pengguna di luar DPT {left} orang, sedangkan daftar hadirnya {right}.",
            "Users outside the DPT are {left}, but their attendance list has {right}.",
        ),
        advice=advice.LISTS,
        article=f"{FORM} bagian I.B",
        source=("KP24",),
        confirmed=False,
    ),
)

BALLOTS: tuple[Rule, ...] = (
    Rule(
        code="E-201",
        part="II",
        left=(
            Field("surat_suara_digunakan"),
            Field("surat_suara_dikembalikan"),
            Field("surat_suara_tidak_digunakan"),
        ),
        operator=Operator.EQUAL,
        right=(Field("surat_suara_diterima"),),
        text=Text(
            "Surat suara digunakan + dikembalikan + tidak digunakan = {left}, tetapi yang "
            "diterima tertulis {right}.",
            "Ballots used + returned + unused make {left}, but {right} were received.",
        ),
        advice=advice.BALLOTS,
        article=f"{FORM} bagian II",
        source=("KP24", "KSOL"),
        confirmed=True,
    ),
    Rule(
        code="W-202",
        part="II",
        left=(Field("surat_suara_diterima"),),
        operator=Operator.EQUAL,
        right=(Field("dpt"), Reserve("dpt")),
        text=Text(
            "Surat suara diterima {left} lembar, sedangkan DPT dan cadangannya {right}.",
            "Ballots received are {left}, but the DPT and its reserve make {right}.",
        ),
        advice=advice.BALLOTS,
        article="UU 7/2017 pasal 344 ayat (2)",
        source=("F256", "RKEP"),
        confirmed=True,
        tps_only=True,
    ),
    Rule(
        code="E-203",
        part="II",
        left=(Field("guna"),),
        operator=Operator.AT_MOST,
        right=(Field("surat_suara_diterima"),),
        text=Text(
            "Pengguna hak pilih {left} orang, lebih banyak dari surat suara diterima {right}.",
            "Users of the right to vote are {left}, more than the ballots received, {right}.",
        ),
        advice=advice.BALLOTS,
        article=f"{FORM} bagian II",
        source=("KP24",),
        confirmed=True,
    ),
)

DISABLED: tuple[Rule, ...] = (
    _genders("E-301", "III", "disabilitas", Text("Pemilih disabilitas", "Disabled voters")),
    *(_disabled_within_users(311 + step, *column) for step, column in enumerate(_COLUMNS)),
)

C_HASIL: tuple[Rule, ...] = (
    *VOTERS,
    *BALLOTS,
    *DISABLED,
    *VOTES,
    *TOTALS,
    *BETWEEN_PARTS,
    *LIMITS,
)
"""Every rule within one form, in the order of the paper."""
