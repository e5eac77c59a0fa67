"""Run benchmarks: `python benchmarks/run.py [--quick | --full] [--only sqlite|postgresql] [NAME …]`."""

from __future__ import annotations

import argparse
import importlib
import logging
import shutil
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
for place in (ROOT / "tests", ROOT / "src"):
    if str(place) not in sys.path:
        sys.path.insert(0, str(place))

import structlog  # noqa: E402  the path comes first

from kit import machine  # noqa: E402
from kit.options import Options  # noqa: E402
from support.postgres import Postgres  # noqa: E402

NAMES = ("start", "labeling", "page", "initialize", "busy", "export")


def main() -> int:
    parser = argparse.ArgumentParser(description="Each figure stands beside a raw limit measured in the same run.")
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"any of: {', '.join(NAMES)}; default: all")
    parser.add_argument("--quick", action="store_true", help="small sizes, for a look while working")
    parser.add_argument("--full", action="store_true", help="also the largest sizes")
    parser.add_argument("--only", choices=("sqlite", "postgresql"), help="measure one database only")
    given = parser.parse_args()
    if unknown := set(given.names) - set(NAMES):
        parser.error(f"no such benchmark: {', '.join(sorted(unknown))}")
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.WARNING))
    folder = Path(tempfile.mkdtemp(prefix="labeldesk-bench-"))
    postgres = Postgres(durable=True) if given.only != "sqlite" else None
    missed = 0
    try:
        if postgres:
            postgres.start()
        described = machine.describe(postgres.url("postgres") if postgres else None)
        print(" ".join(f"{name}={value}" for name, value in described.items()), flush=True)
        options = Options(given.quick, given.full, folder, sqlite=given.only != "postgresql", postgres=postgres)
        for name in given.names or NAMES:
            print(f"\n{name}", flush=True)
            began = time.monotonic()
            report = importlib.import_module(f"cases.{name}").run(options)
            report.keep(described, quick=given.quick)
            missed += sum(figure["met"] is False for figure in report.figures)
            print(f"  ({time.monotonic() - began:.0f} s)", flush=True)
    finally:
        if postgres:
            postgres.remove()
        shutil.rmtree(folder, ignore_errors=True)
    if missed:
        print(f"\n{missed} figures miss their target.")
    return 1 if missed and not given.quick else 0


if __name__ == "__main__":
    sys.exit(main())
