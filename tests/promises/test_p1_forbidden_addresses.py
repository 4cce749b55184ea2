"""P1: a link in a request can never reach a forbidden address, and costs at most 20 MiB and 5 s."""

from __future__ import annotations

import asyncio
import gzip
import time
import zlib
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from ipaddress import ip_network

import pytest

from paintover.domain.errors import FetchError, FetchFailed, FetchTooLarge, ForbiddenAddress
from paintover.intake.fetch import MAX_BYTES, Fetcher
from tests.intake.canaries import (
    PICTURE,
    PUBLIC_V4,
    PUBLIC_V6,
    Internet,
    Names,
    Site,
    answer,
    listening,
    redirect,
)
from tests.pace import timed

FORBIDDEN_ADDRESS_LIST = """
0.0.0.0 0.1.2.3 10.0.0.1 10.255.255.254 100.64.0.1 100.100.100.200 100.127.255.255 127.0.0.1 127.0.0.53 127.1.2.3
127.255.255.254 168.63.129.16 169.254.0.23 169.254.169.254 169.254.170.2 172.16.0.1 172.17.0.1 172.31.255.255
192.0.0.1 192.0.0.8 192.0.0.170 192.0.0.192 192.0.2.7 192.88.99.1 192.168.0.1 192.168.255.255 198.18.0.1 198.19.255.255
198.51.100.9 203.0.113.5 224.0.0.1 239.255.255.250 240.0.0.1 255.255.255.255
:: ::1 ::2 ::127.0.0.1 ::10.0.0.1 ::a9fe:a9fe ::ffff:127.0.0.1 ::ffff:169.254.169.254 ::ffff:a00:1 ::ffff:8.8.8.8
::ffff:0:127.0.0.1 0:0:0:0:0:0:0:1 0:0:0:0:0:ffff:7f00:1 64:ff9b::127.0.0.1 64:ff9b::a9fe:a9fe 64:ff9b:1::1
64:ff9b:1::a00:1 100::1 2001::1 2001:0:4136:e378:8000:63bf:3fff:fdd2 2001:2::1 2001:10::1 2001:20::1 2001:db8::1
2002:7f00:1:: 2002:a9fe:a9fe::1 2002:c0a8:1:: 3fff::1 5f00::1 fc00::1 fd00::1 fd00:ec2::254 fe80::1 fe80::a9fe:a9fe
febf::1 fec0::1 feff::1 ff02::1 ff05::2 ff0e::1 4000::1 2606:4700::5efe:127.0.0.1 2606:4700::200:5efe:10.0.0.1
"""

FORBIDDEN_SPELLING_LIST = """
http://2130706433/ http://0x7f000001/ http://0x7f.1/ http://0x7f.0.0.1/ http://0X7F.0x0.0x0.0x1/ http://017700000001/
http://0177.0.0.1/ http://0177.0.0.01/ http://127.1/ http://127.0.1/ http://0/ http://00000000000000000000000000/
http://127.0.0.1./ http://127.0.0.01/ http://2852039166/ http://0xa9fea9fe/ http://0251.0376.0251.0376/ http://169.254.43518/
http://0xa9.254.0251.254/ http://3232235521/ http://127.0.0.1:80/ http://127.0.0.1:8080/ http://[::1]:8080/
http://[0:0:0:0:0:0:0:1]/ http://[::ffff:7f00:1]/ http://[::FFFF:127.0.0.1]/ http://[::1%25lo]/ http://[fe80::1%25eth0]/
http://[fe80::1%eth0]/ http://127。0。0。1/ http://127．0．0．1/ http://１２７.０.０.１/ http://①②⑦.⓪.⓪.①/ http://localhost/
http://LOCALHOST/ http://localhost./ http://localhost:8080/ http://ｌｏｃａｌｈｏｓｔ/ http://loc%61lhost/ http://%6c%6fcalhost/
http://127.0.0.1%2f@good.example/ http://127.0.0.1%00.good.example/ http://127.0.0.1%09good.example/
http://good.example@127.0.0.1/ http://good.example:80@127.0.0.1/ http://good.example%40127.0.0.1/
http://good.example\\@127.0.0.1/ http://127.0.0.1\\@good.example/ http://127.0.0.1\\.good.example/ http:\\\\127.0.0.1\\
http:/\\127.0.0.1/ http://127.0.0.1#@good.example/ http://127.0.0.1?@good.example/ http://127.0.0.1;good.example/
http://127.0.0.1,good.example/ http://good.example&@127.0.0.1/ http://@127.0.0.1/ http://:@127.0.0.1/ http://a:b@c:d@127.0.0.1/
http://[127.0.0.1]/ http://[::1]good.example/ http://[good.example]/ http://[::1/ http://::1/ http://[]/
http:127.0.0.1 http:///127.0.0.1/ http:////127.0.0.1/ //127.0.0.1/ /etc/passwd file:///etc/passwd
ftp://127.0.0.1/ gopher://127.0.0.1:6379/_INFO dict://127.0.0.1:11211/ ldap://127.0.0.1/ jar:http://127.0.0.1!/ unix:///run/docker.sock
ws://127.0.0.1/ data:image/png;base64,AAAA javascript:alert(1) http+unix://%2Frun%2Fdocker.sock/
http://good.example:22/ http://good.example:25/ http://good.example:65536/ http://good.example:0/ http://good.example:-1/
http://inside.example/ http://metadata.example/ http://mixed.example/ http://mapped.example/ http://nat64.example/
http://6to4.example/ http://scoped.example/ http://nonsense.example/ https://inside.example/ http://INSIDE.example./
http://good.example/to/loopback http://good.example/to/metadata http://good.example/to/name http://good.example/to/decimal
http://good.example/to/v6 http://good.example/to/slashes http://good.example/to/backslash http://good.example/to/user
http://good.example/to/file http://good.example/to/port http://good.example/to/twice http://good.example/to/tab
http://rebinding.example/again http://rebinding.example/elsewhere
"""

FORBIDDEN_ADDRESSES = FORBIDDEN_ADDRESS_LIST.split()
HOSTILE = [
    *(f"http://{f'[{a}]' if ':' in a else a}/latest/meta-data/" for a in FORBIDDEN_ADDRESSES),
    *FORBIDDEN_SPELLING_LIST.split(),
    "http://127.0.0.1 @good.example/",
    "http://127.0.0.1\t@good.example/",
    "http://good.example\r\nHost: 127.0.0.1/",
    "http://good.example/\r\nX-Smuggled: 1",
    "http://127.0.0.1\x00.good.example/",
    " http://127.0.0.1/",
    "ht\ntp://127.0.0.1/",
    "http://127.0.0.1\u2028/",
    "http://\ud800.example/",
]

ONWARD = {
    "/to/loopback": "http://127.0.0.1/",
    "/to/metadata": "http://169.254.169.254/latest/meta-data/",
    "/to/name": "https://inside.example/",
    "/to/decimal": "http://2130706433/",
    "/to/v6": "http://[::ffff:127.0.0.1]/",
    "/to/slashes": "//127.0.0.1/",
    "/to/backslash": "/\\127.0.0.1/",
    "/to/user": "http://good.example@127.0.0.1/",
    "/to/file": "file:///etc/passwd",
    "/to/port": "http://good.example:22/",
    "/to/twice": "/to/loopback",
    "/to/tab": "/\t/127.0.0.1/",
    "/again": "/picture.png",
    "/elsewhere": "http://rebinding.example:8080/picture.png",
    "/loop": "/loop",
    "/1": "/2",
    "/2": "/3",
    "/3": "picture.png?from=3",
    "/4": "/1",
    "/cdn": "//cdn.example/picture.png",
}

GOOD = [
    "http://good.example/picture.png",
    "http://GOOD.Example/picture.png",
    "http://good.example./picture.png",
    "http://good.example:8080/picture.png",
    "http://good.example:/picture.png",
    "https://good.example/picture.png",
    "http://good.example",
    "http://good.example?x=1",
    "http://good.example/a/../b.png?sig=a%2Fb+c&x=[1]#part",
    "http://good.example/图片.png?名=牛",
    "http://good.example/@127.0.0.1/picture.png",
    "http://good.example/?url=http://127.0.0.1/",
    "http://xn--fsqu00a.example/picture.png",
    "http://例子.example/picture.png",
    "http://under_score.example/picture.png",
    f"http://{PUBLIC_V4}/picture.png",
    f"http://[{PUBLIC_V6}]:8080/picture.png",
    "http://good.example/1",
    "http://good.example/cdn",
    "http://slow-first.example/picture.png",
]

NAMES = {
    **{
        name: [[PUBLIC_V4]]
        for name in (
            "good.example",
            "cdn.example",
            "xn--fsqu00a.example",
            "xn--fsqu02d.example",
            "under_score.example",
        )
    },
    "slow-first.example": [[PUBLIC_V6, PUBLIC_V4]],
    "localhost": [["127.0.0.1", "::1"]],
    "inside.example": [["10.0.0.5"]],
    "metadata.example": [["169.254.169.254"]],
    "mixed.example": [[PUBLIC_V4, "192.168.1.1"]],
    "mapped.example": [["::ffff:10.0.0.5"]],
    "nat64.example": [["64:ff9b::a00:5"]],
    "6to4.example": [["2002:a00:5::1"]],
    "scoped.example": [["fe80::1%2"]],
    "nonsense.example": [["not an address"]],
    "rebinding.example": [[PUBLIC_V4], ["127.0.0.1"], ["127.0.0.1"]],
}


async def go_on(path: str, head: bytes, writer: asyncio.StreamWriter) -> None:
    """A public site whose paths redirect as `ONWARD` says."""
    writer.write(redirect(ONWARD[path]) if path in ONWARD else answer())


@asynccontextmanager
async def world(**limits: float) -> AsyncIterator[tuple[Fetcher, Site, Site]]:
    """A fetcher, the public site and the canary."""
    async with listening(go_on) as site, listening() as canary:
        internet = Internet({PUBLIC_V4: site.port, PUBLIC_V6: site.port}, canary.port)
        fetcher = Fetcher(resolve=Names(NAMES), transport=internet, timeout_s=limits.get("timeout_s", 5.0))
        try:
            yield fetcher, site, canary
        finally:
            await fetcher.aclose()


async def test_no_hostile_link_reaches_a_canary() -> None:
    assert len(HOSTILE) >= 120
    async with listening(go_on) as site, listening() as canary:
        internet = Internet({PUBLIC_V4: site.port, PUBLIC_V6: site.port}, canary.port)
        for url in HOSTILE:
            # A fresh name server each time: rebinding starts with the harmless answer.
            fetcher = Fetcher(resolve=Names(NAMES), transport=internet)
            before = len(site.heads)
            with pytest.raises(FetchError) as caught:
                await fetcher.fetch_picture(url)
            assert not any(b"X-Smuggled" in head for head in site.heads[before:]), url
            for secret in ("127.", "169.254", "10.0.", "192.168", "inside", "metadata", "::"):
                assert secret not in str(caught.value), url
        leaks = canary.connections
        await internet.aclose()
    print(f"P1: {len(HOSTILE)} hostile links refused, {leaks} connections out of line")
    assert leaks == 0
    assert set(internet.visited) == {PUBLIC_V4}


async def test_every_good_link_is_fetched() -> None:
    async with world() as (fetcher, site, canary):
        for url in GOOD:
            assert await fetcher.fetch_picture(url) == PICTURE, url
        assert canary.connections == 0
        hosts = {line for head in site.heads for line in head.split(b"\r\n") if line.startswith(b"Host:")}
    print(f"P1: {len(GOOD)} of {len(GOOD)} good links fetched")
    assert b"Host: good.example" in hosts
    assert b"Host: good.example:8080" in hosts


async def test_the_canary_sings_when_everything_is_allowed() -> None:
    """The control: with every network allowed, the same harness counts what would have leaked."""
    everything = [ip_network("0.0.0.0/0"), ip_network("::/0")]
    async with listening(go_on) as site, listening() as canary:
        internet = Internet({PUBLIC_V4: site.port}, canary.port)
        fetcher = Fetcher(resolve=Names(NAMES), transport=internet, allow=everything)
        for address in FORBIDDEN_ADDRESSES:
            host = f"[{address}]" if ":" in address else address
            assert await fetcher.fetch_picture(f"http://{host}/") == PICTURE
        await fetcher.aclose()
        print(
            f"P1: control, {canary.connections} connections seen by the canary when all networks are allowed"
        )
        assert canary.connections == len(FORBIDDEN_ADDRESSES)


async def test_loopback_is_not_connected_to_by_the_real_transport() -> None:
    """Without any stand-in for the network: a listening local server is not touched, and is once it is allowed."""
    async with listening() as canary:
        strict = Fetcher(resolve=Names(NAMES))
        allowed = Fetcher(resolve=Names(NAMES), allow=[ip_network("127.0.0.1/32")])
        spellings = [
            "127.0.0.1",
            "localhost",
            "127.1",
            "2130706433",
            "0x7f.1",
            "[::ffff:127.0.0.1]",
            "0.0.0.0",
            "[::]",
        ]
        for host in spellings:
            with pytest.raises(FetchError):
                await strict.fetch_picture(f"http://{host}:{canary.port}/")
        assert canary.connections == 0
        assert await allowed.fetch_picture(f"http://127.0.0.1:{canary.port}/x") == PICTURE
        assert canary.connections == 1
        with pytest.raises(ForbiddenAddress):
            await allowed.fetch_picture(f"http://localhost:{canary.port}/x")  # its ::1 is not allowed
        await strict.aclose()
        await allowed.aclose()


async def test_rebinding_meets_the_first_answer_only() -> None:
    async with listening(go_on) as site, listening() as canary:
        names = Names(NAMES)
        internet = Internet({PUBLIC_V4: site.port}, canary.port)
        fetcher = Fetcher(resolve=names, transport=internet)
        assert await fetcher.fetch_picture("http://rebinding.example/picture.png") == PICTURE
        assert names.asked == ["rebinding.example"]
        assert internet.visited == [PUBLIC_V4]
        with pytest.raises(ForbiddenAddress):
            await fetcher.fetch_picture("http://rebinding.example/picture.png")
        assert canary.connections == 0
        await fetcher.aclose()


@pytest.mark.parametrize("path", ["/loop", "/4"])
async def test_redirects_end(path: str) -> None:
    async with world() as (fetcher, site, _):
        with pytest.raises(FetchFailed, match="redirects more than 3 times"):
            await fetcher.fetch_picture(f"http://good.example{path}")
        assert site.connections == 4


async def drip(path: str, head: bytes, writer: asyncio.StreamWriter) -> None:
    """Bodies that hurt: endless, bottomless, packed, silent."""
    if path == "/drip":
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n")
        while True:
            writer.write(b".")
            await writer.drain()
            await asyncio.sleep(0.02)
    if path == "/drip-head":
        writer.write(b"HTTP/1.1 200 OK\r\n")
        while True:
            writer.write(b"X: y\r\n")
            await writer.drain()
            await asyncio.sleep(0.02)
    if path == "/silent":
        await asyncio.Event().wait()
    if path == "/hints":
        while True:
            writer.write(b"HTTP/1.1 103 Early Hints\r\n\r\n")
            await writer.drain()
    if path == "/declared":
        writer.write(f"HTTP/1.1 200 OK\r\nContent-Length: {400 * 2**20}\r\n\r\n".encode())
        await _pour(writer, 400)
    if path == "/undeclared":
        writer.write(b"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n")
        await _pour(writer, 400)
    if path == "/chunked":
        writer.write(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
        block = b"100000\r\n" + bytes(2**20) + b"\r\n"
        for _ in range(400):
            writer.write(block)
            await writer.drain()
    if path in ("/gzip", "/deflate"):
        pack = gzip.compress if path == "/gzip" else zlib.compress
        writer.write(answer(pack(bytes(400 * 2**20), 1), headers={"Content-Encoding": path[1:]}))


async def _pour(writer: asyncio.StreamWriter, mebibytes: int) -> None:
    for _ in range(mebibytes):
        writer.write(bytes(2**20))
        await writer.drain()


@pytest.mark.parametrize("path", ["/declared", "/undeclared", "/chunked", "/gzip", "/deflate"])
async def test_no_body_grows_beyond_the_limit(path: str) -> None:
    async with listening(drip) as site, listening() as canary:
        fetcher = Fetcher(resolve=Names(NAMES), transport=Internet({PUBLIC_V4: site.port}, canary.port))
        with pytest.raises(FetchTooLarge, match="larger than 20 MiB"):
            await fetcher.fetch_picture(f"http://good.example{path}")
        await fetcher.aclose()
        assert MAX_BYTES == 20 * 2**20


@timed
@pytest.mark.parametrize("path", ["/drip", "/drip-head", "/silent", "/hints"])
async def test_the_deadline_covers_the_whole_answer(path: str) -> None:
    async with listening(drip) as site, listening() as canary:
        fetcher = Fetcher(resolve=Names(NAMES), transport=Internet({PUBLIC_V4: site.port}, canary.port))
        began = time.perf_counter()
        with pytest.raises(FetchError):
            await fetcher.fetch_picture(f"http://good.example{path}", deadline_s=0.3)
        took = time.perf_counter() - began
        await fetcher.aclose()
        print(f"P1: {path} cut after {took:.2f} s of 0.30 s allowed")
        assert took < 3.0


@timed
async def test_the_deadline_covers_a_name_server_that_never_answers() -> None:
    async def silent(host: str, port: int) -> list[str]:
        await asyncio.Event().wait()
        return []

    fetcher = Fetcher(resolve=silent, timeout_s=0.2)
    began = time.perf_counter()
    with pytest.raises(FetchFailed, match="in time"):
        await fetcher.fetch_picture("http://good.example/")
    took = time.perf_counter() - began
    await fetcher.aclose()
    assert took < 3.0
