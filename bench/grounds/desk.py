"""A desk of typists on forms of the DPR, for the bench of entry."""

import random
from datetime import date

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from django.test import Client

from bench.grounds.regency import CONTEST, REGENCY, Regency
from jurdil.kernel import clock
from jurdil.kernel.actions import accounts
from jurdil.kernel.acts import performing
from jurdil.kernel.models import Account
from jurdil.kernel.viewer import Viewer
from jurdil.law.entry import State
from jurdil.parties import actions as parties
from jurdil.parties.records import LIST, Entry
from jurdil.results import actions, queries
from jurdil.results.models import Draf, Entri
from jurdil.results.shapes import shape_of

PARTIES, PEOPLE = 18, 6
PASSWORD = "sandi-contoh-2024"
BACKEND = "django.contrib.auth.backends.ModelBackend"
FIVE = ("ppwp", CONTEST, "dpd", "dprd-prov", "dprd-kab")
STATES = (State.FIRST, State.WAITING, State.SECOND, State.FAULTY, State.AGREED)


class Desk(Regency):
    """An office with `count` TPS of which no form is in, and typists with their sessions."""

    contests = FIVE

    def __init__(self, count: int, typists: int) -> None:
        self._chance = random.Random(count)
        self._found()
        self._paths = self._register(count)
        entries = [
            Entry(CONTEST, LIST, p, f"Partai {p}", candidate=c, candidate_name=f"Calon {p}-{c}")
            for p in range(1, PARTIES + 1)
            for c in range(1, PEOPLE + 1)
        ]
        parties.register(by=self.by, election_id=self.election.pk, entries=tuple(entries))
        self.people = [self._typist(number) for number in range(typists)]

    def _typist(self, number: int) -> Account:
        made = accounts.create_account(
            by=self.by, username=f"entri{number}", name=f"Entri {number}", password=PASSWORD
        )
        accounts.grant_role(
            by=self.by,
            account_id=made.pk,
            role="operator",
            path=REGENCY,
            valid_from=date(2020, 1, 1),
        )
        return made

    def viewer(self, account: Account) -> Viewer:
        return Viewer(
            role="operator",
            path=REGENCY,
            house=self.by.house,
            name=account.name,
            account_id=account.pk,
            election_id=self.election.pk,
        )

    def open_forms(self) -> list[tuple[str, str]]:
        """Each typist opens a form; returns where its drafts go and the session, per typist."""
        found = []
        for account, path in zip(self.people, self._paths, strict=False):
            actions.open_entry(
                by=self.viewer(account), election_id=self.election.pk, contest=CONTEST, path=path
            )
            session = SessionStore()
            session[SESSION_KEY] = str(account.pk)
            session[BACKEND_SESSION_KEY] = BACKEND
            session[HASH_SESSION_KEY] = account.get_session_auth_hash()
            session.create()
            address = f"/hasil/entri/{self.election.pk}/{CONTEST}/{path}/draf/"
            found.append((address, f"{settings.SESSION_COOKIE_NAME}={session.session_key}"))
        return found

    def fields(self) -> tuple[str, ...]:
        """The figures of the form that is typed."""
        shape = shape_of(self.election.pk, CONTEST, "")
        if shape is None:
            raise RuntimeError("no form was opened")
        return shape.figures

    def kept(self) -> list[tuple[dict[str, str], int]]:
        """The drafts as they stand: cells and number of saves, in the order of the typists."""
        order = [account.pk for account in self.people]
        rows = {row.account: row for row in Draf.objects.all()}
        return [(rows[pk].cells, rows[pk].saves) for pk in order]

    def begin_all(self) -> None:
        """Put every form of the five contests into some state of entry."""
        rows = [
            Entri(
                election_id=self.election.pk,
                contest=contest,
                path=path,
                dapil="",
                state=STATES[(number + shift) % len(STATES)].value,
                first=self.people[0].pk,
                changed_at=clock.real(),
            )
            for shift, contest in enumerate(FIVE)
            for number, path in enumerate(self._paths[:-1])
        ]
        with performing("bench"):
            Entri.objects.bulk_create(rows, batch_size=500)

    def board(self) -> None:
        queries.entry_board(self.viewer(self.people[1]), self.election.pk)

    def next_form(self) -> None:
        """The longest way: nothing waits for this person and one TPS alone is free."""
        path = queries.next_form(self.viewer(self.people[0]), self.election.pk, CONTEST)
        if path != self._paths[-1]:
            raise RuntimeError(f"{path} is not the form that is free")

    def enter(self) -> None:
        """Log a typist in for `board_page`."""
        self._client = Client()
        self._client.force_login(self.people[1], backend=BACKEND)

    def board_page(self) -> None:
        answer = self._client.get(f"/hasil/entri/{self.election.pk}/")
        if answer.status_code != 200:
            raise RuntimeError(f"the board answered {answer.status_code}")
