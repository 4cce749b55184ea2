"""What a wish states of two things and the picture does not show is named, and nothing else is."""

from __future__ import annotations

import pytest

from paintover.domain.call import Language
from paintover.engines.illustrator.editing.borne_out import MOST_TOLD, not_borne_out
from paintover.engines.illustrator.editing.compose import compose_scene
from paintover.engines.illustrator.editing.edit import edit_scene
from paintover.engines.illustrator.editing.editor import Composed
from tests.engines.illustrator.geneval import cases
from tests.engines.illustrator.tied import apart, shown, there, wishes


def composed(wish: str) -> Composed:
    language: Language = "en" if wish.isascii() else "zh"
    return compose_scene(wish, ratio="1:1", seed=3, language=language)


@pytest.mark.parametrize("seed", [28, 29])
def test_of_wishes_made_by_chance_what_is_lost_is_named_and_what_is_there_is_not(seed: int) -> None:
    wrong: list[str] = []
    for wish in wishes(seed, 60):
        drawn = compose_scene(wish.text, ratio="1:1", seed=3, language=wish.lang)
        whole = not_borne_out(wish.text, drawn.scene, "", wish.lang)
        broken = not_borne_out(wish.text, apart(drawn.scene), "", wish.lang)
        for fact in wish.facts:
            named = any(fact.words in note for note in whole)
            if not there(fact, drawn.scene) or named == shown(fact, drawn.scene):
                wrong.append(f"{wish.text}: {fact.words} {whole}")
            if not any(fact.words in note for note in broken):
                wrong.append(f"{wish.text}: {fact.words} of a broken picture")
        assert len(broken) <= MOST_TOLD
    assert wrong == []


def test_nothing_is_named_of_the_pictures_of_geneval() -> None:
    for case in cases()[::7]:
        for lang in ("en", "zh"):
            wish = case.prompt(lang)
            scene = compose_scene(wish, ratio="1:1", seed=3, language=lang).scene
            assert not_borne_out(wish, scene, "", lang) == (), wish


@pytest.mark.parametrize(
    ("wish", "note"),
    [
        ("a mechanic lying under a car", "“under a car” could not be drawn: the mechanic is in front of it"),
        ("a girl looking into a telescope", "“into a telescope” could not be drawn: the girl is beside it"),
        ("a koala hugging a tree and a bear holding a ladder", "“holding a ladder” could not be drawn: the ladder is beside it"),
        ("小兔子钻进帽子里", "“钻进帽子里”没画成：帽子在它身上"),
        ("猫头鹰站在书堆上戴着眼镜", "“戴着眼镜”没画成：眼镜在书上面"),
        ("考拉抱着树睡觉", "“抱着树”没画成：树在它旁边"),
        ("小孩把硬币放进存钱罐", "“放进存钱罐”没画成：硬币和存钱罐是分开画的"),
    ],
)  # fmt: skip
def test_what_is_drawn_otherwise_is_told_as_it_is_drawn(wish: str, note: str) -> None:
    assert note in composed(wish).notes


@pytest.mark.parametrize(
    "wish",
    [
        "a boy knocking on the door",
        "a girl writing on the blackboard",
        "a girl sitting at a desk in front of a window",
        "a dog in a basket on a bicycle",
        "a cat sleeping under the moon",
        "a girl with an umbrella on a bench under a tree",
        "a birthday cake with five candles",
        "a stack of four pancakes",
        "two pairs of socks on a chair",
        "a cat without a hat on a chair",
        "床前明月光，疑是地上霜",
        "厨师往锅里撒盐",
        "爷爷在树下和孙子下棋",
        "一个女孩坐在树下的长椅上看书",
        "一顶帽子挂在衣架上",
        "小女孩吹灭生日蛋糕上的蜡烛",
        "两个老奶奶在织毛衣，一个戴红围巾，一个戴绿帽子",
        "一个人脖子上围着红围巾，手里拿着花",
    ],
)
def test_what_is_there_and_what_is_not_sure_is_left_alone(wish: str) -> None:
    drawn = composed(wish)
    assert not_borne_out(wish, drawn.scene, "", "en" if wish.isascii() else "zh") == ()


def test_fewer_than_were_asked_for_are_counted() -> None:
    drawn = composed("两个孩子，一个戴红帽子")
    assert sum(thing.kind == "child" for thing in drawn.scene.objects) == 2
    one = apart(composed("一个孩子").scene)
    assert not_borne_out("两个孩子", one, "", "zh") == ("“两个孩子”只画了 1 个",)


def test_an_edit_is_asked_about_what_it_changed() -> None:
    base = composed("a koala and a tree").scene
    touched = edit_scene("add a bear holding a ladder", [base], ratio="1:1", seed=3, language="en")
    assert any("“holding a ladder”" in note for note in touched.notes)
    plain = edit_scene("make the koala red", [touched.scene], ratio="1:1", seed=3, language="en")
    assert plain.notes == ()


def test_a_wish_about_things_that_are_not_there_is_no_error() -> None:
    assert composed("make everyone happy").scene.objects
