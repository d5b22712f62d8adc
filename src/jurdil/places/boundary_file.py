"""Reader of GeoJSON outlines of kecamatan or villages. Pure: nothing is written.

Each feature has its Kemendagri code in `kode` and a Polygon or MultiPolygon in degrees (longitude,
latitude), as GeoJSON (RFC 7946) wants it. A file in BPS codes is refused: the same digits would
colour other places.
"""

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from jurdil.kernel.faults import Fault, Faults, FileRefused, in_row, quoted, whole_file
from jurdil.places import geometry, paths
from jurdil.places.code_faults import Codes

CODE = "kode"
BPS_PROPERTIES = frozenset(
    {
        "kdprov",
        "kdkab",
        "kdkec",
        "kddesa",
        "idkab",
        "idkec",
        "iddesa",
        "idsls",
        "kode_bps",
        "kdbbps",
    }
)
EXAMPLE = "73.12.01.1001"
LEVELS = (paths.KECAMATAN, paths.VILLAGE)
WEST, EAST, SOUTH, NORTH = 94.0, 142.0, -12.0, 7.0
"""Degrees around Indonesia with some water."""


@dataclass(frozen=True, slots=True)
class BoundaryFile:
    """Outlines of one level by path, on the grid of `geometry`, not thinned yet."""

    level: int
    shapes: dict[str, geometry.Shape]


def read_boundaries(content: bytes, regency: str, names: Mapping[str, str]) -> BoundaryFile:
    """The outlines of a file; `names` are the office's kecamatan and villages by path.

    Raises `FileRefused` with every fault that was found.
    """
    features = _features(content)
    found = Faults()
    codes = Codes(regency, names, LEVELS, lambda row: f"fitur ke-{row}")
    shapes: dict[str, geometry.Shape] = {}
    other_names = 0
    for number, feature in enumerate(features, start=1):
        path = _code(number, feature, codes, found)
        if path is None:
            continue
        if path in shapes:
            found.add(_repeated(number, path))
            continue
        other_names += _differs(feature["properties"].get("nama"), names[path])
        shapes[path] = _shape(number, feature.get("geometry"), found)
    if (verdict := codes.verdict()) is not None:
        raise FileRefused([verdict])
    if other_names * 2 > len(shapes):
        found.add(_names_differ(other_names, len(shapes)))
    found.refuse()
    return BoundaryFile(_level(shapes), shapes)


def _features(content: bytes) -> Sequence[Mapping[str, Any]]:
    try:
        document = json.loads(content.decode("utf-8-sig"))
    except (UnicodeDecodeError, ValueError, RecursionError):
        raise FileRefused([_not_geojson()]) from None
    features = document.get("features") if isinstance(document, dict) else None
    if not isinstance(features, list) or not all(isinstance(f, dict) for f in features):
        raise FileRefused([_not_geojson()])
    if not features:
        raise FileRefused([_no_features()])
    return features


def _code(number: int, feature: Mapping[str, Any], codes: Codes, found: Faults) -> str | None:
    properties = feature.get("properties")
    if not isinstance(properties, dict) or CODE not in properties:
        found.add(_without_code(number, properties if isinstance(properties, dict) else {}))
        return None
    text = str(properties[CODE]).strip()
    path = codes.read(number, CODE, text, EXAMPLE)
    if isinstance(path, Fault):
        found.add(path)
        return None
    return path


def _shape(number: int, outline: Any, found: Faults) -> geometry.Shape:
    """The rings of a feature, or none after adding its fault."""
    try:
        rings = _rings(outline)
        for x, y in (point for ring in rings for point in ring):
            if (fault := _outside(number, x, y)) is not None:
                found.add(fault)
                return ()
    except (TypeError, ValueError, KeyError, IndexError):
        found.add(_bad_outline(number))
        return ()
    shape = geometry.rounded(rings)
    if not shape:
        found.add(_bad_outline(number))
    return shape


def _rings(outline: Any) -> list[list[geometry.Point]]:
    kinds = {"Polygon": lambda c: [c], "MultiPolygon": lambda c: c}
    polygons = kinds[outline["type"]](outline["coordinates"])
    return [
        [(float(point[0]), float(point[1])) for point in ring]
        for polygon in polygons
        for ring in polygon
    ]


def _outside(number: int, x: float, y: float) -> Fault | None:
    if WEST <= x <= EAST and SOUTH <= y <= NORTH:
        return None
    if not (math.isfinite(x) and math.isfinite(y)):
        return _bad_outline(number)
    if WEST <= y <= EAST and SOUTH <= x <= NORTH:
        return in_row(
            "swapped",
            number,
            "lintang dan bujur tertukar. GeoJSON menulis bujur dahulu. Ekspor ulang berkasnya.",
            "latitude and longitude are swapped. GeoJSON puts longitude first. Export it again.",
        )
    return in_row(
        "coordinates",
        number,
        f"koordinat ({x:g}, {y:g}) bukan derajat di Indonesia, mungkin UTM. "
        "Ekspor ulang dalam WGS 84 (EPSG:4326).",
        f"the coordinates ({x:g}, {y:g}) are no degrees in Indonesia, perhaps UTM. "
        "Export it again in WGS 84 (EPSG:4326).",
    )


def _level(shapes: Mapping[str, geometry.Shape]) -> int:
    levels = {paths.level(path) for path in shapes}
    if len(levels) != 1:
        raise FileRefused(
            [
                whole_file(
                    "levels",
                    "Berkas ini mencampur kecamatan dan desa/kelurahan. Pisahkan menjadi dua.",
                    "This file mixes kecamatan and villages. Split it into two files.",
                )
            ]
        )
    return levels.pop()


def _differs(given: object, known: str) -> bool:
    return isinstance(given, str) and bool(given) and _letters(given) != _letters(known)


def _letters(name: str) -> str:
    return "".join(letter for letter in name.casefold() if letter.isalpha())


def _names_differ(count: int, total: int) -> Fault:
    return whole_file(
        "names",
        f"Nama pada {count} dari {total} wilayah tidak cocok dengan kodenya; mungkin "
        "kode BPS atau edisi lain. Pakai berkas berkode Kemendagri.",
        f"The names of {count} of {total} places do not match their codes; these may be BPS codes "
        "or another edition. Use a file with Kemendagri codes.",
    )


def _not_geojson() -> Fault:
    return whole_file(
        "format",
        "Berkas ini bukan GeoJSON (FeatureCollection dalam UTF-8). Ekspor ulang sebagai GeoJSON.",
        "This file is no GeoJSON (a FeatureCollection in UTF-8). Export it again as GeoJSON.",
    )


def _no_features() -> Fault:
    return whole_file(
        "empty",
        "Berkas GeoJSON ini tidak memuat satu wilayah pun. Ekspor ulang berkasnya.",
        "This GeoJSON holds not a single place. Export it again.",
    )


def _without_code(number: int, properties: Mapping[str, Any]) -> Fault:
    lowered = {str(name).lower() for name in properties}
    if bps := sorted(lowered & BPS_PROPERTIES):
        return in_row(
            "bps-codes",
            number,
            f"kolom {', '.join(bps)} berisi kode BPS, bukan kode Kemendagri. Kode yang sama dapat "
            f"berarti wilayah lain. Pakai berkas dengan kolom {CODE} berkode Kemendagri.",
            f"the fields {', '.join(bps)} hold BPS codes, not Kemendagri codes. The same code can "
            f"mean another place. Use a file whose field {CODE} holds Kemendagri codes.",
        )
    listed = quoted(", ".join(sorted(lowered)) or "-")
    return in_row(
        "missing-column",
        number,
        f"tidak ada kolom {CODE} (yang ada: {listed}). Tambahkan kode Kemendagri.",
        f"there is no field {CODE} (found: {listed}). Add the Kemendagri code.",
    )


def _repeated(number: int, path: str) -> Fault:
    return in_row(
        "duplicate",
        number,
        f"{path} sudah ada. Gabungkan keduanya menjadi satu MultiPolygon.",
        f"{path} is there already. Join the two into one MultiPolygon.",
    )


def _bad_outline(number: int) -> Fault:
    return in_row(
        "outline",
        number,
        "bentuknya bukan Polygon atau MultiPolygon yang utuh. Ekspor ulang wilayah ini.",
        "its shape is no whole Polygon or MultiPolygon. Export this place again.",
    )
