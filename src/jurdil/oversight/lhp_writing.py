"""The steps inside acts that write a report: check it, make it or its next version, seal people."""

import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import timedelta
from uuid import UUID, uuid4

from django.utils.translation import gettext as _

from jurdil.kernel import clock, crypto
from jurdil.kernel.acts import Refused, inner
from jurdil.kernel.fields import within
from jurdil.kernel.forms import PLACE
from jurdil.kernel.language import say
from jurdil.kernel.models import Election, Grant
from jurdil.kernel.roles import SYSTEM
from jurdil.kernel.viewer import Viewer
from jurdil.law.oversight import checklists as lists
from jurdil.law.oversight import field_reports as law
from jurdil.law.oversight.field_reports import IllegalStep, Standing, State, Step
from jurdil.oversight import lhp_checklists
from jurdil.oversight.lhp_facts import TEXTS, Report, Witness, digest
from jurdil.oversight.models import Lhp, LhpStep, LhpVersion, LhpWitness
from jurdil.oversight.rights.roles import ADHOC, SUPERVISORS
from jurdil.web import words

MOST_WITNESSES = 10
LONG_NAME = 120
SUBMITTED = "kirim"


@dataclass(frozen=True)
class Author:
    """Who wrote a report: the account with the role and place it was written in."""

    role: str
    path: str
    name: str
    account_id: int | None

    @property
    def level(self) -> str:
        """The author's level in the chain."""
        return level_of(self.role)


def level_of(role: str) -> str:
    """The level of a role: the three ad hoc ones by their name, everybody else is Bawaslu."""
    return role if role in ADHOC else law.BAWASLU


def author_of(by: Viewer, worker_id: int | None = None) -> Author:
    """The author behind a viewer, or behind a phone's record that the viewer brought in.

    Raises `Refused` for somebody who never supervised in the viewer's place.
    """
    if worker_id is None or worker_id == by.account_id:
        return Author(by.role, by.path, by.name, by.account_id)
    held = Grant.objects.filter(
        account=worker_id, role__in=sorted(SUPERVISORS), path__within=by.path
    ).select_related("account")
    last = held.order_by("-valid_from", "-id").first()
    if last is None:
        raise Refused(_("LHP ini bukan milik pengawas di wilayah kerja Anda."))
    return Author(last.role, last.path, last.account.name, last.account_id)


def checked(author: Author, report: Report) -> Report:
    """The report cleaned. Raises `Refused` with what is wrong and how to put it right."""
    texts = {name: getattr(report, name).strip() for name in TEXTS}
    for name, most in TEXTS.items():
        if len(texts[name]) > most:
            raise Refused(
                _("Satu isian memuat %(count)s huruf, sedangkan batasnya %(most)s.")
                % {"count": len(texts[name]), "most": most}
            )
    if not PLACE.fullmatch(report.path) or not within(report.path, author.path):
        raise Refused(
            _("Tempat %(place)s di luar wilayah kerja Anda (%(own)s). Pilih tempat Anda sendiri.")
            % {"place": report.path, "own": author.path}
        )
    if not texts["story"]:
        raise Refused(_("Tulis singkat apa yang diawasi dan hasilnya."))
    if report.ends_at < report.begins_at:
        facts = {
            "begins": words.moment(report.begins_at),
            "ends": words.moment(report.ends_at),
        }
        raise Refused(
            _("Pengawasan selesai (%(ends)s) sebelum mulai (%(begins)s). Betulkan jamnya.") % facts
        )
    _check_choices(report, texts)
    if report.election_id is not None and not _runs_here(author.path, report.election_id):
        raise Refused(_("Pemilihan ini bukan pemilihan di wilayah kerja Anda."))
    return replace(report, answers=_answers(report), **texts)


def _check_choices(report: Report, texts: dict[str, str]) -> None:
    if texts["form"] not in law.forms():
        raise Refused(_("Pilih bentuk pengawasan."))
    if report.violation and not texts["event"]:
        raise Refused(_("Tulis peristiwa yang diduga pelanggaran, tanpa nama orang."))
    if report.dispute and not texts["dispute_story"]:
        raise Refused(_("Tulis peristiwa yang berpotensi menjadi sengketa."))


def _runs_here(path: str, election_id: int) -> bool:
    found = Election.objects.filter(pk=election_id).first()
    return found is not None and (within(path, found.path) or within(found.path, path))


def _answers(report: Report) -> dict[str, lists.Answer]:
    if not report.checklist:
        return {}
    checklist = lhp_checklists.known().get(report.checklist)
    if checklist is None:
        raise Refused(_("Alat kerja ini tidak dikenal. Perbarui daftar di HP, lalu kirim lagi."))
    try:
        return lists.answers(checklist, report.answers)
    except lists.BadAnswer as fault:
        asked = say(fault.item.question) if fault.item else fault.value
        raise Refused(
            _("Jawaban “%(value)s” tidak cocok untuk pertanyaan “%(asked)s”.")
            % {"value": fault.value[:60], "asked": asked}
        ) from fault


@inner
def submit(
    author: Author,
    report: Report,
    witnesses: Iterable[Witness] = (),
    *,
    token: UUID | None = None,
    gap: timedelta = timedelta(),
) -> Lhp:
    """Make a report; it waits for the level above its author. Raises `Refused`."""
    said = checked(author, report)
    standing, now = law.begin(author.level), clock.now()
    row = Lhp(
        token=token or uuid4(),
        origin=author.path,
        role=author.role,
        account_id=author.account_id,
        account_name=author.name,
        state=standing.state,
        level=standing.level,
        submitted_at=now,
        clock_gap=gap,
    )
    _write(row, author, said, list(witnesses), 1)
    _note(row, author, SUBMITTED, "")
    return row


@inner
def rewrite(
    row: Lhp, author: Author, report: Report, witnesses: Iterable[Witness] = ()
) -> tuple[Lhp, bool]:
    """The next version of a report, and whether it says anything new.

    Raises `Refused` for another author, while it is examined, and after it was accepted.
    """
    if author.role != SYSTEM and row.account_id != author.account_id:
        raise Refused(_("LHP ini ditulis pengawas lain. Kembalikan kepadanya dengan alasan."))
    said, people = checked(author, report), list(witnesses)
    if said.content() == row.content and not people and row.state != State.RETURNED:
        return row, False
    try:
        step, standing = law.write(Standing(State(row.state), row.level))
    except IllegalStep as error:
        raise Refused(_not_now(row)) from error
    row.state, row.level = standing.state, standing.level
    _write(row, author, said, people, row.version + 1)
    _note(row, author, step, "")
    return row, True


def _not_now(row: Lhp) -> str:
    if row.state == State.ACCEPTED:
        return _("LHP ini sudah diterima Bawaslu. Tulis LHP baru dan sebut nomornya.")
    return _("LHP ini sedang diperiksa. Minta pemeriksa mengembalikannya bila ada yang keliru.")


def _write(row: Lhp, author: Author, said: Report, witnesses: list[Witness], version: int) -> None:
    content = said.content()
    row.election_id, row.path, row.stage = said.election_id, said.path, said.stage
    row.checklist, row.content, row.version = said.checklist, content, version
    row.begins_at, row.ends_at = said.begins_at, said.ends_at
    row.violation, row.dispute = said.violation, said.dispute
    row.changed_at = clock.now()
    row.save()
    LhpVersion.objects.create(
        report=row,
        number=version,
        content=content,
        digest=digest(content),
        account_id=author.account_id,
        account_name=author.name,
        made_at=row.changed_at,
    )
    _seal(row, witnesses, version)


def _seal(row: Lhp, witnesses: list[Witness], version: int) -> None:
    if row.witnesses.count() + len(witnesses) > MOST_WITNESSES:
        raise Refused(_("Paling banyak %(most)s saksi dalam satu LHP.") % {"most": MOST_WITNESSES})
    for one in witnesses:
        if one.role not in law.witness_roles():
            raise Refused(_("Pilih kedudukan saksi."))
        key = uuid4()
        plain = json.dumps([one.name.strip()[:LONG_NAME], one.contact.strip()[:LONG_NAME]])
        key_id, sealed = crypto.encrypt(plain.encode(), f"lhp_witness:{key}")
        LhpWitness.objects.create(
            key=key, report=row, role=one.role, key_id=key_id, sealed=sealed, version=version
        )


def opened(witness: LhpWitness) -> tuple[str, str]:
    """(name, contact) in plain; only the act that writes down why calls this."""
    plain = crypto.decrypt(witness.key_id, bytes(witness.sealed), f"lhp_witness:{witness.key}")
    name, contact = json.loads(plain)
    return name, contact


@inner
def take_step(row: Lhp, by: Viewer, step: Step, reason: str) -> Lhp:
    """An examiner's step. Raises `Refused` for an own report, one not of this level, no reason."""
    if by.account_id is not None and row.account_id == by.account_id:
        raise Refused(_("LHP Anda sendiri diperiksa orang lain."))
    level = level_of(by.role)
    try:
        standing = law.examine(Standing(State(row.state), row.level), step, by=level, reason=reason)
    except law.ReasonMissing as error:
        text = _("Tulis apa yang harus diperbaiki.")
        if step is not Step.RETURN:
            text = _("LHP ini menunggu pengawas di bawah Anda. Tulis mengapa Anda memeriksanya.")
        raise Refused(text) from error
    except IllegalStep as error:
        raise Refused(_("Langkah ini sudah tidak mungkin. Muat ulang halaman.")) from error
    row.state, row.level, row.changed_at = standing.state, standing.level, clock.now()
    row.save(update_fields=["state", "level", "changed_at"])
    _note(row, Author(by.role, by.path, by.name, by.account_id), step, reason.strip())
    return row


def _note(row: Lhp, who: Author, step: str, reason: str) -> None:
    LhpStep.objects.create(
        report=row,
        step=step,
        version=row.version,
        state=row.state,
        level=row.level,
        reason=reason,
        role=who.role,
        account_id=who.account_id,
        account_name=who.name,
        taken_at=clock.now(),
    )
