"""Pictures as files of other formats."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import httpx
import pytest
import pyvips

from paintover.api.formats import routes
from paintover.engines.illustrator.engine import IllustratorEngine, picture_steps
from paintover.engines.protocol import Picture
from paintover.engines.routing import alone
from paintover.store.blobs import Blobs
from paintover.store.generations import Generations
from paintover.tasks.keep import Keeper
from tests.api.surface import client_of
from tests.engines.illustrator.test_engine import order
from tests.store.samples import a_generation

DRAWN = "/v1/generations/gen_drawn/file"
PHOTO = "/v1/generations/gen_photo/file"


@pytest.fixture(scope="module")
def picture() -> Picture:
    *_, last = picture_steps(order("一只猫，写上“你好”"), 0)
    assert isinstance(last, Picture)
    return last


@pytest.fixture
async def client(kept: Generations, tmp_path: Path, picture: Picture) -> AsyncIterator[httpx.AsyncClient]:
    blobs = Blobs(tmp_path / "blobs")
    digest = await blobs.put(picture.image)
    for gen_id, scene in (("gen_drawn", picture.scene), ("gen_photo", None)):
        await kept.add(
            a_generation(
                gen_id=gen_id, digest=digest, width=1024, height=1024, scene=scene, engine="illustrator",
                byte_length=len(picture.image),
            )
        )  # fmt: skip
    engine = IllustratorEngine()
    async with client_of(routes(kept, Keeper(blobs), alone(engine))) as client:
        yield client
    await engine.aclose()


@pytest.mark.parametrize(
    ("format_", "media_type", "loader"),
    [("png", "image/png", "pngload"), ("webp", "image/webp", "webpload"), ("jpeg", "image/jpeg", "jpegload"), ("JPG", "image/jpeg", "jpegload")],
)  # fmt: skip
async def test_each_format_is_what_it_says(
    client: httpx.AsyncClient, format_: str, media_type: str, loader: str
) -> None:
    answer = await client.get(DRAWN, params={"format": format_})
    assert answer.status_code == 200
    assert answer.headers["content-type"] == media_type
    assert answer.headers["content-disposition"].startswith('attachment; filename="gen_drawn.')
    image = pyvips.Image.new_from_buffer(answer.content, "")
    assert image.get("vips-loader").startswith(loader)
    assert (image.width, image.height) == (1024, 1024)


async def test_without_a_format_it_is_the_file_itself(client: httpx.AsyncClient, picture: Picture) -> None:
    assert (await client.get(DRAWN)).content == picture.image


async def test_quality_makes_it_smaller(client: httpx.AsyncClient) -> None:
    large = (await client.get(DRAWN, params={"format": "webp", "quality": "95"})).content
    small = (await client.get(DRAWN, params={"format": "webp", "quality": "20"})).content
    assert len(small) < 0.5 * len(large)


async def test_a_drawing_can_be_had_as_svg(client: httpx.AsyncClient) -> None:
    answer = await client.get(DRAWN, params={"format": "svg"})
    assert answer.status_code == 200
    assert answer.headers["content-type"].startswith("image/svg+xml")
    assert "default-src 'none'" in answer.headers["content-security-policy"]
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert pyvips.Image.svgload_buffer(answer.content).width == 1024


async def test_pixels_have_no_svg_and_the_answer_says_what_there_is(client: httpx.AsyncClient) -> None:
    answer = await client.get(PHOTO, params={"format": "svg"})
    assert answer.status_code == 400
    assert "png, webp or jpeg" in answer.text
    assert (await client.get(PHOTO, params={"format": "webp"})).status_code == 200


@pytest.mark.parametrize(
    ("query", "param"),
    [("format=gif", "format"), ("format=", "format"), ("quality=101", "quality"), ("quality=-1", "quality"), ("quality=½", "quality")],
)  # fmt: skip
async def test_what_is_not_offered_is_refused(client: httpx.AsyncClient, query: str, param: str) -> None:
    answer = await client.get(f"{DRAWN}?{query}")
    assert answer.status_code == 400
    assert answer.json()["error"]["param"] == param


async def test_other_peoples_pictures_are_not_there(client: httpx.AsyncClient) -> None:
    for url in (DRAWN, "/v1/generations/gen_absent/file"):
        answer = await client.get(url, headers={"x-owner": "bob"}, params={"format": "svg"})
        assert answer.status_code == 404
