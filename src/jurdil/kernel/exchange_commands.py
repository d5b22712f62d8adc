"""`jurdil exchange`: our card, another office's card, a package from a stick."""

import argparse
import sys
from pathlib import Path

from jurdil.kernel.starting import start_django


def add_parser(sub: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    exchange = sub.add_parser("exchange", help="introduce another office, take in a package file")
    verbs = exchange.add_subparsers(dest="verb", metavar="VERB", required=True)
    card = verbs.add_parser("card", help="print this office's card")
    card.set_defaults(run=_card)
    introduce = verbs.add_parser("introduce", help="enter another office's card")
    introduce.add_argument("file", metavar="FILE", help="the card; - reads standard input")
    introduce.add_argument(
        "--fingerprint", help="as typed from its paper; confirms the key at once"
    )
    introduce.add_argument("--letter", default="", help="number and day of that paper")
    introduce.set_defaults(run=_introduce)
    take = verbs.add_parser("take", help="take in a package or a receipt from a file")
    take.add_argument("file", metavar="FILE", type=Path)
    take.set_defaults(run=_take)


def _card(_args: argparse.Namespace) -> int:
    _start()
    from jurdil.kernel.exchange import cards, keys

    print(cards.written(keys.newest().card))
    return 0


def _introduce(args: argparse.Namespace) -> int:
    by = _start()
    from jurdil.kernel.actions import partners
    from jurdil.kernel.acts import Refused

    text = sys.stdin.read() if args.file == "-" else Path(args.file).read_text("ascii", "replace")
    try:
        key = partners.introduce(by=by, card_text=text)
        if args.fingerprint:
            facts = {"fingerprint": args.fingerprint, "letter": args.letter}
            key = partners.confirm(by=by, key_id=key.pk, **facts)
    except Refused as refusal:
        print(refusal, file=sys.stderr)
        return 2
    state = "confirmed" if key.in_force else "waits for its paper"
    print(f"{key.partner.name}: {state}")
    return 0


def _take(args: argparse.Namespace) -> int:
    by = _start()
    from jurdil.kernel.exchange import arriving
    from jurdil.kernel.exchange.reasons import sentence

    answer = arriving.from_stick(by, args.file.read_bytes())
    words = sentence(answer.code, answer.facts)
    print(words.id, file=sys.stdout if answer.taken else sys.stderr)
    return 0 if answer.taken else 2


def _start():
    """The command line's viewer. Exits with a sentence when there is no office yet."""
    start_django()
    from jurdil.kernel import clock
    from jurdil.kernel.viewer import system_viewer

    office = clock.office()
    if office is None:
        sys.exit("There is no office yet; run 'jurdil init --regency CODE' first.")
    return system_viewer(office.path, office.kind)
