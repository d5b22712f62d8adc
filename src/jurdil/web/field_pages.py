"""What a phone keeps of the field pages: which files, under which version, with which words."""

import hashlib
import json
from importlib import metadata

from django.templatetags.static import static
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from jurdil.kernel import outbox

FIELD_SCRIPTS = ("store", "lock", "files", "draft", "sync", "handover", "field", "page")
ASSETS = (
    *("jurdil/base.css", "jurdil/parts.css", "jurdil/print.css", "jurdil/field/field.css"),
    *("jurdil/ahn.woff2", "jurdil/ikon.svg", "jurdil/tanda.svg", "jurdil/frame.js"),
    *(f"jurdil/field/{name}.js" for name in FIELD_SCRIPTS),
)


def pages() -> list[str]:
    """The addresses of all field pages."""
    rooms = [reverse(package.page) for package in outbox.packages() if package.page]
    return [reverse("web:field"), *rooms]


def files() -> list[str]:
    """The addresses of all files that the field pages need, by digest where there is one."""
    rooms = [asset for package in outbox.packages() for asset in package.assets]
    return [static(asset) for asset in dict.fromkeys([*ASSETS, *rooms])]


def cache_name() -> str:
    """One name for one state of pages, files and language: another state, another cache."""
    state = json.dumps([metadata.version("jurdil"), get_language(), pages(), files(), words()])
    return f"jurdil-{hashlib.sha256(state.encode()).hexdigest()[:16]}"


def words() -> dict[str, str]:
    """Every sentence that the scripts say, in the reader's language, and the version they send."""
    return {
        "app": f"{outbox.FORMAT}+{metadata.version('jurdil')}"[:20],
        **_states(),
        **_outcomes(),
        **_lists(),
        **_pin(),
    }


def _states() -> dict[str, str]:
    return {
        "pending": _("{n} catatan belum terkirim"),
        "onePending": _("1 catatan belum terkirim"),
        "files": _("{n} foto belum terkirim"),
        "oneFile": _("1 foto belum terkirim"),
        "diam": "",
        "tersimpan": _("Tersimpan di HP."),
        "mengirim": _("Sedang mengirim …"),
        "terkirim": _("Semua sudah terkirim."),
        "tertunda": _("Sebagian belum dapat dikirim. Muat ulang halaman bila diminta."),
        "luring": _("Tidak ada sambungan. Catatan aman di HP dan dikirim sendiri nanti."),
        "masuk": _("Masuk dahulu untuk mengirim. Catatan tetap di HP."),
        "akun": _("Catatan di HP ini milik akun lain. Masuk dengan akun itu untuk mengirimnya."),
        "akun-lain": _(
            "Catatan di HP ini milik akun lain. Masuk dengan akun itu untuk mengirimnya."
        ),
        "wewenang": _("Peran Anda tidak mengirim catatan lapangan."),
        "versi": _("Halaman ini sudah lama. Muat ulang, lalu kirim lagi."),
        "server": _("Server sedang bermasalah. Catatan tetap di HP dan dicoba lagi."),
        "penuh": _("Penyimpanan HP penuh. Catatan ini belum tersimpan; kosongkan ruang dahulu."),
        "bukan-foto": _("Berkas ini bukan foto atau PDF yang dapat dibuka HP ini."),
        "besar": _("Berkas ini lebih besar dari 3 MB, juga setelah dikecilkan."),
        "banyak": _("Paling banyak 8 foto untuk satu catatan."),
        "unable": _("Peramban ini tidak dapat menyimpan catatan luring. Pakai HTTPS dan Chrome."),
    }


def _outcomes() -> dict[str, str]:
    return {
        "o_unsent": _("Belum terkirim"),
        "o_applied": _("Diterapkan"),
        "o_confirmed": _("Sama dengan data kantor"),
        "o_conflict": _("Menunggu keputusan"),
        "o_late": _("Menunggu keputusan"),
        "o_refused": _("Ditolak"),
    }


def _lists() -> dict[str, str]:
    return {
        "take": _("Bawa ke HP"),
        "renew": _("Perbarui"),
        "open": _("Buka"),
        "notTaken": _("Belum ada di HP ini."),
        "taken": _("Dibawa {t}."),
        "takenNow": _("Daftar tersimpan di HP. Anda dapat bekerja tanpa sinyal."),
        "expires": _("Terhapus sendiri pada {t}."),
        "belum-dibawa": _("Daftar ini belum ada di HP. Bawa dahulu selagi ada sambungan."),
        "kedaluwarsa": _("Daftar ini sudah lewat waktunya dan dihapus dari HP."),
        "tanpa-akun": _("Masuk sekali dengan akun Anda di HP ini sebelum mencatat."),
        "masih-ada": _(
            "Masih ada catatan yang belum terkirim. Kirim atau simpan berkasnya dahulu."
        ),
        "shortPassword": _("Sandi berkas paling sedikit 8 huruf atau angka."),
        "fileMade": _(
            "Berkas dibuat, tanpa foto. Serahkan kepada petugas di atas Anda dan sebutkan sandinya "
            "langsung; foto tetap di HP sampai terkirim."
        ),
    }


def _pin() -> dict[str, str]:
    return {
        "pin": _("Masukkan PIN"),
        "pinHint": _("PIN 6 angka yang Anda buat di HP ini."),
        "newPin": _("Buat PIN"),
        "newPinHint": _("6 angka untuk membuka daftar di HP ini. Ingat baik-baik."),
        "sixDigits": _("PIN terdiri atas 6 angka."),
        "wrongPin": _("PIN salah. Sisa percobaan: {n}."),
        "batal": _("Daftar tidak dibuka."),
        "dihapus": _("PIN salah 10 kali: daftar dihapus dari HP. Catatan Anda tetap ada."),
    }
