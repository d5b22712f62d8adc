"""Why a package was not taken in: the same words in both houses, whoever reads them."""

from collections.abc import Mapping

from jurdil.law.text import Text

Facts = Mapping[str, str]

REASONS: dict[str, Text] = {
    "rusak": Text(
        "Berkas ini bukan paket Jurdil atau terpotong di jalan. Minta paketnya sekali lagi.",
        "This file is no package of Jurdil, or was cut off on its way. Ask for it once more.",
    ),
    "besar": Text(
        "Paket ini lebih besar daripada 30 MB. Minta pengirim membaginya.",
        "This package is larger than 30 MB. Ask the sender to divide it.",
    ),
    "kantor-lain": Text(
        "Paket ini untuk %(to)s, sedangkan kantor ini %(here)s. Antarkan ke kantor tujuannya.",
        "This package is for %(to)s, but this office is %(here)s. Bring it to its office.",
    ),
    "kunci-tujuan": Text(
        "Paket ini disegel untuk kunci yang tidak ada di kantor ini. Kirim kartu perkenalan yang "
        "berlaku kepada pengirim, lalu minta paketnya sekali lagi.",
        "This package was sealed to a key that is not at this office. Send the sender the card "
        "in force, then ask for the package once more.",
    ),
    "berubah": Text(
        "Isi paket tidak sama dengan yang ditandatangani pengirim: berkasnya diubah atau rusak di "
        "jalan. Tidak ada yang dibaca darinya. Minta paketnya sekali lagi.",
        "The content is not what the sender signed: the file was changed or damaged on its way. "
        "Nothing of it was read. Ask for the package once more.",
    ),
    "tak-dikenal": Text(
        "Kantor ini belum mengenal kunci yang menandatangani paket, yang menyebut dirinya "
        "%(from)s. Lakukan perkenalan, lalu periksa lagi.",
        "This office does not know the key that signed the package, which calls itself %(from)s. "
        "Make the introduction, then examine it again.",
    ),
    "belum-dikukuhkan": Text(
        "Kunci %(from)s sudah dicatat tetapi belum dikukuhkan orang kedua dari kertasnya. "
        "Kukuhkan, lalu periksa lagi.",
        "The key of %(from)s was entered but not yet confirmed from its paper by a second person. "
        "Confirm it, then examine the package again.",
    ),
    "kunci-berakhir": Text(
        "Paket ini ditandatangani dengan kunci %(from)s yang berakhir pada %(ended)s (%(end)s). "
        "Minta pengirim mengirimnya lagi dengan kunci yang berlaku.",
        "This package was signed with a key of %(from)s that ended on %(ended)s (%(end)s). "
        "Ask the sender to send it again with the key in force.",
    ),
    "pengirim-lain": Text(
        "Paket ini menyebut pengirim %(from)s, tetapi kuncinya milik %(owner)s.",
        "This package names %(from)s as its sender, but the key belongs to %(owner)s.",
    ),
    "jenis": Text(
        "Jenis paket “%(type)s” tidak dikenal di kantor ini. Perbarui Jurdil, lalu periksa lagi.",
        "This office does not know packages of type “%(type)s”. Update Jurdil, then examine it "
        "again.",
    ),
    "versi": Text(
        "Paket ini ditulis dengan versi %(schema)s, sedangkan kantor ini membaca sampai versi "
        "%(known)s. Perbarui Jurdil, lalu periksa lagi.",
        "This package is of version %(schema)s, but this office reads up to version %(known)s. "
        "Update Jurdil, then examine it again.",
    ),
    "isi": Text(
        "Isi paket tidak lengkap atau tidak sesuai jenisnya: %(detail)s.",
        "The content is not complete or not what its type says: %(detail)s.",
    ),
    "aturan": Text(
        "Paket tidak dapat diterima: %(detail)s", "The package cannot be taken in: %(detail)s"
    ),
    "tidak-ada": Text(
        "Yang dimaksud paket ini tidak ada di kantor ini. Mungkin paket sebelumnya belum tiba.",
        "What this package is about is not at this office. Perhaps an earlier package is missing.",
    ),
    "nomor-kembar": Text(
        "Nomor urut %(sequence)s dari %(from)s sudah dipakai paket lain. Kantor pengirim mungkin "
        "memulihkan data lama. Tanyakan kepada pengirim sebelum menerimanya.",
        "Number %(sequence)s from %(from)s was used by another package. The sender may have "
        "restored old data. Ask the sender before taking it in.",
    ),
    "id-kembar": Text(
        "Paket dengan tanda pengenal yang sama sudah diterima dengan isi lain. Tanyakan kepada "
        "%(from)s paket mana yang benar.",
        "A package with the same identity was taken in with other content. Ask %(from)s which of "
        "them is right.",
    ),
    "tanda-asing": Text(
        "Tanda terima ini bukan untuk paket yang dikirim kantor ini.",
        "This receipt is not for a package that this office has sent.",
    ),
    "penuh": Text(
        "Terlalu banyak paket dari pengirim tak dikenal yang menunggu di kantor tujuan.",
        "Too many packages of unknown senders are waiting at the receiving office.",
    ),
    "sering": Text(
        "Kantor tujuan meminta menunggu karena terlalu sering dihubungi.",
        "The receiving office asks to wait, because it was called too often.",
    ),
    "galat": Text(
        "Terjadi kesalahan di kantor tujuan. Paketnya disimpan di sana dan diperiksa lagi.",
        "A fault happened at the receiving office. The package is kept there and examined again.",
    ),
    "sambungan": Text(
        "Alamat %(address)s tidak dapat dihubungi (%(detail)s). Dicoba lagi dengan sendirinya.",
        "The address %(address)s cannot be reached (%(detail)s). It is tried again by itself.",
    ),
    "jawaban": Text(
        "Alamat %(address)s menjawab, tetapi bukan dengan tanda terima yang sah (%(detail)s).",
        "The address %(address)s answered, but not with a valid receipt (%(detail)s).",
    ),
    "alamat": Text(
        "Kantor tujuan tidak punya alamat yang boleh dihubungi. Serahkan paketnya lewat berkas.",
        "The receiving office has no address that may be called. Hand the package over as a file.",
    ),
    "diterima": Text("Diterima.", "Taken in."),
}

_MOST = 300


class Stop(Exception):
    """A package is not taken in; `code` is one of REASONS, `facts` fill its sentence."""

    def __init__(self, code: str, **facts: str) -> None:
        super().__init__(code)
        self.code, self.facts = code, {name: value[:_MOST] for name, value in facts.items()}


def sentence(code: str, facts: Facts) -> Text:
    """The reason in both languages; facts from outside that are missing show as a dash."""
    text = REASONS.get(code) or Text(
        "Alasan yang tidak dikenal: %(code)s.", "An unknown reason: %(code)s."
    )
    filled = _Facts(facts, code=code)
    return Text(text.id % filled, text.en % filled)


class _Facts(dict[str, str]):
    def __missing__(self, key: str) -> str:
        return "–"
