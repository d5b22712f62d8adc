"""Neutrality: noted, proven or not, passed on, followed to its end; identities sealed apart."""

from django.utils.translation import gettext as _

from jurdil.kernel import clock
from jurdil.kernel.acts import Done, Refused, act, person
from jurdil.kernel.models import StoredFile
from jurdil.kernel.viewer import Viewer
from jurdil.law.oversight import neutrality_road
from jurdil.office import keeping as office_keeping
from jurdil.oversight import clocks_ahead, drafting, keeping, neutral_cases, sealing
from jurdil.oversight.models import FindingDraft, Neutral, NeutralPerson, NeutralProof, NeutralStep
from jurdil.oversight.neutral_records import NewNeutral, NewProof, NewStep, Opened, Who

PERSON, PROOF = "neutral_person", "neutral_proof"
PURPOSE = "neutral"
FACTS = ("name", "number", "note")


@act("oversight.neutral_note")
def note_neutral(*, by: Viewer, path: str, new: NewNeutral, who: Who) -> Done[Neutral]:
    """Note an act against neutrality; its register number is given at once, the person is sealed.

    Raises `Refused` for words that the law's lists do not know, days that contradict each other,
    or a day of determination without its decision; Election.DoesNotExist for one out of sight.
    """
    place = keeping.place(by, path)
    election = office_keeping.election_of(by, new.election_id)
    neutral_cases.check(election, new)
    year = new.known_on.year
    row = Neutral.objects.create(
        **keeping.columns(new),
        election=election,
        path=place,
        year=year,
        serial=office_keeping.next_number(Neutral.objects.filter(year=year), "serial"),
        state=neutrality_road.BEGIN,
        since=new.known_on,
        **keeping.record(by, place),
    )
    name = keeping.wanted(who.name, _("Isi nama terlapor; nama disimpan tersegel."))
    facts = {"name": name, "number": who.number.strip(), "note": who.note.strip()}
    NeutralPerson.objects.create(
        neutral=row,
        number_index=sealing.fingerprint(who.number, PURPOSE),
        **sealing.sealed(PERSON, facts),
    )
    payload = {"person": row.person, "act": row.act, "number": [row.year, row.serial]}
    return Done(row, f"neutral:{row.pk}", place, payload)


@act("oversight.neutral_proof")
def add_proof(*, by: Viewer, neutral_id: int, new: NewProof) -> Done[NeutralProof]:
    """Add evidence. A capture needs its moment, and its file, whose digest is kept.

    Raises `Refused` for one without file and address, a moment ahead, or after the case closed.
    """
    row: Neutral = keeping.seen(by, Neutral.objects.select_for_update(of=("self",)), neutral_id)
    if row.state == neutrality_road.CLOSED:
        raise Refused(_("Perkara ini sudah selesai; bukti tidak ditambah lagi."))
    url = new.url.strip()
    if new.upload is None and not url:
        raise Refused(_("Lampirkan berkas, atau tulis alamat unggahannya."))
    if url and new.captured_at is None:
        raise Refused(_("Tulis kapan unggahan itu ditangkap."))
    if new.captured_at is not None and new.captured_at > clock.now():
        raise Refused(_("Waktu tangkapan belum tiba."))
    kept = keeping.record(by, row.path)
    if new.upload is not None:
        level = StoredFile.Level.PERSONAL
        kept["file"] = office_keeping.keep(row.path, new.upload, level)
    made = NeutralProof.objects.create(
        neutral=row,
        title=keeping.wanted(new.title, _("Sebutkan bukti apa ini, tanpa nama.")),
        has_url=bool(url),
        captured_at=new.captured_at,
        **kept,
        **sealing.sealed(PROOF, {"url": url}),
    )
    digest = {"sha256": made.file_id} if made.file_id else {}
    return Done(made, f"neutral:{row.pk}", row.path, {"proof": made.pk, **digest})


@act("oversight.neutral_step")
def step_neutral(*, by: Viewer, neutral_id: int, new: NewStep) -> Done[Neutral]:
    """Take a step. The plenary's conclusion fixes the day of determination and the sanction class.

    Raises `Refused` for a step that does not follow, lacks its paper, or lies before the last one
    or ahead.
    """
    row: Neutral = keeping.seen(by, Neutral.objects.select_for_update(of=("self",)), neutral_id)
    found = neutral_cases.step_of(row, new)
    clock_runs = neutral_cases.running(row, clocks_ahead.calendar_of([row.since]))
    due = clock_runs[1] if clock_runs else None
    step = NeutralStep.objects.create(
        neutral=row,
        step=found.id,
        state=found.target,
        on=new.on,
        due=due,
        addressee=new.addressee,
        letter=new.letter.strip(),
        reference=new.reference.strip(),
        sanction=new.sanction,
        note=new.note.strip(),
        **keeping.record(by, row.path),
    )
    neutral_cases.move(row, found, new)
    row.save()
    facts = {
        "step": step.step,
        "state": row.state,
        "late": not neutrality_road.on_time(due, new.on),
    }
    return Done(row, f"neutral:{row.pk}", row.path, facts)


@act("oversight.neutral_draft")
def draft_neutral(*, by: Viewer, neutral_id: int) -> Done[FindingDraft]:
    """Make a draft finding of an act that breaks election rules as well; it names nobody.

    Raises `Refused` for one that does not, or when there is a draft.
    """
    row: Neutral = keeping.seen(by, Neutral.objects.select_for_update(of=("self",)), neutral_id)
    if not row.overlap:
        raise Refused(_("Perkara ini tidak dicatat juga melanggar aturan pemilihan."))
    made = drafting.from_report(
        source=f"neutral:{row.pk}",
        election=row.election,
        path=row.path,
        day=row.happened_on,
        title=neutral_cases.title(row),
        rule=neutral_cases.basis(row).article,
        story=row.facts,
    )
    row.case_ref = row.case_ref or f"draft:{made.pk}"
    row.save(update_fields=["case_ref"])
    return Done(made, f"neutral:{row.pk}", row.path, {"draft": made.pk})


@act("oversight.neutral_reveal")
def reveal_neutral(*, by: Viewer, neutral_id: int, reason: str) -> Done[Opened]:
    """Who a case is about; the ledger keeps who looked and why. Raises `Refused` without reason."""
    row = _for_reason(by, neutral_id, reason)
    return Done(_opened(row), f"neutral:{row.pk}", row.path, _why(reason))


@act("oversight.neutral_letter")
def open_for_letter(*, by: Viewer, neutral_id: int) -> Done[tuple[Neutral, Opened]]:
    """The identity for the letter that passes a case on.

    Raises `Refused` before the plenary found it proven.
    """
    person(by)
    row: Neutral = keeping.seen(by, Neutral.objects.all(), neutral_id)
    if not row.proven:
        raise Refused(_("Surat penerusan dibuat setelah pleno menyimpulkan terbukti."))
    return Done((row, _opened(row)), f"neutral:{row.pk}", row.path, {"for": "letter"})


@act("oversight.neutral_file")
def open_proof(*, by: Viewer, proof_id: int, reason: str) -> Done[StoredFile]:
    """A file of evidence, which may show who it is; the ledger keeps who looked and why."""
    person(by)
    _wanted_reason(reason)
    rows = NeutralProof.objects.filter(neutral__path__within=by.path, file__isnull=False)
    proof = rows.select_related("file", "neutral").get(pk=proof_id)
    if proof.file is None:
        raise NeutralProof.DoesNotExist
    payload = {"proof": proof.pk, **_why(reason)}
    return Done(proof.file, f"neutral:{proof.neutral_id}", proof.neutral.path, payload)


def _for_reason(by: Viewer, neutral_id: int, reason: str) -> Neutral:
    person(by)
    _wanted_reason(reason)
    row: Neutral = keeping.seen(by, Neutral.objects.all(), neutral_id)
    return row


def _wanted_reason(reason: str) -> None:
    keeping.wanted(reason, _("Tulis alasan Anda membuka identitas ini. Alasannya dicatat."))


def _why(reason: str) -> dict[str, str]:
    return {"reason": reason.strip()[:300]}


def _opened(row: Neutral) -> Opened:
    facts = sealing.opened(PERSON, row.sealed_person)
    urls = tuple(
        (proof.title, sealing.opened(PROOF, proof)["url"])
        for proof in row.proofs.filter(has_url=True)
    )
    return Opened(**{name: facts[name] for name in FACTS}, urls=urls)
