"""The directory: names as invitations write them, sealed numbers, office x division x place."""

import re

import pytest

from jurdil.kernel import crypto
from jurdil.kernel.acts import Refused
from jurdil.kernel.models import LedgerEntry
from jurdil.office import actions, queries
from jurdil.office.models import Contact
from tests.office import ground

pytestmark = pytest.mark.django_db


@pytest.fixture
def operator():
    ground.office()
    return ground.person()


def test_a_broken_title_is_refused_with_how_it_should_read(operator):
    home = ground.institution(operator)
    with pytest.raises(Refused, match=re.escape("Dr. Contoh Nama, S.H., M.Si.")):
        ground.contact(operator, home, "Dr.Contoh Nama,SH,MSi")
    made = ground.contact(operator, home, "Dr. Contoh Nama, S.H., M.Si.", greeting="Bapak")
    (row,) = queries.contacts(operator)
    assert row.salutation == "Bapak Dr. Contoh Nama, S.H., M.Si." and row.id == made.pk


def test_the_same_person_with_other_titles_is_the_same_person(operator):
    home = ground.institution(operator)
    ground.contact(operator, home, "Contoh Nama")
    with pytest.raises(Refused, match="sudah ada di Polres Contoh sebagai Kapolres"):
        ground.contact(operator, home, "Contoh Nama, S.H.", "Wakapolres")


def test_a_position_ends_and_another_person_follows(operator):
    home = ground.institution(operator)
    old = ground.contact(operator, home, "Contoh Lama")
    actions.end_contact(by=operator, contact_id=old.pk, last_day=ground.day(-1))
    ground.contact(operator, home, "Contoh Baru", term_from=ground.day())
    assert [row.person for row in queries.contacts(operator)] == ["Contoh Baru"]
    row, people = queries.institution(operator, home.pk)
    assert row.people == 1 and [one.person for one in people] == ["Contoh Baru", "Contoh Lama"]
    assert [one.person for one in queries.contacts(operator, on=ground.day(-1))] == ["Contoh Lama"]


def test_numbers_are_sealed_masked_and_opened_for_a_purpose(operator):
    home = ground.institution(operator)
    made = ground.contact(operator, home, phone="081200000123", email="a@contoh.id")
    row = Contact.objects.get(pk=made.pk)
    assert b"0812" not in bytes(row.phone) and b"contoh" not in bytes(row.email)
    assert queries.contact(operator, made.pk).phone_masked == "••• 123"
    with pytest.raises(Refused, match="keperluan"):
        actions.reveal_contact(by=operator, contact_id=made.pk, purpose=" ")
    plain = actions.reveal_contact(by=operator, contact_id=made.pk, purpose="Undangan rakor")
    assert plain == ("081200000123", "a@contoh.id")
    trail = " ".join(LedgerEntry.objects.values_list("payload", flat=True))
    assert "Undangan rakor" in trail and "081200000123" not in trail and "Contoh Nama" not in trail


def test_sealed_bytes_open_in_their_own_row_only(operator):
    home = ground.institution(operator)
    one = ground.contact(operator, home, "Satu", phone="081200000001")
    two = ground.contact(operator, home, "Dua", phone="081200000002")
    row, other = Contact.objects.get(pk=one.pk), Contact.objects.get(pk=two.pk)
    with pytest.raises(crypto.Unreadable):
        crypto.decrypt(row.key_id, bytes(row.phone), f"office_contact:{other.code}:phone")


def test_people_are_chosen_by_office_division_and_place(operator):
    police = ground.institution(operator)
    press = ground.institution(operator, "PWI Contoh", "media", association="PWI")
    camat = ground.institution(operator, "Kantor Camat", "pemda", place="73.12.01")
    ground.contact(operator, police, "Satu", division="teknis")
    ground.contact(operator, press, "Dua", "Ketua", division="parmas-sdm")
    ground.contact(operator, camat, "Tiga", "Camat", division="teknis")

    def chosen(**by):
        return [row.person for row in queries.contacts(operator, **by)]

    assert chosen(kinds=["PWI"]) == ["Dua"] and chosen(kinds=["pemda", "keamanan"]) == [
        "Tiga",
        "Satu",
    ]
    assert chosen(divisions=["teknis"], places=["73.12.01"]) == ["Tiga"]
    assert chosen(institutions=[press.pk]) == ["Dua"]
    assert chosen(search="kapolres satu") == ["Satu"]
    ppk = ground.person("ppk", "73.12.01")
    assert [row.person for row in queries.contacts(ppk)] == ["Tiga"]


def test_a_closed_institution_is_invited_no_more(operator):
    home = ground.institution(operator)
    ground.contact(operator, home)
    ground.institution(operator, institution_id=home.pk, closed_on=ground.day())
    assert queries.contacts(operator) == ()
    assert queries.institutions(operator) == ()
    assert [row.name for row in queries.institutions(operator, closed=True)] == ["Polres Contoh"]


def test_two_institutions_of_one_name_are_refused(operator):
    ground.institution(operator)
    with pytest.raises(Refused, match="sudah ada di direktori"):
        ground.institution(operator, "POLRES contoh")
