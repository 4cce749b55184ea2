from __future__ import annotations

import asyncio
import hashlib
import os
from pathlib import Path

import pytest

from paintover.domain.errors import StoreFailed
from paintover.store import blobs as module
from paintover.store.blobs import Blobs


@pytest.fixture
def blobs(tmp_path: Path) -> Blobs:
    return Blobs(tmp_path / "data" / "blobs")


def files(blobs: Blobs) -> set[str]:
    return {str(path.relative_to(blobs.folder)) for path in blobs.folder.rglob("*") if path.is_file()}


async def test_bytes_come_back_under_their_sha256(blobs: Blobs) -> None:
    for image in (b"", b"a picture", os.urandom(3_000_000)):
        digest = await blobs.put(image)
        assert digest == hashlib.sha256(image).hexdigest()
        assert await blobs.get(digest) == image
        assert (await blobs.stat(digest)).st_size == len(image)


async def test_files_stand_in_folders_of_two_digits(blobs: Blobs) -> None:
    digest = await blobs.put(b"a picture")
    assert files(blobs) == {f"{digest[:2]}/{digest[2:]}"}
    assert blobs.path_of(digest).read_bytes() == b"a picture"


async def test_equal_bytes_are_stored_once(blobs: Blobs) -> None:
    digests = await asyncio.gather(*(blobs.put(b"a picture") for _ in range(20)))
    assert len(set(digests)) == 1
    assert len(files(blobs)) == 1


async def test_another_process_sees_them(blobs: Blobs) -> None:
    digest = await blobs.put(b"a picture")
    assert await Blobs(blobs.folder).get(digest) == b"a picture"


async def test_a_damaged_file_is_replaced(blobs: Blobs) -> None:
    digest = await blobs.put(b"a picture")
    blobs.path_of(digest).write_bytes(b"a pic")
    await blobs.put(b"a picture")
    assert await blobs.get(digest) == b"a picture"


async def test_file_and_folders_are_synced_before_the_digest_is_given(
    blobs: Blobs, monkeypatch: pytest.MonkeyPatch
) -> None:
    steps: list[str] = []
    sync, replace = os.fsync, os.replace

    def fsync(number: int) -> None:
        steps.append(f"sync {Path(os.readlink(f'/proc/self/fd/{number}')).name[:2]}")
        sync(number)

    def renamed(old: str, new: Path) -> None:
        steps.append("rename")
        replace(old, new)

    monkeypatch.setattr(os, "fsync", fsync)
    monkeypatch.setattr(os, "replace", renamed)
    digest = await blobs.put(b"a picture")
    assert steps == ["sync bl", "sync tm", "rename", f"sync {digest[:2]}"]


async def test_a_full_disk_is_said_clearly_and_leaves_nothing_behind(
    blobs: Blobs, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(number: int) -> None:
        raise OSError(28, "No space left on device")

    digest = await blobs.put(b"something else")
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(StoreFailed, match="No space left on device") as caught:
        await blobs.put(b"a picture")
    assert isinstance(caught.value.__cause__, OSError)
    assert files(blobs) == {f"{digest[:2]}/{digest[2:]}"}


async def test_a_folder_that_another_has_made_is_synced_as_well(
    blobs: Blobs, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever made it may not have come as far as its sync, or may have failed at it: its name is not on disk yet."""
    sync, synced, broken = os.fsync, list[int](), [OSError(28, "No space left on device")]
    around = blobs.folder.stat().st_ino

    def noted(number: int) -> None:
        node = os.fstat(number).st_ino
        if node == around and broken:
            raise broken.pop()
        synced.append(node)
        sync(number)

    monkeypatch.setattr("paintover.store.blobs.os.fsync", noted)
    with pytest.raises(StoreFailed):
        await blobs.put(b"a picture")
    digest = await blobs.put(b"a picture")
    assert around in synced
    assert (blobs.folder / digest[:2]).stat().st_ino in synced
    # Once is enough.
    synced.clear()
    await blobs.put(b"a picture")
    assert around not in synced
    other = Blobs(blobs.folder)
    synced.clear()
    await other.put(b"a picture")
    assert around in synced


async def test_what_is_not_there_is_said(blobs: Blobs) -> None:
    with pytest.raises(StoreFailed, match="cannot be read"):
        await blobs.get("0" * 64)
    with pytest.raises(StoreFailed, match="cannot be read"):
        await blobs.stat("0" * 64)


@pytest.mark.parametrize(
    "name",
    ["", "..", "../../secret", "0" * 63, "0" * 65, "G" * 64, "A" * 64, "0" * 64 + "\n", "0" * 62 + "/."],
)
async def test_only_digests_name_files(blobs: Blobs, name: str) -> None:
    with pytest.raises(ValueError, match="hexadecimal"):
        await blobs.get(name)


async def test_what_killed_writers_left_is_cleared_away_in_time(blobs: Blobs) -> None:
    old, fresh = blobs.folder / ".unfinished" / "old", blobs.folder / ".unfinished" / "fresh"
    for path in (old, fresh):
        path.write_bytes(b"half a pict")
    long_ago = fresh.stat().st_mtime - module.STALE_AFTER_S - 60
    os.utime(old, (long_ago, long_ago))
    Blobs(blobs.folder)
    assert files(blobs) == {".unfinished/fresh"}


async def recorded(*digests: str) -> frozenset[str]:
    return frozenset(digests)


def age(blobs: Blobs, *digests: str) -> None:
    """Make files look as if an earlier process had put them."""
    for digest in digests:
        os.utime(blobs.path_of(digest), (1, 1))


async def test_files_that_no_record_names_are_swept_away(blobs: Blobs) -> None:
    kept, orphan = await blobs.put(b"kept"), await blobs.put(b"nobody's")
    half = blobs.folder / ".unfinished" / "half"
    half.write_bytes(b"half a pict")
    os.utime(half, (1, 1))
    age(blobs, kept, orphan)
    fresh = await blobs.put(b"about to be recorded")
    assert await blobs.sweep(lambda digests: recorded(kept)) == 2
    assert files(blobs) == {f"{digest[:2]}/{digest[2:]}" for digest in (kept, fresh)}
    assert await blobs.sweep(lambda digests: recorded(kept)) == 0


async def test_a_later_start_sweeps_what_this_process_put(blobs: Blobs) -> None:
    digest = await blobs.put(b"nobody's")
    age(blobs, digest)
    assert await Blobs(blobs.folder).sweep(lambda digests: recorded()) == 1
    assert files(blobs) == set()


async def test_an_orphan_that_is_put_again_stays(blobs: Blobs) -> None:
    orphan = await blobs.put(b"nobody's")
    age(blobs, orphan)
    await blobs.put(b"nobody's")
    assert await blobs.sweep(lambda digests: recorded()) == 0
    assert await blobs.get(orphan) == b"nobody's"


async def test_an_orphan_that_is_put_again_while_records_are_read_stays(blobs: Blobs) -> None:
    orphan = await blobs.put(b"nobody's")
    age(blobs, orphan)

    async def too_early(digests: list[str]) -> frozenset[str]:
        assert digests == [orphan]
        await blobs.put(b"nobody's")
        return frozenset()

    assert await blobs.sweep(too_early) == 0
    assert await blobs.get(orphan) == b"nobody's"
    assert files(blobs) == {f"{orphan[:2]}/{orphan[2:]}"}


async def test_sweeping_and_putting_at_once_loses_nothing(blobs: Blobs) -> None:
    images = [b"%d" % number for number in range(40)]
    for _ in range(10):
        age(blobs, *[await blobs.put(image) for image in images])
        await asyncio.gather(blobs.sweep(lambda digests: recorded()), *(blobs.put(image) for image in images))
        assert [await blobs.get(hashlib.sha256(image).hexdigest()) for image in images] == images


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "blobs").write_text("in the way")
    with pytest.raises(StoreFailed, match="cannot be prepared"):
        Blobs(tmp_path / "blobs")
