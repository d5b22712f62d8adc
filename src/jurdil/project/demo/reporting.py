"""Press and reports in the demo: releases at every step, a week of clippings, the evaluation.

The clock stands at the morning after voting day.
"""

from collections.abc import Mapping
from datetime import date, timedelta

from jurdil.kernel import clock
from jurdil.kernel.viewer import Viewer
from jurdil.office import queries as office
from jurdil.reporting import actions, queries
from jurdil.reporting.records import NewClipping, NewRelease

TODAY = date(2024, 2, 15)
VOTING = date(2024, 2, 14)
CITY = "Watansoppeng"
CONTACT = "Subbagian Parmas dan SDM (contoh)"
BOARD = "Papan pencatatan posko"
ARTICLES = (
    (0, "Harian Contoh", "Warga antre sejak pagi, pemungutan suara lancar", "positif", False),
    (0, "PWI Kabupaten", "Dua TPS mulai terlambat karena hujan", "negatif", True),
    (1, "Harian Contoh", "KPU imbau pemilih datang sebelum siang", "netral", False),
    (1, "IWO Kabupaten", "Logistik tiba di semua kecamatan", "positif", False),
    (
        2,
        "IJS Kabupaten",
        "Jumpa pers: layanan pindah memilih ditutup",
        "netral",
        False,
    ),
    (3, "Harian Contoh", "Hari tenang, alat peraga diturunkan bersama", "netral", False),
    (4, "PWI Kabupaten", "Pemilih disabilitas minta TPS mudah dijangkau", "negatif", True),
    (5, "IWO Kabupaten", "Simulasi pemungutan suara di kecamatan", "positif", False),
    (6, "Harian Contoh", "Rakor kesiapan tiga hari selesai", "netral", False),
)
REMARKS = {
    "ringkasan": "Tahapan berjalan menurut jadwal sampai hari pemungutan suara. Rekapitulasi di "
    "kecamatan baru dimulai, sehingga angka hasil pada laporan ini masih hitungan sementara.",
    "tugas": "Tugas yang lewat tenggat sebagian besar menunggu data dari kecamatan.",
    "results": "Angka bertambah selama formulir masuk; cakupan tercetak di samping setiap angka.",
    "hambatan": "Jaringan di dua kecamatan menjadi perhatian untuk rekapitulasi.",
    "penutup": "Laporan akhir disusun setelah penetapan hasil.",
}


def show(by: Mapping[str, Viewer], routine: int, election: int) -> None:
    """Fill the room; everything by acts."""
    author = by["operator"].about(election)
    _corrected(by, author, routine)
    _embargoed(by, author, election)
    _waiting(author, routine)
    _uneven(author, routine)
    _articles(author, routine)
    _month(author)
    actions.send_sheet(by=author, day=VOTING, sent_to="Posko Kejaksaan Negeri (contoh)")
    _evaluate(author, election)


def _write(author: Viewer, title: str, text: str, election: int, source: str = BOARD) -> int:
    """A release whose numbers carry the suggested fact, or else a source."""
    new = NewRelease(title, CITY, TODAY, text, CONTACT, election)
    made = actions.write_release(by=author, new=new)
    _mark(author, made.pk, source)
    return made.pk


def _mark(author: Viewer, release_id: int, source: str) -> None:
    page = queries.release(author, release_id)
    marks = {
        piece.key: {"fact": piece.suggested} if piece.suggested else {"source": source}
        for piece in page.pieces
    }
    if marks:
        actions.mark_release(by=author, release_id=release_id, marks=marks)


def _approve(by: Mapping[str, Viewer], author: Viewer, release_id: int) -> None:
    actions.submit_release(by=author, release_id=release_id)
    actions.approve_release(by=by["ketua"], release_id=release_id)


def _corrected(by: Mapping[str, Viewer], author: Viewer, routine: int) -> None:
    """Out, corrected, and with a right of reply."""
    text = (
        "Komisi Pemilihan Umum menyelenggarakan rapat koordinasi kesiapan pemungutan suara selama "
        "tiga hari di Watansoppeng.\n\nPeserta berasal dari instansi daerah dan panitia pemilihan "
        "kecamatan. Rapat ditutup oleh {who}."
    )
    title = "KPU siap menyelenggarakan pemungutan suara"
    release = _write(author, title, text.format(who="Sekretaris KPU"), routine)
    _approve(by, author, release)
    actions.publish_release(by=author, release_id=release)
    new = NewRelease(title, CITY, TODAY, text.format(who="Ketua KPU"), CONTACT)
    reason = "Rapat ditutup oleh Ketua, bukan oleh Sekretaris."
    actions.write_release(by=author, new=new, release_id=release, reason=reason)
    _approve(by, author, release)
    actions.publish_release(by=author, release_id=release)
    actions.note_reply(
        by=author,
        release_id=release,
        sender="Persatuan penyandang disabilitas (contoh)",
        received_on=TODAY,
        letter="05/HJ/II/2024",
        text="Kami belum menerima daftar TPS yang dapat dilalui kursi roda. Mohon disampaikan.",
    )


def _embargoed(by: Mapping[str, Viewer], author: Viewer, election: int) -> None:
    """Approved and under embargo until tomorrow, with figures of the house."""
    facts = {one.key: one.figure.value for one in queries.facts_offered(author, election, TODAY)}
    seats, lists = (
        facts.get(f"parties.dprd-kab.{code}") for code in ("candidates", "participants")
    )
    text = (
        "Pemungutan suara Pemilu 2024 berlangsung pada Rabu, 14 Februari 2024.\n\n"
        f"Pada pemilihan DPRD kabupaten terdaftar {seats} calon dari {lists} partai politik. "
        "Rekapitulasi di kecamatan akan dibuka untuk saksi dan Panwaslu Kecamatan."
    )
    release = _write(author, "Rekapitulasi kecamatan segera dibuka", text, election)
    _approve(by, author, release)
    actions.publish_release(
        by=author, release_id=release, embargo=clock.now() + timedelta(hours=24)
    )


def _waiting(author: Viewer, routine: int) -> None:
    """Submitted; a commissioner has to look at it."""
    text = (
        "KPU mengundang warga mengikuti rapat pleno terbuka rekapitulasi tingkat kabupaten.\n\n"
        "Jadwal rapat diumumkan di papan pengumuman kantor dan di portal ini."
    )
    release = _write(author, "Warga dapat mengikuti rekapitulasi terbuka", text, routine)
    actions.submit_release(by=author, release_id=release)


def _uneven(author: Viewer, routine: int) -> None:
    """A draft that cannot go out: the parts do not make the whole."""
    text = (
        "Konferensi pers dihadiri 34 orang, terdiri atas 18 wartawan, 9 pemantau, dan 5 anggota "
        "organisasi masyarakat."
    )
    _write(author, "Konferensi pers kesiapan pemungutan suara", text, routine, "Daftar hadir")


def _articles(author: Viewer, routine: int) -> None:
    """A week of news, two of which need an answer."""
    houses = {row.name: row.id for row in office.institutions(author, kind="media")}
    for at, (age, outlet, title, tone, asks) in enumerate(ARTICLES, 1):
        new = NewClipping(
            outlet=outlet,
            institution=houses.get(outlet),
            title=title,
            link=f"https://media.example.org/berita/{at}",
            published_on=TODAY - timedelta(days=age),
            tone=tone,
            topic="Pemungutan suara" if age < 2 else "Persiapan",
            needs_answer=asks,
        )
        actions.clip(by=author, new=new, election_id=routine)


def _month(author: Viewer) -> None:
    for channel, posts, views in (("Situs web", 14, 5_210), ("Instagram", 31, 18_400)):
        actions.note_channel(
            by=author,
            year=2024,
            month=1,
            channel=channel,
            posts=posts,
            views=views,
            source="Statistik kanal (contoh)",
        )


def _evaluate(author: Viewer, election: int) -> None:
    """The evaluation of the Pemilu so far, drafted as a paper."""
    made = actions.open_evaluation(
        by=author,
        title="Penyelenggaraan Pemilu 2024 sampai pemungutan suara",
        first=date(2022, 6, 14),
        last=TODAY,
        election_id=election,
    )
    for section, text in REMARKS.items():
        actions.remark(by=author, evaluation_id=made.pk, section=section, text=text)
    actions.draft_report(by=author, evaluation_id=made.pk)
