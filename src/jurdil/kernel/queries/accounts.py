"""People and their roles, as the keeper and the person see them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from django.db.models import Exists, OuterRef, Q, QuerySet

from jurdil.kernel import clock, paging
from jurdil.kernel.acts import query
from jurdil.kernel.models import Account, Grant
from jurdil.kernel.roles import ROLES
from jurdil.kernel.viewer import Viewer
from jurdil.law.text import Text

PAGE = 50
AHEAD, RUNNING, ENDED = "nanti", "berlaku", "berakhir"


@dataclass(frozen=True)
class GrantRow:
    """A role of a person; `state` is AHEAD, RUNNING or ENDED on the legal day."""

    id: int
    role: Text
    path: str
    acting: str
    basis: str
    valid_from: date
    valid_until: date | None
    state: str


@dataclass(frozen=True)
class PersonRow:
    """A person on the list with the roles that hold today."""

    id: int
    username: str
    name: str
    active: bool
    last_login: datetime | None
    second_factor: bool
    grants: tuple[GrantRow, ...]


@dataclass(frozen=True)
class Person:
    """One person with every role ever held, newest first."""

    id: int
    username: str
    name: str
    email: str
    active: bool
    last_login: datetime | None
    factors: "Factors"
    grants: tuple[GrantRow, ...]


@dataclass(frozen=True)
class Factors:
    """A person's second factors; `recovery` is how many recovery codes are left."""

    totp: bool
    keys: int
    recovery: int

    @property
    def any(self) -> bool:
        return self.totp or self.keys > 0


@query("account.view")
def people(
    viewer: Viewer, *, search: str = "", role: str = "", closed: bool = False, after: str = ""
) -> paging.Page[PersonRow]:
    """Accounts in scope by name; `search` in name or username, `role` held today, `closed` only."""
    accounts = _scoped(viewer).filter(is_active=not closed)
    if search:
        accounts = accounts.filter(Q(name__icontains=search) | Q(username__icontains=search))
    if role:
        accounts = accounts.filter(Exists(_running().filter(account=OuterRef("pk"), role=role)))
    total = accounts.count()
    if key := paging.decode(after, str, int):
        accounts = accounts.filter(Q(name__gt=key[0]) | Q(name=key[0], pk__gt=key[-1]))
    rows = list(accounts.order_by("name", "pk")[: PAGE + 1])
    return paging.page_of(
        _person_rows(rows), PAGE, lambda row: (row.name, row.id), first=not after, total=total
    )


@query("account.view")
def person(viewer: Viewer, account_id: int) -> Person:
    """One person in scope. Raises `Account.DoesNotExist`."""
    return _person(_scoped(viewer).get(pk=account_id))


@query("account.view")
def grant(viewer: Viewer, grant_id: int) -> tuple[Person, GrantRow]:
    """A role in scope and the person who holds it. Raises `Grant.DoesNotExist`."""
    row = Grant.objects.select_related("account").get(pk=grant_id, path__within=viewer.path)
    return _person(row.account), _grant_row(row, clock.today())


@query("account.own")
def own_account(viewer: Viewer) -> Person:
    """The viewer's own account. Raises `Account.DoesNotExist` for a viewer without one."""
    if viewer.account_id is None:
        raise Account.DoesNotExist
    return _person(Account.objects.get(pk=viewer.account_id))


def _scoped(viewer: Viewer) -> QuerySet[Account]:
    """People with a role in the viewer's place; those without any role belong to the office."""
    inside = Grant.objects.filter(account=OuterRef("pk"), path__within=viewer.path)
    wanted = Q(Exists(inside))
    if viewer.path == clock.office_path():
        wanted |= ~Q(Exists(Grant.objects.filter(account=OuterRef("pk"))))
    return Account.objects.filter(wanted)


def _running() -> QuerySet[Grant]:
    today = clock.today()
    open_ended = Q(valid_until__isnull=True) | Q(valid_until__gte=today)
    return Grant.objects.filter(open_ended, valid_from__lte=today)


def _person_rows(accounts: list[Account]) -> list[PersonRow]:
    today = clock.today()
    ids = [account.pk for account in accounts]
    grants: dict[int, list[Grant]] = {}
    for row in _running().filter(account__in=ids).order_by("-valid_from", "-id"):
        grants.setdefault(row.account_id, []).append(row)
    protected = set(
        Authenticator.objects.filter(user_id__in=ids)
        .exclude(type=Authenticator.Type.RECOVERY_CODES)
        .values_list("user_id", flat=True)
    )
    return [
        PersonRow(
            id=account.pk,
            username=account.username,
            name=account.name,
            active=account.is_active,
            last_login=account.last_login,
            second_factor=account.pk in protected,
            grants=_grant_rows(grants.get(account.pk, ()), today),
        )
        for account in accounts
    ]


def _person(account: Account) -> Person:
    return Person(
        id=account.pk,
        username=account.username,
        name=account.name,
        email=account.email,
        active=account.is_active,
        last_login=account.last_login,
        factors=_factors(account.pk),
        grants=_grant_rows(account.grants.order_by("-valid_from", "-id"), clock.today()),
    )


def _factors(account_id: int) -> Factors:
    found = list(Authenticator.objects.filter(user_id=account_id))
    kinds = [row.type for row in found]
    codes = [row for row in found if row.type == Authenticator.Type.RECOVERY_CODES]
    return Factors(
        totp=Authenticator.Type.TOTP in kinds,
        keys=kinds.count(Authenticator.Type.WEBAUTHN),
        recovery=sum(len(RecoveryCodes(row).get_unused_codes()) for row in codes),
    )


def _grant_rows(grants: Iterable[Grant], today: date) -> tuple[GrantRow, ...]:
    return tuple(_grant_row(row, today) for row in grants)


def _grant_row(row: Grant, today: date) -> GrantRow:
    return GrantRow(
        id=row.pk,
        role=ROLES[row.role].name,
        path=row.path,
        acting=row.acting,
        basis=row.basis,
        valid_from=row.valid_from,
        valid_until=row.valid_until,
        state=_state(row, today),
    )


def _state(row: Grant, today: date) -> str:
    if row.valid_from > today:
        return AHEAD
    ended = row.valid_until is not None and row.valid_until < today
    return ENDED if ended else RUNNING
