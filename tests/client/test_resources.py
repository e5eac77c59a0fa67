"""Datasets, projects, items, exports, people: what the client makes of the API."""

from __future__ import annotations

import csv
import hashlib
from pathlib import Path

import httpx2 as httpx
import pytest

import labeldesk
from support.client import make_project
from support.desk import PASSWORD, Desk
from support.server import Server


def name(tmp_path: Path, what: str = "data") -> str:
    return f"{what} {tmp_path.parent.name} {tmp_path.name}"


def test_folder_becomes_a_dataset_of_texts(client: labeldesk.Desk, tmp_path: Path) -> None:
    folder = tmp_path / "texts"
    (folder / "deep").mkdir(parents=True)
    (folder / "a.txt").write_text("first", "utf-8")
    (folder / "deep" / "b.TXT").write_text("second", "utf-8")
    (folder / "notes.pdf").write_bytes(b"%PDF-")
    (folder / ".hidden.txt").write_text("third", "utf-8")
    with pytest.warns(UserWarning, match="1 file in .* left out"):
        made = client.datasets.upload(name(tmp_path), folder)
    assert made.kind == "file"
    assert [file["name"] for file in made.files] == ["a.txt", "deep/b.TXT"]


def test_upload_called_again_goes_on_or_is_done(client: labeldesk.Desk, tmp_path: Path) -> None:
    paths = [tmp_path / "a.csv", tmp_path / "b.csv"]
    for path in paths:
        path.write_text("text\n" + path.name + "\n", "utf-8")
    first = client.datasets.upload(name(tmp_path), paths[0])
    both = client.datasets.upload(name(tmp_path), paths)
    assert (first.id, both.data["file_count"]) == (both.id, 2)
    assert client.datasets.upload(name(tmp_path), paths).data["file_count"] == 2
    paths[0].write_text("text\nchanged\n", "utf-8")
    with pytest.raises(labeldesk.Conflict) as raised:
        client.datasets.upload(name(tmp_path), paths)
    assert raised.value.code == "name_taken"


def test_large_file_arrives_whole(client: labeldesk.Desk, tmp_path: Path) -> None:
    path = tmp_path / "large.csv"
    path.write_text("text\n" + "".join(f"row {n} {'x' * 200}\n" for n in range(20_000)), "utf-8")
    made = client.datasets.upload(name(tmp_path), path)
    assert made.files[0]["sha256"] == hashlib.sha256(path.read_bytes()).hexdigest()
    assert made.preview()["columns"] == [{"name": "text", "sample": ("row 0 " + "x" * 200)[:80]}]
    made.delete()
    with pytest.raises(labeldesk.NotFound):
        client.datasets.get(made.id)


@pytest.mark.parametrize(
    ("files", "code"),
    [
        ([], "no_files"),
        (["gone.csv"], "file_missing"),
        (["a.txt", "b.csv"], "kind_mixed"),
        (["x/a.txt", "y/a.txt"], "duplicate_file"),
    ],
)
def test_wrong_files_are_refused_before_anything_is_made(
    client: labeldesk.Desk, tmp_path: Path, files: list[str], code: str
) -> None:
    for file in files:
        if file != "gone.csv":
            (tmp_path / file).parent.mkdir(exist_ok=True)
            (tmp_path / file).write_text("text\n", "utf-8")
    with pytest.raises(labeldesk.Invalid) as raised:
        client.datasets.upload(name(tmp_path), [tmp_path / file for file in files])
    assert raised.value.code == code
    with pytest.raises(labeldesk.NotFound):
        client.datasets[name(tmp_path)]


@pytest.mark.parametrize(
    "labels",
    [
        {"Animal": ["Cat", "Dog"], "Color": {"Dark": ["Black"], "Light": ["White", "Silver"]}, "Other": None},
        ["Animal/Cat", "Animal/Dog", "Color/Dark/Black", "Color/Light/White", "Color/Light/Silver", "Other"],
        [{"name": "Animal", "children": ["Cat", {"name": "Dog", "color": "#112233"}]},
         {"name": "Color", "children": [{"name": "Dark", "children": ["Black"]}, "Light/White", "Light/Silver"]},
         "Other"],
    ],
    ids=["nested", "paths", "objects"],
)  # fmt: skip
def test_label_trees_in_every_form(client: labeldesk.Desk, tmp_path: Path, labels: object) -> None:
    project = make_project(client, tmp_path, 3, labels=labels)
    assert project.labels() == [
        "Animal", "Animal/Cat", "Animal/Dog", "Color", "Color/Dark", "Color/Dark/Black", "Color/Light",
        "Color/Light/White", "Color/Light/Silver", "Other",
    ]  # fmt: skip


def test_every_problem_of_a_project_is_named(client: labeldesk.Desk, tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("text\none\n", "utf-8")
    dataset = client.datasets.upload(name(tmp_path), path)
    with pytest.raises(labeldesk.Invalid) as raised:
        client.projects.create("", task_type="multiclass", dataset=dataset, labels=["a", "a"], text_columns=["nope"])
    found = {(problem.field, problem.code) for problem in raised.value.problems}
    assert found == {
        ("name", "required"), ("labels.1.name", "duplicate_label"), ("text_columns.0", "unknown_column"),
    }  # fmt: skip
    assert raised.value.request_id


def test_naming_a_column_of_the_first_row_makes_it_the_header(client: labeldesk.Desk, tmp_path: Path) -> None:
    path = tmp_path / "short.csv"
    path.write_text("TITLE\nrow 1\nrow 2\nrow 3\n", "utf-8")
    dataset = client.datasets.upload(name(tmp_path), path)
    assert dataset.preview()["header"] is False  # nothing in the file tells
    wanted = {"task_type": "multiclass", "dataset": dataset, "labels": ["a"]}
    project = client.projects.create(name(tmp_path), text_columns=["TITLE"], **wanted).wait()
    assert [item.text for item in project.items()] == ["row 1", "row 2", "row 3"]
    other = client.projects.create(name(tmp_path, "other"), text_columns=["column 1"], **wanted).wait()
    assert [item.text for item in other.items()] == ["TITLE", "row 1", "row 2", "row 3"]


def test_project_that_failed_says_why(client: labeldesk.Desk, shared_desk: Desk, tmp_path: Path) -> None:
    bad, worse = tmp_path / "a.csv", tmp_path / "b.csv"
    for file in (bad, worse):
        file.write_bytes(b"text\n" + b'"never closed\n' * 3)
    dataset = client.datasets.upload(name(tmp_path), [bad, worse])
    made = client.projects.create(
        name(tmp_path), task_type="multiclass", dataset=dataset, labels=["a"], text_columns=["text"], header=True
    )
    with pytest.raises(labeldesk.Failed, match="None of the files") as raised:
        made.wait(timeout=60)
    assert raised.value.code == "project_failed"
    assert [row["code"] for row in made.refused()] == ["unterminated_quote"] * 2


def test_projects_are_found_paused_deleted_and_restored(client: labeldesk.Desk, tmp_path: Path) -> None:
    project = make_project(client, tmp_path, 3, description="first", page_size=5)
    assert client.projects[project.name.upper()].id == client.projects.get(project.id).id == project.id
    assert project.id in [found.id for found in client.projects]
    assert project.pause().state == "paused"
    assert project.resume().state == "running"
    project.change(description="second", instructions="# Read me", lease_minutes=5)
    assert (project.data["description"], project.data["lease_minutes"], project.data["page_size"]) == ("second", 5, 5)
    assert project.data["instructions"]["markdown"] == "# Read me"
    project.delete()
    assert project.reload().state == "deleted"
    assert project.restore().state == "paused"
    with pytest.raises(labeldesk.NotFound):
        client.projects["there is no such project"]


def test_items_are_read_page_by_page(client: labeldesk.Desk, tmp_path: Path) -> None:
    project = make_project(client, tmp_path, 450)
    for task in project.tasks(limit=3):
        task.submit("no")
    items = project.items()
    assert [item.position for item in items] == list(range(1, 451))
    assert items.count() == 450
    labeled = project.items(state="labeled")
    first = labeled.first()
    assert first is not None
    assert (first.final_label, len(first.labelers), len(list(labeled))) == ("no", 1, 3)
    assert project.items(state="skipped").first() is None
    with pytest.raises(labeldesk.Invalid):
        list(project.items(state="nonsense"))


def test_export_is_downloaded_whole_with_its_manifest(client: labeldesk.Desk, tmp_path: Path) -> None:
    path = tmp_path / "formulas.csv"
    texts = ["=1+1", "plain", "'quoted", "-5 degrees"]
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([["n", "text"], *enumerate(texts)])
    dataset = client.datasets.upload(name(tmp_path), path)
    project = client.projects.create(
        name(tmp_path), task_type="multiclass", dataset=dataset, labels={"A": ["b"]}, text_columns=["text"]
    ).wait()
    with pytest.raises(labeldesk.Conflict) as raised:
        project.export()
    assert raised.value.code == "nothing_to_export"
    for task in project.tasks():
        task.submit("A/b")
    safe = project.export("csv").wait(timeout=60)
    out = tmp_path / "out"
    out.mkdir()
    written = safe.download(out)
    assert written == out / str(safe.file_name)
    with written.open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))
    assert rows == [["text", "label"], *[["'" + t if t != "plain" else t, "A/b"] for t in texts]]
    manifest = safe.manifest()
    assert manifest["sha256"] == safe.sha256 == hashlib.sha256(written.read_bytes()).hexdigest()
    assert manifest["counts"] == {"rows": 4}
    raw = project.export("csv", columns="all", label_as="leaf", formula_safe=False).wait().download(out / "raw.csv")
    with raw.open(encoding="utf-8", newline="") as file:
        assert list(csv.reader(file))[1] == ["0", "=1+1", "b"]
    assert [export.id for export in project.exports()][-1] == safe.id
    with pytest.raises(labeldesk.Invalid) as wrong:
        project.export("xlsx")
    assert wrong.value.code == "unknown_format"


def test_damaged_download_leaves_nothing(client: labeldesk.Desk, shared_desk: Desk, tmp_path: Path) -> None:
    project = make_project(client, tmp_path, 3)
    for task in project.tasks():
        task.submit("yes")
    export = project.export().wait()
    found = list(shared_desk.workspace.settings.files.rglob(str(export.file_name)))
    content = found[0].read_bytes()
    found[0].write_bytes(content.replace(b"yes", b"no!"))
    target = tmp_path / "labels.csv"
    target.write_text("what was there", "utf-8")
    with pytest.raises(labeldesk.Error) as raised:
        export.download(target)
    found[0].write_bytes(content)
    assert raised.value.code == "download_damaged"
    assert target.read_text("utf-8") == "what was there"
    assert list(tmp_path.glob("*.part")) == []


def test_invitation_link_works_without_mail(client: labeldesk.Desk, shared_server: Server, tmp_path: Path) -> None:
    project = make_project(client, tmp_path, 3)
    email = f"ana.{project.id}@example.org"
    made = client.people.invite(email, role="labeler", projects=[project])
    assert made.link is not None
    assert made.link.startswith(shared_server.url)
    body = {"token": made.link.partition("#")[2], "name": "Ana Lima", "email": email, "password": PASSWORD}
    assert httpx.post(f"{shared_server.url}/api/v1/invitations/accept", json=body).status_code == 201
    ana = client.people[email]
    assert (ana.name, ana.role, ana.projects) == ("Ana Lima", None, {project.name: "labeler"})
    ana.give_role("reviewer")
    ana.disable()
    assert client.people[email].disabled
    ana.enable()
    other = client.people.invite(role="lead")
    assert other.id in [found.id for found in client.people.invitations() if found.state == "open"]
    other.revoke()
    with pytest.raises(labeldesk.NotFound):
        client.people["nobody@example.org"]


def test_tokens_of_my_own(client: labeldesk.Desk, shared_server: Server) -> None:
    made = client.tokens.create("laptop", scopes=["read"], days=1)
    assert made.secret is not None
    with labeldesk.connect(shared_server.url, token=made.secret) as reader:
        list(reader.projects)
        with pytest.raises(labeldesk.NotAllowed):
            reader.datasets.create("not allowed")
    assert made.id in [token.id for token in client.tokens]
    made.delete()
    with pytest.raises(labeldesk.SignedOut):
        labeldesk.connect(shared_server.url, token=made.secret)
