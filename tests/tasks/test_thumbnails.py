from __future__ import annotations

import asyncio

import pytest
import pyvips

from paintover.domain.errors import StoreFailed
from paintover.engines.instant import flat_png
from paintover.tasks.thumbnails import Thumbnails


class Shelf:
    """Pictures by name, with a count of how often each was read."""

    def __init__(self, **pictures: bytes) -> None:
        self.pictures = pictures
        self.read: list[str] = []

    async def get(self, digest: str) -> bytes:
        self.read.append(digest)
        await asyncio.sleep(0)
        return self.pictures[digest]


async def test_a_copy_is_made_once_however_many_ask_and_is_the_same_each_time() -> None:
    shelf = Shelf(a=flat_png(800, 600, 1, 2, 3))
    thumbnails = Thumbnails(shelf.get)
    copies = await asyncio.gather(*[thumbnails.get("a", "image/png", side=320) for _ in range(20)])
    assert len(set(copies)) == 1
    assert shelf.read == ["a"]
    assert await Thumbnails(shelf.get).get("a", "image/png", side=320) == copies[0]


async def test_a_picture_is_never_enlarged() -> None:
    small = await Thumbnails(Shelf(a=flat_png(40, 30, 9, 9, 9)).get).get("a", "image/png", side=320)
    image = pyvips.Image.new_from_buffer(small, "")
    assert (image.width, image.height) == (40, 30)


async def test_what_was_not_asked_for_the_longest_time_is_forgotten_first() -> None:
    shelf = Shelf(**{name: flat_png(200, 200, 9, 9, 9) for name in "abc"})
    size = len(await Thumbnails(shelf.get).get("a", "image/png", side=160))
    thumbnails = Thumbnails(shelf.get, most_bytes=2 * size)
    shelf.read.clear()
    for name in "abaca":
        await thumbnails.get(name, "image/png", side=160)
    assert shelf.read == ["a", "b", "c"]
    await thumbnails.get("b", "image/png", side=160)
    assert shelf.read == ["a", "b", "c", "b"]
    thumbnails.forget("b")
    await thumbnails.get("b", "image/png", side=160)
    assert shelf.read[-2:] == ["b", "b"]


async def test_what_cannot_be_read_is_told_and_tried_again() -> None:
    shelf = Shelf(a=b"no picture", b=flat_png(8, 8, 1, 1, 1))
    thumbnails = Thumbnails(shelf.get)
    for _ in range(2):
        with pytest.raises(StoreFailed, match="damaged"):
            await thumbnails.get("a", "image/png", side=160)
    with pytest.raises(StoreFailed):
        await thumbnails.get("b", "image/tiff", side=160)
    with pytest.raises(ValueError, match="160, 320, 640"):
        await thumbnails.get("b", "image/png", side=161)
