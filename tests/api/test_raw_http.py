"""Bytes on the wire, against the server as people start it: M120–M129 where the parser and the sockets matter.

HTTP is spoken by httptools (see labeldesk.httpkit.protocol), which is strict; these tests hold it to that.
"""

from __future__ import annotations

import gzip
import json
import socket
import time
from collections.abc import Iterator
from pathlib import Path

import httpx2 as httpx
import pytest

from conftest import fresh_settings
from labeldesk.bootstrap import Workspace
from support.desk import Desk, Labeler
from support.server import Server, read_all, statuses

HOST = b"Host: 127.0.0.1\r\n"
CLOSE = b"Connection: close\r\n"


@pytest.fixture(scope="module")
def place(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Server, Desk]]:
    """One server for the module, and a desk that calls it."""
    with fresh_settings("sqlite", tmp_path_factory.mktemp("raw") / "workspace", request) as settings:
        server = Server(settings)
        workspace = Workspace(settings)
        with httpx.Client(base_url=server.url, timeout=30) as http:
            yield server, Desk(workspace, http)
        workspace.close()
        server.stop()
        assert "Traceback" not in server.log
        assert "unhandled_error" not in server.log


@pytest.fixture
def live(place: tuple[Server, Desk]) -> Server:
    return place[0]


@pytest.fixture
def far(place: tuple[Server, Desk]) -> Desk:
    return place[1]


def still_fine(server: Server) -> None:
    """The server lives and answers others."""
    assert server.is_alive()
    began = time.monotonic()
    assert statuses(server.exchange(b"GET /healthz HTTP/1.1\r\n" + HOST + CLOSE + b"\r\n")) == [200]
    assert time.monotonic() - began < 5


def body_of(reply: bytes) -> dict[str, object]:
    found: dict[str, object] = json.loads(reply.partition(b"\r\n\r\n")[2])
    return found


SMUGGLED = b"GET /api/v1/session HTTP/1.1\r\n" + HOST + b"\r\n"

# Each ends the connection with one 400; what follows is never taken for a request.
REFUSED: dict[str, bytes] = {
    "M128-length-and-chunked": b"POST /api/v1/session HTTP/1.1\r\n" + HOST
    + b"Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n" + SMUGGLED,
    "M128-chunked-and-length": b"POST /api/v1/session HTTP/1.1\r\n" + HOST
    + b"Transfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\n" + SMUGGLED,
    "M128-two-lengths": b"POST / HTTP/1.1\r\n" + HOST
    + b"Content-Length: 5\r\nContent-Length: 6\r\n\r\nabcdef" + SMUGGLED,
    "M128-two-equal-lengths": b"POST / HTTP/1.1\r\n" + HOST + b"Content-Length: 5\r\nContent-Length: 5\r\n\r\nabcde",
    "M128-list-of-lengths": b"POST / HTTP/1.1\r\n" + HOST + b"Content-Length: 5, 5\r\n\r\nabcde",
    "M128-bare-line-feeds": b"GET / HTTP/1.1\nHost: 127.0.0.1\n\n",
    "M128-bare-line-feed-behind-a-header": b"GET / HTTP/1.1\r\nHost: 127.0.0.1\nX: y\r\n\r\n",
    "M128-bare-line-feed-at-the-end": b"GET / HTTP/1.1\r\n" + HOST + b"X: y\n\r\n",
    "M128-bare-carriage-return": b"GET / HTTP/1.1\r\n" + HOST + b"X: y\rZ: w\r\n\r\n",
    "M128-space-before-colon": b"POST / HTTP/1.1\r\n" + HOST + b"Content-Length : 5\r\n\r\nabcde",
    "M128-space-before-colon-of-host": b"GET / HTTP/1.1\r\nHost : 127.0.0.1\r\n\r\n",
    "M128-folded-header": b"GET / HTTP/1.1\r\n" + HOST + b"X: a\r\n b\r\n\r\n",
    "M128-coding-identity": b"POST / HTTP/1.1\r\n" + HOST
    + b"Transfer-Encoding: identity\r\nContent-Length: 1\r\n\r\na",
    "M128-coding-unknown": b"POST / HTTP/1.1\r\n" + HOST + b"Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n",
    "M128-coding-not-last": b"POST / HTTP/1.1\r\n" + HOST + b"Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n",
    "M128-coding-behind-a-tab": b"POST / HTTP/1.1\r\n" + HOST + b"Transfer-Encoding: \x0bchunked\r\n\r\n0\r\n\r\n",
    "M128-pipelined-garbage": b"DELETE /x HTTP/1.1\r\n" + HOST + b"Content-Length: x\r\n\r\n" + SMUGGLED,
    "M127-length-with-plus": b"POST / HTTP/1.1\r\n" + HOST + b"Content-Length: +5\r\n\r\nabcde",
    "M127-length-negative": b"POST / HTTP/1.1\r\n" + HOST + b"Content-Length: -1\r\n\r\nabcde",
    "M127-length-hexadecimal": b"POST / HTTP/1.1\r\n" + HOST + b"Content-Length: 0x5\r\n\r\nabcde",
    "M127-length-beyond-64-bits": b"POST / HTTP/1.1\r\n" + HOST + b"Content-Length: " + b"9" * 40 + b"\r\n\r\n",
    "M127-nul-in-a-header": b"GET / HTTP/1.1\r\n" + HOST + b"X: a\0b\r\n\r\n",
    "M127-header-without-a-name": b"GET / HTTP/1.1\r\n" + HOST + b": b\r\n\r\n",
    "M127-header-without-a-colon": b"GET / HTTP/1.1\r\n" + HOST + b"abc\r\n\r\n",
    "M127-unknown-method": b"FROB / HTTP/1.1\r\n" + HOST + b"\r\n",
    "M127-small-method": b"get / HTTP/1.1\r\n" + HOST + b"\r\n",
    "M127-unknown-version": b"GET / HTTP/9.9\r\n" + HOST + b"\r\n",
    "M127-http2-preface": b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
    "M127-tls": b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03",
    "M127-raw-bytes-in-the-address": b"GET /\xff\xfe HTTP/1.1\r\n" + HOST + b"\r\n",
    "M127-space-in-the-address": b"GET /a b HTTP/1.1\r\n" + HOST + b"\r\n",
    "M130-connect-to-elsewhere": b"CONNECT example.org:80 HTTP/1.1\r\n" + HOST + b"\r\n",
    "M126-no-host": b"GET / HTTP/1.1\r\n" + CLOSE + b"\r\n",
    "M126-two-hosts": b"GET / HTTP/1.1\r\n" + HOST + HOST + CLOSE + b"\r\n",
    "M126-two-different-hosts": b"GET / HTTP/1.1\r\n" + HOST + b"Host: evil.example\r\n" + CLOSE + b"\r\n",
}  # fmt: skip

BROKEN_CHUNKS: dict[str, bytes] = {
    "extension-with-line-feed": b"1;a\nb\r\nX\r\n0\r\n\r\n",
    "bare-line-feeds": b"1\nX\n0\n\n",
    "hexadecimal-prefix": b"0x1\r\nX\r\n0\r\n\r\n",
    "beyond-64-bits": b"FFFFFFFFFFFFFFFFFF\r\nX\r\n0\r\n\r\n",
    "negative": b"-1\r\nX\r\n0\r\n\r\n",
    "not-a-number": b"zz\r\nX\r\n0\r\n\r\n",
    "longer-than-said": b"1\r\nXYZ\r\n0\r\n\r\n",
}


@pytest.mark.parametrize("name", REFUSED)
def test_a_request_two_readers_could_read_differently_ends_the_connection(live: Server, name: str) -> None:
    reply = live.exchange(REFUSED[name])
    assert statuses(reply) == [400], reply[:300]
    assert b"connection: close" in reply.lower()
    still_fine(live)


def test_m128_broken_chunks_end_the_connection_and_nothing_is_stored(live: Server, far: Desk) -> None:
    dataset = far.dataset({})
    head = (
        f"POST /api/v1/datasets/{dataset}/files?name=a.csv HTTP/1.1\r\nHost: 127.0.0.1\r\n"
        f"Authorization: Bearer {far.owner.token}\r\nContent-Type: application/octet-stream\r\n"
        "Transfer-Encoding: chunked\r\n\r\n"
    ).encode()
    for name, chunks in BROKEN_CHUNKS.items():
        reply = live.exchange(head + chunks + SMUGGLED)
        assert len(statuses(reply)) <= 2, (name, reply)  # the refusal, and maybe the parser's own
        assert set(statuses(reply)) <= {400}, (name, reply)
    assert far.owner.ok("GET", f"/datasets/{dataset}")["files"] == []
    still_fine(live)


def test_m128_a_request_behind_a_refused_one_is_never_answered(live: Server) -> None:
    for first in (
        b"GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n",
        b"GET / HTTP/1.1\r\n" + HOST + b"X: " + b"x" * 40_000 + b"\r\n\r\n",
        b"GET /?" + b"x" * 9_000 + b" HTTP/1.1\r\n" + HOST + b"\r\n",
        b"POST /api/v1/session HTTP/1.1\r\n" + HOST + b"Content-Length: 999999999\r\n\r\n",
    ):
        reply = live.exchange(first + SMUGGLED)
        assert len(statuses(reply)) == 1, reply
        assert statuses(reply)[0] in (400, 413, 414, 421, 431)
    still_fine(live)


def test_m128_honest_pipelining_is_answered_in_order(live: Server) -> None:
    one = b"GET /healthz HTTP/1.1\r\n" + HOST + b"\r\n"
    two = b"GET /api/v1/projects HTTP/1.1\r\n" + HOST + b"\r\n"
    three = b"GET /api/v1/session HTTP/1.1\r\n" + HOST + CLOSE + b"\r\n"
    assert statuses(live.exchange(one + two + three)) == [200, 401, 200]


def test_m126_heads_that_are_too_large(live: Server) -> None:
    for head in (
        b"X: " + b"x" * 65_536 + b"\r\n",
        b"".join(b"X-%d: y\r\n" % n for n in range(1_000)),
        b"Cookie: a=" + b"b" * 1_000_000 + b"\r\n",
        b"X" * 40_000 + b": y\r\n",
    ):
        reply = live.exchange(b"GET /api/v1/session HTTP/1.1\r\n" + HOST + head + CLOSE + b"\r\n")
        assert statuses(reply) == [431], reply[:200]
    long = live.exchange(b"GET /" + b"x" * 200_000 + b" HTTP/1.1\r\n" + HOST + CLOSE + b"\r\n")
    assert statuses(long)[0] in (200, 400, 404, 414)
    still_fine(live)


def memory(server: Server) -> int:
    """Resident bytes of the process."""
    for line in Path(f"/proc/{server.pid}/status").read_text().splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) * 1024
    raise AssertionError("no resident size")


@pytest.mark.parametrize("endless", [b"X: ", b"X", b"GET /"], ids=["value", "name", "address"])
def test_m126_an_endless_head_is_cut_off(live: Server, endless: bytes) -> None:
    begin = endless if endless.startswith(b"GET") else b"GET / HTTP/1.1\r\n" + HOST + endless
    before = memory(live)
    sent = 0
    with live.connect() as connection:
        try:
            connection.sendall(begin)
            for _ in range(64):  # 64 MiB at most
                connection.sendall(b"x" * (1 << 20))
                sent += 1 << 20
        except (BrokenPipeError, ConnectionResetError):
            pass
        reply = read_all(connection)
    assert sent < 48 << 20
    assert set(statuses(reply)) <= {400, 431}
    assert memory(live) - before < 60 << 20
    still_fine(live)


def test_m120_bodies_in_other_encodings(live: Server) -> None:
    for body in (b'{"email": "\xff"}', '{"email": "x"}'.encode("utf-16"), b"\xef\xbb\xbf{}", b"\xff\xfe{\0}\0"):
        head = b"POST /api/v1/session HTTP/1.1\r\n%sContent-Type: application/json\r\nContent-Length: %d\r\n%s\r\n"
        reply = live.exchange(head % (HOST, len(body), CLOSE) + body)
        assert statuses(reply) == [400]
        assert body_of(reply)["code"] == "malformed"


def test_m122_a_packed_bomb_is_not_unpacked(live: Server) -> None:
    bomb = gzip.compress(b" " * 200_000_000, 1)
    before = memory(live)
    head = (
        b"POST /api/v1/session HTTP/1.1\r\n%sContent-Type: application/json\r\nContent-Encoding: gzip\r\n"
        b"Content-Length: %d\r\n%s\r\n"
    )
    reply = live.exchange(head % (HOST, len(bomb), CLOSE) + bomb)
    assert statuses(reply) == [415]
    assert memory(live) - before < 50 << 20


def test_m124_m125_forms(live: Server) -> None:
    part = b'--x\r\nContent-Disposition: form-data; name="a"; filename="b"\r\n\r\n1\r\n'
    large = b'--x\r\nContent-Disposition: form-data; name="' + b"n" * 1_000_000 + b'"\r\n\r\n1\r\n--x--\r\n'
    fields = b"&".join(b"a%d=1" % n for n in range(100_000))
    for body, kind in (
        (part * 10_000 + b"--x--\r\n", b"multipart/form-data; boundary=x"),
        (part * 2, b"multipart/form-data"),
        (large, b"multipart/form-data; boundary=x"),
        (fields, b"application/x-www-form-urlencoded"),
    ):
        head = b"POST /api/v1/session HTTP/1.1\r\n%sContent-Type: %s\r\nContent-Length: %d\r\n%s\r\n"
        reply = live.exchange(head % (HOST, kind, len(body), CLOSE) + body)
        assert statuses(reply) == [415]
    still_fine(live)


@pytest.fixture(scope="module")
def download(place: tuple[Server, Desk]) -> tuple[str, bytes]:
    """The path of a finished export and its bytes."""
    desk = place[1]
    made = desk.owner.ok("POST", "/projects", desk.wanted(desk.dataset({"a.csv": b"n,text\n" + b"1,words\n" * 200})))
    project = made["id"]
    end = time.monotonic() + 30
    while desk.get(project)["state"] != "running" and time.monotonic() < end:
        time.sleep(0.1)
    labeler = Labeler(desk.person("Ana", "labeler", project), project)
    label = desk.labels(project)["science"]
    for _ in range(2):
        for task in labeler.claim()["tasks"]:
            assert labeler.submit(task, label).status_code == 201
    export = desk.owner.ok("POST", f"/projects/{project}/exports", {"format": "csv"})["id"]
    while desk.owner.ok("GET", f"/exports/{export}")["state"] != "succeeded" and time.monotonic() < end:
        time.sleep(0.1)
    path = f"/exports/{export}/download"
    return path, desk.owner.get(path).content


def test_m129_ranges_of_a_download(far: Desk, download: tuple[str, bytes]) -> None:
    path, whole = download
    size = len(whole)
    for given, status, expected in (
        ("bytes=0-9", 206, whole[:10]),
        ("bytes=10-", 206, whole[10:]),
        ("bytes=-5", 206, whole[-5:]),
        (f"bytes=0-{size * 10}", 206, whole),
        (f"bytes={size}-", 416, None),
        (f"bytes={size + 1}-{size + 2}", 416, None),
        ("bytes=9-3", 400, None),
        ("bytes=x-y", 400, None),
        ("lines=0-1", 400, None),
        ("bytes", 400, None),
        ("bytes=0-9,5-20", 206, whole[:21]),  # overlapping ones are one
    ):
        reply = far.owner.get(path, headers={"range": given})
        assert reply.status_code == status, (given, reply.status_code)
        if expected is not None:
            assert reply.content == expected, given
        else:
            assert len(reply.content) < 1_000


def test_m129_thousands_of_ranges_cost_nothing(far: Desk, download: tuple[str, bytes]) -> None:
    path, whole = download
    for given in (
        ",".join(f"{n}-{n}" for n in range(0, 10_000, 2)),
        ",".join(["0-"] * 10_000),
        ",".join(["0-0"] * 6_000),
        ",".join(["-1"] * 9_000),
        "," * 30_000,
    ):
        began = time.monotonic()
        reply = far.owner.get(path, headers={"range": f"bytes={given}"})
        assert reply.status_code in (200, 400, 416, 431), reply.status_code
        assert len(reply.content) <= len(whole)
        assert time.monotonic() - began < 0.5


def test_an_upload_that_stops_half_way_holds_nobody_up_and_stores_nothing(live: Server, far: Desk) -> None:
    dataset = far.dataset({})
    uploads = far.workspace.settings.files / "uploads"
    before = len(list(uploads.glob("*")))
    head = (
        f"POST /api/v1/datasets/{dataset}/files?name=slow.csv HTTP/1.1\r\nHost: 127.0.0.1\r\n"
        f"Authorization: Bearer {far.owner.token}\r\nContent-Type: application/octet-stream\r\n"
        "Content-Length: 1000000\r\n\r\n"
    ).encode()
    slow = [live.connect() for _ in range(20)]
    for connection in slow:
        connection.sendall(head + b"text\n")
    still_fine(live)
    assert far.owner.ok("GET", f"/datasets/{dataset}")["files"] == []
    for number, connection in enumerate(slow):
        connection.sendall(b"more\n")
        if number % 2:
            connection.shutdown(socket.SHUT_WR)
        connection.close()
    end = time.monotonic() + 10
    while len(list(uploads.glob("*"))) > before and time.monotonic() < end:
        time.sleep(0.05)
    assert len(list(uploads.glob("*"))) == before
    assert far.owner.ok("GET", f"/datasets/{dataset}")["files"] == []
    still_fine(live)


def test_connections_that_say_nothing_hold_nobody_up(live: Server) -> None:
    silent = [live.connect() for _ in range(100)]
    half = [live.connect() for _ in range(100)]
    for connection in half:
        connection.sendall(b"GET / HTTP/1.1\r\nHost: 127.0")
    still_fine(live)
    for connection in (*silent, *half):
        connection.close()


def test_an_upgrade_is_not_a_way_in(live: Server) -> None:
    for upgrade in (
        b"Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
        b"Sec-WebSocket-Version: 13\r\n",
        b"Connection: Upgrade, HTTP2-Settings, close\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQAAP__\r\n",
    ):
        with live.connect(timeout=3) as connection:
            connection.sendall(b"GET /api/v1/projects HTTP/1.1\r\n" + HOST + upgrade + b"\r\n")
            first = connection.recv(1 << 16)
        assert statuses(first)[0] in (400, 401, 403, 404), first[:200]
    still_fine(live)
