"""The parts of a page say what they were given, in words, and hide nothing."""

from datetime import UTC, date, datetime

import pytest
from django import forms
from django.template import Context, Template
from django.test import RequestFactory
from django.utils import timezone, translation

from jurdil.kernel.paging import Page
from jurdil.law.figure import Input, share
from jurdil.law.text import Text
from jurdil.web import slots, words
from jurdil.web.charts.choropleth import Area, choropleth
from jurdil.web.charts.gantt import GanttRow, gantt

VOTED = Input(Text("Pengguna hak pilih", "Voters who voted"), 131_704, "D.Hasil")
LISTED = Input(Text("Pemilih dalam DPT", "Voters on the DPT"), 178_329, "DPT")


def show(source: str, path: str = "/", **values) -> str:
    request = RequestFactory().get(path)
    return Template("{% load jurdil %}" + source).render(Context({"request": request, **values}))


def turnout(confirmed: bool = True):
    return share(VOTED, LISTED, article="PKPU 5/2024", confirmed=confirmed)


def test_a_figure_shows_its_inputs_and_its_article_one_click_away():
    page = show("{% figur f %}", f=turnout())
    assert page.startswith("<details")
    assert "73,9%" in page.partition("</summary>")[0]
    for word in ("131.704 (D.Hasil)", "178.329 (DPT)", "PKPU 5/2024", "Pengguna hak pilih"):
        assert word in page
    assert "belum dikonfirmasi" not in page


def test_an_unconfirmed_figure_says_so_before_it_is_opened():
    summary = show("{% figur f %}", f=turnout(False)).partition("</summary>")[0]
    assert "belum dikonfirmasi" in summary


def test_an_absent_figure_is_not_a_number():
    absent = share(Input(VOTED.name, None), LISTED, article="", confirmed=True)
    summary = show("{% figur f %}", f=absent).partition("</summary>")[0]
    assert "belum ada" in summary
    assert "absent" in summary
    assert ">0" not in summary


def test_a_figure_speaks_english_on_an_english_page():
    with translation.override("en"):
        page = show("{% figur f %}", f=turnout())
    assert "73.9%" in page
    assert "Voters on the DPT" in page
    assert "Pemilih" not in page


def test_a_bar_draws_the_share_of_a_figure():
    assert 'width="73.855%"' in show("{% bar f %}", f=turnout())
    assert 'aria-hidden="true"' in show("{% bar f %}", f=turnout())
    assert 'aria-label="73,9 persen"' in show('{% bar f "ok" "73,9 persen" %}', f=turnout())
    assert 'width="0%"' in show("{% bar f %}", f=None)


def test_a_state_is_words_shape_and_colour():
    page = show('{% lencana "bad" "3 hari lewat" %}')
    assert "3 hari lewat" in page
    assert "#alert-triangle" in page
    assert 'class="tag bad"' in page
    with pytest.raises(KeyError):
        show('{% lencana "merah" "x" %}')


def test_what_people_typed_is_escaped_everywhere():
    evil = "<script>alert(1)</script>"
    for source in ('{% lencana "ok" x %}', "{% kosong x x %}", '{% pesan "error" x %}'):
        assert "<script>" not in show(source, x=evil)
    assert "<script>" not in show("{% kartu x %}isi{% endkartu %}", x=evil)
    assert "<script>" not in show("{% gulung x %}isi{% endgulung %}", x=evil)


def test_an_error_message_interrupts_and_a_good_one_does_not():
    assert 'role="alert"' in show('{% pesan "error" "Gagal" %}')
    assert 'role="status"' in show('{% pesan "success" "Tersimpan" %}')


class Votes(forms.Form):
    valid = forms.IntegerField(label="Suara sah", help_text="V.A pada kertas")
    note = forms.CharField(label="Catatan", required=False)
    checked = forms.BooleanField(label="Sudah dicocokkan")

    def clean(self):
        raise forms.ValidationError("Jumlah 247 tidak sama dengan 246.")


def test_the_error_summary_links_each_error_to_its_field():
    form = Votes({"valid": "dua"})
    page = show("{% ringkasan_galat f %}", f=form)
    assert '<a href="#id_valid">Suara sah: ' in page
    assert '<a href="#id_checked">' in page
    assert "Jumlah 247 tidak sama dengan 246." in page
    assert 'id="galat"' in page
    assert "Catatan" not in page


def test_no_errors_no_summary():
    assert show("{% ringkasan_galat f g %}", f=Votes(), g=None).strip() == ""


def test_a_field_ties_its_hint_and_its_error_to_its_input():
    page = str(Votes({"valid": "dua"}))
    for wanted in (
        'id="id_valid_helptext"',
        'id="id_valid_error"',
        'aria-describedby="id_valid_helptext id_valid_error"',
        'aria-invalid="true"',
        '<label for="id_valid">Suara sah</label>',
        "(boleh kosong)",
        '<label class="choice" for="id_checked">',
    ):
        assert wanted in page


def test_common_errors_are_good_indonesian():
    form = Votes({"valid": ""})
    assert form.errors["valid"] == ["Isian ini wajib diisi."]
    assert Votes({"valid": "x"}).errors["valid"] == ["Tulis bilangan bulat, hanya angka."]


def test_the_way_to_the_next_page_keeps_every_filter():
    page = show(
        '{% halaman p "TPS" %}',
        path="/?kode=E-201&sesudah=lama",
        p=Page((1, 2), "baru", first=False, total=10_000, more_than=True),
    )
    assert 'href="?kode=E-201&amp;sesudah=baru"' in page
    assert 'href="?kode=E-201"' in page
    assert "2 dari lebih dari 10.000 TPS" in page


def test_a_last_page_has_no_next():
    page = show('{% halaman p "TPS" %}', p=Page((1,), "", first=True, total=1))
    assert "1 dari 1 TPS" in page
    assert "href" not in page


def test_a_filter_changes_one_value_and_starts_at_page_one():
    path = "/?kode=E-201&sesudah=x&kec=73.12.01"
    assert show('{% saring kode="E-202" %}', path=path) == "?kode=E-202&amp;kec=73.12.01"
    assert show('{% saring kode="" %}', path=path) == "?kec=73.12.01"


def test_the_schedule_is_a_table_with_dates_and_its_drawing_says_nothing_more():
    rows = [
        GanttRow("a", "1", "Coklit", date(2024, 6, 24), date(2024, 7, 24), url="/t/a"),
        GanttRow("b", "2", "Penetapan", waiting=True),
    ]
    page = show('{% gantt c "Jadwal" %}', c=gantt(rows, date(2024, 7, 1), words.month))
    assert 'role="region" aria-label="Jadwal" tabindex="0"' in page
    assert "Sen 24 Jun 2024" in page
    assert '<a href="/t/a">Coklit</a>' in page
    assert page.count("belum ditentukan") == 2
    assert "hari ini" in page


def test_the_map_repeats_its_figures_as_a_table():
    corners = ((119.8, -4.4), (119.9, -4.4), (119.9, -4.3))
    areas = [Area("1", "Desa A", (corners,), 7, "7 TPS", "/w/1"), Area("2", "Desa B", (), None)]
    page = show('{% choropleth p "Peta" "TPS" %}', p=choropleth(areas, str))
    assert page.count("7 TPS") == 3  # link, tooltip and table
    assert '<a href="/w/1">Desa A</a>' in page
    assert "belum ada angka" in page
    assert "url(#arsir-peta)" in page


def test_the_place_above_a_title_ends_where_we_are():
    page = show("{% tempat c %}", c=[("Kab.", "/a"), ("TPS 007", "/b")])
    assert '<a href="/a">Kab.</a>' in page
    assert '<b aria-current="location">TPS 007</b>' in page


def test_a_moment_is_readable_by_machines_too():
    moment = datetime(2031, 11, 21, 6, tzinfo=UTC)
    with timezone.override("Asia/Makassar"):
        assert show("{% sejak m %}", m=moment) == (
            '<time datetime="2031-11-21T06:00:00+00:00">Jum 21 Nov 2031, 14.00 WITA</time>'
        )


def late(request, values):
    return f"<p>terlambat di {values['place']}</p>"


def first(request, values):
    return "<p>awal</p>"


def silent(request, values):
    return None


def test_panels_of_other_rooms_appear_in_their_order():
    for panel, order in ((late, 90), (first, 10), (silent, 20)):
        slots.register("uji", panel, order)
    try:
        page = show('{% slot "uji" place="Desa A" %}')
        assert page == "<p>awal</p>\n<p>terlambat di Desa A</p>"
        with pytest.raises(ValueError, match="already"):
            slots.register("uji", late)
    finally:
        for panel in (late, first, silent):
            slots.unregister("uji", panel)
    assert show('{% slot "uji" %}') == ""
