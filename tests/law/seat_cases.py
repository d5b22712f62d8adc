"""Public figures on seats that the tests of the law stand on."""

DIVISORS = (1, 3, 5, 7)

NATIONAL_2024 = {
    "PKB": 16_115_358,
    "GERINDRA": 20_071_345,
    "PDIP": 25_384_673,
    "GOLKAR": 23_208_488,
    "NASDEM": 14_660_328,
    "BURUH": 972_898,
    "GELORA": 1_282_000,
    "PKS": 12_781_241,
    "PKN": 326_803,
    "HANURA": 1_094_599,
    "GARUDA": 406_884,
    "PAN": 10_984_639,
    "PBB": 484_487,
    "DEMOKRAT": 11_283_053,
    "PSI": 4_260_108,
    "PERINDO": 1_955_131,
    "PPP": 5_878_708,
    "UMMAT": 642_550,
}
"""Votes for the DPR after the rulings of the MK (Keputusan KPU 1050/2024, ANTARA 28 July 2024)."""
NATIONAL_TOTAL = 151_793_293
PASSED_2024 = {"PKB", "GERINDRA", "PDIP", "GOLKAR", "NASDEM", "PKS", "PAN", "DEMOKRAT"}
