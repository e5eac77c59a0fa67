"""Seeded rows of about 250 bytes in several columns."""

from __future__ import annotations

import csv
import random
from collections.abc import Iterator
from pathlib import Path

HEADER = ["id", "title", "text", "source", "date"]
_LETTERS = "etaoinshrdlucmfwypvbgkjqxz"


def iterate(count: int, *, seed: int = 1) -> Iterator[list[str]]:
    """So many rows; the same for the same seed. Some have commas, quotes, line breaks and other scripts."""
    source = random.Random(seed)
    words = ["".join(source.choices(_LETTERS, k=source.randint(2, 10))) for _ in range(5000)]
    words += ["«été»", "naïve", "東京都", "данные", 'so "called"', "one, two", "🙂"]
    phrases = [" ".join(source.choices(words, k=source.randint(5, 9))) for _ in range(20_000)]
    for number in range(1, count + 1):
        text = ". ".join(source.choices(phrases, k=4))
        if number % 500 == 0:
            text += "\nsecond line"
        day = source.randrange(28) + 1
        yield [str(number), phrases[number % len(phrases)][:40], text, "newswire", f"2024-03-{day:02}"]


def write_csv(path: Path, count: int, *, seed: int = 1) -> int:
    """Write them as a CSV file; returns its bytes. A file already there is kept."""
    if not path.exists():
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(HEADER)
            writer.writerows(iterate(count, seed=seed))
    return path.stat().st_size
