"""M57, M74–M90 and M112–M161: requests that are wrong in form, in a name, in their order or in their time.

Row numbers are those of the list of malformed inputs. What needs the bytes on the wire is in test_raw_http.py.

Left out, because what they are about does not exist yet: M75's warning for look-alike names; M78 (a tree is sent as a
tree and parents are not named, so there are no cycles); M87–M89 (labels cannot be changed yet); multi-label of M90;
M135 (no search); M138 (no dates come in); M148 beyond the check of the version; consensus of M147 with several answers.
Of M84 the pages are tested in a browser.
"""

from __future__ import annotations

import json
import time
import unicodedata
import uuid
from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import text

from labeldesk.api.app import iterate_routes, make_fastapi
from labeldesk.core.times import MINUTE
from support.desk import Caller, Desk, Labeler, problem_of

HUGE = "9" * 100


def send(desk: Desk, body: bytes, path: str = "/datasets", content_type: str = "application/json") -> Any:
    return desk.owner.post_raw(path, body, content_type)


def check_problem(reply: Any, status: int | tuple[int, ...], code: str | None = None) -> dict[str, Any]:
    """The answer is this error, in the one shape, saying what to do, and short: nothing that came in is echoed."""
    allowed = (status,) if isinstance(status, int) else status
    assert reply.status_code in allowed, reply.text[:500]
    body = problem_of(reply)
    if code is not None:
        assert body["code"] == code, body
    assert body["detail"].endswith((".", "?")), body
    assert len(reply.content) < 20_000
    return body


# -- JSON ------------------------------------------------------------------------------------------------------------


BODIES: list[tuple[str, bytes, int, str]] = [
    ("M112-not-json", b"name=x", 400, "malformed"),
    ("M112-empty", b"", 400, "malformed"),
    ("M112-truncated", b'{"name": "x', 400, "malformed"),
    ("M112-truncated-object", b'{"name": "x"', 400, "malformed"),
    ("M112-trailing-comma", b'{"name": "x",}', 400, "malformed"),
    ("M112-comment", b'{"name": "x"} // no', 400, "malformed"),
    ("M112-comment-inside", b'{/* no */"name": "x"}', 400, "malformed"),
    ("M112-two-documents", b'{"name": "x"}{"name": "y"}', 400, "malformed"),
    ("M112-single-quotes", b"{'name': 'x'}", 400, "malformed"),
    ("M112-raw-line-end-in-text", b'{"name": "a\nb"}', 400, "malformed"),
    ("M112-hexadecimal", b'{"name": 0x10}', 400, "malformed"),
    ("M112-leading-zero", b'{"name": 01}', 400, "malformed"),
    ("M112-plus", b'{"name": +1}', 400, "malformed"),
    ("M113-depth-100000", b'{"name": ' + b"[" * 100_000 + b"]" * 100_000 + b"}", 400, "malformed"),
    ("M113-depth-100000-unclosed", b"[" * 100_000, 400, "malformed"),
    ("M113-objects-100000", b'{"name": ' * 100_000, 400, "malformed"),
    ("M113-depth-65", b"[" * 65 + b"]" * 65, 400, "malformed"),
    ("M113-depth-64-is-only-wrong-in-type", b"[" * 64 + b"]" * 64, 422, "invalid"),
    ("M114-nan", b'{"name": NaN}', 422, "number_not_finite"),
    ("M114-infinity", b'{"name": Infinity}', 422, "number_not_finite"),
    ("M114-minus-infinity", b'{"name": -Infinity}', 422, "number_not_finite"),
    ("M114-1e999", b'{"name": 1e999}', 422, "number_not_finite"),
    ("M114-minus-1e999-in-an-unknown-field", b'{"name": "x", "y": [-1e999]}', 422, "number_not_finite"),
    ("M116-duplicate-keys", b'{"name": "a", "name": "b"}', 400, "malformed"),
    ("M116-duplicate-keys-by-escape", b'{"name": "a", "n\\u0061me": "b"}', 400, "malformed"),
    ("M116-duplicate-keys-inside", b'{"name": "a", "x": {"y": 1, "y": 2}}', 400, "malformed"),
    ("M119-array-for-object", b'[{"name": "x"}]', 422, "invalid"),
    ("M119-null", b"null", 422, "invalid"),
    ("M119-text", b'"name"', 422, "invalid"),
    ("M119-null-for-required", b'{"name": null}', 422, "invalid"),
    ("M119-missing", b"{}", 422, "invalid"),
    ("M119-object-for-text", b'{"name": {"a": 1}}', 422, "invalid"),
    ("M118-number-for-text", b'{"name": 1}', 422, "invalid"),
    ("M118-true-for-text", b'{"name": true}', 422, "invalid"),
    ("M120-invalid-utf8", b'{"name": "\xff"}', 400, "malformed"),
    ("M120-overlong", b'{"name": "\xc0\xaf"}', 400, "malformed"),
    ("M120-encoded-surrogate", b'{"name": "\xed\xa0\x80"}', 400, "malformed"),
    ("M120-utf16", '{"name": "x"}'.encode("utf-16"), 400, "malformed"),
    ("M120-utf16-without-bom", '{"name": "x"}'.encode("utf-16-le"), 400, "malformed"),
    ("M120-utf32", '{"name": "x"}'.encode("utf-32"), 400, "malformed"),
    ("M120-bom", b'\xef\xbb\xbf{"name": "x"}', 400, "malformed"),
    ("M57-lone-surrogate-in-a-valid-field", b'{"name": "\\ud800"}', 422, "invalid_text"),
    ("M57-lone-low-surrogate", b'{"name": "x\\udc00y"}', 422, "invalid_text"),
    ("M57-surrogates-in-the-wrong-order", b'{"name": "\\udca9\\ud83d"}', 422, "invalid_text"),
    ("M57-lone-surrogate-in-an-unknown-field", b'{"name": "x", "y": "\\ud800"}', 422, "invalid_text"),
    ("M57-lone-surrogate-in-a-key", b'{"name": "x", "\\ud800": 1}', 422, "invalid_text"),
    ("M57-nul", b'{"name": "a\\u0000b"}', 422, "invalid_text"),
    ("M57-nul-in-a-key", b'{"a\\u0000": 1, "name": "x"}', 422, "invalid_text"),
    ("M69-integer-of-100-digits", b'{"name": ' + HUGE.encode() + b"}", 422, "number_too_large"),
    ("M69-integer-of-a-million-digits", b'{"name": ' + b"9" * 1_000_000 + b"}", 422, "number_too_large"),
    ("M69-2-to-the-63", b'{"name": 9223372036854775808}', 422, "number_too_large"),
]


@pytest.mark.parametrize(("body", "status", "code"), [row[1:] for row in BODIES], ids=[row[0] for row in BODIES])
def test_json_that_is_wrong_is_refused_with_its_reason(shared_desk: Desk, body: bytes, status: int, code: str) -> None:
    before = shared_desk.owner.ok("GET", "/datasets")
    began = time.monotonic()
    check_problem(send(shared_desk, body), status, code)
    assert time.monotonic() - began < 5
    assert shared_desk.owner.ok("GET", "/datasets") == before


def test_m57_surrogate_pairs_and_every_other_character_are_fine(shared_desk: Desk) -> None:
    reply = send(shared_desk, b'{"name": "\\ud83d\\udca9 pair", "description": "\\ufffe\\uffff\\ufffd\\ue000\\u0001"}')
    assert reply.status_code == 201
    assert reply.json()["name"] == "💩 pair"
    assert reply.json()["description"] == "\ufffe\uffff\ufffd\ue000\x01"


def test_m117_unknown_fields_are_named(shared_desk: Desk) -> None:
    for extra in ("is_admin", "role", "labeler_id", "created_at", "id", "created_by", "__proto__", "constructor", ""):
        reply = shared_desk.owner.post("/datasets", {"name": f"with {extra}", extra: 1})
        body = check_problem(reply, 422, "invalid")
        assert body["problems"] == [
            {"field": extra, "code": "unknown_field", "message": "There is no such field. Check its spelling."}
        ]


def test_m117_fields_of_the_reply_cannot_be_sent_back_as_settings(shared_desk: Desk) -> None:
    project = shared_desk.project(1)
    for field in ("state", "seed", "name", "label_set_version", "max_items", "left_out", "operations", "dataset_id"):
        reply = shared_desk.owner.call("PATCH", f"/projects/{project}", json={field: 1})
        assert check_problem(reply, 422)["problems"][0]["code"] == "unknown_field"


def test_m117_an_endless_field_name_is_not_echoed(shared_desk: Desk) -> None:
    for body in ({"x" * 1_000_000: 1, "name": "x"}, {"name": "x", "y": {"z" * 100_000: "\ud800"}}):
        reply = send(shared_desk, json.dumps(body).encode())
        check_problem(reply, 422)


def test_m118_integers_are_integers(shared_desk: Desk) -> None:
    project = shared_desk.project(1)
    for value in (True, "1", 1.0, 1.5, [1], {"a": 1}, "", "0x1", -1, 0, 2**31, 2**53 - 1, 101, 10**400):
        body = json.dumps({"page_size": value}).encode()
        reply = shared_desk.owner.call(
            "PATCH", f"/projects/{project}", content=body, headers={"content-type": "application/json"}
        )
        check_problem(reply, 422)
    for value in (b"1.0", b"1e0", b"10e-1"):
        body = b'{"submission_id": "%s", "item_id": %s, "answer": {"labels": [1]}}' % (
            str(uuid.uuid4()).encode(),
            value,
        )
        check_problem(send(shared_desk, body, f"/projects/{project}/annotations"), 422)
    for low, high in ((1, 100),):
        for value in (low, high):
            shared_desk.owner.ok("PATCH", f"/projects/{project}", {"page_size": value})


def test_m119_the_problem_says_which_field(shared_desk: Desk) -> None:
    reply = shared_desk.owner.post("/drafts", {})
    assert [problem["field"] for problem in check_problem(reply, 422)["problems"]] == ["body"]
    wanted = {"labels": ["a", 5, {"name": 6}, {"nam": "x"}], "text_columns": ["a", None], "reading": {"header": "yes"}}
    fields = {
        problem["field"]
        for problem in check_problem(shared_desk.owner.post("/projects/check", wanted), 422)["problems"]
    }
    assert {"labels.1", "labels.2.name", "text_columns.1", "reading.header"} <= fields
    assert not any("LabelIn" in field or "str" in field for field in fields), fields


def test_m119_a_setting_cannot_be_made_empty(shared_desk: Desk) -> None:
    project = shared_desk.project(1)
    for field in ("page_size", "lease_minutes", "description"):
        reply = shared_desk.owner.call("PATCH", f"/projects/{project}", json={field: None})
        assert check_problem(reply, 422, "required")["problems"][0]["field"] == field
    assert shared_desk.get(project)["page_size"] == 10


def test_m122_compressed_bodies_are_not_unpacked(shared_desk: Desk) -> None:
    import gzip

    packed = gzip.compress(b'{"name": "' + b"x" * 1_000_000 + b'"}')
    dataset = shared_desk.dataset({})
    for encoding in ("gzip", "deflate", "br", "zstd", "gzip, gzip", "GZIP", "x"):
        headers = {"content-type": "application/json", "content-encoding": encoding}
        check_problem(shared_desk.owner.call("POST", "/datasets", content=packed, headers=headers), 415, "encoded_body")
        headers["content-type"] = "application/octet-stream"
        path = f"/datasets/{dataset}/files?name=a.csv"
        check_problem(shared_desk.owner.call("POST", path, content=packed, headers=headers), 415, "encoded_body")
    assert shared_desk.owner.ok("GET", f"/datasets/{dataset}")["files"] == []


def test_m123_other_types_of_body_are_refused(shared_desk: Desk) -> None:
    body = b'{"name": "typed"}'
    for kind in (
        "text/plain", "", "application/jsonp", "application/xml", "text/json", "application/json-patch+json",
        "application/vnd.api+json", "multipart/form-data; boundary=x", "application/x-www-form-urlencoded", "json",
        "application/json, text/plain", "*/*", "application/ json", "a" * 1_000, ";" * 5_000, "application/jsonx",
    ):  # fmt: skip
        began = time.monotonic()
        check_problem(send(shared_desk, body, content_type=kind), (415, 422), "wrong_content_type")
        assert time.monotonic() - began < 1
    reply = shared_desk.owner.call("POST", "/datasets", content=body)
    check_problem(reply, 415, "wrong_content_type")
    for number, kind in enumerate(("application/json", "Application/JSON", "application/json; charset=utf-8",
                                   "application/json;charset=x-odd")):  # fmt: skip
        assert send(shared_desk, b'{"name": "typed %d"}' % number, content_type=kind).status_code == 201


def test_m124_m125_forms_are_refused_before_they_are_read(shared_desk: Desk) -> None:
    part = b'--x\r\nContent-Disposition: form-data; name="a"\r\n\r\n1\r\n'
    fields = b"&".join(b"a%d=1" % n for n in range(100_000))
    for body, kind in (
        (part * 10_000 + b"--x--\r\n", "multipart/form-data; boundary=x"),
        (part, "multipart/form-data"),
        (b"--x\r\n\r\n1\r\n--x--", "multipart/form-data; boundary=x"),
        (fields, "application/x-www-form-urlencoded"),
    ):
        for path in ("/datasets", "/projects", f"/datasets/{shared_desk.dataset({})}/files?name=a.csv"):
            began = time.monotonic()
            check_problem(send(shared_desk, body, path, kind), (400, 413, 415))
            assert time.monotonic() - began < 1


@pytest.mark.parametrize("extra", [-1, 0, 1], ids=["one-below", "exactly", "one-above"])
def test_m125_the_largest_body_and_its_neighbours(make_desk: Callable[..., Desk], extra: int) -> None:
    limit = 2_048
    desk = make_desk(max_body_bytes=limit)
    frame = b'{"name": "large", "description": ""}'
    body = frame[:-2] + b"x" * (limit + extra - len(frame)) + frame[-2:]
    for content in (body, iter([body[:1_000], body[1_000:]])):  # with and without a length
        reply = desk.owner.call("POST", "/datasets", content=content, headers={"content-type": "application/json"})
        if extra > 0:
            check_problem(reply, 413, "too_large")
        else:
            assert reply.status_code == 201
            desk.owner.call("DELETE", f"/datasets/{reply.json()['id']}")


# -- addresses, methods, parameters, headers -------------------------------------------------------------------------


def test_m130_methods_nobody_defined(shared_desk: Desk) -> None:
    for method in ("TRACE", "CONNECT", "PROPFIND", "LOCK", "SEARCH", "FOO"):
        for path in ("/api/v1/session", "/api/v1/projects", "/healthz", "/"):
            reply = shared_desk.owner.http.request(method, path)
            body = check_problem(reply, 405, "method_not_allowed")
            assert "OPTIONS" in reply.headers["allow"]
            assert method not in reply.headers["allow"].split(", ")
            assert "TRACE" not in body["detail"]


def test_m130_overriding_headers_are_ignored(shared_desk: Desk) -> None:
    project = shared_desk.project(1)
    for name in ("X-HTTP-Method-Override", "X-Method-Override", "X-HTTP-Method"):
        check_problem(shared_desk.owner.post(f"/projects/{project}", headers={name: "DELETE"}), 405)
        assert shared_desk.owner.get(f"/projects/{project}", headers={name: "DELETE"}).status_code == 200
    for name, value in (("X-Original-URL", "/api/v1/people"), ("X-Rewrite-URL", "/x"), ("X-Forwarded-Host", "evil"),
                        ("X-Forwarded-Prefix", "/x"), ("Forwarded", "for=1.1.1.1;host=evil")):  # fmt: skip
        assert shared_desk.owner.get("/session", headers={name: value}).json()["state"] == "signed_in"
    link = shared_desk.owner.ok(
        "POST", "/people/invitations", {"role": "labeler"}, headers={"X-Forwarded-Host": "evil"}
    )
    assert link["link"].startswith("http://127.0.0.1/invite#")
    assert shared_desk.get(project)["state"] == "running"


def test_m131_head_and_options_on_every_route(shared_desk: Desk) -> None:
    desk = shared_desk
    app = make_fastapi(desk.workspace)
    routes = list(iterate_routes(app))
    with desk.workspace.database.read() as db:
        before = db.scalar(text("SELECT COUNT(*) FROM audit"))
    for path in sorted({path for _, path in routes}):
        methods = {method for method, other in routes if other == path}
        address = path.replace("{path:path}", "projects/1")
        for name in ("project_id", "item_id", "user_id", "dataset_id", "file_id", "export_id", "job_id", "draft_id",
                     "token_id", "invitation_id"):  # fmt: skip
            address = address.replace("{" + name + "}", "999999")
        address = address.removeprefix("/api/v1") if path.startswith("/api/v1") else "/../.." + address
        reply = desk.owner.http.request("OPTIONS", path_of(address), headers=bearer(desk.owner))
        assert reply.status_code == 204, path
        assert reply.content == b""
        allowed = set(reply.headers["allow"].split(", "))
        assert methods | {"OPTIONS"} <= allowed
        assert ("HEAD" in allowed) == ("GET" in allowed)
        head = desk.owner.http.request("HEAD", path_of(address), headers=bearer(desk.owner))
        assert head.content == b"", path
        if "GET" in methods and path != "/api/v1/events":
            get = desk.owner.http.request("GET", path_of(address), headers=bearer(desk.owner))
            assert head.status_code == get.status_code, path
            assert head.headers["content-type"] == get.headers["content-type"]
        elif "GET" not in allowed:
            assert head.status_code == 405, path
    with desk.workspace.database.read() as db:
        assert db.scalar(text("SELECT COUNT(*) FROM audit")) == before


def path_of(address: str) -> str:
    return address.removeprefix("/../..") if address.startswith("/../..") else "/api/v1" + address


def bearer(caller: Caller) -> dict[str, str]:
    return {"authorization": f"Bearer {caller.token}"}


def test_an_unknown_address_of_the_api_is_unknown_to_every_method(shared_desk: Desk) -> None:
    for path in ("/nothing", "/projects/1/nothing", "/projects/", "//projects", "/Projects", "/projects;a=1", "/", ""):
        for method in ("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"):
            reply = shared_desk.owner.call(method, path)
            assert reply.status_code == 404, (method, path)
    for path in (
        "/docs",
        "/redoc",
        "/openapi.json",
        "/api",
        "/api/",
        "/api/v2/projects",
        "/metrics",
        "/.env",
        "/.git/HEAD",
    ):
        reply = shared_desk.http.get(path)
        assert reply.status_code in (200, 404)
        assert "openapi" not in reply.text
        assert "swagger" not in reply.text.lower()


TRAVERSALS = [
    "/../labeldesk.db", "/%2e%2e/labeldesk.db", "/..%2flabeldesk.db", "/assets/../../a.toml", "/assets/..%2f..%2fx.py",
    "/assets/%2e%2e%2fapp.py", "/assets/..%5c..%5cx.txt", "/assets/....//x.txt", "/assets/x.js%00.png", "//etc/passwd",
    "/assets//etc/passwd.txt", "/assets/%252e%252e%252fx.txt", "/assets/..;/x.txt", "/assets/\uff0e\uff0e/x.txt",
    "/assets/.hidden.js", "/.env", "/index.html/../../x.txt", "/assets/c:x.txt", "/assets/x.js:stream",
]  # fmt: skip


def test_m93_no_address_leaves_the_folder_of_the_pages(shared_desk: Desk) -> None:
    for path in TRAVERSALS:
        reply = shared_desk.http.get(path)
        assert reply.status_code in (200, 404), path
        if reply.status_code == 200:  # any address is a page, and the same one
            assert reply.headers["content-type"] == "text/html; charset=utf-8", path
            assert "root:" not in reply.text
            assert "[project]" not in reply.text


def test_m132_parameters_are_known_and_given_once(shared_desk: Desk) -> None:
    project = shared_desk.project(3)
    items = f"/projects/{project}/items"
    for query, status in (
        ("limit=1&limit=2", 422), ("a[]=1", 422), ("limit[]=1", 422), ("limit=", 422), ("limit", 422), ("=1", 422),
        ("limit=1.0", 422), ("limit=true", 422), ("limit=0", 422), ("limit=201", 422), ("limit=-1", 422),
        ("limit=99999999999999999999", 422), ("limit=1e1", 422), ("limit=NaN", 422), ("limit=%00", 422),
        ("limit=%ff", 422), ("limit=1%20OR%201=1", 422), ("LIMIT=1", 422), ("limit=1;after=2", 422),
        ("state=" + "x" * 8_300, 414), ("state=" + "x" * 8_000, 422), ("x=" + "y" * 1_000, 422), ("&&&", 200),
        ("after=0", 200), (f"after={2**53 - 1}", 200), (f"after={2**53}", 422), ("limit=200", 200),
    ):  # fmt: skip
        reply = shared_desk.owner.get(f"{items}?{query}")
        assert reply.status_code == status, (query[:60], reply.text[:300])
        if status != 200:
            check_problem(reply, status)


def test_m134_filters_by_unknown_fields_or_values(shared_desk: Desk) -> None:
    project = shared_desk.project(1)
    for query in (
        "sort=text", "order_by=id", "created_by=1", "user__password_hash=x", "project.name=x", "q=x", "filter={}",
        "state=nothing", "state=Labeled", "state=labeled,skipped", "state=", "state=%00", "state='", "state=__class__",
    ):  # fmt: skip
        check_problem(shared_desk.owner.get(f"/projects/{project}/items?{query}"), 422)


IDS = ["0", "-1", str(2**53), str(2**63), str(2**64), HUGE, "x", "1.0", "1e3", "true", "null", "NaN", str(uuid.uuid4()),
       "1'--", "1%20OR%201%3D1", "%00", "1%00", "%ff", "..", "%2e%2e", "1;2", "[1]", "\u0661", "1%2F2"]  # fmt: skip


def test_m136_ids_that_are_none(shared_desk: Desk) -> None:
    project = shared_desk.project(1)
    for bad in IDS:
        for method, path in (
            ("GET", "/projects/{}"), ("DELETE", "/projects/{}"), ("GET", "/projects/{}/items"), ("GET", "/exports/{}"),
            ("GET", "/jobs/{}"), ("GET", "/datasets/{}"), ("DELETE", "/tokens/{}"), ("GET", "/drafts/{}"),
            ("GET", f"/projects/{project}/items/{{}}/task"),
        ):  # fmt: skip
            reply = shared_desk.owner.call(method, path.format(bad))
            if bad == ".." or (bad == "%2e%2e" and reply.status_code == 200):
                continue  # clients resolve these themselves
            check_problem(reply, (404, 405, 422))
        reply = shared_desk.owner.get(f"/jobs?project_id={bad}")
        check_problem(reply, 422)
    assert shared_desk.get(project)["state"] == "running"
    largest = 2**53 - 1
    check_problem(shared_desk.owner.get(f"/projects/{largest}"), 404)
    check_problem(shared_desk.owner.get(f"/projects/{project}/items/{largest}/task"), 404)
    body = {"submission_id": str(uuid.uuid4()), "item_id": largest, "answer": {"labels": [largest]}}
    check_problem(shared_desk.owner.post(f"/projects/{project}/annotations", body), (404, 422))


def test_m136_ids_in_bodies(shared_desk: Desk) -> None:
    project = shared_desk.project(1)
    for bad in (0, -1, 2**53, 2**63, "1", 1.0, True, None, [1], {"id": 1}, str(uuid.uuid4())):
        body = {"submission_id": str(uuid.uuid4()), "item_id": bad, "answer": {"labels": [1]}}
        reply = send(shared_desk, json.dumps(body).encode(), f"/projects/{project}/annotations")
        check_problem(reply, 422)
    for bad in ("", "x", "1", "g" * 36, str(uuid.uuid4())[:-1], "{" + str(uuid.uuid4()) + "}", 5, None):
        body = {"submission_id": bad, "item_id": 1, "answer": {"labels": [1]}}
        check_problem(shared_desk.owner.post(f"/projects/{project}/annotations", body), 422)
    check_problem(shared_desk.owner.get("/events?projects=abc"), 422, "invalid")
    check_problem(shared_desk.owner.get("/events?projects=" + ",".join(["1"] * 1_500)), 422, "invalid")
    check_problem(shared_desk.owner.get("/events?project=1"), 422, "unknown_parameter")


def test_m126_m137_odd_headers_do_no_harm(shared_desk: Desk) -> None:
    for headers in (
        {"accept": "image/png"}, {"accept": "text/html;q=0"}, {"accept": ""}, {"accept": "," * 10_000},
        {"accept-language": "x" * 20_000}, {"accept-charset": "utf-7"}, {"accept-encoding": "x;q=9"},
        {"cookie": "=;;=;a"}, {"cookie": "a=" + "b" * 20_000}, {"cookie": 'labeldesk="\\000"'}, {"range": "bytes=0-1"},
        {"if-none-match": "*"}, {"if-modified-since": "never"}, {"expect": "200-ok"}, {"x-request-id": "mine"},
        {"referer": "http://["}, {"origin": "http://["}, {"user-agent": ""}, {"content-length": "0"},
    ):  # fmt: skip
        reply = shared_desk.owner.get("/session", headers=headers)
        assert reply.status_code == 200, headers
        assert reply.headers["content-type"] == "application/json"
        assert reply.headers["x-request-id"] != "mine"
    for credential in ("Bearer", "bearer  ", "Bearer a b c", "Bearer \xff", "Bearer " + "x" * 20_000, "Digest x", "\t"):
        reply = shared_desk.http.get("/api/v1/projects", headers={"authorization": credential.encode("latin-1")})
        check_problem(reply, 401, "signed_out")
    for headers in ({"x-long": "x" * 33_000}, {f"x-{n}": "y" for n in range(120)}, {"cookie": "a=" + "b" * 1_000_000},
                    {"accept-language": "x" * 1_000_000}):  # fmt: skip
        check_problem(shared_desk.owner.get("/session", headers=headers), 431, "headers_too_large")


# -- names and labels ------------------------------------------------------------------------------------------------


def check_labels(desk: Desk, labels: Any) -> list[tuple[str, str]]:
    """What the one validation says of a label tree: (field, code)."""
    reply = desk.owner.post("/projects/check", {"labels": labels})
    assert reply.status_code == 200, reply.text[:300]
    return [(p["field"], p["code"]) for p in reply.json()["problems"] if p["field"].startswith("labels")]


def nested(levels: int) -> dict[str, Any]:
    node: dict[str, Any] = {"name": f"level {levels}"}
    for level in range(levels - 1, 0, -1):
        node = {"name": f"level {level}", "children": [node]}
    return node


def test_m74_m83_labels_that_are_refused(shared_desk: Desk) -> None:
    desk = shared_desk
    composed, decomposed = "caf\u00e9", unicodedata.normalize("NFD", "caf\u00e9")
    for number, labels, expected in (
        ("M74", ["x" * 256], []),
        ("M74", ["x" * 257], [("labels.0.name", "too_long")]),
        ("M74", ["💩" * 256], []),
        ("M75", ["Cat", "Cat"], [("labels.1.name", "duplicate_label")]),
        ("M75", ["Cat", "cAT"], [("labels.1.name", "duplicate_label")]),
        ("M75", ["Cat", "  Cat "], [("labels.1.name", "duplicate_label")]),
        ("M75", ["straße", "STRASSE"], [("labels.1.name", "duplicate_label")]),
        ("M75", [composed, decomposed], [("labels.1.name", "duplicate_label")]),
        ("M75", ["Cat", "Dog", "cat", "dog"], [(f"labels.{n}.name", "duplicate_label") for n in (2, 3)]),
        ("M76", ["Animal/Cat"], [("labels.0.name", "slash_in_label")]),
        ("M76", ["Animal\\Cat", "a|b", "a>b", "a:b"], []),
        ("M77", [nested(6)], []),
        ("M77", [nested(7)], [("labels.0" + ".children.0" * 5 + ".children", "too_deep")]),
        ("M81", [{"name": "A", "children": ["x"]}, {"name": "B", "children": ["x"]}], []),
        ("M82", ["__proto__", "constructor", "O", "B-PER", "null", "-DOCSTART-", "toString", "0", "None"], []),
        ("M83", ["a\tb"], [("labels.0.name", "invalid_text")]),
        ("M83", ["a\nb"], [("labels.0.name", "invalid_text")]),
        ("M83", ["a\u2028b", "a\x85b", "a\x1bb"], [(f"labels.{n}.name", "invalid_text") for n in range(3)]),
        ("M83", ["a,b", 'a"b', "=1+1", "a;b", "'a"], []),
        ("M84", ["<script>alert(1)</script>"], [("labels.0.name", "slash_in_label")]),
        ("M84", ["<img src=x onerror=alert(1)>", "{{7*7}}", "${7*7}", "javascript:alert(1)"], []),
        ("M86", ["", "   ", "\u200b", "\u2060\ufeff"], [(f"labels.{n}.name", "required") for n in range(4)]),
        ("M90", [], [("labels", "required")]),
        ("color", [{"name": "a", "color": "red"}, {"name": "b", "color": "#12345g"}],
         [("labels.0.color", "color_invalid"), ("labels.1.color", "color_invalid")]),
        ("hotkey", [{"name": "a", "hotkey": "x"}, {"name": "b", "hotkey": "X"}],
         [("labels.1.hotkey", "duplicate_hotkey")]),
        ("hotkey", [{"name": "a", "hotkey": "ab"}, {"name": "b", "hotkey": " "}],
         [("labels.0.hotkey", "hotkey_invalid"), ("labels.1.hotkey", "hotkey_invalid")]),
    ):  # fmt: skip
        assert check_labels(desk, labels) == expected, (number, labels)


def test_m80_the_most_labels_and_one_more(desk: Desk) -> None:
    most = [f"label {n}" for n in range(5_000)]
    grouped = [{"name": f"g{n}", "children": [f"c{m}" for m in range(99)]} for n in range(50)]
    assert check_labels(desk, most) == []
    assert check_labels(desk, grouped) == []
    assert check_labels(desk, [*most, "one more"]) == [("labels", "too_many_labels")]
    assert check_labels(desk, [*grouped, "one more"]) == [("labels", "too_many_labels")]
    check_problem(desk.owner.post("/projects/check", {"labels": [*most, "a", "b"]}), 422)
    project = desk.project(1, labels=most)
    assert list(desk.labels(project)) == most
    labeler = Labeler(desk.person("Ana", "labeler", project), project)
    assert labeler.submit(labeler.claim()["tasks"][0], desk.labels(project)["label 4999"]).status_code == 201
    desk.doctor()


def test_m76_m81_m82_m83_labels_come_back_as_they_went_in(shared_desk: Desk) -> None:
    names = ["__proto__", "constructor", "O", "B-PER", "null", "-DOCSTART-", "a,b", 'a"b', "=1+1", "<b>x", "e\u0301"]
    tree = [
        *names,
        {"name": "A", "children": ["x", {"name": "y", "children": ["x"]}]},
        {"name": "B", "children": ["x"]},
    ]
    project = shared_desk.project(1, labels=tree)
    assert list(shared_desk.labels(project)) == [*names, "A", "A/x", "A/y", "A/y/x", "B", "B/x"]
    shown = shared_desk.owner.get(f"/projects/{project}/labels")
    assert shown.headers["content-type"] == "application/json"
    draft = shared_desk.owner.ok("POST", f"/projects/{project}/duplicate")
    again = shared_desk.project(1, labels=draft["body"]["labels"])
    assert list(shared_desk.labels(again)) == list(shared_desk.labels(project))


NAME_RULES: list[tuple[str, str | None]] = [
    ("x", None), ("n" * 128, None), ("n" * 129, "too_long"), ("💩" * 128, None), ("💩" * 129, "too_long"),
    (" " + "m" * 128 + " ", None), ("", "required"), ("   ", "required"), ("\u200b", "required"),
    ("\u2060\u200d\ufeff", "required"), ("\u3000", "required"), (".", "name_reserved"), ("..", "name_reserved"),
    (" .. ", "name_reserved"), ("CON", None), ("a/b", None), ("a\\b", None), ("end.", None), ("a\nb", "invalid_text"),
    ("a\tb", "invalid_text"), ("a\x1bb", "invalid_text"), ("a\u2029b", "invalid_text"), ("a\x7fb", "invalid_text"),
    ("<script>alert(1)</script>", None), ("=1+1", None), ("مشروع", None), ("e\u0301", None), ("👨‍👩‍👧", None),
]  # fmt: skip


def test_m86_names_of_datasets_and_projects(desk: Desk) -> None:
    for name, code in NAME_RULES:
        reply = desk.owner.post("/datasets", {"name": name})
        found = desk.owner.post("/projects/check", {"name": name}).json()["problems"]
        said = [problem["code"] for problem in found if problem["field"] == "name"]
        if code is None:
            assert reply.status_code == 201, (name, reply.text)
            assert reply.json()["name"] == name.strip()
            assert said == []
        else:
            assert check_problem(reply, 422)["code"] == code, name
            assert said == [code], name


def test_m86_a_name_is_never_used_twice(desk: Desk) -> None:
    dataset = desk.dataset({"a.csv": b"n,text\n1,a\n2,b\n"})
    project = desk.owner.ok("POST", "/projects", desk.wanted(dataset, name="Café Straße"))["id"]
    desk.run_jobs()
    same = ["Café Straße", " café STRASSE ", unicodedata.normalize("NFD", "Café Straße")]
    for _ in range(2):
        for name in same:
            check_problem(desk.owner.post("/projects", desk.wanted(dataset, name=name)), 409, "name_taken")
        desk.owner.call("DELETE", f"/projects/{project}")  # and not after it was deleted either


def test_m86_names_of_people_and_tokens(desk: Desk) -> None:
    for name in ("", "x" * 129, "a\nb", ".", "\u200b", "x" * 201):
        check_problem(desk.owner.post("/tokens", {"name": name}), 422)
    for email in ("", "x", "@", "a@", "@b", "a b@c", "a@b\nc", "x" * 250 + "@b.cd", "a@b\x00c"):
        check_problem(desk.owner.post("/people/invitations", {"role": "labeler", "email": email}), (409, 422))


def test_m86_names_of_downloads_are_plain(desk: Desk) -> None:
    for number, name in enumerate(('a"b', "a/b/../c", "CON", "ünï\u202ecode", "a;b=c", "x" * 128, "💩", "...", "-rf")):
        project = desk.project(1, name=f"{name} " if name.startswith("x") else f"{name} {number}")
        labeler = Labeler(desk.person("Ana", "labeler", project), project)
        labeler.submit(labeler.claim()["tasks"][0], desk.labels(project)["science"])
        export = desk.owner.ok("POST", f"/projects/{project}/exports", {"format": "csv"})
        desk.run_jobs()
        shown = desk.owner.get(f"/exports/{export['id']}/download").headers["content-disposition"]
        assert shown.startswith("attachment; filename")
        for bad in ("\r", "\n", "/", "\\", "..", "%2F", "%5C", "\u202e", "%E2%80%AE"):
            assert bad not in shown.partition("''")[2] + shown.partition('="')[2].strip('"'), shown


def test_m84_text_is_data_wherever_it_is_shown(desk: Desk) -> None:
    script = "<script>alert(1)<" + "/script>"
    data = f"{script},text\n{script},{script}\n".encode()
    project = desk.project(
        data,
        name=script,
        description=script,
        labels=["<img src=x onerror=alert(1)>"],
        instructions={"markdown": script},
    )
    desk.person(script, "labeler", project)
    for path in (f"/projects/{project}", f"/projects/{project}/items", f"/projects/{project}/labeling", "/people",
                 "/projects", "/notifications", f"/projects/{project}/progress", "/jobs"):  # fmt: skip
        reply = desk.owner.get(path)
        assert reply.headers["content-type"] == "application/json"
        assert reply.headers["x-content-type-options"] == "nosniff"
        assert "sandbox" in reply.headers["content-security-policy"]
    for link in (
        "javascript:alert(1)",
        "data:text/html,x",
        "//evil.example",
        "/x",
        "http:/" + " x",
        "vbscript:x",
        "java\tscript:",
    ):
        reply = desk.owner.call("PATCH", f"/projects/{project}", json={"instructions": {"link": link}})
        check_problem(reply, 422, "link_invalid")
    for path in ("/x<script>", "/?next=//evil.example", "/sign-in?next=javascript:alert(1)", "/%3Cscript%3E"):
        page = desk.http.get(path)
        assert "<script>" not in page.text.partition("<body")[2]
        assert "evil" not in page.text
        assert "location" not in page.headers


def test_m90_one_label_is_what_a_multiclass_answer_has(shared_desk: Desk) -> None:
    project = shared_desk.project(3)
    ids = list(shared_desk.labels(project).values())
    labeler = Labeler(shared_desk.person("Ana", "labeler", project), project)
    task = labeler.claim()["tasks"][0]
    for labels, code in (([], "one_label"), (ids[:2], "one_label"), ([ids[0], ids[0]], "one_label"),
                         ([ids[0] + 1_000_000], "unknown_label")):  # fmt: skip
        check_problem(labeler.submit(task, 0, answer={"labels": labels}), 422, code)
    for answer in ({}, {"label": ids[0]}, {"labels": ids[0]}, {"labels": [str(ids[0])]}, {"labels": None}, [], None,
                   {"labels": [ids[0]], "spans": []}, {"labels": [ids[0]] * 5_001}):  # fmt: skip
        check_problem(labeler.submit(task, 0, answer=answer), 422)
    assert shared_desk.get(project)["progress"]["labeled"] == 0
    assert labeler.submit(task, ids[0]).status_code == 201


def test_an_unknown_task_type_is_refused_with_the_known_ones(shared_desk: Desk) -> None:
    for task_type in ("x", "Multiclass", "", "multiclass "):
        wanted = shared_desk.wanted(shared_desk.dataset({"a.csv": b"n,text\n1,a\n"}), task_type=task_type)
        assert "multiclass" in check_problem(shared_desk.owner.post("/projects", wanted), 422)["detail"]


# -- answers, leases, replay ------------------------------------------------------------------------------------------


class Pair:
    """Two labelers at a project of a few items."""

    def __init__(self, desk: Desk, items: int = 3) -> None:
        self.desk = desk
        self.project = desk.project(items)
        self.labels = list(desk.labels(self.project).values())
        self.ana = Labeler(desk.person("Ana", "labeler", self.project), self.project)
        self.bo = Labeler(desk.person("Bo", "labeler", self.project), self.project)

    def drafts(self) -> list[tuple[int, str]]:
        with self.desk.workspace.database.read() as db:
            rows = db.rows(text("SELECT item_id, reason FROM answer_draft ORDER BY id"))
        return [(row.item_id, row.reason) for row in rows]

    def labeled(self) -> int:
        return int(self.desk.get(self.project)["progress"]["labeled"])

    def later(self, minutes: float) -> None:
        self.desk.workspace.database.clock_offset += int(minutes * MINUTE)


@pytest.fixture
def pair(desk: Desk) -> Pair:
    return Pair(desk)


def test_m140_an_id_used_for_other_content_is_refused(pair: Pair) -> None:
    first, second = pair.ana.claim()["tasks"][:2]
    body = pair.ana.answer_body(first, pair.labels[0])
    path = f"/projects/{pair.project}/annotations"
    made = pair.ana.caller.post(path, body)
    assert made.status_code == 201
    again = pair.ana.caller.post(path, body)
    assert again.status_code == 201
    assert again.content == made.content
    assert again.headers["Idempotent-Replay"] == "true"
    for change in (
        {"answer": {"labels": [pair.labels[1]]}},
        {"item_id": second["item_id"], "lease": second["lease"]},
    ):
        check_problem(pair.ana.caller.post(path, {**body, **change}), 422, "id_reused")
    skip = {"submission_id": body["submission_id"], "item_id": first["item_id"], "lease": first["lease"]}
    check_problem(pair.ana.caller.post(f"/projects/{pair.project}/skips", skip), 422, "id_reused")
    # an id belongs to its labeler: another's same id is another submission
    pair.ana.caller.ok("POST", f"/projects/{pair.project}/tasks/release", {"leases": [second["lease"]]})
    task = pair.bo.claim()["tasks"][0]
    assert pair.bo.submit(task, pair.labels[0], submission_id=body["submission_id"]).status_code == 201
    assert pair.labeled() == 2
    pair.desk.doctor()


def test_m141_a_second_tab_does_not_answer_twice(pair: Pair) -> None:
    task = pair.ana.claim()["tasks"][0]
    assert pair.ana.submit(task, pair.labels[0]).status_code == 201
    check_problem(pair.ana.submit(task, pair.labels[1]), 409, "already_labeled")
    check_problem(pair.ana.skip(task), 409, "already_labeled")
    seen = pair.ana.caller.ok("GET", f"/projects/{pair.project}/items/{task['item_id']}/task")
    assert seen["current"]["labels"] == [pair.labels[0]]  # the current one is there to be looked at
    assert pair.labeled() == 1
    pair.desk.doctor()


def test_m142_a_late_answer_counts_while_the_place_is_free(pair: Pair) -> None:
    task = pair.ana.claim()["tasks"][0]
    pair.later(31)
    assert pair.ana.submit(task, pair.labels[0]).status_code == 201
    assert pair.labeled() == 1
    pair.desk.doctor()


def test_m143_a_late_answer_is_kept_when_the_place_is_gone(pair: Pair) -> None:
    tasks = pair.ana.claim()["tasks"]
    pair.later(31)
    theirs = pair.bo.claim()["tasks"]
    assert len(theirs) == 3
    check_problem(pair.ana.submit(tasks[0], pair.labels[0]), 409, "lease_lost")
    assert pair.drafts() == [(tasks[0]["item_id"], "lease_lost")]
    done = next(task for task in theirs if task["item_id"] == tasks[1]["item_id"])
    assert pair.bo.submit(done, pair.labels[1]).status_code == 201
    check_problem(pair.ana.submit(tasks[1], pair.labels[0]), 409, "complete")
    assert pair.drafts()[1] == (tasks[1]["item_id"], "complete")
    assert pair.labeled() == 1
    pair.desk.doctor()


def test_m144_leases_are_worth_nothing_to_others(pair: Pair) -> None:
    mine = pair.ana.claim(limit=2)["tasks"]
    check_problem(pair.bo.submit(mine[0], pair.labels[0]), 409, "lease_mismatch")
    check_problem(pair.ana.submit({**mine[0], "lease": mine[1]["lease"]}, pair.labels[0]), 409, "lease_mismatch")
    check_problem(pair.bo.submit({**mine[0], "lease": "forged"}, pair.labels[0]), 409, "lease_lost")
    check_problem(pair.bo.submit({**mine[0], "lease": None}, pair.labels[0]), 409, "lease_lost")
    for bad in ("", "x" * 65, 5, ["x"]):
        check_problem(pair.ana.submit({**mine[0], "lease": bad}, pair.labels[0]), 422)
    pair.bo.caller.ok("POST", f"/projects/{pair.project}/tasks/release", {"leases": [mine[0]["lease"]]})
    renewed = pair.bo.caller.ok("POST", f"/projects/{pair.project}/tasks/renew", {"leases": [mine[0]["lease"]]})
    assert renewed["lost"] == [mine[0]["lease"]]
    assert pair.ana.submit(mine[0], pair.labels[0]).status_code == 201
    pair.desk.doctor()


def test_m146_while_paused_answers_are_kept_and_not_counted(pair: Pair) -> None:
    task = pair.ana.claim()["tasks"][0]
    pair.desk.owner.ok("POST", f"/projects/{pair.project}/pause")
    reply = pair.ana.submit(task, pair.labels[0])
    assert "Olga Owner" in check_problem(reply, 409, "paused")["detail"]
    assert pair.drafts() == [(task["item_id"], "paused")]
    check_problem(pair.ana.caller.post(f"/projects/{pair.project}/tasks/claim", {"holder": "h"}), 409, "paused")
    check_problem(pair.ana.caller.post(f"/projects/{pair.project}/tasks/renew", {"leases": []}), 409, "paused")
    # also for an item that is not there, and twice for the same submission
    sent = str(uuid.uuid4())
    for _ in range(2):
        reply = pair.ana.submit({"item_id": 2**53 - 1, "lease": None}, pair.labels[0], submission_id=sent)
        check_problem(reply, (404, 409))
    pair.desk.owner.ok("POST", f"/projects/{pair.project}/resume")
    assert pair.ana.submit(task, pair.labels[0]).status_code == 201
    pair.desk.doctor()


def test_m146_after_deletion_the_project_is_not_there_and_the_answer_is_kept(pair: Pair) -> None:
    task = pair.ana.claim()["tasks"][0]
    pair.desk.owner.call("DELETE", f"/projects/{pair.project}")
    check_problem(pair.ana.submit(task, pair.labels[0]), 404, "not_found")
    assert pair.drafts() == [(task["item_id"], "deleted")]
    stranger = pair.desk.person("Eve", "labeler", pair.desk.project(1))
    body = pair.ana.answer_body(task, pair.labels[0])
    check_problem(stranger.post(f"/projects/{pair.project}/annotations", body), 404)
    assert len(pair.drafts()) == 1  # nothing is kept for people who have no business there
    pair.desk.owner.ok("POST", f"/projects/{pair.project}/restore")
    pair.desk.owner.ok("POST", f"/projects/{pair.project}/resume")
    assert pair.ana.submit(task, pair.labels[0]).status_code == 201
    pair.desk.doctor()


def test_m147_an_item_that_others_completed_takes_no_more(pair: Pair) -> None:
    task = pair.ana.claim()["tasks"][0]
    assert pair.ana.submit(task, pair.labels[0]).status_code == 201
    check_problem(pair.bo.submit({**task, "lease": None}, pair.labels[1]), 409, "complete")
    check_problem(pair.bo.skip({**task, "lease": None}), 409, "complete")
    assert pair.labeled() == 1
    pair.desk.doctor()


def test_m148_the_version_of_the_labels_must_be_one_that_was(pair: Pair) -> None:
    tasks = pair.ana.claim()["tasks"]
    check_problem(pair.ana.submit(tasks[0], pair.labels[0], label_set_version=2), 422, "unknown_version")
    for bad in (0, -1, 2**31, "1", 1.0, True):
        check_problem(pair.ana.submit(tasks[0], pair.labels[0], label_set_version=bad), 422)
    assert pair.ana.submit(tasks[0], pair.labels[0], label_set_version=1).status_code == 201


def test_m149_m150_a_credential_that_has_ended_submits_nothing(pair: Pair) -> None:
    task, other = pair.ana.claim()["tasks"][:2]
    body = pair.ana.answer_body(task, pair.labels[0])
    path = f"/projects/{pair.project}/annotations"
    assert pair.ana.caller.post(path, body).status_code == 201
    pair.desk.owner.ok("PATCH", f"/people/{pair.ana.caller.user_id}", {"disabled": True})
    check_problem(pair.ana.caller.post(path, body), 401, "signed_out")  # replayed
    check_problem(pair.ana.submit(other, pair.labels[0]), 401, "signed_out")
    assert pair.drafts() == []
    assert pair.labeled() == 1
    # the same request by someone else is their own submission, and the item is done
    check_problem(pair.bo.caller.post(path, body), 409)
    pair.desk.doctor()


def test_m152_a_page_is_never_larger_than_the_setting(pair: Pair) -> None:
    desk = pair.desk
    project = desk.project(30)
    labeler = Labeler(desk.person("Cy", "labeler", project), project)
    assert len(labeler.claim(limit=10_000)["tasks"]) == 10
    for bad in (0, -1, 10_001, 2**63, "5", 1.5, True):
        reply = labeler.caller.post_raw(
            f"/projects/{project}/tasks/claim", json.dumps({"holder": "h", "limit": bad}).encode()
        )
        check_problem(reply, 422)
    for body in ({}, {"holder": ""}, {"holder": "x" * 65}, {"holder": None}, {"holder": "h", "have": "x"},
                 {"holder": "h", "have": ["x"] * 1_001}, {"holder": "h", "have": [""]}, {"holder": "\0"}):  # fmt: skip
        check_problem(labeler.caller.post(f"/projects/{project}/tasks/claim", body), 422)


def test_m153_releasing_twice_is_fine_and_renewing_says_what_is_lost(pair: Pair) -> None:
    task = pair.ana.claim(limit=1)["tasks"][0]
    path = f"/projects/{pair.project}/tasks"
    for _ in range(2):
        assert pair.ana.caller.post(f"{path}/release", {"leases": [task["lease"], "unknown"]}).status_code == 204
    assert pair.ana.caller.ok("POST", f"{path}/renew", {"leases": [task["lease"]]})["lost"] == [task["lease"]]
    pair.desk.doctor()


def test_m154_who_skipped_everything_is_told_so(pair: Pair) -> None:
    while tasks := pair.ana.claim()["tasks"]:
        for task in tasks:
            assert pair.ana.skip(task, reason="unclear").status_code == 201
    assert pair.ana.claim()["empty"]["reason"] == "all_done"
    assert pair.desk.get(pair.project)["progress"]["skipped"] == 3
    for bad in ("x" * 501, 5, ["x"], "a\0b"):
        check_problem(pair.ana.skip({"item_id": 1, "lease": None}, reason=bad), 422)
    pair.desk.doctor()


def test_m158_a_job_that_has_ended_cannot_be_cancelled(desk: Desk) -> None:
    project = desk.project(3)
    job = desk.get(project)["init_job"]["id"]
    check_problem(desk.owner.post(f"/jobs/{job}/cancel"), 409, "job_ended")
    waiting = desk.project(3, run=False)
    job = desk.get(waiting)["init_job"]["id"]
    for _ in range(2):
        assert desk.owner.ok("POST", f"/jobs/{job}/cancel")["state"] == "cancelled"
    assert desk.get(waiting)["state"] == "failed"
    desk.owner.ok("POST", f"/projects/{waiting}/retry")
    desk.run_jobs()
    assert desk.get(waiting)["progress"]["total"] == 3
    check_problem(desk.owner.post(f"/projects/{waiting}/retry"), 409, "wrong_state")
    desk.doctor()


def test_m159_an_export_that_is_not_finished_or_gone(desk: Desk) -> None:
    project = desk.project(1)
    check_problem(desk.owner.post(f"/projects/{project}/exports", {"format": "csv"}), 409, "nothing_to_export")
    labeler = Labeler(desk.person("Ana", "labeler", project), project)
    labeler.submit(labeler.claim()["tasks"][0], desk.labels(project)["science"])
    for options, code in (({"format": "xlsx"}, "unknown_format"), ({"format": "../csv"}, "unknown_format"),
                          ({"format": "csv", "columns": "x"}, "unknown_columns"),
                          ({"format": "csv", "label_as": "id"}, "unknown_label_as"),
                          ({"format": "csv", "states": []}, "unknown_states")):  # fmt: skip
        check_problem(desk.owner.post(f"/projects/{project}/exports", options), 422, code)
    export = desk.owner.ok("POST", f"/projects/{project}/exports", {"format": "csv"})["id"]
    check_problem(desk.owner.get(f"/exports/{export}/download"), 409, "export_not_ready")
    check_problem(desk.owner.get(f"/exports/{export}/manifest"), 409, "export_not_ready")
    desk.run_jobs()
    assert desk.owner.get(f"/exports/{export}/download").status_code == 200
    for path in desk.workspace.settings.files.rglob("*.csv"):
        path.unlink()
    check_problem(desk.owner.get(f"/exports/{export}/download"), 404, "file_missing")


def test_m161_answers_that_arrive_out_of_order_end_with_the_last_edit(pair: Pair) -> None:
    task = pair.ana.claim()["tasks"][0]
    ids = [str(uuid.uuid4()) for _ in range(3)]
    assert pair.ana.submit(task, pair.labels[0], submission_id=ids[0], client_seq=1).status_code == 201
    third = {"submission_id": ids[2], "replaces": ids[0], "client_seq": 3}
    assert pair.ana.submit(task, pair.labels[2], **third).status_code == 201
    second = {"submission_id": ids[1], "replaces": ids[0], "client_seq": 2}
    check_problem(pair.ana.submit(task, pair.labels[1], **second), 409, "already_labeled")
    seen = pair.ana.caller.ok("GET", f"/projects/{pair.project}/items/{task['item_id']}/task")
    assert seen["current"]["labels"] == [pair.labels[2]]
    check_problem(pair.bo.submit(task, pair.labels[1], replaces=ids[2]), (404, 409))
    assert pair.labeled() == 1
    pair.desk.doctor()


def test_other_wrong_moves_of_a_project_are_conflicts(desk: Desk) -> None:
    project = desk.project(1)
    check_problem(desk.owner.post(f"/projects/{project}/restore"), 409, "wrong_state")
    for _ in range(2):
        assert desk.owner.post(f"/projects/{project}/pause").status_code == 200
    for _ in range(2):
        assert desk.owner.post(f"/projects/{project}/resume").status_code == 200
    for _ in range(2):
        assert desk.owner.call("DELETE", f"/projects/{project}").status_code == 204
    for reply in (
        desk.owner.post(f"/projects/{project}/pause"),
        desk.owner.post(f"/projects/{project}/resume"),
        desk.owner.post(f"/projects/{project}/retry"),
        desk.owner.call("PATCH", f"/projects/{project}", json={"page_size": 5}),
    ):
        check_problem(reply, 409, "wrong_state")
    dataset = desk.get(project)["dataset"]["id"]
    check_problem(desk.owner.call("DELETE", f"/datasets/{dataset}"), 409, "in_use")
    check_problem(desk.upload(dataset, "b.csv", b"text\na\n"), 409, "in_use")
    desk.doctor()


def test_a_hundred_problems_are_listed_and_no_more(shared_desk: Desk) -> None:
    wanted = {"labels": [{"nam": n} for n in range(1_000)]}
    body = problem_of(shared_desk.owner.post("/projects/check", wanted))
    assert len(body["problems"]) == 100
    everything = shared_desk.owner.ok("POST", "/projects/check", {})
    assert {problem["field"] for problem in everything["problems"]} >= {"name", "task_type", "dataset_id", "labels"}
