"""`jurdil init`, `demo`, `serve` and `manage`."""

import argparse
import os
import subprocess
import sys
from collections.abc import Mapping

from jurdil.kernel.starting import start_django


def add_parser(sub: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    init = sub.add_parser("init", help="set up this office: regions, keys, election")
    init.add_argument("--regency", required=True, metavar="73.12", help="Kemendagri code")
    init.add_argument("--election", metavar="CODE", help="regime, e.g. pemilu-2024")
    init.add_argument("--office", choices=["kpu", "bawaslu"], default="kpu")
    init.set_defaults(run=_init)

    demo = sub.add_parser("demo", help="build the demo offices (KPU and Bawaslu) and serve them")
    demo.add_argument("--no-serve", action="store_true", help="only build")
    demo.add_argument("--size", choices=["small", "full"], default="small")
    demo.add_argument("--port", type=int, default=8000, help="KPU's; Bawaslu's is the next one")
    demo.add_argument("--house", choices=["both", "kpu", "bawaslu"], default="both")
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
    from jurdil.kernel.roles import BAWASLU

    if args.house == BAWASLU:
        return _demo_of_bawaslu(args)
    return _demo_of_kpu(args) if args.house == "kpu" else _demo_of_both(args)


def _demo_of_kpu(args: argparse.Namespace) -> int:
    return _serve_demo(args, _build_kpu(args))


def _build_kpu(args: argparse.Namespace) -> str:
    """Build KPU's house; returns the words about its logins."""
    from jurdil.project import demo_home

    demo_home.prepare()
    start_django()
    from jurdil.project.demo import build

    print(build.build(args.size), flush=True)
    return build.logins(args.port)


def _demo_of_bawaslu(args: argparse.Namespace) -> int:
    from jurdil.kernel.roles import BAWASLU
    from jurdil.project import demo_home

    demo_home.prepare(BAWASLU)
    start_django()
    from jurdil.project.demo import overseer

    print(overseer.build(args.size), flush=True)
    return _serve_demo(args, overseer.logins(args.port))


def _serve_demo(args: argparse.Namespace, logins: str) -> int:
    if args.no_serve:
        return 0
    from jurdil.kernel import serving

    print(logins, flush=True)
    return serving.serve("127.0.0.1", args.port)


def _demo_of_both(args: argparse.Namespace) -> int:
    """Build both houses at once, Bawaslu's in a process of its own, and serve them side by side."""
    from jurdil.project import demo_home

    port = args.port + 1
    os.environ.setdefault("JURDIL_ADDRESS", f"http://127.0.0.1:{args.port}")
    environment = demo_home.beside(os.environ, port)
    environment.pop("DATABASE_URL", None)
    jurdil = [sys.executable, "-m", "jurdil.cli"]
    build = [*jurdil, "demo", "--house", "bawaslu", "--no-serve", "--size", args.size]
    with subprocess.Popen(build, env=environment) as neighbour:
        logins = _build_kpu(args)
    if not neighbour.returncode:
        _introduce(environment)
    if neighbour.returncode or args.no_serve:
        return neighbour.returncode
    with subprocess.Popen([*jurdil, "serve", "--port", str(port)], env=environment) as served:
        try:
            print(f"\nBawaslu (bw-ketua, panwascam, pkd, ptps, ...): http://127.0.0.1:{port}/")
            return _serve_demo(args, logins)
        finally:
            served.terminate()


def _introduce(environment: Mapping[str, str]) -> None:
    """Let the two houses know each other's keys."""
    from jurdil.project.demo import neighbours

    neighbours.introduce(environment)


def _serve(args: argparse.Namespace) -> int:
    start_django()
    from jurdil.kernel import serving

    return serving.serve(args.host, args.port)


def _manage(args: argparse.Namespace) -> int:
    start_django()
    from django.core.management import execute_from_command_line

    execute_from_command_line(["jurdil manage", *args.arguments])
    return 0
