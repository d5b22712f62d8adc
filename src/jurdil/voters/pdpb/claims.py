"""What the rows of an agency's file say of people, by the code lists of the regime."""

from jurdil.law.regime import load_regime
from jurdil.law.text import Text
from jurdil.voters.pdpb.quarters import REGIME

CHANGE = "ubah"
_CHANGE_NAME = Text("Perubahan elemen data", "Changed elements")


def agencies() -> dict[str, Text]:
    """The sources of the update, visits left out: these are our own."""
    rows = load_regime(REGIME).codes_of("pdpb_sumber")
    return {code.code: code.name for code in rows if code.code != "coktas"}


def claims() -> dict[str, Text]:
    """New voters by reason, removals by reason, changed elements."""
    regime = load_regime(REGIME)
    new = {
        f"baru:{code.code}": Text(f"Baru: {code.name.id}", f"New: {code.name.en}")
        for code in regime.codes_of("pdpb_baru")
    }
    gone = {
        f"tms:{code.code}": Text(f"TMS: {code.name.id}", f"TMS: {code.name.en}")
        for code in regime.codes_of("tms")
    }
    return {**new, **gone, CHANGE: _CHANGE_NAME}


def name_of(claim: str) -> Text:
    """The words of a claim; the code itself for an unknown one."""
    return claims().get(claim, Text(claim, claim))


def agency_name(code: str) -> Text:
    """The name of an agency; the code itself for an unknown one."""
    return agencies().get(code, Text(code, code))
