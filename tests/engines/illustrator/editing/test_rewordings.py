"""Where two passes know the same words, the one that is to have its way stands first."""

from __future__ import annotations

import pytest

from paintover.engines.illustrator.editing.rewordings import reworded
from tests.engines.illustrator.told import first_picture, language_of, talk


@pytest.mark.parametrize(
    ("talked", "edit", "plain"),
    [
        ("一个男孩和一个男孩", "左边那个换成女孩，扎马尾", "左边那个换成扎马尾的女孩"),
        ("a woman => shave her head", "give her back her hair", "give the woman hair"),
        ("一个穿毛衣的女孩", "换件紫色的毛衣", "把毛衣换成紫色的毛衣"),
        ("a man and a woman dancing", "make her dress red and his suit white", "give the woman a red dress, give the man a white suit"),
        ("公园里有三个气球", "气球多一点，大概十个", "气球改成10个"),
        ("一扇门", "门两边挂上灯笼", "门左边加一个灯笼，门右边加一个灯笼"),
        ("一个宇航员", "加个外星人跟他握手", "外星人和宇航员握手"),
        ("a woman and a dog", "she is walking it", "the woman leads the dog"),
    ],
)  # fmt: skip
def test_the_first_that_knows_the_words_has_its_way(talked: str, edit: str, plain: str) -> None:
    scene = talk(talked)[-1].scene if "=>" in talked else first_picture(talked)
    told = reworded(edit, scene, language_of(edit))
    assert told.prompt == plain


def test_a_wish_that_is_plain_stays_as_it_is() -> None:
    told = reworded("add a red ball", first_picture("a cat"), "en")
    assert (told.prompt, told.asked, told.counted, told.doorless) == ("add a red ball",) * 3 + (False,)


@pytest.mark.parametrize(("edit", "doorless"), [("门口挂两个红灯笼", True), ("挂两个红灯笼", False)])
def test_a_room_has_no_door_to_hang_things_at(edit: str, doorless: bool) -> None:
    assert reworded(edit, first_picture("客厅里有一张沙发"), "zh").doorless is doorless
