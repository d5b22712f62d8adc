"""Published recapitulations of voters, as facts: those that add up and those that do not."""

LUWU_TIMUR_2024 = """kecamatan,l,p,total
Burau,,,25.316
Wotu,,,24.116
Tomoni,,,19.318
Tomoni Timur,,,10.217
Mangkutana,,,16.392
Kalaena,,,9.125
Angkona,,,18.244
Malili,,,30.588
Wasuponda,,,15.793
Towuti,,,31.968
Nuha,,,17.246
Total,112.189,106.134,218.323
"""
LUWU_TIMUR_PILKADA = """Kecamatan,Desa,TPS,Voters
Mangkutana,11,38,16537
Nuha,8,33,17416
Towuti,18,66,33549
Malili,15,63,31499
Angkona,10,36,18365
Wotu,17,50,24373
Burau,18,58,25398
Tomoni,13,42,19686
Tomoni Timur,8,21,10277
Kalaena,7,18,9067
Wasuponda,6,32,15863
Total,128,457,222020
"""
SUKOHARJO = """kec,tps,dpt
Weru,86,44389
Bulu,62,28698
Tawangsari,82,43251
Sukoharjo,140,74485
Nguter,80,42081
Bendosari,96,48547
Polokarto,123,65717
Mojolaban,127,69246
Grogol,173,90880
Baki,102,53998
Gatak,76,40713
Kartasura,158,82486
Jumlah,1305,684491
"""
WEST_SULAWESI = """Kab,Kec,Desa/kel,TPS,L,P,Total
Mamasa,17,181,586,"58,910","56,247","115,157"
Polman,16,167,"1,229","148,919","154,087","303,006"
Majene,8,82,547,"53,979","56,198","110,177"
Mamuju,11,101,752,"78,696","77,008","155,704"
Mamuju Tengah,5,54,350,"36,296","33,888","70,184"
Pasangkayu,12,63,393,"45,213","42,564","87,777"
Total,69,648,"3,857","422,013","419,992","842,005"
"""
CENTRAL_SULAWESI = """Kab/kota,TPS,total
Kota Palu,507,274293
Morowali Utara,267,110256
Banggai Laut,129,53033
Sigi,471,193502
Tojo Una-Una,311,120647
Parigi Moutong,818,327357
Banggai Kepulauan,246,91079
Banggai,660,269838
Morowali,301,132243
Buol,276,110344
Tolitoli,409,169427
Donggala,696,223942
Poso,405,179678
Total,5496,2255639
"""
CENTRAL_SULAWESI_PDPB = """Kab/kota,total
Kota Palu,279084
Morowali Utara,112831
Banggai Laut,53307
Sigi,196181
Tojo Una-Una,120920
Parigi Moutong,328673
Banggai Kepulauan,91119
Banggai,272582
Morowali,137411
Buol,112594
Tolitoli,169900
Donggala,223787
Poso,185555
Total,2283944
"""
_OKI = (
    ("Tanjung Lubuk", 27555, 26216),
    ("Pedamaran", 32029, 34106),
    ("Mesuji", 31666, 32446),
    ("Kayuagung", 54391, 54282),
    ("SP Padang", 33694, 33846),
    ("Tulung Selapan", 32800, 34060),
    ("Pampangan", 22213, 22358),
    ("Lempuing", 51587, 56000),
    ("Air Sugihan", 28549, 26938),
    ("Sungai Menang", 25174, 25454),
    ("Jejawi", 29626, 30849),
    ("Cengal", 26374, 27048),
    ("Pangkalan Lampam", 21191, 21370),
    ("Mesuji Makmur", 42677, 42250),
    ("Mesuji Raya", 27896, 27777),
    ("Lempuing Jaya", 47188, 47633),
    ("Teluk Gelam", 17607, 17795),
    ("Pedamaran Timur", 16039, 16813),
)
OKI_DPS_2023 = "\n".join(
    [
        "kecamatan,l,p,total",
        *(f"{name},,,{dps}" for name, dps, _ in _OKI),
        "Total,291476,276780,568256",
    ]
)
OKI_DPT_PILKADA = "\n".join(
    [
        "kecamatan,l,p,total",
        *(f"{name},,,{dpt}" for name, _, dpt in _OKI),
        "Total,294966,282275,577241",
    ]
)
BARITO_SELATAN = """kecamatan,l,p,total
Jenamas,,,6477
Dusun Hilir,,,11900
Karau Kuala,,,11719
Dusun Utara,,,12828
Gunung Bintang Awai,,,14341
Dusun Selatan,,,42504
Total,50712,49057,99769
"""
PDPB_FLOWS = """wilayah,sebelumnya,baru,tms,total
Sulawesi Selatan Agustus 2022,6126977,5298,14562,6117713
Magetan 2025,530630,25487,12140,543977
Soppeng TW II 2025,181181,3621,695,184107
"""
PDPB_SEXES = """wilayah,l,p,total
Soppeng TW II 2025,87340,96767,184107
Kebumen TW IV 2025,549639,540939,1090578
Jayawijaya TW III 2025,118611,111776,230387
Nganjuk TW III 2025,443073,445714,888787
"""
KOTAWARINGIN_TIMUR_DPS = """kecamatan,l,p,total
Kota Besi,,,13789
Cempaga,,,16557
Mentaya Hulu,,,13188
Parenggean,,,20686
Baamang,,,49622
Mentawa Baru Ketapang,,,72428
Mentaya Hilir Utara,,,11697
Mentaya Hilir Selatan,,,17607
Pulau Hanaut,,,12458
Antang Kalang,,,9318
Teluk Sampit,,,8103
Seranau,,,8548
Cempaga Hulu,,,14204
Telawang,,,11511
Bukit Santuai,,,5539
Tualan Hulu,,,6116
Telaga Antang,,,14464
Total,157183,148652,305835
"""
SOUTH_SUMATRA_DPS = """kab/kota,total
Palembang,1233140
OKU,271982
OKI,568256
Muara Enim,455687
Lahat,318993
Musi Rawas,300907
Musi Banyuasin,485020
Banyuasin,629324
OKU Timur,503252
OKU Selatan,316789
Ogan Ilir,318595
Empat Lawang,260622
PALI,144711
Muratara,143678
Pagaralam,106295
Lubuk Linggau,168309
Prabumulih,144924
Total,6370484
"""
NATION_2024 = """wilayah,tps,l,p,total
Dalam negeri,820161,101467243,101589505,203056748
Luar negeri,3059,751260,999214,1750474
Total,823220,,,204807222
"""
NATION_2019 = """wilayah,l,p,total
Dalam negeri DPTHP-2,95368349,95401980,190770329
Luar negeri DPTHP-2,,,2058191
Total,,,192828520
"""
NATION_2019_LAST = """wilayah,l,p,total
Dalam negeri DPTHP-3,95373698,95406271,190779969
Luar negeri DPTHP-3,,,2086285
Total,,,192866254
"""
NATION_2019_RISE = """wilayah,sebelumnya,selisih,total
Dalam negeri,190770329,9640,190779969
Luar negeri,2058191,28094,2086285
Total,192828520,37734,192866254
"""
NATION_PDPB = """wilayah,total
Dalam negeri,209975254
Luar negeri,1890607
Total,211865861
"""
OGAN_ILIR_PILKADA = """kecamatan,l,p,total
Indralaya,,,30483
Indralaya Utara,,,28906
Indralaya Selatan,,,16754
Lainnya,,,
Total,157801,156425,314226
"""
OKI_OTHERS = """daftar,l,p,total
DPT Pemilu 2024,287943,273414,561357
DPS Pilkada 2024,293369,280796,574165
"""
ONE_DISTRICT = """daftar,l,p,total
DP4,22035,21978,44013
DPHP,21982,21815,43797
DPS,21903,21751,43654
DPSHP PPK,21806,21696,43502
DPSHP KPU,21806,21697,43503
"""
DIY_TPS = """kab/kota,tps
Kabupaten 1,1731
Kabupaten 2,1487
Kabupaten 3,1355
Kabupaten 4,754
Kabupaten 5,651
Total,5978
"""
CENTRAL_SULAWESI_RISE = """kab/kota,sebelumnya,selisih,total
Kota Palu,274293,+4791,279084
Morowali Utara,110256,+2575,112831
Banggai Laut,53033,+274,53307
Sigi,193502,+2679,196181
Tojo Una-Una,120647,+273,120920
Parigi Moutong,327357,+1316,328673
Banggai Kepulauan,91079,+40,91119
Banggai,269838,+2744,272582
Morowali,132243,+5168,137411
Buol,110344,+2250,112594
Tolitoli,169427,+473,169900
Donggala,223942,-155,223787
Poso,179678,+5877,185555
Total,2255639,+28305,2283944
"""
ADD_UP = {
    "Luwu Timur 2024": LUWU_TIMUR_2024,
    "Sukoharjo": SUKOHARJO,
    "Sulawesi Barat": WEST_SULAWESI,
    "Sulawesi Tengah": CENTRAL_SULAWESI,
    "Sulawesi Tengah PDPB": CENTRAL_SULAWESI_PDPB,
    "OKI DPS": OKI_DPS_2023,
    "OKI DPT": OKI_DPT_PILKADA,
    "Barito Selatan": BARITO_SELATAN,
    "PDPB arus": PDPB_FLOWS,
    "PDPB L + P": PDPB_SEXES,
    "Kotawaringin Timur DPS": KOTAWARINGIN_TIMUR_DPS,
    "Sumatera Selatan DPS": SOUTH_SUMATRA_DPS,
    "Nasional 2024": NATION_2024,
    "Nasional DPTHP-2 2019": NATION_2019,
    "Nasional DPTHP-3 2019": NATION_2019_LAST,
    "Nasional 2019, kenaikan": NATION_2019_RISE,
    "Nasional PDPB semester II 2025": NATION_PDPB,
    "Ogan Ilir, tiga kecamatan terlihat": OGAN_ILIR_PILKADA,
    "OKI, DPT Pemilu dan DPS Pilkada": OKI_OTHERS,
    "Satu kecamatan dari DP4 ke DPSHP": ONE_DISTRICT,
    "TPS DIY": DIY_TPS,
    "Sulawesi Tengah, selisih": CENTRAL_SULAWESI_RISE,
}

WRONG = {
    "Kotawaringin Timur": ("wilayah,l,p,total\nKotim,115382,147776,303608\n", 263158, 303608),
    "DIY": ("wilayah,l,p,total\nDIY,1380616,1452140,2877756\n", 2832756, 2877756),
    "Pandeglang": ("wilayah,l,p,total\nPandeglang,510852,483375,994226\n", 994227, 994226),
    "Luwu Utara": ("wilayah,l,p,total\nLuwu Utara,109254,107359,218989\n", 216613, 218989),
    "Luar negeri 2024": ("wilayah,l,p,total\nLN,751260,999214,1760474\n", 1750474, 1760474),
}
"""Name: table, what the parts make, what was printed."""
