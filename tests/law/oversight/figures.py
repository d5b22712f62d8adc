"""Published figures of the handbook of oversight, used as fixtures."""

from decimal import Decimal

PROVINCES = {
    name: Decimal(score)
    for name, score in (
        ("DKI Jakarta", "88.95"),
        ("Sulawesi Utara", "87.48"),
        ("Maluku Utara", "84.86"),
        ("Jawa Barat", "77.04"),
        ("Kalimantan Timur", "74.04"),
        ("Banten", "66.53"),
        ("Lampung", "64.61"),
        ("Riau", "62.59"),
        ("Papua", "57.27"),
        ("Nusa Tenggara Timur", "56.75"),
        ("Sumatera Utara", "55.43"),
        ("Maluku", "53.69"),
        ("Papua Barat", "53.48"),
        ("Kalimantan Selatan", "53.35"),
        ("Sulawesi Tengah", "52.90"),
        ("Bali", "52.75"),
        ("Gorontalo", "45.44"),
        ("Sulawesi Barat", "43.44"),
        ("DI Yogyakarta", "43.02"),
        ("Kepulauan Riau", "40.33"),
        ("Sumatera Barat", "39.68"),
        ("Sulawesi Tenggara", "38.32"),
        ("Aceh", "38.06"),
        ("Sumatera Selatan", "35.07"),
        ("Jawa Tengah", "34.83"),
        ("Kepulauan Bangka Belitung", "29.89"),
        ("Kalimantan Utara", "20.36"),
        ("Kalimantan Tengah", "18.77"),
        ("Jawa Timur", "14.74"),
        ("Kalimantan Barat", "12.69"),
        ("Jambi", "12.03"),
        ("Nusa Tenggara Barat", "11.09"),
        ("Sulawesi Selatan", "10.20"),
        ("Bengkulu", "3.79"),
    )
}
"""IKP 2024 of the 34 provinces, with Kaltim 74.04 (databoks)."""

KALTIM_TYPO = Decimal("77.04")
"""What most media printed for Kaltim."""

DKI = {"a": "78.27", "b": "92.36", "c": "96.08", "d": "87.01"}
MEAN_OF_PROVINCES = {"a": "46.55", "b": "54.27", "c": "40.75", "d": "17.23"}
MEAN_OF_REGENCIES = {"a": "31.13", "b": "42.22", "c": "26.22", "d": "3.83"}

BALI = (417, 162, 52, 87, 832, 427, 1203)
"""Prevention of Bali to February 2024, 3,180 acts in the order of the seven forms."""

NATIONAL = {
    "publikasi": 11903,
    "lainnya": 4691,
    "identifikasi": 2922,
    "naskah-dinas": 2509,
    "pendidikan": 967,
    "kerja-sama": 878,
    "partisipasi": 832,
}
"""Prevention of the country, January to August 2025, 24,702 acts."""
