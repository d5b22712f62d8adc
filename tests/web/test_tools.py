"""The watchers themselves: what is planted is found, what is lawful passes."""

import shutil

import pytest
from tools import lint_templates, messages

from jurdil import law


def planted(tmp_path, name: str, text: str):
    path = tmp_path / "ruang" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    return [finding.rule for finding in lint_templates.lint(tmp_path)]


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ('<p style="color:red">x</p>', "inline style"),
        ("<style>p{}</style>", "inline style"),
        ("<script>alert(1)</script>", "inline script"),
        ('<button onclick="go()">x</button>', "inline handler"),
        ('<div hx-on:click="go()">x</div>', "inline handler"),
        ('<a href="javascript:go()">x</a>', "inline handler"),
        ('<img src="https://contoh.example/a.png">', "foreign host"),
        ('<link href="//contoh.example/a.css">', "foreign host"),
        ("{{ a|add:1 }}", "arithmetic"),
        ("{% widthratio a b 100 %}", "arithmetic"),
        ("{{ a|divisibleby:2 }}", "arithmetic"),
        ("{% load mathfilters %}", "arithmetic"),
    ],
)
def test_a_planted_fault_in_a_template_is_found(tmp_path, text, rule):
    assert rule in planted(tmp_path, "templates/ruang/a.html", f"<p>\n{text}\n</p>")


@pytest.mark.parametrize(
    "text",
    [
        '<script type="application/json" id="d">{"a": 1}</script>',
        '<script src="/static/a.js" defer></script>',
        '<svg xmlns="http://www.w3.org/2000/svg"></svg>',
        '{# style="x" {{ a|add:1 }} #}',
        "{{ rows|length }} {{ address }}",
    ],
)
def test_what_a_template_may_hold_passes(tmp_path, text):
    assert planted(tmp_path, "templates/ruang/a.html", text) == []


@pytest.mark.parametrize(
    "line",
    [
        "total = a + b",
        "rest = len(rows) - 1",
        "share = part / whole",
        "half = n // 2",
        "a = 2 ** n",
        "n += 1",
        "x = sum(votes)",
        "x = round(share, 1)",
        "import math",
        "from decimal import Decimal",
        "odd = n % 2",
    ],
)
@pytest.mark.parametrize("name", ["views.py", "views/entry.py", "views_map.py"])
def test_arithmetic_in_a_view_is_found(tmp_path, name, line):
    assert planted(tmp_path, name, f"def view(request):\n    {line}\n") == ["arithmetic in a view"]


@pytest.mark.parametrize(
    "line",
    [
        'text = "a" + name',
        'text = _("%(n)s baris") % {"n": n}',
        "rows = [head] + rows",
        'path = folder / "a.csv"',
        'path = self.home / name / "b"',
        "flags = a | b",
    ],
)
def test_joining_words_lists_and_paths_is_no_arithmetic(tmp_path, line):
    assert planted(tmp_path, "views.py", f"def view(request):\n    {line}\n") == []


def test_only_views_are_read_for_arithmetic(tmp_path):
    assert planted(tmp_path, "queries.py", "total = a + b\n") == []


def test_a_finding_names_file_and_line(tmp_path, capsys):
    planted(tmp_path, "templates/a.html", "<p>\n<b style='x'>y</b>")
    assert lint_templates.main([str(tmp_path)]) == 1
    assert "a.html:2: inline style" in capsys.readouterr().out


def test_this_house_holds_none_of_it():
    assert [str(finding) for finding in lint_templates.lint()] == []


TEMPLATE = """{% load i18n %}
  {% translate "Simpan" %}
    {% blocktranslate count n=n %}{{ n }} baris{% plural %}{{ n }} barisan{% endblocktranslate %}
{% translate "Selesai" context "jadwal" %}
"""


@pytest.fixture
def room(tmp_path):
    app = tmp_path / "ruang"
    (app / "templates" / "ruang").mkdir(parents=True)
    (app / "__init__.py").touch()
    (app / "apps.py").write_text("x = 1\n")
    (app / "forms.py").write_text("label = _('Nama %(n)s')\nother = gettext_lazy('Surat')\n")
    (app / "templates" / "ruang" / "a.html").write_text(TEMPLATE)
    return app


def fill(app, **words):
    path = messages.po_path(app)
    text = path.read_text()
    for indonesian, english in words.items():
        old = indonesian.replace("_", " ")
        text = text.replace(f'msgid "{old}"\nmsgstr ""', f'msgid "{old}"\nmsgstr "{english}"')
    path.write_text(text)


def problems(source):
    return [problem for finding in messages.check(source) for problem in finding.problems]


def test_every_sentence_of_python_and_templates_is_seen(room):
    found = messages.in_source(room)
    assert {message.text for message in found} == {
        "Nama %(n)s",
        "Surat",
        "Simpan",
        "%(n)s baris",
        "Selesai",
    }
    assert messages.Message("Selesai", context="jadwal") in found
    assert messages.Message("%(n)s baris", "%(n)s barisan") in found


def test_a_sentence_without_translation_fails_until_it_is_filled_in(room):
    assert len(problems(room.parent)) == 5
    assert messages.update(room.parent) == {"ruang": 5}
    fill(room, Surat="Letter", Simpan="Save")
    left = problems(room.parent)
    assert len(left) == 3
    assert not any("Surat" in problem for problem in left)
    assert messages.update(room.parent) == {"ruang": 3}
    assert 'msgstr "Letter"' in messages.po_path(room).read_text()


def test_unequal_placeholders_and_stale_sentences_fail(room):
    messages.update(room.parent)
    path = messages.po_path(room)
    path.write_text(
        path.read_text().replace('"Nama %(n)s"\nmsgstr ""', '"Nama %(n)s"\nmsgstr "Name %(m)s"')
        + '\nmsgid "Lama"\nmsgstr "Old"\n'
    )
    found = problems(room.parent)
    assert any("placeholders differ: 'Nama %(n)s'" in problem for problem in found)
    assert "no longer in the source: 'Lama'" in found


def test_a_fuzzy_translation_is_none(room):
    messages.update(room.parent)
    path = messages.po_path(room)
    path.write_text(
        path.read_text().replace(
            'msgid "Surat"\nmsgstr ""', '#, fuzzy\nmsgid "Surat"\nmsgstr "Letter"'
        )
    )
    assert any("not translated: 'Surat'" in problem for problem in problems(room.parent))


def test_two_rooms_may_not_translate_one_word_in_two_ways(room):
    other = room.parent / "lain"
    shutil.copytree(room, other)
    messages.update(room.parent)
    fill(room, Surat="Letter")
    fill(other, Surat="Paper")
    assert any("give one of them a context" in problem for problem in problems(room.parent))


def test_catalogues_are_compiled_without_gettext_s_programs(room):
    import gettext

    messages.update(room.parent)
    fill(room, Surat="Letter")
    assert messages.compile_all(room.parent) == 1
    with messages.po_path(room).with_suffix(".mo").open("rb") as file:
        assert gettext.GNUTranslations(file).gettext("Surat") == "Letter"


def test_the_frame_is_fully_translated():
    frame = messages.SOURCE / "web"
    have = messages.in_catalogue(messages.read(messages.po_path(frame)))
    assert set(have) == set(messages.in_source(frame))
    assert [message.text for message, strings in have.items() if not all(strings)] == []


def test_the_law_speaks_through_data_and_needs_no_catalogue():
    from pathlib import Path

    assert messages.in_source(Path(law.__file__).parent) == {}
