from __future__ import annotations

import re
import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from paintover.domain.errors import BadRequest, Forbidden, StoreFailed
from paintover.domain.scope import Scope
from paintover.store.database import Database
from paintover.store.keys import Key, Keys, load_secret

SECRET = b"s" * 32


@pytest.fixture
def keys(db: Database) -> Keys:
    return Keys(db, SECRET)


async def owner_of(keys: Keys, key: str) -> str | None:
    found = await keys.find(key)
    return None if found is None else found.owner


async def test_a_key_leads_to_its_owner(keys: Keys) -> None:
    assert not await keys.any()
    first, second = await keys.create("phone"), await keys.create("phone")
    assert await keys.any()
    owners = [await owner_of(keys, first), await owner_of(keys, second)]
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
        assert await owner_of(keys, wrong) is None


async def test_a_revoked_key_leads_nowhere(keys: Keys) -> None:
    key, other = await keys.create("lost phone"), await keys.create("laptop")
    owner = await owner_of(keys, key)
    assert owner is not None
    assert await keys.revoke(owner)
    assert not await keys.revoke(owner)
    assert not await keys.revoke("key_nobody")
    assert await owner_of(keys, key) is None
    assert await owner_of(keys, other) is not None
    lost, laptop = await keys.all()
    assert lost.revoked_at is not None
    assert lost.revoked_at >= lost.created_at
    assert laptop.revoked_at is None


async def found(keys: Keys, key: str) -> Key:
    known = await keys.find(key)
    assert known is not None
    return known


ALL = frozenset(Scope)


async def test_a_key_allows_what_it_was_made_for(keys: Keys) -> None:
    assert (await found(keys, await keys.create("usual"))).scopes == {Scope.READ, Scope.DRAW}
    for scopes in ({Scope.READ}, {Scope.DRAW, Scope.KEYS}, ALL):
        assert (await found(keys, await keys.create("x", scopes=scopes))).scopes == scopes
    with pytest.raises(BadRequest, match="at least one"):
        await keys.create("x", scopes=())


@given(st.sets(st.sampled_from(list(Scope)), min_size=1), st.sets(st.sampled_from(list(Scope)), min_size=1))
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
async def test_no_key_allows_more_than_its_maker(keys: Keys, has: set[Scope], wants: set[Scope]) -> None:
    maker = await found(keys, await keys.create("maker", scopes=has))
    if Scope.KEYS in has and wants <= has:
        made = await found(keys, await keys.create("made", scopes=wants, maker=maker))
        assert (set(made.scopes), made.owner, made.made_by) == (wants, maker.owner, maker.id)
        assert made.id != maker.id
    else:
        with pytest.raises(Forbidden, match="as much itself"):
            await keys.create("made", scopes=wants, maker=maker)
        assert [key.name for key in await keys.all(owner=maker.owner)] == ["maker"]


async def test_with_a_key_end_all_that_were_made_with_it(keys: Keys) -> None:
    maker = await found(keys, await keys.create("maker", scopes=ALL))
    made = await found(keys, await keys.create("made", scopes=ALL, maker=maker))
    third = await keys.create("third", scopes={Scope.READ}, maker=made)
    stranger = await keys.create("stranger", scopes=ALL)
    assert await keys.revoke(made.id)
    assert await keys.find(third) is None
    assert await owner_of(keys, stranger) is not None
    assert [key.name for key in await keys.all() if key.revoked_at is None] == ["maker", "stranger"]
    assert not await keys.revoke(made.id)
    # Nor can one that has ended a moment ago make another.
    with pytest.raises(Forbidden, match="revoked"):
        await keys.create("late", scopes={Scope.READ}, maker=made)


async def test_a_server_whose_keys_are_all_revoked_is_not_open_again(keys: Keys) -> None:
    owner = await owner_of(keys, await keys.create("phone"))
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
    assert await owner_of(Keys(db, b"t" * 32), key) is None


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
