"""Append-only tables refuse UPDATE, DELETE, REPLACE and TRUNCATE on both engines, for good."""

from contextlib import suppress

import pytest
from django.core.management import call_command
from django.db import DatabaseError, connection, transaction

from jurdil.kernel import guards, health
from jurdil.kernel.models import LedgerEntry, Window
from tests import factories
from tests.writes import setting_up

TABLES = sorted(model._meta.db_table for model in guards.guarded_models())
SQLITE = "sqlite"


def refused(sql: str, *values) -> None:
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        connection.cursor().execute(sql, values)


def attack() -> None:
    """Every way to change or remove an entry."""
    refused("UPDATE kernel_ledgerentry SET path = '73.13' WHERE seq = 1")
    refused("DELETE FROM kernel_ledgerentry WHERE seq = 1")
    refused("DELETE FROM kernel_ledgerentry")
    columns = ", ".join(field.column for field in LedgerEntry._meta.concrete_fields)
    if connection.vendor == SQLITE:
        select = columns.replace(", path,", ", '73.13',")
        refused(
            f"INSERT OR REPLACE INTO kernel_ledgerentry ({columns}) "
            f"SELECT {columns} FROM kernel_ledgerentry WHERE seq = 1"
        )
        refused(
            f"REPLACE INTO kernel_ledgerentry ({columns}) "
            f"SELECT {select} FROM kernel_ledgerentry WHERE seq = 1"
        )
    else:
        refused("TRUNCATE kernel_ledgerentry")
        refused(
            f"INSERT INTO kernel_ledgerentry ({columns}) SELECT {columns} FROM kernel_ledgerentry "
            "WHERE seq = 1 ON CONFLICT (seq) DO UPDATE SET path = '73.13'"
        )


def test_the_tables_of_proof_are_guarded():
    assert {
        "kernel_ledgerentry",
        "kernel_decision",
        "kernel_decisionpart",
        "kernel_documentstep",
        "kernel_scheduleversion",
        "kernel_window",
    } <= set(TABLES)


@pytest.mark.django_db
def test_no_entry_can_be_changed_or_removed():
    factories.office()
    attack()
    assert LedgerEntry.objects.get().path == "73.12"


def as_another_program() -> None:
    """Connect as any other program would, with what it may switch off."""
    wish = "PRAGMA recursive_triggers=OFF"
    if connection.vendor != SQLITE:
        wish = "SET session_replication_role = replica"
    with suppress(DatabaseError), transaction.atomic():  # PostgreSQL grants it to superusers only
        connection.cursor().execute(wish)


def test_entries_are_safe_from_a_program_without_our_settings(fresh_database):
    factories.office()
    as_another_program()
    attack()
    assert LedgerEntry.objects.get().path == "73.12"


@pytest.mark.django_db
def test_the_guards_hold_after_migrating_again():
    factories.office()
    call_command("migrate", verbosity=0)
    assert guards.missing() == []
    attack()


@pytest.mark.django_db
def test_a_guarded_row_cannot_be_changed_through_the_models():
    entry = factories.office() and LedgerEntry.objects.get()
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        entry.delete()
    entry.path = "73.13"
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        entry.save()
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        LedgerEntry.objects.update(path="73.13")


@pytest.mark.django_db
@pytest.mark.parametrize("table", TABLES)
def test_every_guarded_table_has_its_three_triggers(table):
    third = "replace" if connection.vendor == SQLITE else "truncate"
    wanted = {f"{table}_{event}" for event in ("update", "delete", third)}
    assert wanted <= guards._existing()


def test_a_remade_table_loses_its_guards_and_says_so_until_they_are_installed(fresh_database):
    factories.office()
    if connection.vendor == SQLITE:
        with setting_up(), connection.schema_editor() as editor:
            editor._remake_table(Window)
    else:
        connection.cursor().execute("ALTER TABLE kernel_window DISABLE TRIGGER ALL")
    lost = guards.missing()
    assert {name.rpartition("_")[0] for name in lost} == {"kernel_window"} and len(lost) == 3
    assert health.ready()["guards"] is False
    assert health.problems() and "append-only" in health.problems()[0]
    call_command("migrate", verbosity=0)
    assert guards.missing() == []
    assert health.ready()["guards"] is True


@pytest.mark.django_db
def test_a_house_that_can_work_says_so():
    factories.office()
    assert health.problems() == []
    assert all(health.ready().values())


@pytest.mark.django_db
def test_without_an_office_the_house_does_not_start():
    assert health.problems() == ["There is no office yet. Run 'jurdil init --regency CODE' first."]
    assert health.ready()["office"] is False


@pytest.mark.django_db
def test_another_mode_than_the_founded_one_does_not_start(settings):
    factories.office()
    settings.JURDIL_MODE = "resmi"
    assert "JURDIL_MODE differs" in health.problems()[0]
