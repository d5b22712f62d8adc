"""Given names by sex and region, common ones first: the draw favours the beginning of each list."""

import random

MEN = (
    "Muhammad Ahmad Andi Abdul Rahman Hasan Agus Budi Yusuf Ibrahim Rizal Amir Basri Sudirman "
    "Hamzah Ismail Syamsul Ridwan Iwan Arif Fajar Herman Jamal Kamaluddin Lukman Mansur Nasir "
    "Usman Wahyu Yunus Zainal Ambo Baso Becce Sultan Rusdi Saharuddin Takdir Umar Salman Bahar "
    "Darwis Edi Firman Guntur Haris Idris Jufri Kahar Latif Mustafa Nurdin Rahmat Samsul Taufik "
    "Alam Bakri Dahlan Faisal Gunawan Hendra Irfan Juma Karim Makmur Naim Rasyid Syahrul Tahir"
).split()
WOMEN = (
    "Siti Nur Sri Rahma Fatimah Aisyah Hasnah Dewi Fitri Ratna Andi Besse Sitti Murni Nuraeni "
    "Nurhayati Rosmini Sumarni Kartini Wati Lina Mariam Nani Rini Sari Tuti Yanti Asma Bunga "
    "Cahaya Darma Erni Farida Halimah Indah Jumriah Kasma Lestari Maryam Nadira Patimah Rabiah "
    "Salma Tini Umi Wahida Yuli Zahra Amalia Badriah Dahlia Eka Hadijah Isma Juwita Kamariah Mila "
    "Ningsih Putri"
).split()
SECOND = (
    "Rahman Hasan Ahmad Syam Amin Ali Tahir Saleh Mappa Tenri Wahid Basri Hakim Halim Jaya Kadir "
    "Latief Malik Nawir Palippui Rauf Sakka Tang Usman Yasin Zubair Arsyad Bahri Dg Emba Gani "
    "Hamid Idrus Junaid Kasim Laba Muin Nompo Patta Rasul Sanusi Toha Wello Ago Bolong Cambang"
).split()
PLACES = ("Soppeng", "Watansoppeng", "Bone", "Wajo", "Makassar", "Barru", "Sidrap", "Contoh")
STREETS = ("Dusun Melati", "Dusun Kenanga", "Jl. Contoh", "Lingkungan Timur", "Dusun Barat")
_SKEW = 2.2


def _common(draw: random.Random, words: tuple[str, ...] | list[str]) -> str:
    """One of the words, the earlier the likelier, as in real lists of names."""
    return words[int(len(words) * draw.random() ** _SKEW)]


def full_name(draw: random.Random, sex: str) -> str:
    """A name of two or three words, upper case as lists print it."""
    first = _common(draw, MEN if sex == "L" else WOMEN)
    parts = [first, _common(draw, SECOND)]
    if draw.random() < 0.3:
        parts.insert(1, _common(draw, MEN if sex == "L" else WOMEN))
    return " ".join(dict.fromkeys(part for part in parts)).upper()


def birth_place(draw: random.Random) -> str:
    """Where somebody was born, mostly in the regency."""
    return _common(draw, PLACES).upper()


def street(draw: random.Random) -> str:
    """A street or hamlet."""
    return draw.choice(STREETS).upper()
