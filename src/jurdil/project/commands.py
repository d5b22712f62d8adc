"""`jurdil init`, `demo`, `serve` and `manage`."""

import argparse
import sys

from jurdil.kernel.starting import start_django


def add_parser(sub: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    init = sub.add_parser("init", help="set up this office: regions, keys, election")
    init.add_argument("--regency", required=True, metavar="73.12", help="Kemendagri code")
    init.add_argument("--election", metavar="CODE", help="regime, e.g. pemilu-2024")
    init.add_argument("--office", choices=["kpu", "bawaslu"], default="kpu")
    init.set_defaults(run=_init)

    demo = sub.add_parser("demo", help="build the demo office and serve it")
    demo.add_argument("--no-serve", action="store_true", help="only build")
    demo.add_argument("--size", choices=["small", "full"], default="small")
    demo.add_argument("--port", type=int, default=8000)
    demo.set_defaults(run=_demo)

    serve = sub.add_parser("serve", help="serve this office (web and background jobs)")
    serve.add_argument("--host", default="127.0.0.1")
    serve.add_argument("--port", type=int, default=8000)
    serve.set_defaults(run=_serve)

    manage = sub.add_parser("manage", help="Django's own commands, for administrators")
    manage.add_argument("arguments", nargs=argparse.REMAINDER)
    manage.set_defaults(run=_manage)


def _init(args: argparse.Namespace) -> int:
    start_django()
    from jurdil.kernel.acts import Refused
    from jurdil.project import founding

    try:
        founded = founding.found(regency=args.regency, office=args.office, regime=args.election)
    except (Refused, founding.Unfit) as refusal:
        print(refusal, file=sys.stderr)
        return 2
    print(founded.summary())
    return 0


def _demo(args: argparse.Namespace) -> int:
    from jurdil.project import demo_home

    demo_home.prepare()
    start_django()
    from jurdil.project.demo import build

    print(build.build(args.size), flush=True)
    if args.no_serve:
        return 0
    from jurdil.kernel import serving

    print(build.logins(args.port))
    return serving.serve("127.0.0.1", args.port)


def _serve(args: argparse.Namespace) -> int:
    start_django()
    from jurdil.kernel import serving

    return serving.serve(args.host, args.port)


def _manage(args: argparse.Namespace) -> int:
    start_django()
    from django.core.management import execute_from_command_line

    execute_from_command_line(["jurdil manage", *args.arguments])
    return 0
