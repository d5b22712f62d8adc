"""`jurdil law seats` and `jurdil law elected`: seats and elected candidates, without a database."""

import argparse
import csv
import io
import json
import sys
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

from jurdil.kernel import csv_files
from jurdil.law import seats as law
from jurdil.law.formats import number
from jurdil.law.regime import UnknownRegime, load_regime
from jurdil.law.seats import tables
from jurdil.law.seats.tables import BadTable, Dapil
from jurdil.law.text import Text

UNSETTLED = 3
BAD_INPUT = 2


def add_parser(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    _add_seats(commands)
    _add_elected(commands)


def _add_seats(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = commands.add_parser(
        "seats",
        help="share the seats of dapil among parties by their votes",
        description="Columns: dapil, seats, party, votes; others are ignored. Writes dapil, party, "
        "seats_won for every row. A tie that the law does not settle is named on standard error, "
        "its dapil is left out (in JSON its seats are null), and the exit code is 3. 2: the file "
        "cannot be used.",
    )
    parser.add_argument("file", metavar="VOTES.csv")
    parser.add_argument("--threshold", metavar="PERCENT", type=_percent)
    parser.add_argument(
        "--national-votes",
        metavar="FILE.csv",
        help="columns party, votes: the threshold acts on these instead of the sum over VOTES.csv",
    )
    parser.add_argument("--format", choices=("csv", "json"), default="csv")
    _common(parser, _seats)


def _add_elected(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = commands.add_parser(
        "elected",
        help="name the elected candidates of each list",
        description="Columns: dapil, party, candidate_no, sex (L or P), votes; others are ignored. "
        "Writes these columns and elected (1 or 0). Among equal votes the wider spread decides, "
        "then a woman, then the lowest number; without --spread the last two, and standard error "
        "names the candidates that it concerns. A list that stays open, or with more seats than "
        "candidates, is named there too, and the exit code is 3; the open list is left out.",
    )
    parser.add_argument("file", metavar="CANDIDATES.csv")
    parser.add_argument(
        "--seats", metavar="SEATS.csv", required=True, help="columns dapil, party, seats_won"
    )
    parser.add_argument(
        "--spread",
        metavar="FILE.csv",
        help="votes per TPS: dapil, party, candidate_no, kecamatan, desa, tps, votes",
    )
    parser.add_argument(
        "--levels",
        metavar="LIST",
        default="kecamatan,desa",
        type=_levels,
        help="levels at which the spread counts; add tps to count TPS, which is disputed",
    )
    _common(parser, _elected)


def _common(parser: argparse.ArgumentParser, run: Callable[[argparse.Namespace], int]) -> None:
    parser.add_argument("--regime", metavar="CODE", default="pemilu-2024")
    parser.add_argument("--lang", choices=("id", "en"), default="id")

    def safe(args: argparse.Namespace) -> int:
        try:
            return run(args)
        except BadTable as error:
            print(error.text.pick(args.lang), file=sys.stderr)
        except (OSError, UnknownRegime) as error:
            print(error, file=sys.stderr)
        return BAD_INPUT

    parser.set_defaults(run=safe)


def _percent(text: str) -> Decimal:
    try:
        value = Decimal(text.replace(",", "."))
    except InvalidOperation:
        raise argparse.ArgumentTypeError(f"{text!r} is no number") from None
    if not value.is_finite() or not 0 <= value <= 100:
        raise argparse.ArgumentTypeError(f"{text} is not between 0 and 100")
    return value


def _levels(text: str) -> tuple[law.Level, ...]:
    known = list(law.LEVELS)
    wanted = text.split(",")
    if wanted != known[: len(wanted)]:
        raise argparse.ArgumentTypeError(
            f"{text!r} is none of: kecamatan; kecamatan,desa; {','.join(known)}"
        )
    return tuple(law.LEVELS[name] for name in wanted)


def _cells(name: str) -> list[list[str]]:
    try:
        text = Path(name).read_text("utf-8-sig")
    except UnicodeDecodeError as error:
        where = Text(f"{name}: bukan teks UTF-8", f"{name}: not UTF-8 text")
        raise BadTable(where) from error
    first = text.partition("\n")[0]
    separator = max(",;\t", key=first.count)
    try:
        return list(csv.reader(io.StringIO(text), delimiter=separator, strict=True))
    except csv.Error as error:
        raise BadTable(
            Text(f"{name}: CSV rusak: {error}", f"{name}: broken CSV: {error}")
        ) from error


def _read(name: str, read: Callable[[tables.Cells], Any]) -> Any:
    """Read a file; a refusal says which one."""
    try:
        return read(_cells(name))
    except BadTable as error:
        if error.text.en.startswith(name):
            raise
        raise BadTable(Text(f"{name}: {error.text.id}", f"{name}: {error.text.en}")) from error


def _seats(args: argparse.Namespace) -> int:
    divisors = _divisors(args.regime)
    dapils: tuple[Dapil, ...] = _read(args.file, tables.read_votes)
    sieve = law.sift(_national(args, dapils), args.threshold)
    made = {one.name: _allocated(args, one, sieve.kept, divisors) for one in dapils}
    if args.format == "json":
        print(json.dumps(_json(args, dapils, sieve, made, divisors), ensure_ascii=False, indent=1))
    else:
        _print_csv(dapils, made)
    if args.threshold is not None:
        print(_sieved(args, sieve).pick(args.lang), file=sys.stderr)
    open_ = [one for one in dapils if not made[one.name].settled]
    for one in open_:
        print(_tie(one, made[one.name].tie).pick(args.lang), file=sys.stderr)
    return UNSETTLED if open_ else 0


def _divisors(regime: str) -> tuple[int, ...]:
    found = [one.divisors for one in load_regime(regime).contests if one.divisors]
    if not found:
        text = Text(f"{regime} tidak membagi kursi", f"{regime} shares no seats out")
        raise BadTable(text)
    return found[0]


def _national(args: argparse.Namespace, dapils: Sequence[Dapil]) -> dict[law.Party, int]:
    """The votes that the threshold acts on."""
    total: dict[law.Party, int] = {}
    for one in dapils:
        for party, votes in one.votes.items():
            total[party] = total.get(party, 0) + votes
    if args.national_votes is None:
        return total
    if args.threshold is None:
        raise BadTable(
            Text(
                "--national-votes memerlukan --threshold", "--national-votes needs --threshold too"
            )
        )
    national: dict[law.Party, int] = _read(args.national_votes, tables.read_national)
    if absent := [str(party) for party in total if party not in national]:
        raise BadTable(
            Text(
                f"{args.national_votes}: kolom party tidak memuat {', '.join(absent)}",
                f"{args.national_votes}: column party lacks {', '.join(absent)}",
            )
        )
    return national


def _sieved(args: argparse.Namespace, sieve: law.Sieve) -> Text:
    """What the threshold was made of: a file that is not the whole nation gives another one."""
    source, dropped = args.national_votes or args.file, ", ".join(map(str, sieve.dropped)) or "-"
    in_id, in_en = number(sieve.total, "id"), number(sieve.total, "en")
    return Text(
        f"ambang {args.threshold} persen dari {in_id} suara dalam {source}: paling sedikit "
        f"{number(sieve.needed, 'id')}; tidak ikut: {dropped}",
        f"threshold of {args.threshold} % of the {in_en} votes in {source}: at least "
        f"{number(sieve.needed, 'en')}; left out: {dropped}",
    )


def _allocated(
    args: argparse.Namespace, one: Dapil, kept: Sequence[law.Party], divisors: Sequence[int]
) -> law.Allocation:
    votes = {party: count for party, count in one.votes.items() if party in kept}
    try:
        return law.checked(votes, one.seats, divisors)
    except law.NoVotes as error:
        raise BadTable(
            Text(
                f"{args.file}: dapil {one.name} memiliki {one.seats} kursi, tetapi 0 suara partai "
                "yang ikut dibagi",
                f"{args.file}: dapil {one.name} has {one.seats} seats but 0 votes of parties that "
                "take part",
            )
        ) from error


def _print_csv(dapils: Sequence[Dapil], made: Mapping[str, law.Allocation]) -> None:
    rows = (
        (one.name, party, made[one.name].won.get(party, 0))
        for one in dapils
        if made[one.name].settled
        for party in one.votes
    )
    csv_files.write([tables.SEATS, *rows], sys.stdout)


def _tie(one: Dapil, tie: law.Tie | None) -> Text:
    assert tie is not None
    names = ", ".join(f"{each.party} ({each.votes} ÷ {each.divisor})" for each in tie.quotients)
    return Text(
        f"dapil {one.name}: {tie.seats} kursi terakhir belum dapat diberikan, hasil bagi sama: "
        f"{names}; undang-undang tidak mengaturnya, perlu keputusan yang dicatat",
        f"dapil {one.name}: the last {tie.seats} of its seats cannot be given, equal quotients: "
        f"{names}; the law does not settle this, a recorded decision is needed",
    )


def _json(
    args: argparse.Namespace,
    dapils: Sequence[Dapil],
    sieve: law.Sieve,
    made: Mapping[str, law.Allocation],
    divisors: Sequence[int],
) -> dict[str, Any]:
    percent = None if args.threshold is None else str(args.threshold)
    threshold = {"percent": percent, "votes": sieve.total, "needed": sieve.needed}
    return {
        "regime": args.regime,
        "article": law.ARTICLE,
        "threshold": {**threshold, "dropped": list(sieve.dropped)},
        "dapil": [_dapil_json(one, made[one.name], divisors) for one in dapils],
    }


def _dapil_json(one: Dapil, made: law.Allocation, divisors: Sequence[int]) -> dict[str, Any]:
    near = law.margin(made, divisors)
    return {
        "dapil": one.name,
        "seats": one.seats,
        "parties": [
            {
                "party": party,
                "votes": votes,
                "seats_won": made.won.get(party, 0) if made.settled else None,
                "below_threshold": party not in made.votes,
            }
            for party, votes in one.votes.items()
        ],
        "steps": [{"seat": step.seat, **_quotient(step.quotient)} for step in made.steps],
        "tie": made.tie
        and {"seats": made.tie.seats, "quotients": [_quotient(q) for q in made.tie.quotients]},
        "margin": near
        and {
            "last": _quotient(near.last),
            "next": near.next and _quotient(near.next),
            "gain": {"party": near.gaining, "votes": near.gain},
            "loss": {"party": near.losing, "votes": near.loss},
        },
    }


def _quotient(one: law.Quotient) -> dict[str, Any]:
    return {"party": one.party, "votes": one.votes, "divisor": one.divisor}


def _elected(args: argparse.Namespace) -> int:
    spread = _read(args.spread, tables.read_spread) if args.spread else {}
    levels = args.levels if args.spread else ()
    lists = _read(args.file, lambda cells: tables.read_candidates(cells, spread))
    seats = _read(args.seats, tables.read_seats)
    if absent := [key for key in lists if key not in seats]:
        dapil, party = absent[0]
        raise BadTable(
            Text(
                f"{args.seats}: tidak ada baris untuk {party} di dapil {dapil}",
                f"{args.seats}: there is no row for {party} in dapil {dapil}",
            )
        )
    made = {key: law.elect(people, seats[key], levels) for key, people in lists.items()}
    dapils = {dapil for dapil, _party in lists}
    empty = {key: law.elect((), won, ()) for key, won in seats.items() if key[0] in dapils}
    notes = _notes(args, {**empty, **made})
    _print_elected(lists, made)
    for text, _open in notes:
        print(text.pick(args.lang), file=sys.stderr)
    return UNSETTLED if any(is_open for _text, is_open in notes) else 0


def _print_elected(
    lists: Mapping[tables.ListKey, Sequence[law.Candidate]],
    made: Mapping[tables.ListKey, law.Elected],
) -> None:
    rows = (
        (
            dapil,
            party,
            one.number,
            one.sex,
            one.votes,
            int(one.number in made[dapil, party].numbers),
        )
        for (dapil, party), people in lists.items()
        if made[dapil, party].tie is None
        for one in people
    )
    csv_files.write([(*tables.CANDIDATES, "elected"), *rows], sys.stdout)


def _notes(
    args: argparse.Namespace, made: Mapping[tables.ListKey, law.Elected]
) -> list[tuple[Text, bool]]:
    """What a reader has to know of each list, and whether it leaves the list open."""
    notes: list[tuple[Text, bool]] = []
    for (dapil, party), one in made.items():
        where = f"dapil {dapil}, {party}: "
        if one.unfilled:
            notes.append((_unfilled(where, one), True))
        if one.tie is not None:
            notes.append((_no_spread(where, one.tie), True))
        elif not args.spread and (pair := _equal_at_the_seat(one)):
            notes.append((_not_compared(where, pair), False))
    return notes


def _unfilled(where: str, one: law.Elected) -> Text:
    have = len(one.order)
    return Text(
        f"{where}kursi {one.seats}, calon {have}; tidak terisi: {one.unfilled}",
        f"{where}seats {one.seats}, candidates {have}; not filled: {one.unfilled}",
    )


def _no_spread(where: str, tie: law.OpenTie) -> Text:
    numbers = ", ".join(map(str, tie.numbers))
    return Text(
        f"{where}suara sama untuk {tie.seats} kursi: nomor {numbers}; sebaran suara menurut "
        f"{tie.level.name.id} belum ada di --spread",
        f"{where}equal votes for {tie.seats} of the seats: numbers {numbers}; --spread lacks their "
        f"votes by {tie.level.name.en}",
    )


def _equal_at_the_seat(one: law.Elected) -> list[int]:
    """Numbers with the votes of the last elected when others have them too; none without votes."""
    if not 0 < one.seats < len(one.order):
        return []
    last, following = one.order[one.seats - 1].candidate, one.order[one.seats].candidate
    if last.votes != following.votes or not last.votes:
        return []
    return [each.candidate.number for each in one.order if each.candidate.votes == last.votes]


def _not_compared(where: str, pair: Sequence[int]) -> Text:
    numbers = ", ".join(map(str, pair))
    return Text(
        f"{where}suara sama: nomor {numbers}; sebaran suara seharusnya dibandingkan lebih dulu, "
        "tetapi tidak diberikan (--spread), maka jenis kelamin dan nomor urut yang menentukan",
        f"{where}equal votes: numbers {numbers}; the spread of votes comes first but was not given "
        "(--spread), so that sex and number decided",
    )
