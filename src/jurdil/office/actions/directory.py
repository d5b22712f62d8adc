"""The directory: institutions and the people who hold positions there."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from jurdil.kernel import clock
from jurdil.kernel.acts import Done, Refused, act, inner
from jurdil.kernel.fields import within
from jurdil.kernel.language import say
from jurdil.kernel.viewer import Viewer
from jurdil.law.meetings import titles
from jurdil.office import keeping, sealing
from jurdil.office.models import Contact, Institution


@act("office.institution")
def keep_institution(
    *,
    by: Viewer,
    name: str,
    kind: str,
    place: str = "",
    association: str = "",
    address: str = "",
    institution_id: int | None = None,
    closed_on: date | None = None,
) -> Done[Institution]:
    """Record an institution, or change one (`institution_id`).

    Raises `Refused` for an empty or known name, an unknown kind, or a place outside the scope.
    """
    values: dict[str, Any] = {
        "name": keeping.wanted(name, _("Isi nama instansi.")),
        "kind": kind,
        "place": place or by.path,
        "association": association.strip(),
        "address": address.strip(),
        "closed_on": closed_on,
    }
    if kind not in Institution.Kind.values:
        raise Refused(_("Pilih jenis instansi."))
    _inside(by, values["place"])
    found = _institution(by, institution_id) if institution_id else Institution(path=by.path)
    same = Institution.objects.filter(path=found.path, name__iexact=values["name"])
    if same.exclude(pk=found.pk).exists():
        raise Refused(_("Instansi “%(name)s” sudah ada di direktori.") % {"name": values["name"]})
    names = keeping.changed(found, values)
    found.save()
    return Done(found, f"institution:{found.pk}", found.path, {"fields": names})


@act("office.contact")
def keep_contact(
    *,
    by: Viewer,
    institution_id: int,
    name: str,
    position: str,
    greeting: str = "",
    division: str = "",
    place: str = "",
    sex: str = "",
    term_from: date | None = None,
    term_until: date | None = None,
    phone: str | None = None,
    email: str | None = None,
    basis: str = "",
    contact_id: int | None = None,
) -> Done[Contact]:
    """Record who holds a position, or correct an entry (`contact_id`).

    `phone` and `email` are sealed; None leaves them as they are, '' removes them. Raises `Refused`
    for a name with broken titles (the sentence says how it should read), for the same person twice
    in the institution, or for days in the wrong order.
    """
    institution = _institution(by, institution_id)
    values: dict[str, Any] = {
        "institution": institution,
        "name": _spelled(name),
        "plain": titles.plain(name),
        "position": keeping.wanted(position, _("Isi jabatan.")),
        "greeting": greeting,
        "division": division,
        "place": place or institution.place,
        "sex": sex,
        "term_from": term_from,
        "term_until": term_until,
        "basis": basis.strip(),
    }
    _inside(by, values["place"])
    if term_from and term_until and term_until < term_from:
        raise Refused(_("Akhir jabatan lebih awal daripada mulainya."))
    found = _contact(by, contact_id) if contact_id else _blank(institution)
    _refuse_twice(found, institution, values["plain"])
    names = keeping.changed(found, values)
    names += sealing.seal(found, phone=phone, email=email)
    found.save()
    facts = {"institution": institution.pk, "fields": sorted(set(names) - {"plain"})}
    return Done(found, f"contact:{found.pk}", institution.path, facts)


@act("office.end_contact")
def end_contact(*, by: Viewer, contact_id: int, last_day: date) -> Done[Contact]:
    """End a position; the entry stays with its days. Raises `Refused` for a day before it began."""
    found = _contact(by, contact_id)
    if found.term_from and last_day < found.term_from:
        raise Refused(_("Jabatan ini baru mulai %(day)s.") % {"day": f"{found.term_from:%d-%m-%Y}"})
    found.term_until = last_day
    found.save(update_fields=["term_until"])
    facts = {"until": str(last_day)}
    return Done(found, f"contact:{found.pk}", found.institution.path, facts)


@act("office.reveal")
def reveal_contact(*, by: Viewer, contact_id: int, purpose: str) -> Done[tuple[str, str]]:
    """Telephone and e-mail in plain, for a purpose that stands in the ledger.

    Raises `Refused` without a purpose.
    """
    purpose = keeping.wanted(purpose, _("Tulis untuk keperluan apa data ini dibuka."))
    found = _contact(by, contact_id)
    plain = sealing.opened(found)
    facts = {"purpose": purpose}
    return Done(plain, f"contact:{found.pk}", found.institution.path, facts)


@inner
def add_entries(*, by: Viewer, entries: tuple[Mapping[str, Any], ...]) -> tuple[int, int]:
    """Write imported lines: (new institutions, people). A known person gets the newer entry."""
    known = {row.name.lower(): row for row in Institution.objects.filter(path=by.path)}
    before = len(known)
    for entry in entries:
        key = entry["institution"].lower()
        if key not in known:
            known[key] = Institution.objects.create(
                path=by.path,
                place=entry["place"] or by.path,
                kind=entry["kind"],
                name=entry["institution"],
                association=entry["association"],
                address=entry["address"],
            )
        _entry(known[key], entry)
    return len(known) - before, len(entries)


@inner
def _entry(institution: Institution, entry: Mapping[str, Any]) -> None:
    plain = titles.plain(entry["name"])
    found = Contact.objects.filter(
        institution=institution, plain=plain, term_until__isnull=True
    ).first() or Contact(institution=institution, plain=plain, code=sealing.new_code())
    found.name, found.position = entry["name"], entry["position"]
    found.greeting, found.division = entry["greeting"], entry["division"]
    found.place, found.sex = entry["place"] or institution.place, entry["sex"]
    found.term_from, found.term_until = entry["term_from"], entry["term_until"]
    found.basis = entry["basis"]
    sealing.seal(found, phone=entry["phone"] or None, email=entry["email"] or None)
    found.save()


def _blank(institution: Institution) -> Contact:
    return Contact(institution=institution, code=sealing.new_code())


def _refuse_twice(found: Contact, institution: Institution, plain: str) -> None:
    today = clock.today()
    same = Contact.objects.filter(institution=institution, plain=plain).exclude(pk=found.pk)
    if known := same.exclude(term_until__lt=today).first():
        raise Refused(
            _("%(name)s sudah ada di %(institution)s sebagai %(position)s.")
            % {
                "name": known.name,
                "institution": institution.name,
                "position": known.position,
            }
        )


def _spelled(name: str) -> str:
    """The name as it is written with its titles. Raises `Refused` with the proposal."""
    found = titles.written(name)
    if found.fault is not None:
        raise Refused(say(found.fault))
    return found.name


def _inside(by: Viewer, place: str) -> None:
    if not within(place, by.path):
        raise Refused(_("Tempat %(place)s di luar wilayah kerja Anda.") % {"place": place})


def _institution(by: Viewer, institution_id: int) -> Institution:
    return Institution.objects.filter(path__within=by.path).get(pk=institution_id)


def _contact(by: Viewer, contact_id: int) -> Contact:
    rows = Contact.objects.select_related("institution")
    return rows.filter(institution__path__within=by.path).get(pk=contact_id)
