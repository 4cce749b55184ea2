"""P8: links cannot be guessed, and a link that is not ours to the last byte leads nowhere."""

from __future__ import annotations

import math
import random
import string
from collections import Counter
from pathlib import Path
from urllib.parse import quote, unquote

import pytest
from starlette.applications import Starlette
from starlette.types import Message

from paintover.api.errors import HANDLERS
from paintover.api.files import routes
from paintover.domain.errors import StoreFailed
from paintover.engines.instant import flat_png
from paintover.store.blobs import Blobs
from paintover.store.database import Database
from paintover.store.generations import Generations, new_path
from paintover.store.keys import Keys
from paintover.tasks.thumbnails import Thumbnails
from tests.store.samples import NOW, a_generation

MUTATIONS = 20_000
LETTERS = string.ascii_letters + string.digits
SIGNS = LETTERS + "/.%-_~!$&'()*+,;=:@ \\\0\n\u202e牛"
TAILS = ("/", "//", "?", "?x=1", "?w=100&sig=0", ".png", "%00", "%0a", " ", ";a", "..", "#", "/..")
JOINTS = ("//", "/./", "/../", "%2f", "%2F", "\\", "/%2e/", "/download/")
PREFIXES = (
    "//cdn/",
    "/cdn//",
    "/CDN/",
    "/cdn/./",
    "/x/../cdn/",
    "/cdn%2f",
    "/",
    "/cdn/download/download/",
    "/cdn/small/0160/",
    "/cdn/small/161/",
    "/cdn/small/download/160/",
    "/%63dn/",
)
ENDS = (".jpg", ".webp", ".svg", ".PNG", "", ".png.png", ".pn%67")


def mutated(chance: random.Random, link: str, other: str) -> str:
    """`link`, changed in one of the ways in which links get changed, by mistake or on purpose."""
    head, tail = link.rsplit("/", 1)
    place = chance.randrange(1, len(link))
    before, sign, behind = link[:place], link[place], link[place + 1 :]
    ways = (
        before + chance.choice(SIGNS) + behind,
        before + chance.choice(SIGNS) + sign + behind,
        before + behind,
        before,
        before + f"%{ord(sign):02x}" + behind,
        before + sign.swapcase() + behind,
        before + "".join(chance.sample(sign + behind, len(behind) + 1)),
        before + other[place:],
        link + chance.choice(TAILS),
        head + chance.choice(JOINTS) + tail,
        chance.choice(PREFIXES) + link.removeprefix("/cdn/"),
        link.removesuffix(".png") + chance.choice(ENDS),
        head[:-1] + chance.choice(string.digits) + "/" + tail,
        head + "/" + "".join(chance.choices(LETTERS, k=32)) + ".png",
    )
    return chance.choice(ways)


async def status_of(app: Starlette, target: str) -> int:
    """The status of a GET of exactly this target, handed over as a server does."""
    raw, _, query = target.partition("?")
    # Whatever cannot stand in a request line is escaped by the client; what is escaped already stays as it is.
    raw = quote(raw, safe=string.punctuation)
    statuses: list[int] = []

    async def receive() -> Message:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: Message) -> None:
        if message["type"] == "http.response.start":
            statuses.append(message["status"])

    scope = {
        "type": "http",
        "asgi": {"version": "3.0", "spec_version": "2.4"},
        "http_version": "1.1",
        "method": "GET",
        "scheme": "http",
        "path": unquote(raw),
        "raw_path": raw.encode(),
        # A bare question mark reaches an application as no query at all.
        "query_string": query.encode(),
        "root_path": "",
        "headers": [],
        "client": ("127.0.0.1", 1),
        "server": ("127.0.0.1", 80),
    }
    await app(scope, receive, send)
    return statuses[0]


async def test_mutated_links_lead_nowhere(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    database = await Database.open(tmp_path / "store.db")
    kept, blobs = Generations(database), Blobs(tmp_path / "blobs")
    app = Starlette(routes=routes(kept, blobs, Thumbnails(blobs.get)), exception_handlers=HANDLERS)
    digest = await blobs.put(flat_png(40, 30, 183, 58, 36))
    pictures = [await kept.add(a_generation(digest=digest)) for _ in range(20)]
    links = [
        f"{prefix}{picture.path}"
        for picture in pictures
        for prefix in ("/cdn/", "/cdn/download/", "/cdn/small/160/")
    ]
    assert {await status_of(app, link) for link in links} == {200}

    chance = random.Random(8)
    served: list[str] = []
    statuses: Counter[int] = Counter()
    while statuses.total() < MUTATIONS:
        link, other = chance.sample(links, 2)
        target = mutated(chance, link, other)
        if target.removesuffix("?") in links:
            continue
        status = await status_of(app, target)
        statuses[status] += 1
        # Beside that, only the slash that a prefix by itself lacks is pointed out.
        if status != 404 and not (status == 307 and target in ("/cdn", "/cdn/download", "/cdn/small")):
            served.append(target)
    await database.aclose()
    with capsys.disabled():
        print(f"\nP8: {MUTATIONS:,} mutated links, {len(served)} served")
    assert served == []
    assert statuses[404] >= 0.99 * MUTATIONS


def test_links_are_unguessable(capsys: pytest.CaptureFixture[str]) -> None:
    paths = [new_path(NOW, "image/png") for _ in range(10_000)]
    names = [path.split("/")[1].removesuffix(".png") for path in paths]
    assert len(set(names)) == len(names)
    counts = Counter("".join(names))
    drawn = counts.total()
    bits = len(names[0]) * -sum(count / drawn * math.log2(count / drawn) for count in counts.values())
    with capsys.disabled():
        print(f"\nP8: {bits:.0f} random bits in a link")
    assert bits >= 160


async def test_no_start_with_an_empty_secret(tmp_path: Path) -> None:
    database = await Database.open(tmp_path / "store.db")
    with pytest.raises(StoreFailed):
        Keys(database, b"")
    await database.aclose()
