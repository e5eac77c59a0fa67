"""Printing and keeping figures."""

from __future__ import annotations

import json
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

RESULTS = Path(__file__).resolve().parents[1] / "results"


class Report:
    """The figures of one benchmark, each with the target it is held to."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.figures: list[dict[str, Any]] = []
        self.raw: dict[str, Any] = {}

    def figure(
        self, what: str, value: float, *, unit: str = "", at_most: float | None = None, at_least: float | None = None
    ) -> None:
        """Note and print a figure; `at_most` or `at_least` is its target."""
        met = None
        target = ""
        if at_most is not None:
            met, target = value <= at_most, f"at most {at_most:g}"
        if at_least is not None:
            met, target = value >= at_least, f"at least {at_least:g}"
        self.figures.append(
            {"what": what, "value": value, "unit": unit, "at_most": at_most, "at_least": at_least, "met": met}
        )
        mark = {True: "ok  ", False: "MISS", None: "    "}[met]
        print(f"  {mark} {what}: {value:,.3g} {unit}".rstrip() + (f" ({target})" if target else ""), flush=True)

    def keep(self, machine: dict[str, Any], *, quick: bool) -> None:
        """Write benchmarks/results/<name>.json."""
        RESULTS.mkdir(exist_ok=True)
        document = {
            "benchmark": self.name,
            "at": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime()),
            "quick": quick,
            "machine": machine,
            "figures": self.figures,
            "raw": self.raw,
        }
        (RESULTS / f"{self.name}.json").write_text(json.dumps(document, indent=2) + "\n", "utf-8")


def quantile(values: Sequence[float], share: float) -> float:
    """The smallest value that at least `share` of all values do not exceed."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]
