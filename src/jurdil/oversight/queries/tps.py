"""Vulnerable TPS: per indicator, per TPS, per place; never one number."""

from collections import Counter
from dataclasses import dataclass
from datetime import datetime

from jurdil.kernel import files
from jurdil.kernel.acts import query
from jurdil.kernel.models import StoredFile
from jurdil.kernel.viewer import Viewer
from jurdil.law.oversight import tps_risk
from jurdil.law.oversight.tps_risk import Edition, Sign
from jurdil.law.text import Text
from jurdil.oversight import scoring
from jurdil.oversight.models import TpsFlag
from jurdil.places import queries as places


@dataclass(frozen=True)
class SignRow:
    """An indicator with the number of TPS here that carry it; `national` where published."""

    sign: Sign
    tps: int


@dataclass(frozen=True)
class VariableRows:
    """The indicators of a variable."""

    name: Text
    rows: tuple[SignRow, ...]


@dataclass(frozen=True)
class FlagRow:
    """A flag of a TPS; `cleared_at` is None while it stands."""

    id: int
    sign: Sign
    evidence: str
    count: int | None
    noted_by: str
    noted_at: datetime
    cleared_at: datetime | None
    cleared_by: str
    cleared_for: str
    has_file: bool
    source: str


@dataclass(frozen=True)
class TpsLine:
    """A TPS with the indicators it carries."""

    path: str
    place: str
    signs: tuple[Sign, ...]


@dataclass(frozen=True)
class Overview:
    """TPS per indicator and TPS per kecamatan; `flagged` counts each TPS once."""

    edition: Edition
    variables: tuple[VariableRows, ...]
    flagged: int
    of: int
    districts: tuple[tuple[str, str, int], ...]


@query("oversight.tps")
def overview(viewer: Viewer, election_id: int, edition: str) -> Overview:
    """How many TPS carry each indicator, and how many any, by kecamatan."""
    listed = tps_risk.edition(edition)
    flags = _flags(viewer, election_id, edition)
    counts = tps_risk.per_sign(listed, flags)
    marked = tps_risk.per_tps(flags)
    by_district = Counter(scoring.district_of(path) for path in marked)
    names = places.names(viewer, set(by_district))
    return Overview(
        edition=listed,
        variables=tuple(
            VariableRows(name, tuple(SignRow(s, counts[s.id]) for s in listed.under(code)))
            for code, name in listed.variables.items()
        ),
        flagged=len(marked),
        of=len(places.tps_paths(viewer, election_id)),
        districts=tuple((p, names.get(p, p), n) for p, n in sorted(by_district.items())),
    )


@query("oversight.tps")
def lines(
    viewer: Viewer, election_id: int, edition: str, *, sign: str = "", path: str = ""
) -> tuple[TpsLine, ...]:
    """TPS with their indicators, those with one indicator or in one place when asked."""
    listed = tps_risk.edition(edition)
    marked = tps_risk.per_tps(_flags(viewer, election_id, edition, path))
    chosen = {tps: signs for tps, signs in marked.items() if not sign or sign in signs}
    names = places.names(viewer, {tps.split("/")[0] for tps in chosen})
    return tuple(
        TpsLine(
            tps,
            names.get(tps.split("/")[0], tps),
            tuple(one for code, one in listed.signs.items() if code in signs),
        )
        for tps, signs in chosen.items()
    )


@query("oversight.tps")
def flags_of(viewer: Viewer, election_id: int, edition: str, path: str) -> tuple[FlagRow, ...]:
    """All flags of a TPS, standing ones first. Raises DoesNotExist for a TPS out of sight."""
    listed = tps_risk.edition(edition)
    places.tps(viewer, election_id, path)
    rows = TpsFlag.objects.filter(election_id=election_id, edition=edition, path=path)
    found = [row for row in rows.order_by("pk") if row.sign in listed.signs]
    found.sort(key=lambda row: row.cleared_at is not None)
    return tuple(
        FlagRow(
            row.pk,
            listed.signs[row.sign],
            row.evidence,
            row.count,
            row.account_name,
            row.recorded_at,
            row.cleared_at,
            row.cleared_name,
            row.cleared_for,
            row.file_id is not None,
            row.source,
        )
        for row in found
    )


@query("oversight.tps")
def flag_file(viewer: Viewer, flag_id: int) -> tuple[StoredFile, bytes]:
    """The evidence of a flag. Raises DoesNotExist when there is none in sight."""
    rows = TpsFlag.objects.filter(path__within=viewer.path, file__isnull=False)
    row = rows.select_related("file").get(pk=flag_id)
    assert row.file is not None
    return row.file, files.content(row.file)


@query("oversight.tps")
def flag_place(viewer: Viewer, flag_id: int) -> tuple[int, str, str]:
    """Election, list and TPS of a flag. Raises DoesNotExist outside the scope."""
    row = TpsFlag.objects.filter(path__within=viewer.path).get(pk=flag_id)
    return row.election_id, row.edition, row.path


def _flags(viewer: Viewer, election_id: int, edition: str, path: str = "") -> list[tuple[str, str]]:
    rows = TpsFlag.objects.filter(
        election_id=election_id, edition=edition, cleared_at=None, path__within=viewer.path
    )
    if path:
        rows = rows.filter(path__within=path)
    return list(rows.values_list("path", "sign"))
