"""The catalogue holds every regency of the decree, with kinds, names and local words."""

import collections
import csv
import gzip

import pytest

from jurdil.places import catalogue, paths


def test_soppeng_has_eight_kecamatan_and_seventy_villages():
    regions = catalogue.regions_of("73.12")
    counts = collections.Counter(region.level for region in regions)
    assert counts == {2: 1, 3: 8, 4: 70}
    assert catalogue.regency_names("73.12") == catalogue.RegencyNames(
        "Kabupaten Soppeng", "Sulawesi Selatan"
    )
    labessi = next(region for region in regions if region.path == "73.12.01.1001")
    assert (labessi.name, labessi.kind, labessi.term) == ("Labessi", "kelurahan", "")


@pytest.mark.shared
def test_every_regency_has_the_kecamatan_and_villages_of_the_decree(shared):
    wanted: dict[str, collections.Counter] = collections.defaultdict(collections.Counter)
    kinds: dict[str, str] = {}
    with gzip.open(shared / "wilayah-indonesia-2025.csv.gz", "rt", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            wanted[row["kode"][:5]][int(row["tingkat"])] += 1
            kinds[row["kode"]] = row["jenis"]
    regencies = [code for code in wanted if len(code) == 5]
    assert len(regencies) == 514
    found: dict[str, collections.Counter] = collections.defaultdict(collections.Counter)
    for code in (*catalogue._upper_names(), *catalogue._read("desa")):
        found[code[:5]][paths.level(code)] += 1
    for code in regencies:
        name = catalogue.regency_names(code).regency
        assert name.startswith(("Kabupaten ", "Kota ")), code
        assert catalogue._kind(code, name) == kinds[code]
        assert found[code] == wanted[code], code


@pytest.mark.parametrize(
    ("code", "kecamatan", "villages"),
    [("31.71", 8, 44), ("31.01", 2, 6), ("11.08", 27, 852), ("91.71", 5, 39), ("53.01", 24, 177)],
)
def test_regencies_from_all_corners(code, kecamatan, villages):
    counts = collections.Counter(region.level for region in catalogue.regions_of(code))
    assert (counts[3], counts[4]) == (kecamatan, villages)


def test_aceh_has_gampong_and_papua_distrik_and_kampung():
    aceh = {region.term for region in catalogue.regions_of("11.08") if region.level == 4}
    assert aceh == {"gampong"}
    papua = {region.kind: region.term for region in catalogue.regions_of("91.03")}
    assert (papua["kecamatan"], papua["desa"], papua["kelurahan"]) == ("distrik", "kampung", "")
    assert papua["desa_adat"] == ""


def test_local_words_carry_their_article_and_stay_unconfirmed():
    term = catalogue.local_term("11.08.01.2001", "desa")
    assert term == catalogue.LocalTerm("gampong", "UU 11/2006 art. 115", confirmed=False)
    assert catalogue.local_term("73.12.01", "kecamatan") is None


@pytest.mark.parametrize("code", ["73", "73.99", "73.12.01", "7312", "", "16.8"])
def test_other_codes_are_no_regency(code):
    with pytest.raises(catalogue.UnknownRegency):
        catalogue.regency_names(code)
