"""A sentence of the law in both languages of the house."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Text:
    """One sentence or name, Indonesian (`id`, the source) and English (`en`).

    Laws and regimes keep their words beside their figures, so these pairs live in the data and
    not in a translation catalogue.
    """

    id: str
    en: str

    def pick(self, lang: str) -> str:
        """Return the wording for `lang`; any language other than English gets the Indonesian."""
        return self.en if lang.split("-")[0].lower() == "en" else self.id
