"""The ledger is a chain: a changed byte, a dropped tail, a swapped or inserted entry is found."""

import json
import threading

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from hypothesis import assume, given
from hypothesis import strategies as st

from jurdil.kernel import chain, ledger
from jurdil.kernel.actions import accounts
from jurdil.kernel.actions import office as office_actions
from jurdil.kernel.models import LedgerEntry
from jurdil.kernel.viewer import system_viewer
from tests import factories


def an_entry(seq: int, prev: str) -> dict:
    entry = {
        "seq": seq,
        "act": "office.holiday",
        "legal_at": "2024-02-15T01:00:00.000000+00:00",
        "real_at": "2026-11-21T01:00:00.000000+00:00",
        "actor": seq,
        "actor_name": "Contoh “é”",
        "actor_role": "pengelola",
        "actor_path": "73.12",
        "office": "kpu:73.12",
        "path": "73.12",
        "subject": f"holiday:{seq}",
        "batch": "",
        "payload": chain.canonical({"day": "2024-02-09", "n": seq}),
        "prev": prev,
    }
    return entry | {"hash": chain.entry_hash(entry)}


def a_chain(length: int) -> list[str]:
    entries, prev = [], chain.GENESIS
    for seq in range(1, length + 1):
        entries.append(an_entry(seq, prev))
        prev = entries[-1]["hash"]
    return list(chain.export_lines(entries))


LINES = a_chain(5)
TEXT = "\n".join(LINES) + "\n"
HEAD = json.loads(LINES[-1])["head"]


def closed_after(count: int) -> list[str]:
    """A forger's file: the tail dropped and the closing line written anew."""
    last = json.loads(LINES[count - 1])["hash"]
    return [*LINES[:count], chain.canonical({"count": count, "head": last})]


def test_an_untouched_file_verifies_with_the_head_of_the_paper():
    assert chain.verify(LINES) == (5, HEAD)
    assert chain.verify(LINES, HEAD[:16]) == (5, HEAD)
    assert chain.verify(f"{line}\r\n" for line in LINES) == (5, HEAD)


def test_an_empty_ledger_verifies():
    assert chain.verify(chain.export_lines([])) == (0, chain.GENESIS)


@given(st.integers(0, len(TEXT) - 2), st.characters(codec="utf-8", exclude_characters="\r\n"))
def test_one_changed_character_is_found(position, character):
    assume(TEXT[position] not in (character, "\n"))
    changed = TEXT[:position] + character + TEXT[position + 1 :]
    with pytest.raises(chain.Broken):
        chain.verify(changed.split("\n")[:-1])


@given(st.integers(0, len(TEXT) - 1), st.sampled_from([" ", "\t", "0", '"', "{", "x"]))
def test_one_inserted_character_is_found(position, character):
    changed = TEXT[:position] + character + TEXT[position:]
    with pytest.raises(chain.Broken):
        chain.verify(changed.split("\n")[:-1])


@pytest.mark.parametrize("count", range(5))
def test_a_dropped_tail_without_closing_line_is_found(count):
    with pytest.raises(chain.Broken, match="tail was dropped"):
        chain.verify(LINES[:count])


@pytest.mark.parametrize("count", range(1, 5))
def test_a_dropped_tail_under_the_old_closing_line_is_found(count):
    with pytest.raises(chain.Broken, match="the closing line says 5 entries"):
        chain.verify([*LINES[:count], LINES[-1]])


@pytest.mark.parametrize("count", range(1, 5))
def test_a_dropped_tail_under_a_forged_closing_line_is_found_by_the_paper(count):
    forged = closed_after(count)
    assert chain.verify(forged)[0] == count
    with pytest.raises(chain.Broken, match="the paper says"):
        chain.verify(forged, HEAD[:16])


def test_swapped_entries_are_found():
    swapped = [LINES[0], LINES[2], LINES[1], *LINES[3:]]
    with pytest.raises(chain.Broken, match="entry 3 stands where 2 is due"):
        chain.verify(swapped)


def test_an_inserted_entry_is_found():
    false = chain.canonical(an_entry(3, json.loads(LINES[1])["hash"]) | {"subject": "holiday:9"})
    with pytest.raises(chain.Broken, match="entry 3 was changed"):
        chain.verify([*LINES[:2], false, *LINES[2:]])


def test_an_entry_rewritten_with_a_fitting_hash_breaks_the_one_after_it():
    third = json.loads(LINES[2]) | {"subject": "holiday:9"}
    third["hash"] = chain.entry_hash(third)
    with pytest.raises(chain.Broken, match="entry 4 does not follow entry 3"):
        chain.verify([*LINES[:2], chain.canonical(third), *LINES[3:]])


def test_an_added_field_is_found():
    more = json.loads(LINES[0]) | {"note": "x"}
    with pytest.raises(chain.Broken, match="note missing or not part of an entry"):
        chain.verify([chain.canonical(more), *LINES[1:]])


def test_a_float_has_no_place_in_a_payload():
    with pytest.raises(TypeError, match="float"):
        chain.canonical({"share": [1, {"x": 0.5}]})


@pytest.mark.django_db
def test_what_acts_wrote_verifies_and_both_clocks_stand_in_it():
    factories.account("ppk", "73.12.01")
    lines = list(ledger.export())
    assert chain.verify(lines) == ledger.head() == (3, json.loads(lines[-1])["head"])
    first, account, grant = (json.loads(line) for line in lines[:-1])
    assert first["act"] == "office.found" and json.loads(first["payload"])["mode"] == "latihan"
    assert account["subject"].startswith("account:") and "Contoh" not in account["payload"]
    assert grant["path"] == "73.12.01" and grant["legal_at"].endswith("+00:00")


@pytest.mark.django_db
def test_a_value_changed_in_the_database_is_found_in_the_export():
    factories.account()
    lines = [json.loads(line) for line in ledger.export()]
    lines[1]["path"] = "73.13"
    with pytest.raises(chain.Broken, match="entry 2 was changed"):
        chain.verify(chain.canonical(line) for line in lines)


def test_an_entry_outside_a_transaction_is_refused(fresh_database):
    by = system_viewer("73.12", "kpu")
    with pytest.raises(RuntimeError, match="in the transaction of its change"):
        ledger.append(act="x", by=by, subject="", path="", payload={})


def test_many_writers_at_once_make_one_valid_chain(fresh_database):
    factories.office()
    by = factories.viewer("pengelola")
    failures = []

    def work(month: int):
        try:
            for day in range(1, 6):
                office_actions.record_holiday(
                    by=by,
                    day=f"2024-{month:02}-{day:02}",
                    kind="daerah",
                    name="Uji",
                    basis="uji",
                )
        except Exception as error:
            failures.append(error)
        finally:
            connection.close()

    workers = [threading.Thread(target=work, args=(month,)) for month in range(1, 5)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert failures == []
    assert chain.verify(ledger.export())[0] == 1 + 4 * 5


def test_a_refused_act_leaves_no_gap_in_the_chain(fresh_database):
    factories.office()
    by = factories.viewer("pengelola")
    with pytest.raises(ValidationError):
        accounts.create_account(by=by, username="lemah", name="Contoh", password="123")
    office_actions.set_letterhead(by=by, letterhead={"name": "KPU"})
    assert [entry.seq for entry in LedgerEntry.objects.all()] == [1, 2]
    assert chain.verify(ledger.export())[0] == 2
