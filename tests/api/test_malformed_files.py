"""M1–M50: files as they come, from upload to items. Row numbers are those of the list of malformed inputs.

A refused row is listed with file, line, column and code, and the rest is imported to the last character. A refused
file is listed and the others go on; alone, it cannot become a project, or the project fails and shows nothing.

Left out: reading from datastores (the half of M40 and M45 about them); "keep" for empty texts (M3) and the strict
mode for stray quotes (M16), which are settings that do not exist.
"""

from __future__ import annotations

import codecs
import csv
import io
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import pytest

from labeldesk.exports.rules import unsafe_cell
from support.desk import Desk, Labeler, problem_of

GOOD = ["first good text", "second good text"]
GOOD_CSV = b"text,more\nfirst good text,a\nsecond good text,b\n"
BOM = codecs.BOM_UTF8
HEADER = {"header": True}


def csv_of(*texts: str, header: str = "text") -> bytes:
    """A correct one-column table, every cell quoted."""
    buffer = io.StringIO(newline="")
    csv.writer(buffer, quoting=csv.QUOTE_ALL, lineterminator="\n").writerows([[header], *([text] for text in texts)])
    return buffer.getvalue().encode()


def texts_of(desk: Desk, project: int, column: str = "text") -> list[str]:
    """The column's text of every item in import order, through the API."""
    return [next(part["value"] for part in item["fields"] if part["name"] == column) for item in desk.items(project)]


def shown_to_labeler(desk: Desk, project: int) -> list[str]:
    """What a labeler's page gets of every item, in import order: whole texts, whatever their length."""
    labeler = Labeler(desk.person("Reader", "labeler", project), project)
    tasks = labeler.claim()["tasks"]
    return [task["fields"][0]["value"] for task in sorted(tasks, key=lambda task: task["position"])]


def places(rows: list[dict[str, Any]], *, warnings: bool = False) -> list[tuple[int | None, str | None, str]]:
    return [(row["line"], row["column"], row["code"]) for row in rows if row["warning"] == warnings]


def check_counts(desk: Desk, project: int) -> None:
    """Nothing is dropped in silence: read = added + refused + left out."""
    found = desk.get(project)
    report = found["import"]
    assert report["read"] == report["added"] + report["refused"] + found["left_out"], report
    assert found["progress"]["total"] == report["added"]
    desk.doctor()


# -- tables whose rows are taken or refused one by one -------------------------------------------------------------


@dataclass
class Rows:
    """A table, the texts it gives, and what is refused of it as (line, column, code)."""

    id: str
    data: bytes
    texts: list[str]
    refused: list[tuple[int | None, str | None, str]] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    reading: dict[str, Any] = field(default_factory=lambda: {"header": True})
    name: str = "data.csv"
    column: str = "text"


LINE_SEPARATORS = "a\u2028b\u2029c\x0bd\x0ce\x85f\x1cg\x1dh\x1ei"
CONTROLS = "".join(chr(code) for code in range(1, 32) if chr(code) not in "\n\r") + "\x7f\x1b[31mred\x1b[0m"

ROWS = [
    Rows("M2-header-only", b"text,more\n", []),
    Rows("M2-header-only-without-line-end", b"text,more", []),
    Rows("M5-row-too-short", b"n,text\n1,one\n2\n3,three\n", ["one", "three"], [(3, None, "too_few_fields")]),
    Rows("M6-row-too-long", b"n,text\n1,one\n2,two,2\n3,three\n", ["one", "three"], [(3, None, "too_many_fields")]),
    Rows("M6-unquoted-comma", b"n,text\n1,a, b\n2,ok\n", ["ok"], [(2, None, "too_many_fields")]),
    Rows(
        "M5-M6-lines-count-through-quoted-line-ends",
        b'n,text\n1,"a\nb\nc"\n2\n3,d\n4,e,f\n',
        ["a\nb\nc", "d"],
        [(5, None, "too_few_fields"), (7, None, "too_many_fields")],
    ),
    Rows("M8-trailing-comma-on-all-rows", b"n,text,\n1,one,\n2,two,\n", ["one", "two"], warnings=["extra_column"]),
    Rows("M12-no-header", b"one,x\ntwo,y\n", ["one", "two"], reading={"header": False}, column="column 1"),
    Rows("M16-quote-inside-unquoted-field", b'n,text\n1,6" nails\n2,say "hi"\n', ['6" nails', 'say "hi"']),
    Rows("M17-newlines-inside-quotes", b'n,text\n1,"a\nb\r\nc\rd"\n2,e\n', ["a\nb\r\nc\rd", "e"]),
    Rows("M18-doubled-quotes", b'n,text\n1,"say ""hi"""\n2,""""\n', ['say "hi"', '"']),
    Rows("M18-backslash-kept", b'n,text\n1,"a\\"\n2,b\\n\\,c\n', ["a\\"], [(3, None, "too_many_fields")]),
    Rows(
        "M18-backslash-does-not-escape",
        b'n,text\n1,"say \\"hi\\""\n2,b\n',
        ["b"],
        [(2, None, "malformed_quotes")],
    ),
    Rows(
        "M18-text-behind-closing-quote",
        b'n,text\n1,"a"b\n2,c\n',
        ["c"],
        [(2, None, "malformed_quotes")],
    ),
    Rows(
        "M20-tsv-with-quotes-and-tabs-inside",
        b'n\ttext\n1\t"a\tb ""c"""\n2\td, e\n',
        ['a\tb "c"', "d, e"],
        name="data.tsv",
    ),
    Rows("M20-semicolon-named", b"n;text\n1;a,b\n", ["a,b"], reading={"header": True, "delimiter": ";"}),
    Rows("M20-pipe-named", b"n|text\n1|a;b\n", ["a;b"], reading={"header": True, "delimiter": "|"}),
    Rows("M21-lf", b"n,text\n1,a\n2,b\n", ["a", "b"]),
    Rows("M21-crlf", b"n,text\r\n1,a\r\n2,b\r\n", ["a", "b"]),
    Rows("M21-lone-cr", b"n,text\r1,a\r2,b\r", ["a", "b"]),
    Rows("M21-mixed", b'n,text\r\n1,a\n2,b\r3,"c\r\nd\re\nf"\r\n4,g', ["a", "b", "c\r\nd\re\nf", "g"]),
    Rows("M22-line-separators-in-cells", csv_of(LINE_SEPARATORS, "next"), [LINE_SEPARATORS, "next"]),
    Rows("M22-line-separators-unquoted", f"n,text\n1,{LINE_SEPARATORS}\n2,x\n".encode(), [LINE_SEPARATORS, "x"]),
    Rows("M23-bom", BOM + b"text,n\na,1\n", ["a"]),
    Rows("M23-bom-before-quoted-header", BOM + b'"text",n\na,1\n', ["a"]),
    Rows("M23-second-bom-belongs-to-the-header", BOM + BOM + b"text,n\na,1\n", ["a"], column="\ufefftext"),
    Rows("M23-utf16-with-bom", "text,n\nañ💩,1\n".encode("utf-16"), ["añ💩"]),
    Rows("M23-utf16-big-endian-with-bom", codecs.BOM_UTF16_BE + "text,n\nañ,1\n".encode("utf-16-be"), ["añ"]),
    Rows("M24-bom-in-mid-text", "text,n\na\ufeffb,1\n\ufeffc,2\n".encode(), ["a\ufeffb", "\ufeffc"]),
    Rows(
        "M29-cp949",
        "text,n\n대한민국 똠방각하,1\n".encode("cp949"),
        ["대한민국 똠방각하"],
        reading={"header": True, "encoding": "cp949"},
    ),
    Rows(
        "M29-shift-jis",
        "text,n\n表示ソ 能力,1\n".encode("shift_jis"),
        ["表示ソ 能力"],
        reading={"header": True, "encoding": "shift_jis"},
    ),
    Rows(
        "M29-gb18030",
        "text,n\n汉字 㐀 𠀀 €,1\n".encode("gb18030"),
        ["汉字 㐀 𠀀 €"],
        reading={"header": True, "encoding": "gb18030"},
    ),
    Rows(
        "M28-windows-1252-named",
        "text,n\n“naïve” – €5,1\n".encode("cp1252"),
        ["“naïve” – €5"],
        reading={"header": True, "encoding": "windows-1252"},
    ),
    Rows("M32-nul-in-shown-cell", b"n,text\n1,a\0b\n2,c\n", ["c"], [(2, "text", "nul_in_text")]),
    Rows("M32-nul-in-other-cell", b"n,text\n\0,a\n2,c\n", ["c"], [(2, "n", "nul_in_text")]),
    Rows("M32-escaped-nul-is-only-text", b"n,text\n1,a\\u0000b\n", ["a\\u0000b"]),
    Rows("M33-control-characters", csv_of(CONTROLS, "x"), [CONTROLS, "x"]),
    Rows(
        "M46-formulas-verbatim",
        csv_of("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", '=HYPERLINK("http://x")', " =x", '"=x'),
        ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", '=HYPERLINK("http://x")', " =x", '"=x'],
    ),
    Rows(
        "M47-number-like",
        b"n,text\n1,007\n2,1e5\n3,NaN\n4,null\n5,TRUE\n6,2024-01-02\n7,1_000\n8,-0\n9,None\n",
        ["007", "1e5", "NaN", "null", "TRUE", "2024-01-02", "1_000", "-0", "None"],
    ),
    Rows(
        "M48-spaces-kept",
        "n,text\n1,  a  \n2,\u00a0b\u00a0\n3,\u200bc\u200d\n4,\u3000d\t\n".encode(),
        ["  a  ", "\u00a0b\u00a0", "\u200bc\u200d", "\u3000d\t"],
    ),
    Rows("M48-spaces-around-quotes", b'n,text\n1, "a" \n', [' "a" ']),
    Rows("M4-blank-and-empty-cells", b'n,text\n1,\n2,"  "\n3,\t\n4,x\n', ["x"], [
        (2, "text", "empty_item"), (3, "text", "blank_item"), (4, "text", "blank_item"),
    ]),
    Rows("M4-blank-lines-are-no-rows", b"n,text\n\n1,a\n\r\n2\n\n3,b\n\n", ["a", "b"], [(5, None, "too_few_fields")]),
    Rows("M50-sep-line", b"sep=;\r\nn;text\r\n1;a,b\r\n", ["a,b"], warnings=["separator_line"]),
    Rows("M50-sep-line-behind-a-bom", BOM + b"sep=;\nn;text\n1;a\n2\n", ["a"], [(4, None, "too_few_fields")],
         warnings=["separator_line"]),
    Rows("M50-sep-line-quoted", b'"sep=;"\nn;text\n1;a\n', ["a"], warnings=["separator_line"]),
    Rows("M50-sep-as-a-header-is-data", b"sep=,text\n1,a\n", ["a"]),
    Rows("M58-noncharacters", csv_of("\ufffe\uffff\U0010ffff\ue000\ufffd", "x"),
         ["\ufffe\uffff\U0010ffff\ue000\ufffd", "x"]),
]  # fmt: skip


@pytest.mark.parametrize("case", ROWS, ids=lambda case: case.id)
def test_rows_are_taken_verbatim_or_listed(shared_desk: Desk, case: Rows) -> None:
    desk = shared_desk
    dataset = desk.dataset({case.name: case.data})
    wanted = desk.wanted(dataset, text_columns=[case.column], reading=case.reading)
    project = desk.owner.ok("POST", "/projects", wanted)["id"]
    desk.run_jobs()
    found = desk.get(project)
    assert found["state"] == "running", found["state_reason"]
    assert texts_of(desk, project, case.column) == case.texts
    rows = desk.refused(project)
    assert places(rows) == case.refused
    assert [row["code"] for row in rows if row["warning"]] == case.warnings
    assert all(row["file"] == case.name and row["message"].endswith(".") for row in rows)
    check_counts(desk, project)


def test_m2_a_table_of_only_a_header_says_that_it_has_no_items(desk: Desk) -> None:
    project = desk.project(b"text\n")
    labeler = Labeler(desk.person("Ana", "labeler", project), project)
    assert labeler.claim()["empty"]["reason"] == "no_items"
    told = desk.owner.ok("GET", "/notifications")["notifications"][0]
    assert told["kind"] == "initialization_done"
    assert "0 items" in told["body"]


# -- tables refused as a whole -------------------------------------------------------------------------------------


@dataclass
class Whole:
    """A file that is refused: the code, and its place."""

    id: str
    data: bytes
    code: str
    line: int | None = None
    column: str | None = None
    reading: dict[str, Any] = field(default_factory=dict)
    says: str = ""


SQLITE = b"SQLite format 3\0" + bytes(range(256)) * 8
PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(256))

FILES = [
    Whole("M9-duplicate-headers", b"text,text\na,b\n", "duplicate_header", 1, "text"),
    Whole("M10-headers-equal-after-trim", b"text, text \na,b\n", "duplicate_header", 1, "text"),
    Whole("M10-headers-equal-after-case", b"text,TEXT\na,b\n", "duplicate_header", 1, "TEXT"),
    Whole("M10-headers-equal-after-composition", "text,é,e\u0301\na,b,c\n".encode(), "duplicate_header", 1, "e\u0301"),
    Whole("M11-empty-header", b"text,,more\na,b,c\n", "empty_header", 1, "2", says="Column 2"),
    Whole("M11-blank-header", b"  ,text\na,b\n", "empty_header", 1, "1", says="Column 1"),
    Whole("M14-chosen-column-missing", b"title,more\na,b\n", "missing_column", 1, "text", says="text"),
    Whole("M15-unterminated-quote", b'text,n\na,1\n"b,2\nc,3\nd,4\n', "unterminated_quote", 3, says="line 3"),
    Whole("M15-unterminated-quote-in-the-last-row", b'text,n\n"a\nb",1\n"b,2', "unterminated_quote", 4),
    Whole("M15-unterminated-quote-in-the-header", b'"text,n\na,1\n', "unterminated_quote", 1),
    Whole("M26-utf16-without-bom", "text,n\nsome words here,1\n".encode("utf-16-le"), "encoding_unknown"),
    Whole("M26-utf16-big-endian-without-bom", "text,n\nsome words,1\n".encode("utf-16-be"), "encoding_unknown"),
    Whole("M27-utf32", "text,n\na,1\n".encode("utf-32"), "encoding_unsupported"),
    Whole("M27-utf32-big-endian", codecs.BOM_UTF32_BE + "text\na\n".encode("utf-32-be"), "encoding_unsupported"),
    Whole("M27-utf32-without-bom", "text,n\nwords,1\n".encode("utf-32-le"), "encoding_unsupported"),
    Whole("M27-utf7", b"+/v8-text,n\na,1\n", "encoding_unsupported"),
    Whole("M28-latin1-bytes", "text,n\nna\xefve,1\n".encode("latin-1"), "invalid_utf8", None, "byte 9"),
    Whole("M28-behind-a-bom", BOM + "text,n\nna\xefve,1\n".encode("latin-1"), "invalid_utf8", None, "byte 12"),
    Whole("M28-overlong-form", b"text,n\n\xc0\xaf,1\n", "invalid_utf8", None, "byte 7"),
    Whole("M28-encoded-surrogate", b"text,n\n\xed\xa0\x80,1\n", "invalid_utf8", None, "byte 7"),
    Whole("M28-character-cut-at-the-end", b"text,n\na\xe2\x82", "invalid_utf8", None, "byte 8"),
    Whole("M28-far-behind-the-first-chunk", b"text\n" + b"a\n" * 700_000 + b"\xff\n", "invalid_utf8", None,
          "byte 1400005"),
    Whole("M28-far-behind-a-bom", BOM + b"text\n" + b"a\n" * 700_000 + b"\xff\n", "invalid_utf8", None,
          "byte 1400008"),
    Whole("M28-cut-across-two-chunks", b"text\n" + b"a" * ((1 << 20) - 6) + b"\xe2\x28\n", "invalid_utf8", None,
          f"byte {(1 << 20) - 1}"),
    Whole("M29-wrong-encoding-named", b"text,n\n\xff\xff,1\n", "invalid_encoding", None, "byte 7",
          reading={"encoding": "cp949"}),
    Whole("M30-one-bad-byte-in-row-400000", b"text\n" + b"word\n" * 399_999 + b"wo\xffd\n" + b"word\n" * 5,
          "invalid_utf8", None, f"byte {5 + 5 * 399_999 + 2}"),
    Whole("M32-nul-in-a-header", b"text,a\0b\na,b\n", "nul_in_text", 1, "2"),
    Whole("M34-png", PNG, "not_text", says="PNG"),
    Whole("M34-pdf", b"%PDF-1.7\n1 0 obj\n<<>>\n", "not_text", says="PDF"),
    Whole("M34-elf", b"\x7fELF\x02\x01\x01\0" + bytes(64), "not_text"),
    Whole("M34-sqlite", SQLITE, "not_text", says="SQLite"),
    Whole("M35-gzip", b"\x1f\x8b\x08\0\0\0\0\0\0\x03" + bytes(40), "not_text", says="gzip"),
    Whole("M36-xlsx", b"PK\x03\x04\x14\0\x06\0[Content_Types].xml", "not_text", says="Office"),
    Whole("M2-nothing-at-all", b"", "empty_file"),
    Whole("M2-only-a-bom", BOM, "empty_file"),
    Whole("M2-only-line-ends", b"\n\r\n\n", "empty_file"),
]  # fmt: skip


@pytest.mark.parametrize("case", FILES, ids=lambda case: case.id)
def test_a_refused_file_is_listed_and_the_others_go_on(shared_desk: Desk, case: Whole) -> None:
    desk = shared_desk
    orders = [["good.csv", "bad.csv"], ["bad.csv", "good.csv"]]
    if case.code == "missing_column":  # the first readable file says which columns there are to choose from
        del orders[1]
    for order in orders:
        dataset = desk.dataset({name: case.data if name == "bad.csv" else GOOD_CSV for name in order})
        reading = {"header": True, "delimiter": ",", **case.reading}
        project = desk.owner.ok("POST", "/projects", desk.wanted(dataset, reading=reading))["id"]
        desk.run_jobs()
        found = desk.get(project)
        assert found["state"] == "running", found["state_reason"]
        assert texts_of(desk, project) == GOOD
        (row,) = desk.refused(project)
        assert (row["file"], row["line"], row["column"], row["code"]) == ("bad.csv", case.line, case.column, case.code)
        assert not row["warning"]
        assert case.says in row["message"]
    desk.doctor()


@pytest.mark.parametrize("case", FILES, ids=lambda case: case.id)
def test_a_refused_file_alone_never_becomes_items(shared_desk: Desk, case: Whole) -> None:
    desk = shared_desk
    reading = {"header": True, "delimiter": ",", **case.reading}
    wanted = desk.wanted(desk.dataset({"bad.csv": case.data}), reading=reading)
    reply = desk.owner.post("/projects", wanted)
    if reply.status_code == 201:  # found only by reading the file to its end, which the job does
        desk.run_jobs()
        found = desk.get(reply.json()["id"])
        assert found["state"] == "failed"
        assert "bad.csv" in found["state_reason"]
        assert case.says in found["state_reason"]
        assert [row["code"] for row in desk.refused(found["id"])] == [case.code]
        assert desk.items(found["id"]) == []
        assert found["progress"]["total"] == 0
    else:
        assert reply.status_code == 422
        body = problem_of(reply)
        missing = {"missing_column": "unknown_column"}  # with one file to choose from, the choice is what is wrong
        assert body["code"] == missing.get(case.code, case.code)
        assert case.code == "missing_column" or case.says in body["detail"]
        assert wanted["name"] not in desk.owner.get("/projects").text
    desk.doctor()


def test_m12_the_preview_asks_about_the_header(desk: Desk) -> None:
    dataset = desk.dataset({"a.csv": b"The first of many long sentences\nThe second sentence of the file\n" * 3})
    guessed = desk.owner.ok("GET", f"/datasets/{dataset}/preview")
    assert guessed["header"] is False
    assert guessed["items"] == 6
    said = desk.owner.ok("GET", f"/datasets/{dataset}/preview?header=true")
    assert said["header"] is True
    assert said["items"] == 5


def test_m15_a_quote_closed_rows_later_is_listed_at_the_row_where_it_opened(desk: Desk) -> None:
    project = desk.project(b'n,text\n1,a\n2,"b\n3,c\n4,"d"\n5,e\n')
    assert texts_of(desk, project) == ["a", "e"]
    (row,) = desk.refused(project)
    assert (row["line"], row["code"]) == (3, "malformed_quotes")
    # the rows that the open quote swallowed are not passed over in silence
    assert "line 5" in row["message"]
    check_counts(desk, project)


def test_m30_nothing_of_a_file_is_visible_while_or_after_it_is_refused(desk: Desk) -> None:
    # beyond the size up to which a single file is read through before its project is made
    data = b"text\n" + b"a word more\n" * 800_000 + b"\xff\n"
    project = desk.project(data, run=False, reading=HEADER)
    assert desk.items(project) == []
    desk.run_jobs()
    assert desk.items(project) == []
    assert desk.get(project)["progress"]["total"] == 0


def test_m42_the_same_row_twice_is_two_items_and_is_reported(desk: Desk) -> None:
    project = desk.project(b"n,text\n1,same\n1,same\n2,same\n3,other\n")
    assert texts_of(desk, project) == ["same", "same", "same", "other"]
    assert desk.get(project)["import"]["duplicates"] == 2
    check_counts(desk, project)


# -- .txt files ----------------------------------------------------------------------------------------------------


TEXTS_KEPT = [
    ("M21-line-ends", b"a\r\nb\rc\nd\r\n", "a\r\nb\rc\nd\r\n"),
    ("M22-line-separators", LINE_SEPARATORS.encode(), LINE_SEPARATORS),
    ("M23-bom", BOM + b"a", "a"),
    ("M23-two-boms", BOM + BOM + b"a", "\ufeffa"),
    ("M23-utf16", "añ💩\r\n".encode("utf-16"), "añ💩\r\n"),
    ("M24-bom-in-mid-text", "a\ufeffb".encode(), "a\ufeffb"),
    ("M33-control-characters", CONTROLS.encode(), CONTROLS),
    ("M46-formula", b"=1+1", "=1+1"),
    ("M47-number-like", b"007", "007"),
    ("M48-spaces", " \u00a0a \u200b\n ".encode(), " \u00a0a \u200b\n "),
    ("M53-decomposed", "e\u0301 한 \u1112\u1161\u11ab".encode(), "e\u0301 한 \u1112\u1161\u11ab"),
]


def test_texts_are_kept_to_the_last_character(desk: Desk) -> None:
    dataset = desk.dataset({f"{name}.txt": data for name, data, _ in TEXTS_KEPT})
    project = desk.owner.ok("POST", "/projects", desk.wanted(dataset))["id"]
    desk.run_jobs()
    assert desk.refused(project) == []
    found = {item["source"]["file"]: item["fields"][0]["value"] for item in desk.items(project)}
    assert found == {f"{name}.txt": text for name, _, text in TEXTS_KEPT}
    check_counts(desk, project)


TEXTS_REFUSED = [
    ("M3-empty", b"", "empty_item", None),
    ("M3-only-a-bom", BOM, "empty_item", None),
    ("M4-blank", b" \n\t\r\n ", "blank_item", None),
    ("M4-blank-in-other-scripts", "\u3000\u00a0\u2003\n".encode(), "blank_item", None),
    ("M26-utf16-without-bom", "some words".encode("utf-16-le"), "encoding_unknown", None),
    ("M27-utf32", "words".encode("utf-32"), "encoding_unsupported", None),
    ("M28-latin1", b"na\xefve", "invalid_utf8", "byte 2"),
    ("M28-latin1-behind-a-bom", BOM + b"na\xefve", "invalid_utf8", "byte 5"),
    ("M32-nul", b"some words\0here", "nul_in_text", None),
    ("M34-png", PNG, "not_text", None),
    ("M35-gzip", b"\x1f\x8b\x08\0" + bytes(20), "not_text", None),
]


def test_texts_that_cannot_be_items_are_listed_one_by_one(desk: Desk) -> None:
    files = {f"{name}.txt": data for name, data, _, _ in TEXTS_REFUSED}
    dataset = desk.dataset({"A.txt": b"first", **files, "Z.txt": b"last"})
    project = desk.owner.ok("POST", "/projects", desk.wanted(dataset))["id"]
    desk.run_jobs()
    assert texts_of(desk, project) == ["first", "last"]
    found = {row["file"]: (row["code"], row["column"]) for row in desk.refused(project)}
    assert found == {f"{name}.txt": (code, column) for name, _, code, column in TEXTS_REFUSED}
    check_counts(desk, project)


# -- sizes ---------------------------------------------------------------------------------------------------------


def test_m38_a_cell_beyond_the_stock_readers_limit_is_taken_whole(desk: Desk) -> None:
    long = "é" * 131_073
    project = desk.project(csv_of(long), reading=HEADER)
    assert shown_to_labeler(desk, project) == [long]
    check_counts(desk, project)


@pytest.mark.parametrize("kind", ["csv", "txt"])
def test_m39_the_longest_text_and_its_neighbours(make_desk: Callable[..., Desk], kind: str) -> None:
    limit = 1_000
    desk = make_desk(max_text_characters=limit)
    texts = ["💩" * (limit - 1), "💩" * limit, "💩" * (limit + 1)]
    if kind == "csv":
        project = desk.project(csv_of(*texts), reading=HEADER)
        assert places(desk.refused(project)) == [(4, "text", "text_too_long")]
    else:
        dataset = desk.dataset({f"{n}.txt": text.encode() for n, text in enumerate(texts)})
        project = desk.owner.ok("POST", "/projects", desk.wanted(dataset))["id"]
        desk.run_jobs()
        assert [(row["file"], row["code"]) for row in desk.refused(project)] == [("2.txt", "text_too_long")]
    assert texts_of(desk, project) == texts[:2]
    check_counts(desk, project)


def test_m39_the_limit_holds_for_columns_nobody_is_shown(make_desk: Callable[..., Desk]) -> None:
    desk = make_desk(max_text_characters=100)
    project = desk.project(b"text,more\na," + b"x" * 101 + b"\nb,y\n")
    assert texts_of(desk, project) == ["b"]
    assert places(desk.refused(project)) == [(2, "more", "text_too_long")]


@pytest.mark.parametrize("extra", [-1, 0, 1], ids=["one-below", "exactly", "one-above"])
def test_m40_the_largest_upload_and_its_neighbours(make_desk: Callable[..., Desk], extra: int) -> None:
    limit = 4_096
    desk = make_desk(max_upload_bytes=limit)
    dataset = desk.dataset({})
    reply = desk.upload(dataset, "data.csv", b"x" * (limit + extra))
    listed = desk.owner.ok("GET", f"/datasets/{dataset}")["files"]
    if extra <= 0:
        assert reply.status_code == 201
        assert [file["bytes"] for file in listed] == [limit + extra]
    else:
        assert reply.status_code == 413
        assert problem_of(reply)["code"] == "too_large"
        assert listed == []
        assert list((desk.workspace.settings.files / "uploads").glob("*")) == []


def test_m40_a_body_of_unknown_length_is_counted(make_desk: Callable[..., Desk]) -> None:
    desk = make_desk(max_upload_bytes=4_096)
    dataset = desk.dataset({})
    reply = desk.owner.call(
        "POST",
        f"/datasets/{dataset}/files?name=a.csv",
        content=iter([b"x" * 1_000] * 5),
        headers={"content-type": "application/octet-stream"},
    )
    assert reply.status_code == 413
    assert problem_of(reply)["code"] in ("too_large", "file_too_large")
    assert desk.owner.ok("GET", f"/datasets/{dataset}")["files"] == []


@pytest.mark.parametrize("rows", [4, 5, 6], ids=["one-below", "exactly", "one-above"])
@pytest.mark.parametrize("kind", ["csv", "txt"])
def test_m41_the_first_items_are_taken_and_the_rest_counted(desk: Desk, rows: int, kind: str) -> None:
    names = [f"text {n}" for n in range(rows)]
    files = (
        {"data.csv": csv_of(*names)} if kind == "csv" else {f"{n}.txt": name.encode() for n, name in enumerate(names)}
    )
    wanted = desk.wanted(desk.dataset(files), max_items=5, reading=HEADER)
    project = desk.owner.ok("POST", "/projects", wanted)["id"]
    desk.run_jobs()
    found = desk.get(project)
    assert texts_of(desk, project) == names[:5]
    assert found["left_out"] == max(0, rows - 5)
    assert found["state"] == "running"
    check_counts(desk, project)


def test_m41_refused_rows_take_no_place_and_later_files_are_left_out(desk: Desk) -> None:
    files = {"a.csv": b"n,text\n1,a\n2\n3,b\n", "b.csv": b"n,text\n1,c\n2,d\n3,e\n", "c.csv": b"n,text\n1,f\n2,g\n"}
    project = desk.owner.ok("POST", "/projects", desk.wanted(desk.dataset(files), max_items=3))["id"]
    desk.run_jobs()
    assert texts_of(desk, project) == ["a", "b", "c"]
    assert desk.get(project)["left_out"] == 4
    check_counts(desk, project)


@pytest.mark.parametrize("most", [0, -1, 10_000_001, 2**53 - 1])
def test_m41_the_most_items_has_bounds(desk: Desk, most: int) -> None:
    reply = desk.owner.post("/projects", desk.wanted(desk.dataset({"a.csv": GOOD_CSV}), max_items=most))
    assert reply.status_code == 422
    assert problem_of(reply)["problems"][0]["field"] == "max_items"


# -- files that go or change ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("change", ["shortened", "lengthened", "gone"])
@pytest.mark.parametrize("kind", ["csv", "txt"])
def test_m45_a_file_changed_behind_our_back_is_refused(desk: Desk, change: str, kind: str) -> None:
    first, second = (GOOD_CSV, GOOD_CSV) if kind == "csv" else (b"first good text", b"second good text")
    dataset = desk.dataset({f"a.{kind}": first, f"b.{kind}": second})
    project = desk.owner.ok("POST", "/projects", desk.wanted(dataset))["id"]
    uploads = desk.workspace.settings.files / "uploads"
    (stored,) = [path for path in uploads.iterdir() if path.read_bytes() == second][-1:]
    if kind == "csv":  # two files of the same bytes: the newer is the second
        stored = max(uploads.iterdir(), key=lambda path: path.stat().st_mtime_ns)
    if change == "gone":
        stored.unlink()
    else:
        stored.write_bytes(second[:-3] if change == "shortened" else second + b"more")
    desk.run_jobs()
    (row,) = desk.refused(project)
    expected = "file_missing" if change == "gone" else "changed_during_read"
    assert (row["file"], row["code"]) == (f"b.{kind}", expected)
    assert texts_of(desk, project) == (GOOD if kind == "csv" else ["first good text"])


def test_m44_an_upload_cut_off_stores_nothing(served_desk: Desk, server: Any) -> None:
    desk = served_desk
    dataset = desk.dataset({})
    head = (
        f"POST /api/v1/datasets/{dataset}/files?name=cut.csv HTTP/1.1\r\nHost: 127.0.0.1\r\n"
        f"Authorization: Bearer {desk.owner.token}\r\nContent-Type: application/octet-stream\r\n"
    )
    uploads = desk.workspace.settings.files / "uploads"
    for framing, begun in (
        ("Content-Length: 5000000\r\n\r\n", b"x" * 2_500_000),
        ("Transfer-Encoding: chunked\r\n\r\n", b"186A0\r\n" + b"x" * 100_000 + b"\r\n"),
    ):
        with server.connect() as connection:
            connection.sendall((head + framing).encode() + begun)
            end = time.monotonic() + 5
            while not list(uploads.glob("*")) and time.monotonic() < end:
                time.sleep(0.02)
        end = time.monotonic() + 5
        while list(uploads.glob("*")) and time.monotonic() < end:
            time.sleep(0.02)
        assert list(uploads.glob("*")) == []
        assert desk.owner.ok("GET", f"/datasets/{dataset}")["files"] == []
    assert desk.upload(dataset, "whole.csv", GOOD_CSV).status_code == 201
    assert "Traceback" not in server.log
    assert "unhandled_error" not in server.log


# -- names of files ------------------------------------------------------------------------------------------------


NAMES = [
    ("../../x.csv", "x.csv"),
    ("..\\..\\x.csv", "x.csv"),
    ("/etc/x.csv", "etc/x.csv"),
    ("C:\\Users\\x.csv", "Users/x.csv"),
    ("\\\\server\\share\\x.csv", "server/share/x.csv"),
    ("file:///x.csv", "x.csv"),
    ("a/./b/../x.csv", "a/b/x.csv"),
    ("a\nb\x1b[31m.csv", "ab[31m.csv"),
    ("\u202egnp.csv", "gnp.csv"),
    ("<script>.csv", "<script>.csv"),
    ("%2e%2e%2fx.csv", "%2e%2e%2fx.csv"),
    ("%252e.csv", "%252e.csv"),
    ("..;/x.csv", "..;/x.csv"),
    ("x" * 1_000 + ".csv", "x" * 396 + ".csv"),
]


def test_m92_the_name_of_an_upload_is_only_shown(desk: Desk) -> None:
    dataset = desk.dataset({})
    for given, shown in NAMES:
        reply = desk.upload(dataset, given, GOOD_CSV)
        assert reply.status_code == 201, given
        assert reply.json()["name"] == shown
    stored = list((desk.workspace.settings.files / "uploads").iterdir())
    assert len(stored) == len(NAMES)
    assert all(len(path.name) == 32 and set(path.name) <= set("0123456789abcdef") for path in stored)


def test_m35_names_of_other_types_are_refused(desk: Desk) -> None:
    dataset = desk.dataset({})
    for name in ("data.csv.gz", "data", "data.exe", "data.csv.", ".csv", "x.csv\0.png", "", "x" * 2_001 + ".csv"):
        reply = desk.upload(dataset, name, GOOD_CSV)
        assert reply.status_code in (400, 422), name
        problem_of(reply)
    assert list((desk.workspace.settings.files / "uploads").glob("*")) == []


def test_a_dataset_never_mixes_texts_and_tables(desk: Desk) -> None:
    dataset = desk.dataset({"a.csv": GOOD_CSV})
    reply = desk.upload(dataset, "b.txt", b"text")
    assert reply.status_code == 422
    assert problem_of(reply)["code"] == "kind_mixed"


# -- out again -----------------------------------------------------------------------------------------------------


ODD_TEXTS = [
    "=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", '=HYPERLINK("http://x";"y")',
    " =x", '"=x', "'=x", "'", "''",
    "\u00a0=x", "\u3000@x", " \t-1", "\uff1d1+1", "\uff0b1", "\uff0d1", "\uff20x",
    "plain", "it's", "a,b", 'say "hi"', "a\r\nb\rc\nd", "  padded  ", "\u200bx\ufeffy",
    "007", "1e5", "NaN", "null", "TRUE", "e\u0301", "💩👨‍👩‍👧", "مرحبا", LINE_SEPARATORS, CONTROLS,
]  # fmt: skip


def label_all(desk: Desk, project: int) -> None:
    label = desk.labels(project)["science"]
    labeler = Labeler(desk.person("Ana", "labeler", project), project)
    while tasks := labeler.claim()["tasks"]:
        for task in tasks:
            assert labeler.submit(task, label).status_code == 201


def export(desk: Desk, project: int, **options: Any) -> tuple[bytes, dict[str, Any]]:
    """The file of a finished export and its manifest."""
    made = desk.owner.ok("POST", f"/projects/{project}/exports", {"format": "csv", **options})
    desk.run_jobs()
    assert desk.owner.ok("GET", f"/exports/{made['id']}")["state"] == "succeeded"
    manifest = desk.owner.ok("GET", f"/exports/{made['id']}/manifest")
    return desk.owner.get(f"/exports/{made['id']}/download").content, manifest


def rows_of(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode(), newline="")))


def test_m46_m47_m48_texts_leave_as_they_came(desk: Desk) -> None:
    project = desk.project(csv_of(*ODD_TEXTS), reading=HEADER)
    assert texts_of(desk, project) == ODD_TEXTS
    label_all(desk, project)

    raw, manifest = export(desk, project, formula_safe=False)
    assert manifest["options"]["formula_safe"] is False
    assert [row[0] for row in rows_of(raw)[1:]] == ODD_TEXTS

    safe, manifest = export(desk, project)
    assert manifest["options"]["formula_safe"] is True
    cells = [row[0] for row in rows_of(safe)[1:]]
    assert [unsafe_cell(cell) for cell in cells] == ODD_TEXTS
    for cell in cells:
        visible = cell.lstrip(' "\t\r\n\u00a0\u3000')
        assert not visible.startswith(("=", "+", "-", "@", "\uff1d", "\uff0b", "\uff0d", "\uff20")), repr(cell)
    desk.doctor()


def test_m46_m47_m48_an_export_read_again_gives_the_same_items(desk: Desk) -> None:
    project = desk.project(csv_of(*ODD_TEXTS), reading=HEADER)
    label_all(desk, project)
    raw, _ = export(desk, project, formula_safe=False)
    again = desk.project(raw, text_columns=["text"], reading={"header": True, "delimiter": ","})
    assert texts_of(desk, again) == ODD_TEXTS
    assert desk.refused(again) == []


def test_m46_headers_and_labels_are_made_safe_too(desk: Desk) -> None:
    data = b'"=text","@n"\na,1\n'
    project = desk.project(data, text_columns=["=text"], labels=["=science", "-x"])
    labeler = Labeler(desk.person("Ana", "labeler", project), project)
    labeler.submit(labeler.claim()["tasks"][0], desk.labels(project)["=science"])
    safe, _ = export(desk, project, columns="all")
    assert rows_of(safe) == [["'=text", "'@n", "label"], ["a", "1", "'=science"]]


def test_m46_the_list_of_refused_rows_is_formula_safe(desk: Desk) -> None:
    project = desk.project(b'text," =cmd"\na,\0\n')
    rows = rows_of(desk.owner.get(f"/projects/{project}/refused.csv").content)
    assert rows[1][2] == "'=cmd"


def test_a_table_that_cannot_be_read_is_said_before_its_project_takes_a_name(desk: Desk) -> None:
    dataset = desk.dataset({"a.csv": b'n,text\n1,hello\n2,"broken\n3,more\n'})
    shown = desk.owner.ok("GET", f"/datasets/{dataset}/preview")
    assert [(problem["code"], problem["line"]) for problem in shown["problems"]] == [("unterminated_quote", 3)]
    wanted = desk.wanted(dataset)
    found = desk.owner.ok("POST", "/projects/check", wanted)["problems"]
    assert [(problem["field"], problem["code"]) for problem in found] == [("dataset_id", "unterminated_quote")]
    assert desk.owner.post("/projects", wanted).status_code == 422
    free = desk.owner.ok("POST", "/projects/check", {"name": wanted["name"]})["problems"]
    assert "name_taken" not in {problem["code"] for problem in free}
