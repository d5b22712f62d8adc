"""What the phone of a committee takes along, and the sentences of its page."""

from dataclasses import asdict
from typing import Any

from django.utils.translation import gettext as _

from jurdil.kernel.language import say
from jurdil.kernel.queries.header import running_elections
from jurdil.kernel.viewer import Viewer
from jurdil.law.outreach import codes
from jurdil.outreach import queries
from jurdil.outreach.pages.programme import place_choices, stage_choices
from jurdil.outreach.records import ActivityRow
from jurdil.places import queries as places


def rows(viewer: Viewer) -> dict[str, Any]:
    """The activities of a committee with the lists that its form offers; no person is named."""
    return {
        "nama": places.name_of(viewer, viewer.path),
        "kegiatan": [_row(one) for one in queries.taken_along(viewer)],
        "tempat": place_choices(viewer),
        "tahapan": _stages(viewer),
        "basis": [(one.code, say(one.name)) for one in codes.bases(codes.ROUTINE)],
        "metode": [(one.code, say(one.name)) for one in codes.methods(codes.ROUTINE)],
    }


def _stages(viewer: Viewer) -> list[dict[str, Any]]:
    """Elections with their stages; the phone chooses both at once."""
    known = running_elections(viewer)
    groups = stage_choices(viewer) if known else []
    return [{"nama": name, "pilihan": options} for name, options in groups]


def _row(one: ActivityRow) -> dict[str, Any]:
    came = asdict(one.came)
    return {
        "t": one.token,
        "rev": one.rev,
        "keadaan": one.state,
        "alasan": one.reason,
        "kegiatan": one.title,
        "tanggal": one.held_on.isoformat(),
        "tempat": one.path,
        "wilayah": one.place,
        "gedung": one.venue,
        "basis": one.base,
        "metode": one.method,
        "tahapan": f"{one.election_id}:{one.stage}",
        "kelompok": one.group,
        "mitra": one.partner,
        "materi": one.topic,
        "laki_laki": came["men"],
        "perempuan": came["women"],
        "jumlah": came["total"],
        "disabilitas_laki_laki": came["disabled_men"],
        "disabilitas_perempuan": came["disabled_women"],
        "jangkauan": one.reach,
    }


def words() -> dict[str, str]:
    """The sentences of the page's script."""
    return {
        "direncanakan": _("Direncanakan"),
        "dikembalikan": _("Dikembalikan"),
        "menunggu": _("Menunggu verifikasi"),
        "baru": _("Kegiatan baru"),
        "kirim_unsent": _("tersimpan di HP"),
        "kirim_applied": _("sudah di kantor"),
        "kirim_confirmed": _("sudah di kantor"),
        "kirim_conflict": _("menunggu keputusan kantor"),
        "kirim_late": _("menunggu keputusan kantor"),
        "kirim_refused": _("ditolak: {pesan}"),
        "saved": _("Tersimpan di HP."),
        "failed": _("Catatan belum tersimpan. Coba sekali lagi."),
        "belum-dibawa": _("Daftar kegiatan belum ada di HP ini. Bawa dulu selagi ada sambungan."),
        "kedaluwarsa": _("Daftar di HP sudah kedaluwarsa dan dihapus. Bawa daftar yang baru."),
        "salah_kegiatan": _("Isi nama kegiatan."),
        "salah_tanggal": _("Isi tanggalnya."),
        "salah_basis": _("Pilih basisnya."),
        "salah_metode": _("Pilih metodenya."),
        "salah_tahapan": _("Pilih pemilihan dan tahapannya."),
        "salah_jumlah": _("Laki-laki {l} + perempuan {p} = {s}, tetapi jumlah {j}. Hitung ulang."),
        "salah_angka": _("Angka hadir ditulis dengan angka bulat saja."),
        "salah_tautan": _("Tautan harus dimulai dengan https:// atau http://."),
    }
