"""The village that a file names: by code, or by name with its kecamatan."""

from collections import defaultdict

from jurdil.kernel.viewer import Viewer
from jurdil.places import paths
from jurdil.places import queries as places


class Finder:
    """Villages of the viewer's place by code and by name, read once."""

    def __init__(self, viewer: Viewer) -> None:
        self._by_name: dict[str, set[str]] = defaultdict(set)
        self._known = {one.path for one in places.villages(viewer, viewer.path)}
        for one in places.villages(viewer, viewer.path):
            self._by_name[_plain(one.name)].add(one.path)
        districts = places.places_below(viewer, viewer.path, paths.KECAMATAN)
        self._districts = {_plain(one.name): one.path for one in districts}
        self._district_paths = {one.path for one in districts}

    def find(self, written: str, district: str = "") -> str:
        """The path of a village; '' when nothing or more than one answers."""
        if any(sign.isdigit() for sign in written):
            return self._by_code(written)
        found = self._by_name.get(_plain(written), set())
        above = self._districts.get(_plain(district), "")
        narrowed = {path for path in found if path.startswith(f"{above}.")} if above else found
        return next(iter(narrowed)) if len(narrowed) == 1 else ""

    def place(self, written: str) -> str:
        """The path of a kecamatan or village, by code or name; '' when none answers."""
        if any(sign.isdigit() for sign in written):
            return self._by_code(written)
        return self._districts.get(_plain(written), "") or self.find(written)

    def _by_code(self, written: str) -> str:
        try:
            path = paths.read_code(written)
        except paths.BadCode:
            return ""
        return path if path in self._known or path in self._district_paths else ""


def _plain(name: str) -> str:
    words = name.upper().replace("KECAMATAN", "").replace("KELURAHAN", "").replace("DESA ", "")
    return "".join(sign for sign in words if sign.isalnum())
