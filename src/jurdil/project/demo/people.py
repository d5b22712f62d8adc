"""Made-up people: common Indonesian name parts put together by chance, never a real person's."""

import random

_MEN = (
    "Adi Agung Ahmad Andi Anwar Arief Bahar Baso Budi Darwis Dedi Edi Fadli Fajar Hamka Haris "
    "Hendra Idris Ilham Irfan Jamal Kamal Lukman Mansur Mulyadi Nasir Rahmat Ridwan Rudi Sakti "
    "Syamsul Taufik Usman Wahyu Yusuf Zainal"
).split()
_WOMEN = (
    "Aisyah Andriani Anita Ayu Dewi Dian Endang Erna Fatimah Fitri Hasna Hartati Indah Intan "
    "Jumriah Kartini Lestari Lina Maryam Mega Murni Nirmala Nur Nurul Putri Rahma Ratna Rina "
    "Rosmini Salma Sari Siti Sri Suriani Wati Yuliana"
).split()
_LAST = (
    "Abidin Amal Basri Cahyono Daeng Effendi Firdaus Gunawan Hakim Halim Hasan Iskandar Jabbar "
    "Kadir Latif Mappa Natsir Pratama Rauf Saleh Santoso Siregar Sulaiman Syafri Tahir Umar "
    "Wijaya Yunus Zakaria"
).split()


def person(chance: random.Random, sex: str | None = None) -> tuple[str, str]:
    """A made-up name and its sex (L or P)."""
    sex = sex or chance.choice("LP")
    first = chance.choice(_MEN if sex == "L" else _WOMEN)
    return f"{first} {chance.choice(_LAST)}", sex
