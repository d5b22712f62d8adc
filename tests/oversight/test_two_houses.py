"""Two real houses: advice goes over HTTP and by stick, and no reporter leaves Bawaslu's house."""

import os
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from jurdil.kernel.exchange import cards
from tests import processes
from tests.environment import ROOT
from tests.kernel.test_serving import answers, free_port

pytestmark = pytest.mark.slow
MARKER = "PELAPOR-RAHASIA-4711"
SUBJECT = "POKOK-RAHASIA-4712"
"""Of the case itself; a name of one of its parties would be masked in its title."""
VILLAGE = "73.12.01.1001"

GROUND = """
from datetime import date, timedelta
from jurdil.kernel import clock
from jurdil.kernel.models import Election, Parcel, PartnerKey, Held, LedgerEntry
from jurdil.kernel.viewer import Viewer, system_viewer
from jurdil.kernel.actions import exchange, partners
from jurdil.kernel.actions import office as office_acts
from jurdil.kernel.exchange import arriving, cards, keys
from jurdil.kernel.acts import performing
from jurdil.oversight import actions, queries
from jurdil.oversight.actions.advice import NewAdvice
from jurdil.oversight.actions.advice_received import NewAnswer
from jurdil.oversight.models import Advice, AdviceReceived, FindingDraft
from pathlib import Path
office = clock.office()
by = system_viewer(office.path, office.kind)
def new(**more):
    values = dict(path={village!r}, to="pps", form="lisan", letter="", about="daftar-pemilih",
        about_day=None, stage="Pengumuman DPS", rule="PKPU 7/2022 Pasal 28",
        fact="Papan tidak lengkap.", request="Lengkapi papan.", given_at=clock.now(), until=None)
    return NewAdvice(**(values | more))
"""


@dataclass
class House:
    """One office with its own database, files and keys, as programs of its own."""

    kind: str
    folder: Path
    template: Path
    port: int = field(default_factory=free_port)

    def __post_init__(self):
        self.folder.mkdir()
        self.database.write_bytes(self.template.read_bytes())
        self.run(
            "from jurdil.kernel import crypto; crypto.make_keys()\n"
            "from jurdil.kernel.actions.office import found_office\n"
            "from jurdil.kernel.viewer import system_viewer\n"
            f"found_office(by=system_viewer('73.12', {self.kind!r}), kind={self.kind!r}, "
            f"mode='latihan', path='73.12', name={self.kind.upper()!r} + ' Contoh', "
            "regency='Contoh', province='Contoh', zone='Asia/Makassar', regions_edition='uji', "
            "sample_data=True)\n"
            "from jurdil.kernel.acts import performing\n"
            "from jurdil.kernel.models import Election\n"
            "with performing('uji'):\n"
            "    Election.objects.create(regime='pemilu-2024', name='Pemilu', name_en='Election',"
            " path='73.12', contests=[])\n",
            plain=True,
        )

    @property
    def database(self) -> Path:
        return self.folder / "jurdil.sqlite3"

    @property
    def environment(self) -> dict[str, str]:
        return {
            "DJANGO_SETTINGS_MODULE": "jurdil.project.settings",
            "JURDIL_HOME": str(self.folder / "home"),
            "JURDIL_KEYS": str(self.folder / "keys"),
            "JURDIL_ADDRESS": f"http://127.0.0.1:{self.port}",
            "DATABASE_URL": f"sqlite:///{self.database}",
        }

    def run(self, code: str, *, plain: bool = False) -> str:
        """Run code inside this house; what it prints."""
        begin = "import django; django.setup()\n"
        ground = "" if plain else GROUND.format(village=VILLAGE)
        done = subprocess.run(
            [sys.executable, "-c", begin + ground + code],
            cwd=ROOT,
            env={**os.environ, **self.environment},
            capture_output=True,
            text=True,
            timeout=120,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout.strip()

    def serving(self):
        """The house as its own server with its worker."""
        return processes.jurdil("serve", "--port", str(self.port), **self.environment)

    def knows(self, other: "House") -> None:
        """The other house's card entered and confirmed by its fingerprint."""
        card = cards.read(other.run("print(cards.written(keys.newest().card))"))
        self.run(
            f"key = partners.introduce(by=by, card_text={cards.written(card)!r})\n"
            f"partners.confirm(by=by, key_id=key.pk, fingerprint={card.fingerprint!r}, letter='1')"
        )

    def bytes_of_everything(self) -> bytes:
        """Every file of the house, its write-ahead log included."""
        return b"".join(one.read_bytes() for one in self.folder.rglob("*") if one.is_file())


@pytest.fixture
def houses(migrated, tmp_path):
    if migrated is None:
        pytest.skip("two houses of one test are two SQLite files")
    kpu = House("kpu", tmp_path / "kpu", migrated)
    bawaslu = House("bawaslu", tmp_path / "bawaslu", migrated)
    kpu.knows(bawaslu)
    bawaslu.knows(kpu)
    return kpu, bawaslu


ALL_FILES = (
    "from jurdil.kernel import files\n"
    "from jurdil.kernel.models import StoredFile\n"
    "print(b''.join(files.content(f) for f in StoredFile.objects.all()).decode('latin1'))"
)
RULE = """
from dataclasses import replace
from jurdil.oversight.case_records import NewParty
from jurdil.oversight.models import CaseReferral, Ruling
from tests.oversight import case_ground, ruling_ground
told = NewParty("pelapor", "warga", replace(case_ground.REPORTER, name={marker!r}))
case = case_ground.report(by, parties=(told, *case_ground.parties()[1:]), story={marker!r},
    title="Dugaan " + {subject!r}, where={marker!r})
case_ground.decided(by, case=case)
referral = actions.refer(by=by, case_id=case.pk,
    new=case_ground.referral(content="Atas laporan " + {marker!r}))
source = f"referral:{{referral.pk}}"
row = actions.send_ruling(by=by, source=source, new=ruling_ground.new(),
    upload=ruling_ground.document({marker!r} + ".pdf"))
"""


def test_a_ruling_reaches_kpu_and_nothing_of_its_case_or_reporter(houses, tmp_path):
    kpu, bawaslu = houses
    received = "from jurdil.oversight.models import RulingReceived\n"
    sent = "from jurdil.oversight.models import CaseReferral, Ruling\n"
    state = sent + "print(Ruling.objects.get().state, CaseReferral.objects.get().result)"
    with kpu.serving(), bawaslu.serving():
        processes.until(lambda: answers(kpu.port) and answers(bawaslu.port), 60)
        bawaslu.run(RULE.format(marker=MARKER, subject=SUBJECT))
        count = received + "print(RulingReceived.objects.count())"
        processes.until(lambda: kpu.run(count) == "1", 60)
        shown = kpu.run("print(queries.ruling_inbox(by)[0].ends_at)")
        assert shown == bawaslu.run("print(queries.ruling_list(by)[0].ends_at)")
        kpu.run(
            received + "row = RulingReceived.objects.get()\n"
            "actions.answer_ruling(by=by, ruling_id=row.pk, "
            "new=NewAnswer('ditindaklanjuti', 'Sudah'))"
        )
        done = "ditindaklanjuti ditindaklanjuti"
        processes.until(lambda: bawaslu.run(state) == done, 60)
    bodies = kpu.run(ALL_FILES)
    assert "Ulangi pembacaan" in bodies and "contoh putusan" in bodies
    for marker in (MARKER, SUBJECT, "Contoh Terlapor", "Saksimata"):
        assert marker.encode() not in kpu.bytes_of_everything() and marker not in bodies
    assert SUBJECT in bawaslu.run(
        "from jurdil.oversight.models import Case\nprint(Case.objects.get().title)"
    )
    tables = "from jurdil.oversight.models import Case, CaseParty, CaseReferral, Ruling\n"
    counts = "print([one.objects.count() for one in (Case, CaseParty, CaseReferral, Ruling)])"
    assert kpu.run(tables + counts) == "[0, 0, 0, 0]"


def test_advice_over_http_and_by_stick_and_no_reporter_in_kpus_house(houses, tmp_path):
    kpu, bawaslu = houses
    give = (
        "e = Election.objects.get()\n"
        f"row = actions.give_advice(by=by, election_id=e.pk, new=new(), source='case:{MARKER}', "
        f"note='Pelapor: {MARKER}')\n"
    )
    with kpu.serving(), bawaslu.serving():
        processes.until(lambda: answers(kpu.port) and answers(bawaslu.port), 60)
        bawaslu.run(give)
        processes.until(lambda: kpu.run("print(AdviceReceived.objects.count())") == "1", 60)
        digest = bawaslu.run("print(Parcel.objects.get().digest)")
        processes.until(lambda: bawaslu.run("print(Parcel.objects.get().state)") == "diterima", 60)
        assert digest in kpu.run("print(LedgerEntry.objects.get(act='exchange.receive').payload)")
        kpu.run(
            "row = AdviceReceived.objects.get()\n"
            "actions.answer_advice(by=by, advice_id=row.pk, "
            "new=NewAnswer('ditindaklanjuti', 'Sudah'))"
        )
        standing = "print(queries.advice_given(by)[0].standing)"
        processes.until(lambda: bawaslu.run(standing) == "ditindaklanjuti", 60)
        assert kpu.run("print(queries.advice_inbox(by)[0].standing)") == "ditindaklanjuti"

    stick = tmp_path / "paket"
    bawaslu.run(
        give + f"Path({str(stick)!r}).write_bytes(exchange.hand_over(by=by, "
        "parcel_id=row.parcel_id))"
    )
    carry = (
        f"answer = arriving.from_stick(by, Path({str(stick)!r}).read_bytes())\n"
        "print(answer.code, answer.again)"
    )
    assert kpu.run(carry) == "diterima False"
    assert kpu.run(carry) == "diterima True"
    assert bawaslu.run(carry).startswith("kantor-lain")
    lapsed = bawaslu.run(
        "office_acts.set_training_clock(by=by, legal=clock.now() + timedelta(days=5))\n"
        "from jurdil.oversight.daily import lapse_all\n"
        "lapse_all(by)\n"
        "print(FindingDraft.objects.get().state, queries.advice_given(by)[0].standing)"
    )
    assert lapsed == "konsep lewat-waktu"

    bodies = kpu.run(ALL_FILES)
    assert "Papan tidak lengkap" in bodies
    marker = MARKER.encode()
    assert marker in bawaslu.bytes_of_everything()
    assert marker not in kpu.bytes_of_everything()
    assert MARKER not in bodies and marker not in stick.read_bytes()
    assert kpu.run("print(Advice.objects.count(), FindingDraft.objects.count())") == "0 0"
