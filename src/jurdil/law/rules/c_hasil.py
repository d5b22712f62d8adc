"""The registry of rules within one C form: handbook of the count, section 2.3, items 1 to 12.

Field names follow the public record of Sirekap 2024 (`guna` = users of the right to vote); parts
II and III, which it leaves out, are `surat_suara_*` and `disabilitas*`.
"""

from __future__ import annotations

from jurdil.law.rules import advice
from jurdil.law.rules.model import (
    Field,
    GroupTotals,
    GroupVotes,
    Limit,
    Number,
    Operator,
    Repeat,
    Reserve,
    Rule,
    Votes,
)
from jurdil.law.text import Text

_FORM = "PKPU 25/2023 Lampiran, C.HASIL"
_MISMATCH = "UU 7/2017 pasal 374 ayat (2) huruf h; PKPU 25/2023 Lampiran, C.HASIL"
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
        article=f"{_FORM} bagian {part}",
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
        article=f"{_FORM} bagian I.B",
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
        article=f"{_FORM} bagian I",
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
        article=f"{_FORM} bagian III",
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
        article=f"{_FORM} bagian I.B",
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
        article=f"{_FORM} bagian I.B",
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
        article=f"{_FORM} bagian II",
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
        article=f"{_FORM} bagian II",
        source=("KP24",),
        confirmed=True,
    ),
)

DISABLED: tuple[Rule, ...] = (
    _genders("E-301", "III", "disabilitas", Text("Pemilih disabilitas", "Disabled voters")),
    *(_disabled_within_users(311 + step, *column) for step, column in enumerate(_COLUMNS)),
)

VOTES: tuple[Rule, ...] = (
    Rule(
        code="E-401",
        part="IV",
        left=(Votes(),),
        operator=Operator.EQUAL,
        right=(Field("suara_sah"),),
        text=Text(
            "Jumlah suara semua pilihan = {left}, tetapi suara sah tertulis {right}.",
            "The votes of all choices make {left}, but the valid votes say {right}.",
        ),
        advice=advice.SUM,
        article=f"{_FORM} bagian IV dan V.A",
        source=("KP24", "SER"),
        confirmed=True,
    ),
    Rule(
        code="E-402",
        part="IV",
        left=(GroupVotes(),),
        operator=Operator.EQUAL,
        right=(Field("{each}"),),
        text=Text(
            "{subject}: suara partai + suara calon = {left}, tetapi tertulis {right}.",
            "{subject}: votes for the party + its candidates make {left}, but the form says "
            "{right}.",
        ),
        advice=advice.SUM,
        article=f"{_FORM} bagian IV",
        source=("SER",),
        confirmed=True,
        repeat=Repeat.GROUP,
        kinds=("list",),
    ),
    Rule(
        code="E-403",
        part="IV",
        left=(GroupTotals(),),
        operator=Operator.EQUAL,
        right=(Field("suara_sah"),),
        text=Text(
            "Jumlah suara sah semua partai = {left}, tetapi suara sah tertulis {right}.",
            "The totals of all parties make {left}, but the valid votes say {right}.",
        ),
        advice=advice.SUM,
        article=f"{_FORM} bagian IV dan V.A",
        source=("SER",),
        confirmed=True,
        kinds=("list",),
    ),
    Rule(
        code="E-404",
        part="IV",
        left=(Field("{each}"),),
        operator=Operator.AT_MOST,
        right=(Field("suara_sah"),),
        text=Text(
            "{subject}: {left} suara, lebih banyak dari seluruh suara sah {right}.",
            "{subject}: {left} votes, more than all valid votes, {right}.",
        ),
        advice=advice.SUM,
        article=f"{_FORM} bagian IV dan V.A",
        source=("KP24",),
        confirmed=True,
        repeat=Repeat.CHOICE,
    ),
)

TOTALS: tuple[Rule, ...] = (
    Rule(
        code="E-501",
        part="V",
        left=(Field("suara_sah"), Field("suara_tidak_sah")),
        operator=Operator.EQUAL,
        right=(Field("suara_total"),),
        text=Text(
            "Suara sah + suara tidak sah = {left}, tetapi jumlah suara tertulis {right}.",
            "Valid + invalid votes make {left}, but the total of votes says {right}.",
        ),
        advice=advice.SUM,
        article=f"{_FORM} bagian V.C",
        source=("KP24",),
        confirmed=True,
    ),
)

BETWEEN_PARTS: tuple[Rule, ...] = (
    Rule(
        code="E-601",
        part="I.B, II",
        left=(Field("surat_suara_digunakan"),),
        operator=Operator.EQUAL,
        right=(Field("guna"),),
        text=Text(
            "Surat suara digunakan {left} lembar, tetapi pengguna hak pilih {right} orang.",
            "Ballots used are {left}, but the users of the right to vote are {right}.",
        ),
        advice=advice.RECOUNT,
        article=f"{_FORM} bagian I.B dan II",
        source=("KP24", "KSN"),
        confirmed=True,
    ),
    Rule(
        code="E-602",
        part="I.B, V",
        left=(Field("suara_total"),),
        operator=Operator.EQUAL,
        right=(Field("guna"),),
        text=Text(
            "Suara sah dan tidak sah tertulis {left}, tetapi pengguna hak pilih {right} orang.",
            "Valid and invalid votes say {left}, but the users of the right to vote are {right}.",
        ),
        advice=advice.RECOUNT,
        article=_MISMATCH,
        source=("F271", "KP24"),
        confirmed=True,
        seen_in=("pemilu-2019", "pemilu-2024"),
    ),
    Rule(
        code="E-603",
        part="II, V",
        left=(Field("suara_total"),),
        operator=Operator.EQUAL,
        right=(Field("surat_suara_digunakan"),),
        text=Text(
            "Suara sah dan tidak sah tertulis {left}, tetapi surat suara digunakan {right} lembar.",
            "Valid and invalid votes say {left}, but {right} ballots were used.",
        ),
        advice=advice.RECOUNT,
        article=f"{_FORM} bagian II dan V",
        source=("KP24", "KSN"),
        confirmed=True,
    ),
)

LIMITS: tuple[Rule, ...] = (
    Rule(
        code="E-901",
        part="I-V",
        left=(Field("{each}"),),
        operator=Operator.AT_MOST,
        right=(Limit("box_max"),),
        text=Text(
            "{subject}: {left} tidak muat dalam kotak angka formulir (paling besar {right}).",
            "{subject}: {left} does not fit the number boxes of the form (at most {right}).",
        ),
        advice=advice.DIGITS,
        article=_FORM,
        source=("KP24",),
        confirmed=True,
        repeat=Repeat.FIGURE,
        tps_only=True,
    ),
    Rule(
        code="E-902",
        part="I-V",
        left=(Field("{each}"),),
        operator=Operator.AT_LEAST,
        right=(Number(0),),
        text=Text(
            "{subject}: {left} kurang dari {right}.",
            "{subject}: {left} is below {right}.",
        ),
        advice=advice.SUM,
        article=_FORM,
        source=("KP24",),
        confirmed=True,
        repeat=Repeat.FIGURE,
    ),
    Rule(
        code="W-903",
        part="I.A",
        left=(Field("dpt"),),
        operator=Operator.AT_MOST,
        right=(Limit("tps_cap"),),
        text=Text(
            "DPT TPS ini {left} pemilih, di atas batas {right} pemilih per TPS.",
            "The DPT of this TPS has {left} voters, above the limit of {right} per TPS.",
        ),
        advice=advice.DIGITS,
        article="PKPU 7/2022 pasal 15 ayat (3)",
        source=("S84", "MRD"),
        confirmed=True,
        tps_only=True,
    ),
    Rule(
        code="W-904",
        part="IV",
        left=(Field("{each}"),),
        operator=Operator.AT_MOST,
        right=(Limit("tps_cap"),),
        text=Text(
            "{subject}: {left} suara, di atas batas {right} pemilih per TPS.",
            "{subject}: {left} votes, above the limit of {right} voters per TPS.",
        ),
        advice=advice.DIGITS,
        article="PKPU 7/2022 pasal 15 ayat (3)",
        source=("S84", "MRD"),
        confirmed=True,
        repeat=Repeat.CHOICE,
        tps_only=True,
    ),
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
