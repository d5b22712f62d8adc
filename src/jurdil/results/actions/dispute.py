"""Disputes about a result: filed, registered, claims per TPS, decided, the ruling's figures."""

from collections.abc import Mapping
from datetime import date, datetime

from django.utils.translation import gettext as _

from jurdil.kernel import clock, files
from jurdil.kernel.acts import Done, Refused, act
from jurdil.kernel.models import StoredFile
from jurdil.kernel.viewer import Viewer
from jurdil.results import reading
from jurdil.results.evidence import Bundle
from jurdil.results.models import (
    LEVEL_TPS,
    Berkas,
    Dalil,
    Form,
    FormVersi,
    Sengketa,
)
from jurdil.results.revotes import require_tps
from jurdil.results.shapes import Shape, require_figure, shape_of
from jurdil.results.witnesses import require_participant
from jurdil.results.writing import Source, put_figures, read_figures


@act("results.file_dispute")
def file_dispute(
    *,
    by: Viewer,
    election_id: int,
    contest: str,
    forum: str,
    petitioner: str,
    claim: str,
    filed_on: datetime,
    party: str = "",
    number: str = "",
    population: int | None = None,
) -> Done[Sengketa]:
    """Record a dispute about a contest here.

    Raises `Refused` without a claim, for an unknown forum, or for a participant who is not on the
    ballot.
    """
    about = reading.subject(by, election_id, contest)
    if forum not in Sengketa.Forum.values or petitioner not in Sengketa.Petitioner.values:
        raise Refused(_("Pilih forum dan pemohon dari daftar."))
    if not claim.strip():
        raise Refused(_("Tulis pokok permohonannya."))
    if party:
        require_participant(by, election_id, contest, about.election.path, party)
    made = Sengketa.objects.create(
        election_id=election_id,
        contest=contest,
        path=by.path,
        forum=forum,
        number=number.strip(),
        petitioner=petitioner,
        party=party,
        claim=claim.strip(),
        filed_on=filed_on,
        population=population,
        account_name=by.name,
        recorded_at=clock.now(),
    )
    return _done(made)


@act("results.register_dispute")
def register_dispute(
    *, by: Viewer, dispute_id: int, number: str, registered_on: datetime
) -> Done[Sengketa]:
    """Record the register number and moment, from which the term of the ruling runs."""
    dispute = _dispute(by, dispute_id)
    if not number.strip() or registered_on < dispute.filed_on:
        raise Refused(_("Tulis nomor registrasi; tanggalnya tidak mendahului permohonan."))
    dispute.number, dispute.registered_on = number.strip(), registered_on
    dispute.save(update_fields=["number", "registered_on"])
    return _done(dispute)


@act("results.claim_tps")
def claim_tps(
    *,
    by: Viewer,
    dispute_id: int,
    path: str,
    petitioner: Mapping[str, int],
    overseer: Mapping[str, int],
    text: str = "",
) -> Done[Dalil]:
    """Record what is claimed about a TPS: the petitioner's figures and the overseer's.

    Raises `Refused` for a TPS out of scope or a figure that the form cannot have.
    """
    dispute = _dispute(by, dispute_id)
    require_tps(by, dispute.election_id, path)
    shape = _shape(dispute, path)
    for name, value in (*petitioner.items(), *overseer.items()):
        require_figure(shape, name, value)
    row, _made = Dalil.objects.update_or_create(
        dispute=dispute,
        path=path,
        defaults={
            "petitioner": dict(petitioner),
            "overseer": dict(overseer),
            "text": text.strip(),
        },
    )
    return Done(row, f"dispute:{dispute.pk}", path, {"figures": sorted({*petitioner, *overseer})})


@act("results.decide_dispute")
def decide_dispute(
    *, by: Viewer, dispute_id: int, outcome: str, decided_on: date, ruling: str
) -> Done[Sengketa]:
    """Record the outcome of a dispute. Raises `Refused` without its words or for a second one."""
    dispute = _dispute(by, dispute_id)
    if outcome not in Sengketa.Outcome.values or not outcome or not ruling.strip():
        raise Refused(_("Pilih hasil putusan dan tulis amarnya."))
    if dispute.outcome:
        raise Refused(_("Sengketa ini sudah diputus; putusan tidak diganti."))
    dispute.outcome, dispute.decided_on, dispute.ruling = outcome, decided_on, ruling.strip()
    dispute.save(update_fields=["outcome", "decided_on", "ruling"])
    return _done(dispute)


@act("results.apply_ruling")
def apply_ruling(
    *, by: Viewer, dispute_id: int, path: str, figures: Mapping[str, int], reason: str
) -> Done[FormVersi]:
    """Follow a ruling up at a TPS: the figures it fixes become the form's, the old ones stay.

    Raises `Refused` before the ruling, when it granted nothing, or for a TPS without a form.
    """
    dispute = _dispute(by, dispute_id)
    if dispute.outcome not in (Sengketa.Outcome.GRANTED, Sengketa.Outcome.PARTLY):
        raise Refused(_("Hanya putusan yang mengabulkan yang mengubah angka."))
    if not reason.strip() or not figures:
        raise Refused(_("Tulis angka yang ditetapkan putusan dan bagian amarnya."))
    require_tps(by, dispute.election_id, path)
    shape, form = _shape(dispute, path), _form(dispute, path)
    for name, value in figures.items():
        require_figure(shape, name, value)
    now = read_figures(form.current.figures) if form.current else {}
    source = Source(FormVersi.Origin.RULING, reason=f"{dispute.number}: {reason.strip()}")
    put_figures(by, shape, {path: {**now, **figures}}, source, clock.office_path())
    form.refresh_from_db()
    version = form.current
    if version is None or version.origin != FormVersi.Origin.RULING:
        raise Refused(_("Angka putusan sama dengan angka yang berlaku; tidak ada yang berubah."))
    Dalil.objects.update_or_create(dispute=dispute, path=path, defaults={"version": version})
    facts = {"dispute": dispute.pk, "contest": dispute.contest, "figures": sorted(figures)}
    return Done(version, f"form:{form.pk}", path, facts)


@act("results.take_bundle")
def take_bundle(*, by: Viewer, dispute_id: int, digest: str) -> Done[StoredFile]:
    """Hand out a bundle that was kept; who took it goes to the ledger.

    Raises ObjectDoesNotExist for a bundle of another dispute.
    """
    dispute = _dispute(by, dispute_id)
    kept = dispute.bundles.select_related("file").filter(file_id=digest).first()
    if kept is None:
        raise Berkas.DoesNotExist
    return Done(kept.file, f"dispute:{dispute.pk}", dispute.path, {"file": kept.file_id})


@act("results.keep_bundle")
def keep_bundle(*, by: Viewer, dispute_id: int, bundle: Bundle) -> Done[Berkas]:
    """Keep an evidence bundle that was made for a dispute; its digest goes to the ledger."""
    dispute = _dispute(by, dispute_id)
    stored = files.keep(
        bundle.content,
        name=bundle.name,
        media_type="application/zip",
        level=StoredFile.Level.INTERNAL,
        path=dispute.path,
    )
    made = Berkas.objects.create(
        dispute=dispute,
        file=stored,
        items=bundle.items,
        made_at=clock.now(),
        account_name=by.name,
    )
    facts = {"file": stored.pk, "items": bundle.items}
    return Done(made, f"dispute:{dispute.pk}", dispute.path, facts)


def _dispute(by: Viewer, dispute_id: int) -> Sengketa:
    rows = Sengketa.objects.filter(path__within=by.path).select_related("election")
    return rows.select_for_update(of=("self",)).get(pk=dispute_id)


def _form(dispute: Sengketa, path: str) -> Form:
    form = (
        Form.objects.filter(
            election_id=dispute.election_id, contest=dispute.contest, level=LEVEL_TPS, path=path
        )
        .select_related("current")
        .first()
    )
    if form is None:
        raise Refused(_("Formulir TPS ini belum masuk."))
    return form


def _shape(dispute: Sengketa, path: str) -> Shape:
    form = _form(dispute, path)
    shape = shape_of(dispute.election_id, dispute.contest, form.dapil)
    if shape is None:
        raise Refused(_("Formulir TPS ini belum masuk."))
    return shape


def _done(dispute: Sengketa) -> Done[Sengketa]:
    facts = {"forum": dispute.forum, "contest": dispute.contest, "outcome": dispute.outcome}
    return Done(dispute, f"dispute:{dispute.pk}", dispute.path, facts)
