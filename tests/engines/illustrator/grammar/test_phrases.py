from __future__ import annotations

import pytest
from hypothesis import given

from paintover.engines.illustrator.grammar.mention import MAX_COUNT, SALIENT, Chunk, Mention
from paintover.engines.illustrator.grammar.phrases import chunk
from paintover.engines.illustrator.grammar.tokenise import tokenise
from tests.engines.illustrator.editing.test_edit import TEXTS


def read(text: str) -> tuple[list[Chunk], list[Mention]]:
    mentions: list[Mention] = []
    return chunk(tokenise(text), mentions), mentions


@pytest.mark.parametrize(
    ("text", "type_", "ground", "part"),
    [
        ("牛的头上", "on", "ox", "head"),
        ("牛头上", "on", "ox", "head"),
        ("牛脸", "", "ox", "face"),
        ("桌子下面", "below", "dining-table", None),
        ("牛的左边", "left", "ox", None),
        ("on the ox's head", "on", "ox", "head"),
        ("on the head of the ox", "on", "ox", "head"),
        ("to the left of a red car", "left", "car", None),
        ("in front of two houses", "front", "house", None),
    ],
)
def test_both_languages_give_the_same_locatives(text: str, type_: str, ground: str, part: str | None) -> None:
    (place,), mentions = read(text)
    assert (place.role, place.value, mentions[place.at].kind, place.part) == ("place", type_, ground, part)


@pytest.mark.parametrize("text", ["头上", "脸上", "on its head", "over the face"])
def test_a_part_without_an_owner_is_of_what_the_talk_is_about(text: str) -> None:
    (place,), _ = read(text)
    assert (place.role, place.at) == ("place", SALIENT)


@pytest.mark.parametrize(
    ("text", "kinds", "counts"),
    [
        ("一头牛", ["ox"], [1]),
        ("牛马", ["ox", "horse"], [1, 1]),
        ("桌椅", ["dining-table", "chair"], [1, 1]),
        ("三双袜子", ["socks"], [3]),
        ("两对鸽子", ["pigeon"], [4]),
        ("一杯咖啡", ["coffee"], [1]),
        ("两个杯子", ["cup"], [2]),
        ("四朵红色的玫瑰", ["rose"], [4]),
        ("狗尾巴草", [None], [1]),
        ("cats", ["cat"], [3]),
        ("the cats", ["cat"], [1]),
        ("two pairs of doves", ["dove"], [4]),
        ("a dog food bowl", ["bowl"], [1]),
        ("dog food", ["pet-food"], [1]),
    ],
)
def test_nouns_and_their_counts(text: str, kinds: list[str | None], counts: list[int]) -> None:
    _, mentions = read(text)
    assert [mention.kind for mention in mentions] == kinds
    assert [mention.count for mention in mentions] == counts


def test_what_is_said_of_a_noun() -> None:
    _, (mention,) = read("左边那只白色的小狐狸")
    assert (mention.kind, mention.colour, mention.side, mention.definite) == ("fox", "white", "left", True)
    _, (mention,) = read("another tiny sleeping brown dog")
    assert (mention.kind, mention.colour, mention.size, mention.pose) == ("dog", "brown", "small", "sleep")
    assert mention.counted


def test_an_owner_is_kept() -> None:
    _, mentions = read("牛的帽子")
    assert mentions[1].owner == 0


@given(TEXTS)
def test_chunks_of_any_text_name_mentions_that_exist(text: str) -> None:
    chunks, mentions = read(text)
    assert all(SALIENT <= item.at < max(1, len(mentions)) for item in chunks)
    assert all(1 <= mention.count <= MAX_COUNT for mention in mentions)


@pytest.mark.parametrize("text", ["a wizard's tower", "grandma's house", "女巫的房子", "公主的城堡"])
def test_a_building_is_not_seen_with_its_owner(text: str) -> None:
    chunks, mentions = read(text)
    assert [mentions[item.at].kind in ("stone-tower", "house", "castle") for item in chunks] == [True]
