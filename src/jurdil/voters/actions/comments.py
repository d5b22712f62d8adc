"""Public comments on an announced list: registered, turned into a proposal, answered."""

import json
import re
from dataclasses import dataclass, replace
from datetime import date
from uuid import uuid4

from django.db.models import Max
from django.utils.translation import gettext as _

from jurdil.kernel import clock, crypto
from jurdil.kernel.acts import Done, Refused, act, person
from jurdil.kernel.fields import within
from jurdil.kernel.viewer import Viewer
from jurdil.voters import proposing
from jurdil.voters.models import PemilihVersi, Revisi, Tanggapan
from jurdil.voters.proposing import Proposal
from jurdil.voters.steps import COMMENTED, commented_lists

_NUMBER = re.compile(r"(?:\d[\s.-]?){15,}")


@dataclass(frozen=True)
class Comment:
    """What somebody said of a list. `name` and `contact` are kept sealed."""

    village: str
    about: str
    speaker: str
    text: str
    name: str
    received_on: date
    contact: str = ""
    voter_id: int | None = None


@act("voters.comment")
def register_comment(*, by: Viewer, revision_id: int, said: Comment) -> Done[Tanggapan]:
    """Register a comment under the next number of the list's register.

    Raises Revisi.DoesNotExist and PemilihVersi.DoesNotExist outside the scope, `Refused` for a list
    that nobody may comment on, a day to come, or a comment without text or name.
    """
    person(by)
    return _registered(by, revision_id, said)


@act("voters.comment_public")
def comment_publicly(*, by: Viewer, revision_id: int, said: Comment) -> Done[Tanggapan]:
    """A comment that somebody sends by the public page, under the next number of the register.

    It names no voter of the list, and nobody saw a list for it. Raises as `register_comment`, and
    `Refused` for a list on which another followed, and for a number of identity in the text.
    """
    if revision_id not in {row.pk for row in commented_lists(by)}:
        raise Refused(_("Daftar ini tidak lagi menunggu tanggapan. Hubungi PPS desa Anda."))
    if _NUMBER.search(f"{said.text} {said.name} {said.contact}"):
        raise Refused(_("Jangan tulis NIK atau nomor KK di sini. Petugas menanyakannya nanti."))
    citizen = Tanggapan.Speaker.CITIZEN
    return _registered(by, revision_id, replace(said, speaker=citizen, voter_id=None))


def _registered(by: Viewer, revision_id: int, said: Comment) -> Done[Tanggapan]:
    held = Revisi.objects.select_for_update(of=("self",)).get(pk=revision_id)
    if not (within(said.village, held.path) and within(said.village, by.path)):
        raise Revisi.DoesNotExist
    if held.kind not in COMMENTED or held.state != Revisi.State.DETERMINED:
        raise Refused(_("Tanggapan dicatat atas DPS atau DPSHP yang sudah diumumkan."))
    _require_words(said)
    if said.voter_id is not None:
        PemilihVersi.objects.get(
            pemilih=said.voter_id, until_rev__isnull=True, village=said.village
        )
    token = uuid4()
    who = json.dumps({"name": said.name.strip(), "contact": said.contact.strip()})
    key_id, sealed = crypto.encrypt(who.encode(), f"tanggapan:{token}")
    last = held.comments.aggregate(last=Max("number"))["last"] or 0
    made = Tanggapan.objects.create(
        revision=held,
        number=last + 1,
        village=said.village,
        about=said.about,
        speaker=said.speaker,
        pemilih_id=said.voter_id,
        text=said.text.strip()[:600],
        token=token,
        key_id=key_id,
        sealed=sealed,
        received_on=said.received_on,
        account=by.account_id,
        account_name=by.name,
    )
    facts = {"number": made.number, "about": made.about, "speaker": made.speaker}
    return Done(made, f"tanggapan:{made.pk}", said.village, facts)


@act("voters.comment_propose")
def propose_from_comment(*, by: Viewer, comment_id: int, wanted: Proposal) -> Done[Tanggapan]:
    """Turn a comment into a proposal; accepting it is another step, by whoever may.

    Raises `Refused` when it became one before, was answered, or the proposal says too little.
    """
    person(by)
    held = _open_comment(by, comment_id)
    if held.proposal_id:
        raise Refused(_("Tanggapan ini sudah menjadi usulan."))
    if wanted.village != held.village:
        raise Refused(_("Usulan ini tentang desa lain daripada tanggapannya."))
    made = proposing.propose(by, held.revision.election, wanted)
    held.proposal = made
    held.save(update_fields=["proposal"])
    facts = {"proposal": made.pk, "kind": made.kind}
    return Done(held, f"tanggapan:{held.pk}", held.village, facts)


@act("voters.comment_answer")
def answer_comment(*, by: Viewer, comment_id: int, answer: str) -> Done[Tanggapan]:
    """Answer a comment. Raises `Refused` without words, twice, or while its proposal is open."""
    person(by)
    held = _open_comment(by, comment_id)
    if not answer.strip():
        raise Refused(_("Tulis jawaban untuk yang memberi tanggapan."))
    if held.proposal and held.proposal.state == "diajukan":
        raise Refused(_("Putuskan dulu usulan dari tanggapan ini, lalu jawab."))
    held.answer, held.answered_at = answer.strip()[:600], clock.now()
    held.answered_name = by.name
    held.save(update_fields=["answer", "answered_at", "answered_name"])
    facts = {"number": held.number, "proposal": held.proposal_id}
    return Done(held, f"tanggapan:{held.pk}", held.village, facts)


def _open_comment(by: Viewer, comment_id: int) -> Tanggapan:
    rows = Tanggapan.objects.select_for_update(of=("self",)).filter(village__within=by.path)
    held = rows.get(pk=comment_id)
    if held.answered_at is not None:
        raise Refused(_("Tanggapan ini sudah dijawab."))
    return held


def _require_words(said: Comment) -> None:
    if said.about not in Tanggapan.About.values or said.speaker not in Tanggapan.Speaker.values:
        raise Refused(_("Pilih isi tanggapan dan siapa yang menyampaikannya."))
    if not said.text.strip() or not said.name.strip():
        raise Refused(_("Tulis isi tanggapan dan nama yang menyampaikannya."))
    if said.received_on > clock.today():
        raise Refused(_("Tanggal diterima tidak boleh sesudah hari ini."))
