"""`jurdil verify` needs neither Django nor a database and finds what was done to a file."""

import subprocess
import sys

import pytest

from tests.kernel.test_ledger import HEAD, LINES, closed_after

WITHOUT_DJANGO = (
    "import sys; sys.modules['django'] = None; "
    "from jurdil.cli import main; sys.exit(main(sys.argv[1:]))"
)


@pytest.fixture
def export(tmp_path):
    file = tmp_path / "jejak.jsonl"
    file.write_text("\n".join(LINES) + "\n", encoding="utf-8")
    return file


def verify(*arguments, **more) -> subprocess.CompletedProcess:
    return subprocess.run(
        [sys.executable, "-c", WITHOUT_DJANGO, "verify", *map(str, arguments)],
        capture_output=True,
        text=True,
        check=False,
        **more,
    )


def test_a_whole_file_is_good_and_prints_its_head(export):
    result = verify(export, "--head", HEAD[:16])
    assert result.stdout == f"OK: 5 entries, head {HEAD}\n"
    assert result.returncode == 0


def test_the_file_may_come_through_a_pipe(export):
    result = verify("-", input=export.read_text(encoding="utf-8"))
    assert result.returncode == 0 and "5 entries" in result.stdout


def test_a_changed_byte_is_named_with_its_entry(export):
    export.write_bytes(export.read_bytes().replace(b"holiday:3", b"holiday:4"))
    result = verify(export)
    assert result.returncode == 1
    assert result.stdout == "BROKEN: entry 3 was changed: its hash does not fit\n"


def test_a_dropped_tail_is_found_against_the_paper(export):
    export.write_text("\n".join(closed_after(3)), encoding="utf-8")
    assert verify(export).returncode == 0
    result = verify(export, "--head", HEAD[:16])
    assert result.returncode == 1 and "the paper says" in result.stdout


def test_a_file_that_is_none_is_said_to_be_unreadable(tmp_path):
    assert verify(tmp_path / "tidak-ada.jsonl").returncode == 2
    photo = tmp_path / "foto.jpg"
    photo.write_bytes(b"\xff\xd8\xff\xe0")
    result = verify(photo)
    assert result.returncode == 2 and "cannot be read" in result.stderr
