"""Vendored files are what their list says, and nothing is vendored off the list."""

import hashlib
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
LISTED = tomllib.loads((ROOT / "vendor.toml").read_text())["file"]
FOREIGN_SUFFIXES = {".woff2", ".ttf", ".otf"}


def test_every_listed_file_has_its_digest_and_its_licence():
    for entry in LISTED:
        digest = hashlib.sha256((ROOT / entry["path"]).read_bytes()).hexdigest()
        assert digest == entry["sha256"], f"{entry['path']} is not the file that was vetted"
        assert (ROOT / entry["licence_text"]).stat().st_size > 200
        assert entry["version"] and entry["licence"] and entry["project"].startswith("https://")


def test_no_foreign_file_is_missing_from_the_list():
    listed = {entry["path"] for entry in LISTED}
    for folder in ("src", "tests"):
        for path in (ROOT / folder).rglob("*"):
            foreign = path.suffix in FOREIGN_SUFFIXES or path.name.endswith(".min.js")
            if foreign and path.is_file():
                assert str(path.relative_to(ROOT)) in listed
