"""The names of figures and the sentences of findings, in both languages."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from jurdil.law import formats
from jurdil.law.rules.between import BETWEEN_CONTESTS, BETWEEN_SOURCES
from jurdil.law.rules.c_hasil import C_HASIL
from jurdil.law.rules.model import Finding, Rule
from jurdil.law.text import Text

RULES: tuple[Rule, ...] = (*C_HASIL, *BETWEEN_CONTESTS, *BETWEEN_SOURCES)
"""The whole registry, in the order of the paper."""

_BY_CODE = {rule.code: rule for rule in RULES}

_COLUMNS = {
    "_l": Text(" laki-laki", ", men"),
    "_p": Text(" perempuan", ", women"),
    "": Text("", ""),
}
_ROWS = {
    "dpt": Text("DPT", "DPT"),
    "guna": Text("Pengguna hak pilih", "Users of the right to vote"),
    "guna_dpt": Text("Pengguna DPT", "Users from the DPT"),
    "guna_dptb": Text("Pengguna DPTb", "Users from the DPTb"),
    "guna_dpk": Text("Pengguna DPK", "Users from the DPK"),
    "guna_dpph": Text("Pengguna DPPh", "Users from the DPPh"),
    "disabilitas": Text("Pemilih disabilitas", "Disabled voters"),
}
_SINGLE = {
    "surat_suara_diterima": Text("Surat suara diterima", "Ballots received"),
    "surat_suara_digunakan": Text("Surat suara digunakan", "Ballots used"),
    "surat_suara_dikembalikan": Text("Surat suara dikembalikan", "Ballots returned"),
    "surat_suara_tidak_digunakan": Text("Surat suara tidak digunakan", "Ballots unused"),
    "suara_sah": Text("Suara sah", "Valid votes"),
    "suara_tidak_sah": Text("Suara tidak sah", "Invalid votes"),
    "suara_total": Text("Suara sah dan tidak sah", "Valid and invalid votes"),
}
_FORMS = {
    "ppwp": Text("PPWP", "PPWP"),
    "dpr": Text("DPR", "DPR"),
    "dpd": Text("DPD", "DPD"),
    "dprd-prov": Text("DPRD Provinsi", "DPRD Provinsi"),
    "dprd-kab": Text("DPRD Kabupaten/Kota", "DPRD Kabupaten/Kota"),
    "c_hasil": Text("C.Hasil", "C.Hasil"),
    "salinan": Text("C.Hasil Salinan", "C.Hasil Salinan"),
    "sirekap": Text("Sirekap", "Sirekap"),
    "d_hasil": Text("D.Hasil", "D.Hasil"),
}
_CHOICES: tuple[tuple[str, Text], ...] = (
    (r"paslon_(\d+)", Text("Pasangan calon {0}", "Pair {0}")),
    (r"calon_(\d+)", Text("Calon {0}", "Candidate {0}")),
    (r"partai_(\d+)", Text("Partai {0}", "Party {0}")),
    (r"partai_(\d+)_calon_(\d+)", Text("Partai {0} calon {1}", "Party {0} candidate {1}")),
    (r"partai_(\d+)_jumlah", Text("Jumlah partai {0} dan calon", "Party {0} and candidates")),
)


def rule(code: str) -> Rule:
    """Return the rule with this code; LookupError when there is none."""
    try:
        return _BY_CODE[code]
    except KeyError:
        raise LookupError(f"no rule has the code {code!r}") from None


def label(figure: str) -> Text:
    """Return the name of a figure of the form; an unknown figure is named as it is written."""
    for column, words in _COLUMNS.items():
        row = _ROWS.get(figure.removesuffix(column)) if figure.endswith(column) else None
        if row is not None:
            return Text(row.id + words.id, row.en + words.en)
    if figure in _SINGLE:
        return _SINGLE[figure]
    for pattern, words in _CHOICES:
        found = re.fullmatch(pattern, figure)
        if found:
            return Text(words.id.format(*found.groups()), words.en.format(*found.groups()))
    return Text(figure, figure)


def sentence(finding: Finding, names: Mapping[str, Text] | None = None) -> Text:
    """Return the finding in words, with both numbers that disagree.

    `names` replaces names of figures (a candidate's name for `paslon_1`) and of the forms compared.
    LookupError when the finding's code is not in the registry.
    """
    text = rule(finding.code).text
    own = names or {}
    forms = [figure.split(":")[0] for figure in finding.fields if ":" in figure]

    def fill(words: str, lang: str) -> str:
        def named(name: str, known: Callable[[str], Text]) -> str:
            return (own[name] if name in own else known(name)).pick(lang)

        return words.format(
            left=formats.number(finding.left, lang),
            right=formats.number(finding.right, lang),
            subject=named(finding.subject, _subject),
            later=named(forms[0], _form) if forms else "",
            earlier=named(forms[-1], _form) if forms else "",
        )

    return Text(fill(text.id, "id"), fill(text.en, "en"))


def _form(name: str) -> Text:
    return _FORMS.get(name, Text(name, name))


def _subject(name: str) -> Text:
    """A category is named by its letters (`dptb`), a figure by its label."""
    return Text(_CATEGORY[name], _CATEGORY[name]) if name in _CATEGORY else label(name)


_CATEGORY = {"dpt": "DPT", "dptb": "DPTb", "dpk": "DPK", "dpph": "DPPh"}
