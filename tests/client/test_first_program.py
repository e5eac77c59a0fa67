"""The program that API.md promises runs as it stands; only the address, the token and the file are a test's."""

from __future__ import annotations

import contextlib
import csv
import io
import shutil
from pathlib import Path

import pytest

from support.desk import Desk
from support.server import Server

PROGRAM = """
import labeldesk

desk = labeldesk.connect("http://127.0.0.1:8000", token=TOKEN)     # or LABELDESK_URL / LABELDESK_TOKEN
headlines = desk.datasets.upload("headlines", "headlines.csv")     # a file, several, or a folder; kind is inferred
project = desk.projects.create(
    "News desk", task_type="multiclass", dataset=headlines, text_columns=["TITLE"],
    labels=["business", "entertainment", "science_technology", "health"],
    instructions="Choose the section in which the headline would appear.")
project.wait()                                    # until initialized; raises with the reason if it failed
for task in project.tasks(limit=100):             # claims pages under lease, renews, prefetches
    task.submit("business")                       # task.text, task.fields, task.item_id, task.prelabel
print(project.progress())                         # Progress(total=…, labeled=…, skipped=…, needs_review=…, incomplete=…)
project.export("csv").wait().download("labels.csv")
"""  # noqa: E501  the promise, letter for letter
SHARED = Path(__file__).parents[3] / "shared"
REAL = SHARED / "data" / "news" / "headlines.csv"


def made_up(path: Path) -> int:
    rows = [[n, f'Headline {n}, with a comma and a "quote"', "http://example.org"] for n in range(1, 131)]
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([["ID", "TITLE", "URL"], *rows])
    return len(rows)


def run_program(server: Server, desk: Desk) -> str:
    said = io.StringIO()
    program = PROGRAM.replace("http://127.0.0.1:8000", server.url)
    with contextlib.redirect_stdout(said):
        exec(compile(program, "program", "exec"), {"TOKEN": desk.owner.token})
    return said.getvalue()


@pytest.mark.parametrize("real", [False, True], ids=["made-up", "headlines"])
def test_program_runs_as_it_stands(server: Server, served_desk: Desk, tmp_path: Path, real: bool) -> None:
    data = tmp_path / "headlines.csv"
    if real and not REAL.exists():
        pytest.skip("the public headlines are not beside this folder")
    if real:
        shutil.copy(REAL, data)
    else:
        made_up(data)

    said = run_program(server, served_desk)

    with data.open(encoding="utf-8", newline="") as file:
        titles = [row["TITLE"] for row in csv.DictReader(file)]
    total = len(titles)
    assert said == f"Progress(total={total}, labeled=100, skipped=0, needs_review=0, incomplete={total - 100})\n"
    with (tmp_path / "labels.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == 100
    assert {row["label"] for row in rows} == {"business"}
    assert {row["TITLE"].removeprefix("'") for row in rows} <= set(titles) | {t.removeprefix("'") for t in titles}
    assert [path.name for path in tmp_path.glob("*.part")] == []
    served_desk.doctor()


def test_program_is_the_promised_one() -> None:
    promise = SHARED / "API.md"
    if not promise.exists():
        pytest.skip("the interface's page is not beside this folder")
    assert PROGRAM.strip() in promise.read_text("utf-8")
