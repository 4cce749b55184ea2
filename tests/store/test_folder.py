from __future__ import annotations

from pathlib import Path

import pytest

from paintover.domain.errors import StoreFailed
from paintover.store.folder import DataFolder


async def test_what_is_taken_is_measured_beside_what_is_free(tmp_path: Path) -> None:
    base = tmp_path / "paintover.db"
    base.write_bytes(b"x" * 100)
    base.with_name("paintover.db-wal").write_bytes(b"x" * 20)
    deep = tmp_path / "blobs" / "ab"
    deep.mkdir(parents=True)
    (deep / "cd").write_bytes(b"x" * 1000)
    (tmp_path / "elsewhere").symlink_to(tmp_path)
    folder = DataFolder(tmp_path, base)
    room = await folder.room()
    assert room.database == 120
    assert 0 <= room.free <= room.total
    await folder.measured()
    taken = (await folder.room()).taken
    assert taken is not None
    link = (tmp_path / "elsewhere").lstat().st_size
    assert (taken.files, taken.size) == (4, 1120 + link)
    # Not again at once.
    (deep / "ef").write_bytes(b"x")
    await folder.room()
    await folder.measured()
    assert (await folder.room()).taken == taken
    await folder.aclose()
    await folder.aclose()


async def test_a_walk_ends_with_the_server(tmp_path: Path) -> None:
    folder = DataFolder(tmp_path, tmp_path / "none.db")
    await folder.room()
    await folder.aclose()
    room = await folder.room()
    assert room.database == 0


async def test_a_folder_that_is_gone_is_told(tmp_path: Path) -> None:
    folder = DataFolder(tmp_path / "gone", tmp_path / "gone" / "none.db")
    with pytest.raises(StoreFailed, match="cannot be looked at"):
        await folder.room()
    await folder.aclose()
