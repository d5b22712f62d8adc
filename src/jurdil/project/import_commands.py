"""`jurdil import`: preview a file, and bring it in with `--commit`."""

import argparse
from pathlib import Path

from jurdil.kernel.starting import start_django


def add_parser(sub: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = sub.add_parser(
        "import",
        help="preview a file and bring it in",
        description=(
            "Read a file and print what would be taken, skipped and is missing. Nothing is "
            "written to the house without --commit. Without KIND the kinds of files are listed. "
            "The exit code is 2 for a file that is refused."
        ),
    )
    parser.add_argument("kind", nargs="?", metavar="KIND", help="what the file holds")
    parser.add_argument("file", nargs="?", type=Path, metavar="FILE")
    parser.add_argument("--election", metavar="CODE", help="which election, e.g. pemilu-2024")
    parser.add_argument(
        "-o",
        "--option",
        action="append",
        default=[],
        metavar="NAME[=VALUE]",
        help="a choice of this kind of file (see the list of kinds); may be repeated",
    )
    parser.add_argument("--commit", action="store_true", help="bring it in after the preview")
    parser.add_argument("--lang", choices=("id", "en"), default="id", help="language of sentences")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Run the command and return its exit code."""
    start_django()
    from django.utils import translation

    from jurdil.kernel.imports import command

    with translation.override(args.lang):
        if args.kind is None or args.file is None:
            return command.list_kinds()
        return command.import_file(
            args.kind,
            args.file,
            election=args.election,
            options=dict(_option(text) for text in args.option),
            commit=args.commit,
        )


def _option(text: str) -> tuple[str, str]:
    """``name=value``, or ``name`` alone for yes."""
    name, equals, value = text.partition("=")
    return name, value if equals else "1"
