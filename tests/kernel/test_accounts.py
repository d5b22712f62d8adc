"""People get roles of this house, at their level, for a time, by whoever may give them."""

import json
from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError

from jurdil.cli import main
from jurdil.kernel import clock, policy, who
from jurdil.kernel.actions import accounts as acts
from jurdil.kernel.acts import Refused
from jurdil.kernel.models import Account, Grant, LedgerEntry
from jurdil.kernel.queries import accounts
from tests import factories

pytestmark = pytest.mark.django_db
TODAY = date(2026, 1, 5)


def keeper(**more):
    return factories.viewer("pengelola", **more)


def granted(role="operator", path="73.12", **more) -> Grant:
    someone = factories.account()
    values = {"valid_from": date(2024, 1, 1), **more}
    return acts.grant_role(by=keeper(), account_id=someone.pk, role=role, path=path, **values)


@pytest.mark.parametrize("name", ["ab", "Besar", "dua kata", "é", "-awal", "a" * 61, ""])
def test_unfit_usernames_are_refused(name):
    with pytest.raises(Refused, match="tidak dapat dipakai"):
        acts.create_account(by=keeper(), username=name, name="X", password=factories.PASSWORD)


def test_a_username_is_used_once_whatever_its_letters():
    acts.create_account(by=keeper(), username="siti", name="X", password=factories.PASSWORD)
    with pytest.raises(Refused, match="sudah dipakai"):
        acts.create_account(by=keeper(), username="siti", name="Y", password=factories.PASSWORD)


@pytest.mark.parametrize("password", ["pendek", "password1234", "siti-rahma-12"])
def test_weak_passwords_are_refused(password):
    with pytest.raises(ValidationError):
        acts.create_account(
            by=keeper(), username="siti-rahma", name="Siti Rahma", password=password
        )
    assert not Account.objects.filter(username="siti-rahma").exists()


def test_no_password_and_no_name_stands_in_the_ledger():
    acts.create_account(
        by=keeper(), username="siti", name="Siti Contoh", password=factories.PASSWORD
    )
    entry = LedgerEntry.objects.last()
    assert entry.act == "account.create" and entry.payload == "{}"


@pytest.mark.parametrize(
    ("role", "path", "sentence"),
    [
        ("bw-ketua", "73.12", "tidak ada di kantor ini"),
        ("raja", "73.12", "tidak ada di kantor ini"),
        ("ppk", "73.12", "tingkat yang sesuai"),
        ("ppk", "73.13.01", "tingkat yang sesuai"),
        ("ketua", "73.12.01", "tingkat yang sesuai"),
        ("kpps", "73.12.01.1001", "tingkat yang sesuai"),
    ],
)
def test_a_role_belongs_to_a_house_and_a_level(role, path, sentence):
    with pytest.raises(Refused, match=sentence):
        granted(role, path)


def test_an_acting_chair_needs_a_last_day_and_a_basis():
    with pytest.raises(Refused, match="hari terakhir dan dasar"):
        granted("ketua", acting="Plh", basis="SP 3/2024")
    with pytest.raises(Refused, match="hari terakhir dan dasar"):
        granted("ketua", acting="Plt", valid_until=date(2024, 2, 1))
    made = granted("ketua", acting="Plh", valid_until=date(2024, 2, 1), basis="SP 3/2024")
    facts = json.loads(LedgerEntry.objects.last().payload)
    assert (facts["acting"], facts["until"], facts["basis"]) == ("Plh", "2024-02-01", "SP 3/2024")
    assert made.acting == "Plh"


@pytest.mark.parametrize(("role", "path"), [("ppk", "73.12.01"), ("operator", "73.12")])
def test_nobody_acts_for_a_committee_or_an_operator(role, path):
    with pytest.raises(Refused, match="tidak berlaku untuk peran"):
        granted(role, path, acting="Plh", valid_until=date(2024, 2, 1), basis="SP")


def test_the_days_of_a_role_stand_in_order():
    with pytest.raises(Refused, match="lebih awal"):
        granted(valid_until=date(2023, 12, 31))


def test_a_role_ends_on_its_last_day_and_stays_on_record():
    grant = granted("ppk", "73.12.01")
    acts.end_grant(by=keeper(), grant_id=grant.pk, last_day=clock.today())
    assert grant in who.active_grants(grant.account)
    with pytest.raises(Refused, match="untuk memperpanjang"):
        acts.end_grant(by=keeper(), grant_id=grant.pk, last_day=clock.today() + timedelta(days=1))
    acts.end_grant(by=keeper(), grant_id=grant.pk, last_day=clock.today() - timedelta(days=1))
    assert grant not in who.active_grants(grant.account)
    shown = accounts.person(keeper(), grant.account_id)
    assert [row.state for row in shown.grants if row.id == grant.pk] == [accounts.ENDED]
    with pytest.raises(Refused, match="baru mulai 01-01-2024"):
        acts.end_grant(by=keeper(), grant_id=grant.pk, last_day=date(2023, 1, 1))


def test_a_keeper_cannot_close_the_own_account():
    me = factories.account("pengelola")
    with pytest.raises(Refused, match="tutup sendiri"):
        acts.set_active(by=keeper(account_id=me.pk), account_id=me.pk, active=False)


def test_who_has_no_second_factor_has_none_to_remove():
    someone = factories.account()
    with pytest.raises(Refused, match="tidak memakai faktor kedua"):
        acts.remove_second_factors(by=keeper(), account_id=someone.pk)


def test_only_keepers_make_accounts():
    with pytest.raises(policy.Forbidden):
        acts.create_account(
            by=factories.viewer("ketua"), username="siti", name="X", password=factories.PASSWORD
        )


def test_the_list_filters_by_name_role_and_state_and_pages_by_key(monkeypatch):
    made = [factories.account("ppk", f"73.12.0{number}") for number in range(1, 5)]
    factories.account("operator")
    monkeypatch.setattr(accounts, "PAGE", 3)
    first = accounts.people(keeper(), role="ppk")
    assert (first.shown, first.total, first.first) == (3, 4, True)
    rest = accounts.people(keeper(), role="ppk", after=first.after)
    assert (rest.shown, rest.after) == (1, "")
    assert {row.id for row in (*first.rows, *rest.rows)} == {account.pk for account in made}
    acts.set_active(by=keeper(), account_id=made[0].pk, active=False)
    assert accounts.people(keeper(), role="ppk").total == 3
    assert [row.id for row in accounts.people(keeper(), closed=True).rows] == [made[0].pk]
    assert accounts.people(keeper(), search=made[1].username).total == 1


def test_a_narrower_place_sees_only_its_own_people():
    near = factories.account("ppk", "73.12.01")
    far = factories.account("ppk", "73.12.02")
    orphan = acts.create_account(
        by=keeper(), username="tanpa-peran", name="X", password=factories.PASSWORD
    )
    kecamatan = factories.viewer("operator", "73.12.01")
    assert {row.id for row in accounts.people(kecamatan).rows} == {near.pk}
    assert {near.pk, far.pk, orphan.pk} <= {row.id for row in accounts.people(keeper()).rows}
    with pytest.raises(Account.DoesNotExist):
        accounts.person(kecamatan, far.pk)
    with pytest.raises(Grant.DoesNotExist):
        accounts.grant(kecamatan, far.grants.get().pk)


def test_listing_a_page_of_people_takes_few_queries(django_assert_max_num_queries):
    for number in range(1, 9):
        factories.account("ppk", f"73.12.0{number}")
    by = keeper()
    with django_assert_max_num_queries(10):
        accounts.people(by)


def run(monkeypatch, *arguments, password=factories.PASSWORD) -> int:
    import io

    monkeypatch.setattr("sys.stdin", io.StringIO(f"{password}\n"))
    return main([*arguments])


def test_the_command_line_makes_a_first_keeper(monkeypatch, capsys):
    factories.office()
    arguments = ["account", "create", "siti", "--name", "Siti Contoh", "--role", "pengelola"]
    assert run(monkeypatch, *arguments) == 0
    assert "siti: pengelola 73.12" in capsys.readouterr().out
    account = Account.objects.get(username="siti")
    assert account.check_password(factories.PASSWORD)
    assert account.grants.get().role == "pengelola"
    assert run(monkeypatch, "account", "grant", "siti", "ppk", "--path", "73.12.01") == 0
    assert run(monkeypatch, "account", "password", "siti", password="lain-sekali-2024") == 0
    account.refresh_from_db()
    assert account.check_password("lain-sekali-2024")


def test_the_command_line_refuses_in_a_sentence(monkeypatch, capsys):
    factories.office()
    assert run(monkeypatch, "account", "create", "siti", "--name", "X", password="1") == 2
    assert run(monkeypatch, "account", "grant", "siapa", "ppk") == 2
    assert capsys.readouterr().err
    with pytest.raises(SystemExit):
        run(monkeypatch, "account", "terbang")


def test_the_command_line_exports_what_verify_accepts(tmp_path, capsys):
    factories.account()
    file = tmp_path / "jejak.jsonl"
    assert main(["ledger", "export", str(file)]) == 0
    assert main(["ledger", "head"]) == 0
    count, head = capsys.readouterr().out.splitlines()[-1].split()
    assert main(["verify", str(file), "--head", head]) == 0
    assert f"OK: {count} entries" in capsys.readouterr().out


def test_without_an_office_the_command_line_says_what_to_do():
    with pytest.raises(SystemExit, match="jurdil init"):
        main(["ledger", "head"])
