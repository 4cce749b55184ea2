from __future__ import annotations

import re
import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from paintover.domain.errors import StoreFailed
from paintover.store.database import Database
from paintover.store.keys import Keys, load_secret

SECRET = b"s" * 32


@pytest.fixture
def keys(db: Database) -> Keys:
    return Keys(db, SECRET)


async def test_a_key_leads_to_its_owner(keys: Keys) -> None:
    assert not await keys.any()
    first, second = await keys.create("phone"), await keys.create("phone")
    assert await keys.any()
    owners = [await keys.owner_of(first), await keys.owner_of(second)]
    assert [key.id for key in await keys.all()] == owners
    assert [key.name for key in await keys.all()] == ["phone", "phone"]
    assert len(set(owners)) == 2
    assert all(owner and owner.startswith("key_") for owner in owners)


async def test_keys_are_256_random_bits(keys: Keys) -> None:
    made = [await keys.create(f"{index}") for index in range(50)]
    assert len(set(made)) == 50
    assert all(re.fullmatch(r"po_[0-9A-Za-z]{43}", key) for key in made)
    # 62 ** 43 > 2 ** 256, so no key is cut short.
    assert len({key[-1] for key in made}) > 20


async def test_what_is_no_key_leads_nowhere(keys: Keys) -> None:
    key = await keys.create("phone")
    for wrong in ("", "po_", key[:-1], key + "0", key.swapcase(), " " + key, key[3:], "\udcff", "键", "\0"):
        assert await keys.owner_of(wrong) is None


async def test_a_revoked_key_leads_nowhere(keys: Keys) -> None:
    key, other = await keys.create("lost phone"), await keys.create("laptop")
    owner = await keys.owner_of(key)
    assert owner is not None
    assert await keys.revoke(owner)
    assert not await keys.revoke(owner)
    assert not await keys.revoke("key_nobody")
    assert await keys.owner_of(key) is None
    assert await keys.owner_of(other) is not None
    lost, laptop = await keys.all()
    assert lost.revoked_at is not None
    assert lost.revoked_at >= lost.created_at
    assert laptop.revoked_at is None


async def test_a_server_whose_keys_are_all_revoked_is_not_open_again(keys: Keys) -> None:
    owner = await keys.owner_of(await keys.create("phone"))
    assert owner is not None
    await keys.revoke(owner)
    assert await keys.any()


async def test_the_key_itself_is_nowhere_on_disk(keys: Keys, db: Database) -> None:
    key = await keys.create("phone")
    await db.aclose()
    assert key.encode() not in db.path.read_bytes()
    assert key[3:].encode() not in db.path.read_bytes()


async def test_another_secret_knows_no_key(keys: Keys, db: Database) -> None:
    key = await keys.create("phone")
    assert await Keys(db, b"t" * 32).owner_of(key) is None


@pytest.mark.parametrize("secret", [b"", b"short", b"s" * 31])
async def test_an_empty_or_short_secret_is_refused(db: Database, secret: bytes) -> None:
    with pytest.raises(StoreFailed, match="32 bytes"):
        Keys(db, secret)


def test_the_secret_is_made_once_for_this_user_alone(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    secret = load_secret(folder)
    assert len(secret) == 32
    assert load_secret(folder) == secret
    assert stat.S_IMODE((folder / "secret").stat().st_mode) == 0o600
    assert [path.name for path in folder.iterdir()] == ["secret"]
    assert load_secret(tmp_path / "elsewhere") != secret


def test_several_processes_agree_on_the_secret(tmp_path: Path) -> None:
    with ThreadPoolExecutor(8) as threads:
        made = set(threads.map(lambda _: load_secret(tmp_path), range(8)))
    assert len(made) == 1
    assert [path.name for path in tmp_path.iterdir()] == ["secret"]


@pytest.mark.parametrize("text", ["", "\n", "00" * 31, "not hexadecimal at all", "键" * 40])
def test_a_spoilt_secret_is_refused_and_left_alone(tmp_path: Path, text: str) -> None:
    (tmp_path / "secret").write_text(text, encoding="utf-8")
    with pytest.raises(StoreFailed, match="put the right one back"):
        load_secret(tmp_path)
    assert (tmp_path / "secret").read_text(encoding="utf-8") == text


def test_a_secret_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("in the way")
    with pytest.raises(StoreFailed, match="cannot be read or made"):
        load_secret(tmp_path / "data")
