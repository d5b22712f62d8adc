"""Places and TPS as tables, header first."""

from jurdil.kernel.spreadsheets import Row
from jurdil.kernel.viewer import Viewer
from jurdil.places import paths, queries


def places_table(viewer: Viewer, election_id: int | None) -> list[Row]:
    """Every region in scope with its kind, name and number of TPS, header first."""
    counts = queries.expected_tps(viewer, election_id) if election_id else {}
    rows: list[Row] = [["kode", "tingkat", "jenis", "nama", "jumlah_tps"]]
    for path in queries.all_places(viewer):
        number = counts.get(path.path, 0) if election_id else None
        rows.append([path.path, path.level, path.kind, path.name, number])
    return rows


def tps_table(viewer: Viewer, election_id: int) -> list[Row]:
    """Every TPS in scope in its current version, header first; the import of TPS reads it back."""
    names = {place.path: place.name for place in queries.all_places(viewer)}
    rows: list[Row] = [
        [
            "kode_tps",
            "kecamatan",
            "kode_desa",
            "desa",
            "tps",
            "jenis",
            "lokasi",
            "alamat",
            "akses",
            "catatan",
            "keadaan",
        ]
    ]
    for tps in queries.tps_of(viewer, election_id):
        rows.append(
            [
                tps.path,
                names.get(paths.parent(tps.village), ""),
                tps.village,
                names.get(tps.village, ""),
                tps.number,
                tps.kind,
                tps.site,
                tps.address,
                tps.access,
                tps.note,
                tps.state,
            ]
        )
    return rows
