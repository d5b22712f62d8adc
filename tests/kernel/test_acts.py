"""An act is one durable transaction with right, scope and window checked and its entry last."""

import pytest
from django.db import DatabaseError, connection
from django.test.utils import CaptureQueriesContext

from jurdil.kernel import acts, ledger, policy
from jurdil.kernel.actions import accounts
from jurdil.kernel.actions import office as office_actions
from jurdil.kernel.actions.tasks import raise_task
from jurdil.kernel.models import Account, Holiday, LedgerEntry
from jurdil.kernel.viewer import Viewer
from tests import factories, writes

pytestmark = pytest.mark.django_db


def keeper() -> Viewer:
    return factories.viewer("pengelola")


def a_holiday(by: Viewer) -> Holiday:
    return office_actions.record_holiday(
        by=by, day="2024-02-09", kind="cuti-bersama", name="Imlek", basis="SKB 3 Menteri"
    )


def test_the_entry_is_the_last_statement_of_the_transaction():
    by = keeper()
    with CaptureQueriesContext(
        connection,
    ) as captured:
        a_holiday(by)
    written = [q["sql"] for q in captured if writes._WRITE.match(q["sql"])]
    assert [writes._WRITE.match(sql)[2] for sql in written] == [
        "kernel_holiday",
        "kernel_ledgerentry",
    ]
    entry = LedgerEntry.objects.last()
    assert (entry.act, entry.actor_role, entry.path) == ("office.holiday", "pengelola", "73.12")


def test_a_role_without_the_right_changes_nothing_and_leaves_no_entry():
    before = ledger.head() if factories.office() else None
    with pytest.raises(policy.Forbidden, match="Mencatat hari libur"):
        a_holiday(factories.viewer("ppk", "73.12.01"))
    assert not Holiday.objects.exists()
    assert ledger.head() == before


def test_an_act_outside_the_viewers_place_is_undone():
    someone = factories.account("operator")
    narrow = Viewer(role="pengelola", path="73.12.01", house="kpu", name="Contoh")
    count, _head = ledger.head()
    with pytest.raises(acts.OutOfScope):
        accounts.grant_role(
            by=narrow, account_id=someone.pk, role="ppk", path="73.12.02", valid_from="2024-01-01"
        )
    assert not someone.grants.filter(role="ppk").exists()
    assert ledger.head()[0] == count


def test_an_act_that_fails_half_way_leaves_neither_row_nor_entry(monkeypatch):
    by = keeper()
    before = ledger.head()

    def broken(**_values):
        raise DatabaseError("the disk is full")

    monkeypatch.setattr(ledger, "append", broken)
    with pytest.raises(DatabaseError):
        a_holiday(by)
    monkeypatch.undo()
    assert not Holiday.objects.exists()
    assert ledger.head() == before


def test_an_act_never_calls_another_act():
    by = keeper()

    @acts.act("test.nested")
    def nested(*, by: Viewer) -> acts.Done[None]:
        a_holiday(by)
        return acts.Done(None, "test:1", by.path)

    try:
        policy.matrix()["test.nested"] = policy.may_act("test.nested", "uji", "test", {"pengelola"})
        with pytest.raises(RuntimeError, match="durable"):
            nested(by=by)
    finally:
        del policy.matrix()["test.nested"], acts.ACTS["test.nested"]
    assert not Holiday.objects.exists()


def test_a_step_of_an_act_refuses_to_run_alone():
    election = factories.election()
    with pytest.raises(RuntimeError, match="raise_task is a step of an act"):
        raise_task(title="Uji", election_id=election.pk, path="73.12", source="uji")


def test_two_acts_cannot_share_a_code():
    with pytest.raises(ValueError, match=r"two acts are called office\.holiday"):
        acts.act("office.holiday")(lambda **_: None)


def test_the_suite_sees_a_row_that_changes_outside_every_act(rows_change_in_acts):
    someone = factories.account()
    Account.objects.filter(pk=someone.pk).update(name="Nama lain")
    assert rows_change_in_acts.outside == ["UPDATE kernel_account"]
    rows_change_in_acts.outside.clear()


def test_the_suite_lets_a_reader_keep_a_language(rows_change_in_acts):
    someone = factories.account()
    Account.objects.filter(pk=someone.pk).update(language="en", theme="dark")
    assert rows_change_in_acts.outside == []
