"""Papers that arrive: what is in, what is missing, what was handed on, what is no picture."""

import io
import zlib

import pytest
from PIL import Image

from jurdil.kernel import photos
from jurdil.kernel.acts import Refused
from jurdil.kernel.models import StoredFile
from jurdil.parties import actions as parties
from jurdil.parties.records import PAIR
from jurdil.parties.records import Entry as Line
from jurdil.places import actions as places
from jurdil.places.models import Region, Tps
from jurdil.places.records import NewTps
from jurdil.results import actions, labels, queries
from jurdil.results.models import Kertas
from tests import factories
from tests.results import ground

pytestmark = pytest.mark.django_db


@pytest.fixture
def held():
    found = ground.election()
    lines = [Line("ppwp", PAIR, number, f"Pasangan {number}") for number in (1, 2)]
    parties.register(by=factories.viewer("operator"), election_id=found.pk, entries=lines)
    village = Region.objects.filter(level=4, path__within="73.12.01").order_by("path")[0].path
    rows = (NewTps(village, 1), NewTps(village, 2))
    places.add_tps_list(
        by=factories.viewer("operator"), election_id=found.pk, rows=rows, reason="Penetapan"
    )
    found.tps, found.village = f"{village}/001", village
    return found


def picture(size=(40, 30), kind="JPEG", **options) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", size, "white").save(out, kind, **options)
    return out.getvalue()


def receive(held, by=None, path=None, contest="ppwp", **values):
    values = {"kind": "plano", "source": "ppk", "condition": "lengkap", **values}
    return actions.receive_paper(
        by=by or factories.viewer("operator"),
        election_id=held.pk,
        contest=contest,
        path=path or held.tps,
        **values,
    )


def test_what_did_not_arrive_is_named(held):
    receive(held)
    viewer = factories.viewer("operator")
    assert queries.missing_papers(viewer, held.pk, "ppwp") == (f"{held.village}/002",)
    found = queries.intake(viewer, held.pk, held.village)
    assert (found.total.tps, found.total.papers["ppwp"], found.total.papers["dpr"]) == (2, 1, 0)
    assert [row.papers for row in found.rows] == [{"ppwp": 1}, {}]


def test_the_evidence_is_kept_and_shown_without_what_the_phone_wrote(held):
    exif = Image.Exif()
    exif[0x010F] = "Telepon Contoh"
    content = picture((3000, 1500), exif=exif, comment=b"Telepon Contoh")
    paper = receive(held, kind="foto", photo=photos.examine(content, "a.jpg"))
    assert StoredFile.objects.get(pk=paper.file_id).size == len(content)
    shown = queries.paper_picture(factories.viewer("operator"), paper.pk, 1)
    drawn = Image.open(io.BytesIO(shown))
    assert (drawn.size, dict(drawn.getexif())) == ((2000, 1000), {})
    assert b"Telepon Contoh" in content
    assert b"Telepon Contoh" not in shown


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("../../etc/passwd", "passwd"),
        ("C:\\foto\\tps 1.jpg", "tps 1.jpg"),
        ("a\r\nSet-Cookie: x\u202egpj.jpg", "aSet-Cookie: xgpj.jpg"),
        ("..", "berkas"),
        ("\x00", "berkas"),
        ("p" * 900, "p" * 200),
    ],
)
def test_a_name_that_somebody_typed_is_no_path_and_no_sign_of_control(held, given, kept):
    paper = receive(held, kind="foto", photo=photos.examine(picture(), given))
    assert paper.file.name == kept
    with pytest.raises(Refused) as caught:
        photos.examine(b"", given)
    assert str(caught.value) == f"Berkas {kept} bukan foto JPEG, PNG, WebP, atau PDF."


def test_uploads_wait_for_each_other_and_then_say_so(monkeypatch):
    monkeypatch.setattr(photos, "QUEUE", 0.05)
    with photos._worker, pytest.raises(Refused, match="Coba lagi sebentar lagi"):
        photos.examine(picture(), "a.jpg")
    assert photos.examine(picture(), "a.jpg").pages


def bomb(side: int) -> bytes:
    """A PNG of `side` x `side` white pixels in a few kilobytes."""
    import struct

    def chunk(name: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        )

    head = struct.pack(">IIBBBBB", side, side, 1, 0, 0, 0, 0)
    rows = zlib.compress((b"\0" + b"\xff" * (side // 8)) * side, 9)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def paper_of(pages: int) -> bytes:
    """A PDF of empty pages, written by hand."""
    kids = " ".join(f"{number + 3} 0 R" for number in range(pages))
    parts = [
        b"1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj",
        f"2 0 obj<</Type/Pages/Count {pages}/Kids[{kids}]>>endobj".encode(),
        *(
            f"{number + 3} 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj".encode()
            for number in range(pages)
        ),
    ]
    return b"%PDF-1.4\n" + b"\n".join(parts) + b"\ntrailer<</Root 1 0 R>>\n%%EOF"


HEAD = (
    (b"<</Type/Catalog/Pages 2 0 R>>", b""),
    (b"<</Type/Pages/Count 1/Kids[3 0 R]>>", b""),
)


def one_page(*objects: tuple[bytes, bytes]) -> bytes:
    """A PDF of one page with these objects, the first being the page."""
    parts = [b"%PDF-1.4"]
    for number, (head, stream) in enumerate((*HEAD, *objects), 1):
        body = head
        if stream:
            body = head[:-2] + b"/Length %d>>stream\n" % len(stream) + stream + b"\nendstream "
        parts.append(b"%d 0 obj" % number + body + b"endobj")
    return b"\n".join([*parts, b"trailer<</Root 1 0 R>>\n%%EOF"])


def nested() -> bytes:
    """Twelve drawings, each of which draws the next ten times, in 2 kB."""
    uses = b"/Resources<</XObject<</F %d 0 R>>>>>>"
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R" + uses % 5
    form = b"<</Type/XObject/Subtype/Form/BBox[0 0 595 842]"
    forms = [(form + uses % (number + 1), b"/F Do " * 10) for number in range(5, 17)]
    return one_page((page, b""), (b"<<>>", b"/F Do "), *forms, (form + b">>", b"0 0 9 9 re f"))


def swelling() -> bytes:
    """More than a gigabyte of drawing, packed into a few megabytes."""
    packer = zlib.compressobj(1)
    block = b"0 0 1 1 re f " * 80_659
    packed = b"".join(packer.compress(block) for _ in range(1200)) + packer.flush()
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R>>"
    return one_page((page, b""), (b"<</Filter/FlateDecode>>", packed))


def test_a_scan_of_two_pages_is_shown_as_two(held):
    photo = photos.examine(paper_of(2), "pindai.pdf")
    assert (photo.media_type, len(photo.pages)) == ("application/pdf", 2)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"\xff\xd8\xff" + b"0" * (50 * 2**20), "berukuran 51 MB; paling besar 8 MB"),
        (b"kode_tps,paslon_1\n1,2\n", "bukan foto JPEG"),
        (b"", "bukan foto JPEG"),
        (picture()[:200], "rusak"),
        (b"\xff\xd8\xff" + b"nothing", "rusak"),
        (bomb(20_000), "rusak"),
        (nested(), "rusak"),
        (paper_of(41), "rusak"),
        (b"%PDF-1.4\nnothing", "rusak"),
    ],
)
def test_what_is_no_picture_is_refused_in_a_sentence_and_nothing_is_kept(content, said):
    with pytest.raises(Refused, match=said):
        photos.examine(content, "foto.jpg")
    assert not StoredFile.objects.exists()


def test_a_scan_that_swells_to_gigabytes_is_refused_in_a_sentence():
    content = swelling()
    assert len(content) < photos.LARGEST
    with pytest.raises(Refused, match="rusak"):
        photos.examine(content, "pindai.pdf")


def test_the_same_photo_is_not_taken_for_two_tps(held):
    photo = photos.examine(picture(), "a.jpg")
    receive(held, kind="foto", photo=photo)
    with pytest.raises(Refused, match=f"sudah dicatat untuk TPS {held.tps}"):
        receive(held, kind="foto", photo=photo, path=f"{held.village}/002")
    with pytest.raises(Refused, match="Pilih berkas"):
        receive(held, kind="foto")


def test_a_paper_of_another_tps_is_moved_and_its_way_stays_visible(held):
    paper = receive(held, kind="foto", photo=photos.examine(picture(), "a.jpg"))
    other, by = f"{held.village}/002", factories.viewer("operator")
    moved = actions.move_paper(
        by=by, paper_id=paper.pk, contest="dpr", path=other, reason="Formulir DPR TPS 002"
    )
    assert (moved.path, moved.contest, moved.state) == (other, "dpr", "diterima")
    assert Kertas.objects.get(pk=paper.pk).state == "disisihkan"
    assert [row.id for row in queries.papers_aside(by, held.pk)] == [paper.pk]
    assert queries.papers_of(by, held.pk, "ppwp", held.tps) == ()
    assert len(queries.papers_of(by, held.pk, "dpr", other)) == 1


def test_who_must_get_a_copy_is_known_and_a_missing_one_has_its_reason(held):
    by = factories.viewer("kpps", held.tps)
    page = queries.tps_papers(by, held.pk, held.tps)
    (ppwp, *_others) = page.contests
    assert [(row.receiver, row.party, row.handed) for row in ppwp.copies] == [
        ("saksi", "1", None),
        ("saksi", "2", None),
        ("ptps", "", None),
        ("pps", "", None),
        ("ppk", "", None),
    ]
    same = {"by": by, "election_id": held.pk, "contest": "ppwp", "path": held.tps}
    actions.hand_copy(**same, receiver="saksi", party="1", handed=True)
    with pytest.raises(Refused, match="Pasal 506"):
        actions.hand_copy(**same, receiver="saksi", party="2", handed=False)
    with pytest.raises(Refused, match="Nomor 7 bukan peserta"):
        actions.hand_copy(**same, receiver="saksi", party="7", handed=True)
    copies = queries.tps_papers(by, held.pk, held.tps).contests[0].copies
    assert [row.handed for row in copies[:2]] == [True, None]


def event(held, by=None, **values):
    by = by or factories.viewer("kpps", held.tps)
    return actions.record_event(by=by, election_id=held.pk, path=held.tps, **values)


def test_the_form_of_events_is_nihil_or_has_events_never_both(held):
    assert not queries.tps_papers(factories.viewer("operator"), held.pk, held.tps).events
    event(held, kind="nihil")
    assert queries.tps_papers(factories.viewer("operator"), held.pk, held.tps).nihil
    with pytest.raises(Refused, match="sudah dicatat NIHIL"):
        event(held, kind="kejadian", text="Hujan")
    assert queries.intake(factories.viewer("operator"), held.pk, held.village).total.events == 1


def test_an_objection_has_a_participant_of_this_ballot_and_a_text(held):
    made = event(held, kind="keberatan", contest="ppwp", party="2", text="Surat suara kurang")
    assert made.said_by == "Saksi Pasangan 2"
    with pytest.raises(Refused, match="Nomor 9 bukan peserta"):
        event(held, kind="keberatan", contest="ppwp", party="9", text="Kurang")
    with pytest.raises(Refused, match="seperti di formulir"):
        event(held, kind="kejadian", text=" ")
    with pytest.raises(Refused, match="sudah dicatat"):
        event(held, kind="nihil")


def test_a_label_names_its_form_and_a_forged_one_is_refused(held):
    by = factories.viewer("operator")
    sheet = labels.Sheet(held.pk, "ppwp", held.tps)
    assert queries.sheet_of(by, held.pk, sheet.payload) == sheet
    assert queries.sheet_of(by, held.pk, sheet.code.lower()) == sheet
    assert not set(sheet.code) & set("0O1I")
    others = {labels.Sheet(held.pk, contest, held.tps).code for contest in ground.CONTESTS}
    assert len(others) == 5
    foreign = labels.Sheet(held.pk + 1, "ppwp", held.tps).payload
    forged = sheet.payload[:-1] + ("A" if sheet.payload[-1] != "A" else "B")
    for text in (foreign, forged, "ABCDEFGH", "", f"JURDIL:{held.pk}:ppwp:99.99/001:ABCDEFGH"):
        with pytest.raises(Refused, match="Label ini tidak dikenal"):
            queries.sheet_of(by, held.pk, text)


def test_another_village_sees_nothing_of_it(held):
    receive(held, kind="foto", photo=photos.examine(picture(), "a.jpg"))
    paper = Kertas.objects.get()
    other = Region.objects.filter(level=4, path__within="73.12.02").order_by("path")[0].path
    elsewhere = factories.viewer("pps", other)
    with pytest.raises(Kertas.DoesNotExist):
        queries.paper_picture(elsewhere, paper.pk, 1)
    with pytest.raises(Kertas.DoesNotExist):
        actions.set_aside(by=elsewhere, paper_id=paper.pk, reason="x")
    with pytest.raises(Tps.DoesNotExist):
        queries.tps_papers(elsewhere, held.pk, held.tps)
