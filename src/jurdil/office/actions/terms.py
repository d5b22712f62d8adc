"""Handing over an office: drafted with what is open, then signed, which moves it all at once."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from django.db.models import F
from django.utils.translation import gettext as _

from jurdil.kernel import files
from jurdil.kernel.actions.accounts import end_role, give_role
from jurdil.kernel.acts import Done, Refused, act, inner
from jurdil.kernel.models import Account, Grant, Task
from jurdil.kernel.roles import ROLES
from jurdil.kernel.viewer import Viewer
from jurdil.office import handing, keeping, papers
from jurdil.office.models import Handover
from jurdil.office.records import Upload

State = Handover.State


@act("office.hand_over")
def draft_handover(
    *,
    by: Viewer,
    grant_id: int,
    successor_id: int,
    last_day: date,
    basis: str,
    until: date | None = None,
    acting: str = "",
    notes: str = "",
) -> Done[Handover]:
    """Prepare the minutes with which a role goes from its holder to a successor.

    `last_day` is the leaving person's; the successor begins on the next. `notes`: goods, keys and
    archives, one a line. Raises `Refused` for the same person, a role that has ended, a second
    draft about the same role, or days in the wrong order.
    """
    grant = Grant.objects.select_related("account").filter(path__within=by.path).get(pk=grant_id)
    successor = Account.objects.get(pk=successor_id)
    basis = keeping.wanted(basis, _("Isi nomor dan tanggal keputusan yang menjadi dasarnya."))
    _check(grant, successor, last_day, until)
    made = Handover.objects.create(
        path=grant.path,
        grant=grant,
        leaving_name=grant.account.name,
        successor=successor,
        successor_name=successor.name,
        last_day=last_day,
        until=until,
        acting=acting,
        basis=basis,
        notes=notes.strip(),
        **keeping.record(by, grant.path),
    )
    facts = {"grant": grant.pk, "successor": successor.pk, "last_day": str(last_day)}
    return Done(made, f"handover:{made.pk}", made.path, facts)


@act("office.sign_handover")
def sign_handover(
    *, by: Viewer, handover_id: int, number: str, day: date, file: Upload | None = None
) -> Done[Handover]:
    """Record that both signed: the role ends and begins, what is open goes to the successor.

    Papers that were signed stay as they are; papers that wait for a signature wait for the
    successor from the first day of the new term. Raises `Refused` without a number, for a day to
    come, for a signed one, or when the successor's term cannot begin.
    """
    made = _draft(by, handover_id)
    number = keeping.wanted(number, _("Isi nomor berita acara serah terima."))
    keeping.not_ahead(day, _("Tanggal penandatanganan"))
    open_tasks = list(handing.tasks_of(made))
    listed = {
        "tasks": [task.pk for task in open_tasks],
        "papers": [paper.pk for paper in handing.papers_of(made)],
    }
    made.number, made.signed_on = number, day
    made.printed = files.keep(
        papers.handover(made, handing.things(open_tasks), handing.papers_of(made)),
        name=f"serah-terima-{made.pk}.pdf",
        media_type="application/pdf",
        level=keeping.Level.INTERNAL,
        path=made.path,
    )
    end_role(made.grant, made.last_day)
    made.successor_grant = _begin(made)
    _pass_on(open_tasks, made.successor_id)
    if file is not None:
        made.file = keeping.keep(made.path, file)
    made.listed, made.state = listed, State.SIGNED
    made.save()
    facts: dict[str, Any] = {"grant": made.grant_id, "begins": made.successor_grant.pk}
    facts |= {"number": number, "day": str(day), "tasks": len(listed["tasks"])}
    return Done(made, f"handover:{made.pk}", made.path, facts)


@act("office.drop_handover")
def drop_handover(*, by: Viewer, handover_id: int, reason: str) -> Done[Handover]:
    """Give up a draft, with the reason. Raises `Refused` for a signed one."""
    made = _draft(by, handover_id)
    reason = keeping.wanted(reason, _("Tulis alasan pembatalan."))
    made.state = State.DROPPED
    made.save(update_fields=["state"])
    return Done(made, f"handover:{made.pk}", made.path, {"reason": reason})


def _check(grant: Grant, successor: Account, last_day: date, until: date | None) -> None:
    if successor.pk == grant.account_id:
        raise Refused(_("Penerus harus orang lain."))
    if not successor.is_active:
        raise Refused(_("Akun penerus sudah ditutup. Buka dulu akunnya, atau pilih orang lain."))
    if grant.valid_until is not None and grant.valid_until < last_day:
        raise Refused(
            _("Peran ini sudah berakhir %(day)s, sebelum hari terakhir yang diisi.")
            % {"day": f"{grant.valid_until:%d-%m-%Y}"}
        )
    if last_day < grant.valid_from:
        raise Refused(
            _("Peran ini baru mulai %(day)s; hari terakhirnya tidak bisa lebih awal.")
            % {"day": f"{grant.valid_from:%d-%m-%Y}"}
        )
    if until is not None and until <= last_day:
        raise Refused(_("Masa jabatan penerus berakhir sebelum dimulai."))
    if Handover.objects.filter(grant=grant, state=State.DRAFT).exists():
        raise Refused(
            _("Serah terima %(role)s dari %(name)s sudah disusun. Lanjutkan yang itu.")
            % {"role": ROLES[grant.role].name.id, "name": grant.account.name}
        )


@inner
def _begin(made: Handover) -> Grant:
    """The successor's role from the day after; one that he holds already is kept."""
    old = made.grant
    first = made.last_day + timedelta(days=1)
    held = Grant.objects.filter(
        account=made.successor_id, role=old.role, path=old.path, division=old.division
    )
    for grant in held:
        if grant.valid_until is None or grant.valid_until >= first:
            return grant
    return give_role(
        account_id=made.successor_id,
        role=old.role,
        path=old.path,
        valid_from=first,
        valid_until=made.until,
        election_id=old.election_id,
        division=old.division,
        party=old.party,
        acting=made.acting,
        basis=made.basis,
    )


@inner
def _pass_on(tasks: Iterable[Task], owner_id: int) -> None:
    ids = [task.pk for task in tasks]
    Task.objects.filter(pk__in=ids).update(owner=owner_id, revision=F("revision") + 1)


def _draft(by: Viewer, handover_id: int) -> Handover:
    made = (
        Handover.objects.select_related("grant", "successor")
        .filter(path__within=by.path)
        .get(pk=handover_id)
    )
    if made.state != State.DRAFT:
        raise Refused(
            _("Serah terima ini sudah “%(state)s”.") % {"state": made.get_state_display()}
        )
    return made
