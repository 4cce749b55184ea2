from __future__ import annotations

from collections.abc import AsyncIterator

import httpx
import pytest
import pyvips

from paintover.api.files import routes
from paintover.domain.generation import Generation
from paintover.engines.instant import flat_png
from paintover.store.blobs import Blobs
from paintover.store.generations import Generations
from paintover.tasks.thumbnails import SIDES, Thumbnails
from tests.api.surface import client_of
from tests.store.samples import a_generation

IMAGE = bytes(range(256)) * 1000


@pytest.fixture
async def client(kept: Generations, blobs: Blobs) -> AsyncIterator[httpx.AsyncClient]:
    async with client_of(routes(kept, blobs, Thumbnails(blobs.get))) as client:
        yield client


@pytest.fixture
async def picture(kept: Generations, blobs: Blobs) -> Generation:
    digest = await blobs.put(IMAGE)
    return await kept.add(a_generation(digest=digest, byte_length=len(IMAGE)))


@pytest.fixture
def url(picture: Generation) -> str:
    return f"/cdn/{picture.path}"


async def test_a_link_shows_its_picture_to_anybody_for_ever(
    client: httpx.AsyncClient, picture: Generation, url: str
) -> None:
    response = await client.get(url, headers={"x-owner": "a stranger"})
    assert response.status_code == 200
    assert response.content == IMAGE
    expected = {
        "content-type": "image/png",
        "content-length": str(len(IMAGE)),
        "cache-control": "public, max-age=31536000, immutable",
        "etag": f'"{picture.digest}"',
        "accept-ranges": "bytes",
        "x-content-type-options": "nosniff",
        "content-security-policy": "default-src 'none'",
    }
    assert expected.items() <= dict(response.headers).items()
    assert "content-disposition" not in response.headers


async def test_the_download_link_saves_it_under_its_id(
    client: httpx.AsyncClient, picture: Generation
) -> None:
    response = await client.get(f"/cdn/download/{picture.path}")
    assert response.content == IMAGE
    assert response.headers["content-disposition"] == f'attachment; filename="{picture.gen_id}.png"'


async def test_the_name_of_a_download_is_harmless(
    client: httpx.AsyncClient, kept: Generations, picture: Generation
) -> None:
    odd = a_generation(gen_id='../"x\r\ny/牛' + "z" * 500, digest=picture.digest, media_type="image/jpeg")
    await kept.add(odd)
    response = await client.get(f"/cdn/download/{odd.path}")
    name = response.headers["content-disposition"].removeprefix("attachment; filename=")
    assert name.startswith('"____x__y__zzz')
    assert name.endswith('z.jpg"')
    assert len(name) < 100


@pytest.mark.parametrize(("media_type", "extension"), [("image/webp", "webp"), ("image/jpeg", "jpg")])
async def test_other_kinds_of_pictures(
    client: httpx.AsyncClient, kept: Generations, picture: Generation, media_type: str, extension: str
) -> None:
    other = await kept.add(a_generation(media_type=media_type, digest=picture.digest))
    response = await client.get(f"/cdn/{other.path}")
    assert other.path.endswith(extension)
    assert response.headers["content-type"] == media_type


@pytest.mark.parametrize("prefix", ["/cdn/", "/cdn/download/"])
async def test_head_tells_the_same_without_the_bytes(
    client: httpx.AsyncClient, picture: Generation, prefix: str
) -> None:
    got = await client.get(prefix + picture.path)
    head = await client.head(prefix + picture.path)
    assert (head.status_code, head.content) == (200, b"")
    assert dict(head.headers) == dict(got.headers)


@pytest.mark.parametrize(
    "sent", ["{etag}", "W/{etag}", '"other", {etag}', '"other",W/{etag}', "*", " {etag} "]
)
async def test_a_client_that_has_it_is_told_so(
    client: httpx.AsyncClient, picture: Generation, url: str, sent: str
) -> None:
    etag = f'"{picture.digest}"'
    for method in ("GET", "HEAD"):
        response = await client.request(method, url, headers={"if-none-match": sent.format(etag=etag)})
        assert (response.status_code, response.content) == (304, b"")
        assert response.headers["etag"] == etag
        assert response.headers["cache-control"].endswith("immutable")


@pytest.mark.parametrize("sent", ['"other"', "", "{bare}", '"{bare}', "W/*"])
async def test_a_client_that_has_something_else_gets_it(
    client: httpx.AsyncClient, picture: Generation, url: str, sent: str
) -> None:
    response = await client.get(url, headers={"if-none-match": sent.format(bare=picture.digest)})
    assert response.content == IMAGE


@pytest.mark.parametrize(
    ("asked", "start", "end"),
    [
        ("bytes=0-0", 0, 1),
        ("bytes=0-99", 0, 100),
        ("bytes=1000-", 1000, len(IMAGE)),
        ("bytes=-100", len(IMAGE) - 100, len(IMAGE)),
        ("bytes=-999999999", 0, len(IMAGE)),
        (f"bytes=5-{len(IMAGE)}", 5, len(IMAGE)),
        (f"bytes=100000-{10**17}", 100_000, len(IMAGE)),
        (f"bytes={len(IMAGE) - 1}-", len(IMAGE) - 1, len(IMAGE)),
    ],
)
async def test_a_part_of_it(client: httpx.AsyncClient, url: str, asked: str, start: int, end: int) -> None:
    response = await client.get(url, headers={"range": asked})
    assert response.status_code == 206
    assert response.content == IMAGE[start:end]
    assert response.headers["content-range"] == f"bytes {start}-{end - 1}/{len(IMAGE)}"
    assert response.headers["content-length"] == str(end - start)
    assert response.headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize("asked", [f"bytes={len(IMAGE)}-", f"bytes={10**17}-{10**17 + 1}", "bytes=-0"])
async def test_a_part_beyond_its_end(client: httpx.AsyncClient, url: str, asked: str) -> None:
    response = await client.get(url, headers={"range": asked})
    assert (response.status_code, response.json()["error"]["param"]) == (416, "Range")
    assert response.headers["content-range"] == f"bytes */{len(IMAGE)}"
    assert response.headers["x-content-type-options"] == "nosniff"
    assert "immutable" not in response.headers["cache-control"]


@pytest.mark.parametrize(
    "asked",
    [
        "",
        "bytes",
        "bytes=",
        "bytes=-",
        "bytes=5-2",
        "bytes=a-b",
        "lines=0-5",
        "bytes=0-1,5-6",
        "bytes=１-２",
        "bytes=0-1-2",
    ],
)
async def test_what_is_no_single_range_is_passed_over(
    client: httpx.AsyncClient, url: str, asked: str
) -> None:
    response = await client.get(url, headers={b"range": asked.encode()})
    assert (response.status_code, response.content) == (200, IMAGE)


async def test_a_range_counts_only_while_the_picture_is_the_same(
    client: httpx.AsyncClient, picture: Generation, url: str
) -> None:
    same = await client.get(url, headers={"range": "bytes=0-9", "if-range": f'"{picture.digest}"'})
    assert same.status_code == 206
    other = await client.get(url, headers={"range": "bytes=0-9", "if-range": '"other"'})
    assert (other.status_code, other.content) == (200, IMAGE)


async def test_a_range_means_nothing_to_head(client: httpx.AsyncClient, url: str) -> None:
    response = await client.head(url, headers={"range": "bytes=0-9"})
    assert response.status_code == 200
    assert response.headers["content-length"] == str(len(IMAGE))


async def test_a_link_of_nobody_is_the_json_404(client: httpx.AsyncClient, picture: Generation) -> None:
    answers = set()
    for path in ("20261122/" + "x" * 32 + ".png", "x", "", "download", "..%2f..%2fsecret", picture.digest):
        for prefix in ("/cdn/", "/cdn/download/"):
            response = await client.get(prefix + path)
            assert response.status_code == 404
            assert response.headers["content-type"] == "application/json"
            answers.add(response.text)
    assert len(answers) == 1
    assert '"code":"not_found"' in answers.pop()


async def test_the_digest_is_no_way_to_a_file(client: httpx.AsyncClient, picture: Generation) -> None:
    for path in (f"{picture.digest}.png", f"{picture.digest[:2]}/{picture.digest[2:]}", picture.gen_id):
        assert (await client.get(f"/cdn/{path}")).status_code == 404


async def test_a_file_that_is_gone_is_said_before_anything_is_sent(
    client: httpx.AsyncClient, blobs: Blobs, picture: Generation, url: str
) -> None:
    blobs.path_of(picture.digest).unlink()
    response = await client.get(url)
    assert response.status_code == 503
    assert response.json()["error"]["code"] == "store_failed"


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH"])
async def test_links_are_only_read(client: httpx.AsyncClient, url: str, method: str) -> None:
    response = await client.request(method, url)
    assert response.status_code == 405


@pytest.fixture
async def drawn(kept: Generations, blobs: Blobs) -> Generation:
    digest = await blobs.put(flat_png(1024, 512, 183, 58, 36))
    return await kept.add(a_generation(gen_id="gen_drawn", digest=digest))


@pytest.mark.parametrize("side", SIDES)
async def test_a_small_copy_has_the_shape_and_the_colour_of_its_picture(
    client: httpx.AsyncClient, drawn: Generation, side: int
) -> None:
    response = await client.get(f"/cdn/small/{side}/{drawn.path}", headers={"x-owner": "a stranger"})
    assert response.status_code == 200
    expected = {
        "content-type": "image/webp",
        "cache-control": "public, max-age=31536000, immutable",
        "etag": f'"{drawn.digest}-{side}"',
        "x-content-type-options": "nosniff",
    }
    assert expected.items() <= dict(response.headers).items()
    small = pyvips.Image.new_from_buffer(response.content, "")
    assert (small.width, small.height) == (side, side // 2)
    assert all(abs(seen - meant) < 8 for seen, meant in zip(small(4, 4), (183, 58, 36), strict=False))
    known = await client.get(
        f"/cdn/small/{side}/{drawn.path}", headers={"if-none-match": response.headers["etag"]}
    )
    assert (known.status_code, known.content) == (304, b"")


@pytest.mark.parametrize(
    "start", ["small/", "small/161/", "small/0160/", "small/1600/", "small/-160/", "small/160//"]
)
async def test_small_copies_are_of_few_sizes(
    client: httpx.AsyncClient, drawn: Generation, start: str
) -> None:
    assert (await client.get(f"/cdn/{start}{drawn.path}")).status_code == 404
    assert (await client.get(f"/cdn/small/160/{drawn.path}?w=3")).status_code == 404
    assert (await client.get("/cdn/small/160/20261122/" + "x" * 32 + ".png")).status_code == 404
