"""Rules of one C form: parts IV and V, between the parts, and the limits of any figure."""

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
    Rule,
    Votes,
)
from jurdil.law.text import Text

FORM = "PKPU 25/2023 Lampiran, C.HASIL"
_MISMATCH = f"UU 7/2017 pasal 374 ayat (2) huruf h; {FORM}"

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
        article=f"{FORM} bagian IV dan V.A",
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
        article=f"{FORM} bagian IV",
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
        article=f"{FORM} bagian IV dan V.A",
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
        article=f"{FORM} bagian IV dan V.A",
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
        article=f"{FORM} bagian V.C",
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
        article=f"{FORM} bagian I.B dan II",
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
        article=f"{FORM} bagian II dan V",
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
        article=FORM,
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
        article=FORM,
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
