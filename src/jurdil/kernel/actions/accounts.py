"""Accounts and their grants."""

from datetime import date

from django.contrib.auth.password_validation import validate_password
from django.utils.translation import gettext as _

from jurdil.kernel.acts import Done, Refused, act
from jurdil.kernel.fields import within
from jurdil.kernel.models import Account, Grant, Office
from jurdil.kernel.roles import ROLES, depth
from jurdil.kernel.viewer import Viewer


@act("account.create")
def create_account(
    *, by: Viewer, username: str, name: str, password: str, email: str = ""
) -> Done[Account]:
    """Make an account; it can do nothing until it is granted a role.

    Raises `Refused` for a name in use, ValidationError for a weak password.
    """
    if Account.objects.filter(username__iexact=username).exists():
        raise Refused(_("Nama pengguna “%(name)s” sudah dipakai.") % {"name": username})
    account = Account(username=username, name=name, email=email)
    validate_password(password, account)
    account.set_password(password)
    account.save()
    return Done(account, f"account:{account.pk}", by.path)


@act("account.password")
def reset_password(*, by: Viewer, account_id: int, password: str) -> Done[Account]:
    """Give an account a new password. Raises ValidationError when it is weak."""
    account = Account.objects.get(pk=account_id)
    validate_password(password, account)
    account.set_password(password)
    account.save(update_fields=["password"])
    return Done(account, f"account:{account.pk}", by.path)


@act("account.grant")
def grant_role(
    *,
    by: Viewer,
    account_id: int,
    role: str,
    path: str,
    valid_from: date,
    valid_until: date | None = None,
    election_id: int | None = None,
    division: str = "",
    party: str = "",
    acting: str = "",
    basis: str = "",
) -> Done[Grant]:
    """Grant a role at a place for a time.

    Raises `Refused` when the role does not exist in this house, or not at that level.
    """
    _check_role(role, path)
    grant = Grant.objects.create(
        account_id=account_id,
        role=role,
        path=path,
        valid_from=valid_from,
        valid_until=valid_until,
        election_id=election_id,
        division=division,
        party=party,
        acting=acting,
        basis=basis,
    )
    facts = {"account": account_id, "role": role, "path": path, "basis": basis, "acting": acting}
    return Done(grant, f"grant:{grant.pk}", path, facts)


@act("account.end")
def end_grant(*, by: Viewer, grant_id: int, last_day: date) -> Done[Grant]:
    """End a grant on a day; what was done under it stays as it was."""
    grant = Grant.objects.select_for_update().filter(path__within=by.path).get(pk=grant_id)
    if last_day < grant.valid_from:
        raise Refused(
            _("Peran ini baru mulai %(day)s; hari terakhirnya tidak bisa lebih awal.")
            % {"day": grant.valid_from.strftime("%d-%m-%Y")}
        )
    grant.valid_until = last_day
    grant.save(update_fields=["valid_until"])
    return Done(grant, f"grant:{grant.pk}", grant.path, {"until": last_day.isoformat()})


def _check_role(role: str, path: str) -> None:
    office = Office.objects.get()
    known = ROLES.get(role)
    if known is None or known.house != office.kind:
        raise Refused(_("Peran “%(role)s” tidak ada di kantor ini.") % {"role": role})
    if not within(path, office.path) or depth(path) != known.depth:
        raise Refused(
            _("Peran “%(role)s” memerlukan tempat pada tingkat yang sesuai di %(office)s.")
            % {"role": role, "office": office.name}
        )
