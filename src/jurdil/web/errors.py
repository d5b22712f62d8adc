"""Pages for what went wrong: each says what happened and what to do next."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Failure:
    """One kind of failure in words."""

    status: int
    title: str | Promise
    text: str | Promise
    advice: str | Promise


FAILURES = {
    failure.status: failure
    for failure in (
        Failure(
            400,
            _("Permintaan tidak dapat dibaca"),
            _("Alamat atau isian yang dikirim peramban tidak lengkap atau rusak."),
            _("Kembali ke halaman sebelumnya, muat ulang, lalu ulangi langkah Anda."),
        ),
        Failure(
            403,
            _("Anda tidak berwenang membuka halaman ini"),
            _("Peran yang sedang Anda pakai tidak memuat wewenang untuk tindakan ini."),
            _("Ganti peran di menu nama Anda, atau hubungi pengelola sistem kantor Anda."),
        ),
        Failure(
            404,
            _("Halaman tidak ditemukan"),
            _("Alamat ini tidak ada, atau berada di luar wilayah kerja Anda."),
            _("Periksa kembali alamatnya, atau mulai lagi dari Beranda."),
        ),
        Failure(
            405,
            _("Halaman ini tidak menerima permintaan seperti itu"),
            _("Tindakan dikirim ke alamat yang hanya menerima cara lain."),
            _("Buka halaman dari menu, lalu pakai tombol yang tersedia di sana."),
        ),
        Failure(
            500,
            _("Terjadi galat di sistem"),
            _("Permintaan Anda tidak selesai dan tidak ada yang disimpan."),
            _("Coba lagi sebentar lagi. Bila terulang, sampaikan jam kejadian kepada pengelola."),
        ),
    )
}
CSRF = Failure(
    403,
    _("Formulir ini sudah kedaluwarsa"),
    _("Formulir dibuka terlalu lama, dari sesi lain, atau peramban menolak kuki."),
    _("Kembali, muat ulang halaman formulir, lalu kirim sekali lagi. Belum ada yang disimpan."),
)


def failure_page(request: HttpRequest, failure: Failure, reason: str = "") -> HttpResponse:
    """The page of a failure; `reason` is a sentence that the refusing code wrote for the user."""
    context = {"failure": failure, "reason": reason}
    return render(request, "web/failure.html", context, status=failure.status)
