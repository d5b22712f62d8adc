"""`jurdil account`, `jurdil ledger` and `jurdil verify`."""

import argparse
import getpass
import sys
from collections.abc import Callable
from datetime import date

from jurdil.kernel import chain
from jurdil.kernel.starting import start_django

Command = Callable[[argparse.Namespace], int]


def add_parser(sub: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    account = sub.add_parser("account", help="make accounts and grant roles")
    _account(account.add_subparsers(dest="verb", metavar="VERB", required=True))
    ledger = sub.add_parser("ledger", help="export the ledger, print its head")
    _ledger(ledger.add_subparsers(dest="verb", metavar="VERB", required=True))
    verify = sub.add_parser("verify", help="verify an exported ledger; needs no database")
    verify.add_argument("file", metavar="FILE", help="exported JSON lines; - reads standard input")
    verify.add_argument("--head", metavar="H", help="the head printed on a paper, or its beginning")
    verify.set_defaults(run=_verify)


def _account(verbs: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    create = verbs.add_parser("create", help="make an account and, with --role, its first role")
    create.add_argument("username")
    create.add_argument("--name", required=True, help="the person's name")
    create.add_argument("--email", default="")
    create.add_argument("--role", help="a role code, e.g. pengelola; see jurdil account roles")
    create.add_argument("--path", default="", help="place code; default: the whole office")
    create.set_defaults(run=_refusable(_create))

    grant = verbs.add_parser("grant", help="grant a role to an account")
    grant.add_argument("username")
    grant.add_argument("role")
    grant.add_argument("--path", default="", help="place code; default: the whole office")
    grant.add_argument("--from", dest="valid_from", type=date.fromisoformat, metavar="YYYY-MM-DD")
    grant.add_argument("--until", type=date.fromisoformat, metavar="YYYY-MM-DD")
    grant.add_argument("--basis", default="", help="number and date of the decree")
    grant.set_defaults(run=_refusable(_grant))

    password = verbs.add_parser("password", help="give an account a new password")
    password.add_argument("username")
    password.set_defaults(run=_refusable(_password))

    roles = verbs.add_parser("roles", help="print the roles of this office")
    roles.set_defaults(run=_roles)


def _ledger(verbs: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    export = verbs.add_parser("export", help="write the whole ledger as JSON lines")
    export.add_argument("file", nargs="?", default="-", metavar="FILE", help="default: - (output)")
    export.set_defaults(run=_export)
    head = verbs.add_parser("head", help="print the number of entries and the head")
    head.set_defaults(run=_head)


def _verify(args: argparse.Namespace) -> int:
    try:
        if args.file == "-":
            count, head = chain.verify(sys.stdin, args.head)
        else:
            with open(args.file, encoding="utf-8", newline="\n") as lines:
                count, head = chain.verify(lines, args.head)
    except chain.Broken as broken:
        print(f"BROKEN: {broken}")
        return 1
    except (OSError, UnicodeDecodeError) as error:
        print(f"{args.file} cannot be read: {error}", file=sys.stderr)
        return 2
    print(f"OK: {count} entries, head {head}")
    if args.head is None:
        print("Compare the head with the one on a signed paper, or give it with --head.")
    return 0


def _refusable(command: Command) -> Command:
    """Run a command against the database; a refusal is one sentence and exit code 2."""

    def run(args: argparse.Namespace) -> int:
        start_django()
        from django.core.exceptions import ObjectDoesNotExist, ValidationError

        from jurdil.kernel.acts import Refused

        try:
            return command(args)
        except Refused as refusal:
            print(refusal, file=sys.stderr)
        except ValidationError as error:
            print(" ".join(error.messages), file=sys.stderr)
        except ObjectDoesNotExist as error:
            print(error, file=sys.stderr)
        return 2

    return run


def _create(args: argparse.Namespace) -> int:
    from jurdil.kernel.actions import accounts

    made = accounts.create_account(
        by=_system(),
        username=args.username,
        name=args.name,
        email=args.email,
        password=_new_password(),
    )
    print(f"{made.username}: account {made.pk}")
    if args.role:
        args.valid_from, args.until, args.basis = None, None, ""
        return _grant(args)
    return 0


def _grant(args: argparse.Namespace) -> int:
    from jurdil.kernel import clock
    from jurdil.kernel.actions import accounts

    by = _system()
    grant = accounts.grant_role(
        by=by,
        account_id=_account_id(args.username),
        role=args.role,
        path=args.path or by.path,
        valid_from=args.valid_from or clock.today(),
        valid_until=args.until,
        basis=args.basis,
    )
    print(f"{args.username}: {grant.role} {grant.path}")
    return 0


def _password(args: argparse.Namespace) -> int:
    from jurdil.kernel.actions import accounts

    account_id = _account_id(args.username)
    accounts.reset_password(by=_system(), account_id=account_id, password=_new_password())
    print(f"{args.username}: new password set, all sessions ended")
    return 0


def _roles(_args: argparse.Namespace) -> int:
    start_django()
    from jurdil.kernel.roles import roles_of

    for role in roles_of(_system().house):
        print(f"{role.code:15} {role.name.en}")
    return 0


def _export(args: argparse.Namespace) -> int:
    start_django()
    from jurdil.kernel.queries import ledger

    lines = ledger.export(_system())
    if args.file == "-":
        for line in lines:
            print(line)
        return 0
    with open(args.file, "w", encoding="utf-8", newline="\n") as target:
        target.writelines(f"{line}\n" for line in lines)
    print(f"{args.file}: {ledger.head(_system()).count} entries")
    return 0


def _head(_args: argparse.Namespace) -> int:
    start_django()
    from jurdil.kernel.queries import ledger

    head = ledger.head(_system())
    print(head.count, head.hash)
    return 0


def _system():
    """The command line's viewer. Exits with a sentence when there is no office yet."""
    from jurdil.kernel import clock
    from jurdil.kernel.viewer import system_viewer

    office = clock.office()
    if office is None:
        sys.exit("There is no office yet; run 'jurdil init --regency CODE' first.")
    return system_viewer(office.path, office.kind)


def _account_id(username: str) -> int:
    from jurdil.kernel.models import Account

    return Account.objects.get_by_natural_key(username).pk


def _new_password() -> str:
    """Asked twice at a terminal; one line of standard input otherwise, for scripts."""
    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\n")
    first = getpass.getpass("Password: ")
    if getpass.getpass("Again: ") != first:
        sys.exit("The two passwords differ; nothing was changed.")
    return first
