"""Catalogues without gettext's programs: `check`, `update` and `compile` with Babel.

Sentences are Indonesian in the source; each app translates its own into English in
`locale/en/LC_MESSAGES/django.po`. `check` fails on a sentence without translation, on one that
is no longer in the source, on unequal placeholders, and on two apps that translate the same
Indonesian words differently (Django merges all catalogues into one).
"""

import argparse
import io
import re
import sys
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import django
from babel.messages import Catalog
from babel.messages.extract import extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.conf import settings
from django.utils.translation.template import templatize

SOURCE = Path(__file__).resolve().parent.parent / "src" / "jurdil"
KEYWORDS = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
    "npgettext_lazy": ((1, "c"), 2, 3),
}
TEMPLATES = {".html", ".txt"}
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%[sd]|\{\w*\}")


@dataclass(frozen=True, order=True)
class Message:
    """A sentence of the source; `plural` is empty for one without plural."""

    text: str
    plural: str = ""
    context: str = ""

    @property
    def id(self) -> str | tuple[str, str]:
        return (self.text, self.plural) if self.plural else self.text


@dataclass
class Finding:
    """What is wrong with a catalogue, by app."""

    app: str
    problems: list[str] = field(default_factory=list)


def apps(source: Path = SOURCE) -> list[Path]:
    """The folders of the rooms and of everything else that may speak."""
    return sorted(path for path in source.iterdir() if (path / "__init__.py").exists())


def in_source(app: Path) -> dict[Message, str]:
    """Every sentence of an app's Python and templates, with the first file that says it."""
    found: dict[Message, str] = {}
    for path in sorted(app.rglob("*")):
        if path.suffix == ".py":
            text = path.read_text()
        elif path.suffix in TEMPLATES and "templates" in path.relative_to(app).parts:
            text = _as_python(path)
        else:
            continue
        for message in _messages(text):
            found.setdefault(message, str(path.relative_to(app.parent)))
    return found


def _as_python(path: Path) -> str:
    """A template as calls of gettext; indentation would confuse the tokenizer and goes."""
    text = templatize(path.read_text(), origin=str(path))
    return "\n".join(line.strip() for line in text.splitlines())


def _messages(text: str) -> Iterator[Message]:
    for _line, ids, _comments, context in extract("python", io.BytesIO(text.encode()), KEYWORDS):
        singular, plural = (ids[0], ids[1]) if isinstance(ids, tuple) else (ids, "")
        if singular:
            yield Message(singular, plural, context or "")


def po_path(app: Path, language: str = "en") -> Path:
    return app / "locale" / language / "LC_MESSAGES" / "django.po"


def read(path: Path) -> Catalog:
    """A catalogue; an empty one where there is no file yet."""
    if not path.exists():
        return Catalog(locale=path.parent.parent.name)
    with path.open("rb") as file:
        return read_po(file, locale=path.parent.parent.name)


def in_catalogue(catalog: Catalog) -> dict[Message, tuple[str, ...]]:
    """The translations of a catalogue by sentence; a fuzzy one counts as none."""
    translations = {}
    for entry in catalog:
        if not entry.id:
            continue
        ids = entry.id if isinstance(entry.id, tuple) else (entry.id, "")
        strings = entry.string if isinstance(entry.string, tuple) else (entry.string,)
        message = Message(ids[0], ids[1], entry.context or "")
        translations[message] = ("",) if entry.fuzzy else tuple(text or "" for text in strings)
    return translations


def check(source: Path = SOURCE) -> list[Finding]:
    """Everything that is wrong, by app; nothing when all catalogues are complete."""
    findings, said = [], {}
    for app in apps(source):
        wanted, have = in_source(app), in_catalogue(read(po_path(app)))
        finding = Finding(app.name, _compare(wanted, have))
        if wanted and not (app / "apps.py").exists():
            finding.problems.append("speaks, but is no app: Django will not find its catalogue")
        for message, strings in have.items():
            if not all(strings):
                continue
            key = (message.text, message.context)
            other, earlier = said.setdefault(key, (app.name, strings))
            if earlier != strings:
                finding.problems.append(
                    f"{message.text!r} is {strings[0]!r} here and {earlier[0]!r} in {other}: "
                    "give one of them a context"
                )
        if finding.problems:
            findings.append(finding)
    return findings


def _compare(wanted: dict[Message, str], have: dict[Message, tuple[str, ...]]) -> list[str]:
    problems = []
    for message, place in wanted.items():
        strings = have.get(message, ())
        if not strings or not all(text.strip() for text in strings):
            problems.append(f"not translated: {message.text!r} ({place})")
        elif any(_holes(text) != _holes(message.text) for text in strings):
            problems.append(f"placeholders differ: {message.text!r} -> {strings[-1]!r}")
    problems += [f"no longer in the source: {old.text!r}" for old in have if old not in wanted]
    return problems


def _holes(text: str) -> list[str]:
    return sorted(PLACEHOLDER.findall(text.replace("%%", "")))


def update(source: Path = SOURCE, only: Collection[str] = ()) -> dict[str, int]:
    """Add what is missing with an empty translation, drop what is stale; counts to fill by app."""
    empty = {}
    for app in apps(source):
        if only and app.name not in only:
            continue
        wanted, path = in_source(app), po_path(app)
        if not wanted and not path.exists():
            continue
        have = in_catalogue(read(path))
        catalog = Catalog(locale="en", project="Jurdil", charset="utf-8", fuzzy=False)
        for message in sorted(wanted):
            strings = have.get(message) or ("",)
            value = strings if message.plural and len(strings) > 1 else strings[0]
            if message.plural and isinstance(value, str):
                value = (value, value)
            catalog.add(message.id, value, context=message.context or None)
        empty[app.name] = sum(not all(have.get(message, ("",))) for message in wanted)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(_printed(catalog))
    return empty


def _printed(catalog: Catalog) -> bytes:
    """The file's text; dates are left out so that two people changing it do not collide there."""
    buffer = io.BytesIO()
    write_po(buffer, catalog, width=100, omit_header=True, sort_output=True)
    head = (
        'msgid ""\nmsgstr ""\n"Language: en\\n"\n'
        '"Content-Type: text/plain; charset=utf-8\\n"\n'
        '"Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n\n'
    )
    return head.encode() + buffer.getvalue()


def compile_all(source: Path = SOURCE) -> int:
    """Write the .mo file beside every .po file; returns how many."""
    files = sorted(source.glob("*/locale/*/LC_MESSAGES/*.po"))
    for path in files:
        with path.with_suffix(".mo").open("wb") as out:
            write_mo(out, read(path))
    return len(files)


def _start() -> None:
    if not settings.configured:
        settings.configure(USE_I18N=True)
        django.setup()


def main(argv: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("command", choices=["check", "update", "compile"])
    parser.add_argument("app", nargs="*", help="update: only these apps")
    arguments = parser.parse_args(argv)
    command = arguments.command
    _start()
    if command == "compile":
        print(f"{compile_all()} catalogues compiled")
        return 0
    if command == "update":
        for app, count in update(only=arguments.app).items():
            print(f"{app}: {count} to translate")
        return 0
    findings = check()
    for finding in findings:
        for problem in finding.problems:
            print(f"{finding.app}: {problem}")
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main())
