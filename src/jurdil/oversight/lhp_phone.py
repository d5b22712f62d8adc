"""What a supervisor's phone takes along, and the sentences of its page."""

from typing import Any

from django.utils.translation import gettext as _

from jurdil.kernel.language import say
from jurdil.kernel.viewer import Viewer
from jurdil.law.oversight import field_reports as law
from jurdil.law.oversight.checklists import Checklist
from jurdil.oversight import lhp_checklists, lhp_pages, queries
from jurdil.oversight.field import TEXTS
from jurdil.oversight.lhp_labels import LEVELS, moment
from jurdil.oversight.models import Lhp
from jurdil.places import paths
from jurdil.places import queries as places


def rows(viewer: Viewer) -> dict[str, Any]:
    """Places, stages, checklists and own reports; no witness is among them."""
    stages, taken = lhp_pages.stage_choices(viewer), queries.lhp_taken(viewer)
    return {
        "nama": places.name_of(viewer, viewer.path),
        "tempat": _places(viewer),
        "tahapan": [
            {"nama": name, "pilihan": group} for name, group in stages if isinstance(group, list)
        ],
        "bentuk": [(code, say(one.name)) for code, one in law.forms().items()],
        "saksi": [(code, say(one.name)) for code, one in law.witness_roles().items()],
        "daftar": _lists(stages, {row.checklist for row, _reason in taken}),
        "surat": queries.lhp_orders(viewer),
        "laporan": [_row(row, reason) for row, reason in taken],
    }


def _places(viewer: Viewer) -> list[tuple[str, str]]:
    """The own place and, for a PKD, the TPS of the village."""
    found = [(code, str(name)) for code, name in lhp_pages.place_choices(viewer)]
    if paths.level(viewer.path) != paths.VILLAGE:
        return found
    election = places.chosen_election(viewer)
    stations = places.tps_of(viewer, election.id) if election else ()
    return [*found, *((row.path, row.label) for row in stations if row.in_use)]


def _lists(stages: lhp_pages.Choices, answered: set[str]) -> list[dict[str, Any]]:
    """The newest versions to choose from, then the older ones that the reports answered."""
    offered = lhp_checklists.offered()
    newest = {one.key for one in offered}
    older = [one for key, one in lhp_checklists.known().items() if key in answered - newest]
    return [
        _list(one, lhp_pages.stage_of(stages, one), one.key in newest) for one in (*offered, *older)
    ]


def _list(one: Checklist, stage: str, newest: bool) -> dict[str, Any]:
    return {
        "kunci": one.key,
        "nama": say(one.name),
        "terbaru": newest,
        "tahapan": stage,
        "tanya": [
            {
                "id": item.id,
                "jenis": item.kind,
                "tanya": say(item.question),
                "masalah": item.alarm,
                "paling_sedikit": item.least,
                "bukti": say(item.evidence) if item.evidence else "",
            }
            for item in one.items
        ],
    }


def _row(row: Lhp, reason: str) -> dict[str, Any]:
    content = row.content
    return {
        "t": str(row.token),
        "rev": row.version,
        "keadaan": row.state,
        "tingkat": say(LEVELS[row.level]),
        "alasan": reason,
        "nomor": row.number,
        "waktu": moment(row.ends_at),
        "tempat": row.path,
        "mulai": content["begins_at"],
        "selesai": content["ends_at"],
        "tahapan": f"{row.election_id or ''}:{row.stage}",
        "daftar": row.checklist,
        "jawaban": {code: [one["value"], one["note"]] for code, one in content["answers"].items()},
        "dugaan": row.violation,
        "sengketa": row.dispute,
        **{theirs: content[ours] for theirs, ours in TEXTS.items()},
    }


def words() -> dict[str, str]:
    """The sentences of the page's script."""
    return {
        "menunggu": _("menunggu {tingkat}"),
        "diperiksa": _("diperiksa {tingkat}"),
        "dikembalikan": _("dikembalikan {tingkat}"),
        "diterima": _("diterima Bawaslu"),
        "baru": _("LHP baru"),
        "tanpa": _("Pengawasan tanpa alat kerja"),
        "kirim_unsent": _("tersimpan di HP"),
        "kirim_applied": _("sudah di kantor"),
        "kirim_confirmed": _("sudah di kantor"),
        "kirim_conflict": _("menunggu keputusan kantor"),
        "kirim_late": _("menunggu keputusan kantor"),
        "kirim_refused": _("ditolak: {pesan}"),
        "saved": _("LHP tersimpan di HP dan dikirim sendiri saat ada sinyal."),
        "failed": _("LHP belum tersimpan. Coba sekali lagi."),
        "draft": _("Konsep dilanjutkan dari yang terakhir Anda tulis."),
        "langkah": _("Langkah {n} dari {dari}"),
        "dijawab": _("{n} dari {dari} pertanyaan dijawab"),
        "versi": _("Pertanyaannya berganti versi. Jawaban yang sudah ditulis tetap dikirim."),
        "foto": _("Foto {n}"),
        "belum-dibawa": _("Daftar LHP belum ada di HP ini. Bawa dulu selagi ada sambungan."),
        "kedaluwarsa": _("Daftar di HP sudah kedaluwarsa dan dihapus. Bawa daftar yang baru."),
        "salah_tempat": _("Pilih tempatnya."),
        "salah_jam": _("Isi jam mulai dan jam selesai."),
        "salah_urut": _("Jam selesai ({selesai}) lebih awal dari jam mulai ({mulai}). Betulkan."),
        "salah_depan": _("Jam selesai ({selesai}) belum tiba; sekarang {kini}."),
        "salah_angka": _("Jawaban “{tanya}” harus angka bulat."),
        "salah_uraian": _("Tulis singkat apa yang diawasi dan hasilnya."),
        "salah_peristiwa": _("Tulis peristiwa yang diduga pelanggaran, tanpa nama orang."),
        "salah_sengketa": _("Tulis peristiwa yang berpotensi menjadi sengketa."),
        "salah_panjang": _("Laporan ini {n} huruf, sedangkan HP mengirim paling banyak {paling}."),
        "ya": _("Ya"),
        "tidak": _("Tidak"),
    }
