"""Accounts and their grants."""

import re
from datetime import date

from allauth.mfa.models import Authenticator
from django.contrib.auth.password_validation import validate_password
from django.utils.translation import gettext as _

from jurdil.kernel.acts import Done, Refused, act, inner
from jurdil.kernel.fields import within
from jurdil.kernel.models import Account, Grant, Office
from jurdil.kernel.roles import ROLES, depth
from jurdil.kernel.viewer import Viewer

ACTING = ("Plh", "Plt")
"""*Pelaksana harian* (for days) and *pelaksana tugas* (until there is a successor)."""
ACTING_ROLES = frozenset(
    {"ketua", "sekretaris", "kasubbag", "bw-ketua", "bw-sekretariat"},
)
"""Roles that somebody else may hold for a time, because papers wait for their signature."""
USERNAME = re.compile(r"[a-z0-9][a-z0-9._-]{2,59}")


@act("account.create")
def create_account(
    *, by: Viewer, username: str, name: str, password: str, email: str = ""
) -> Done[Account]:
    """Make an account; it can do nothing until it is granted a role.

    Raises `Refused` for a name in use or unfit, ValidationError for a weak password.
    """
    if not USERNAME.fullmatch(username):
        raise Refused(
            _(
                "Nama pengguna “%(name)s” tidak dapat dipakai: 3 sampai 60 tanda, hanya huruf "
                "kecil, angka, titik, garis bawah, dan tanda hubung."
            )
            % {"name": username}
        )
    if Account.objects.filter(username__iexact=username).exists():
        raise Refused(_("Nama pengguna “%(name)s” sudah dipakai.") % {"name": username})
    account = Account(username=username, name=name, email=email)
    validate_password(password, account)
    account.set_password(password)
    account.save()
    return Done(account, f"account:{account.pk}", by.path)


@act("account.password")
def reset_password(*, by: Viewer, account_id: int, password: str) -> Done[Account]:
    """Give an account a new password, which ends its sessions.

    Raises ValidationError when it is weak.
    """
    account = Account.objects.get(pk=account_id)
    _set_password(account, password)
    return Done(account, f"account:{account.pk}", by.path)


@act("account.own-password")
def change_own_password(*, by: Viewer, password: str) -> Done[Account]:
    """The person's own new password.

    Raises ValidationError when it is weak, `Refused` for a viewer without an account.
    """
    if by.account_id is None:
        raise Refused(_("Perintah ini hanya untuk orang yang masuk dengan akunnya."))
    account = Account.objects.get(pk=by.account_id)
    _set_password(account, password)
    return Done(account, f"account:{account.pk}", by.path)


@act("account.state")
def set_active(*, by: Viewer, account_id: int, active: bool) -> Done[Account]:
    """Close an account, so that nobody can log in with it, or open it again.

    Raises `Refused` for one's own account: the last keeper would lock the house from inside.
    """
    if account_id == by.account_id:
        raise Refused(_("Akun yang sedang Anda pakai tidak dapat Anda tutup sendiri."))
    account = Account.objects.select_for_update().get(pk=account_id)
    account.is_active = active
    account.save(update_fields=["is_active"])
    return Done(account, f"account:{account.pk}", by.path, {"active": active})


@act("account.factor")
def remove_second_factors(*, by: Viewer, account_id: int) -> Done[int]:
    """Remove all second factors of a person who lost the phone or key; returns how many.

    Raises `Refused` when there is none.
    """
    factors = Authenticator.objects.filter(user_id=account_id)
    kinds = sorted(factors.values_list("type", flat=True))
    if not kinds:
        raise Refused(_("Akun ini tidak memakai faktor kedua."))
    factors.delete()
    return Done(len(kinds), f"account:{account_id}", by.path, {"removed": kinds})


@act("account.own-factor")
def note_second_factor(*, by: Viewer, kind: str, change: str) -> Done[None]:
    """Enter into the ledger that a person added, removed or renewed a second factor.

    `kind` and `change` are words of the login library: totp, webauthn, recovery_codes; added,
    removed, reset.
    """
    return Done(None, f"account:{by.account_id}", by.path, {"kind": kind, "change": change})


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

    Raises `Refused` when the role does not exist in this house or not at that level, when the
    days are the wrong way round, or when an acting holder lacks a last day or a basis.
    """
    grant = give_role(
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
    facts = {
        "account": account_id,
        "role": role,
        "path": path,
        "from": str(valid_from),
        "until": str(valid_until or ""),
        "basis": basis,
        "acting": acting,
    }
    return Done(grant, f"grant:{grant.pk}", path, facts)


@inner
def give_role(
    *,
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
) -> Grant:
    """Let a role begin inside another act. Raises `Refused` as `grant_role` does."""
    _check_role(role, path)
    _check_acting(role, acting, valid_until, basis)
    if valid_until is not None and valid_until < valid_from:
        raise Refused(
            _("Hari terakhir (%(until)s) lebih awal daripada hari mulai (%(start)s).")
            % {"until": f"{valid_until:%d-%m-%Y}", "start": f"{valid_from:%d-%m-%Y}"}
        )
    return Grant.objects.create(
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


@act("account.end")
def end_grant(*, by: Viewer, grant_id: int, last_day: date) -> Done[Grant]:
    """End a grant on a day; what was done under it stays as it was.

    Raises `Refused` for a day before it begins or after its own end.
    """
    grant = Grant.objects.select_for_update().filter(path__within=by.path).get(pk=grant_id)
    end_role(grant, last_day)
    return Done(grant, f"grant:{grant.pk}", grant.path, {"until": last_day.isoformat()})


@inner
def end_role(grant: Grant, last_day: date) -> None:
    """Let a role end inside another act. Raises `Refused` as `end_grant` does."""
    if last_day < grant.valid_from:
        raise Refused(
            _("Peran ini baru mulai %(day)s; hari terakhirnya tidak bisa lebih awal.")
            % {"day": grant.valid_from.strftime("%d-%m-%Y")}
        )
    if grant.valid_until is not None and last_day > grant.valid_until:
        raise Refused(
            _("Peran ini sudah berakhir %(day)s; untuk memperpanjang, beri peran baru.")
            % {"day": grant.valid_until.strftime("%d-%m-%Y")}
        )
    grant.valid_until = last_day
    grant.save(update_fields=["valid_until"])


def _set_password(account: Account, password: str) -> None:
    validate_password(password, account)
    account.set_password(password)
    account.save(update_fields=["password"])


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


def _check_acting(role: str, acting: str, valid_until: date | None, basis: str) -> None:
    if not acting:
        return
    if acting not in ACTING or role not in ACTING_ROLES:
        raise Refused(
            _("Pelaksana harian atau tugas (%(acting)s) tidak berlaku untuk peran “%(role)s”.")
            % {"acting": acting, "role": role}
        )
    if valid_until is None or not basis:
        raise Refused(
            _("Plh dan Plt memerlukan hari terakhir dan dasar penunjukan (surat perintah).")
        )
