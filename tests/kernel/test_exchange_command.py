"""`jurdil exchange`: whoever holds the machine introduces an office and takes in a stick."""

import io

import pytest

from jurdil.cli import main
from jurdil.kernel import exchange
from jurdil.kernel.exchange import cards, keys
from jurdil.kernel.models import PartnerKey
from tests import factories
from tests.kernel import exchange_ground as ground
from tests.kernel.exchange_ground import OtherHouse

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def house():
    factories.office()
    factories.election()
    ground.known()
    yield
    exchange.unregister(ground.TYPE)


def test_our_card_is_printed(capsys):
    assert main(["exchange", "card"]) == 0
    assert cards.read(capsys.readouterr().out) == keys.newest().card


def test_a_card_waits_without_its_fingerprint_and_is_refused_with_another(
    capsys, monkeypatch, tmp_path
):
    other = OtherHouse()
    monkeypatch.setattr("sys.stdin", io.StringIO(other.card))
    wrong = ["--fingerprint", "A" * 32, "--letter", "1"]
    assert main(["exchange", "introduce", "-", *wrong]) == 2
    assert "tidak sama" in capsys.readouterr().err
    assert PartnerKey.objects.get().waits
    second = OtherHouse("kpu", "73")
    file = tmp_path / "kartu"
    file.write_text(second.card)
    right = ["--fingerprint", second.own.card.fingerprint, "--letter", "1"]
    assert main(["exchange", "introduce", str(file), *right]) == 0
    assert "confirmed" in capsys.readouterr().out


def test_a_stick_is_taken_in_or_told_why_not(capsys, tmp_path):
    other = OtherHouse()
    other.introduced()
    file = tmp_path / "paket"
    file.write_bytes(other.package())
    assert main(["exchange", "take", str(file)]) == 0
    file.write_bytes(b"bukan paket")
    assert main(["exchange", "take", str(file)]) == 2
    assert "bukan paket Jurdil" in capsys.readouterr().err
