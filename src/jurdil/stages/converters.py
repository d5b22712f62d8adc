"""How the address names a stage."""


class StageConverter:
    """A stage id, with its period when it recurs: ``coklit``, ``pdpb-triwulan/2026-TW4``."""

    regex = r"[a-z0-9-]+(?:/[0-9]{4}-[A-Z]+[0-9]+)?"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value
