"""What a wish states of two things and the picture does not show is named, and nothing else is."""

from __future__ import annotations

import msgspec
import pytest

from paintover.domain.call import Language
from paintover.engines.illustrator.editing.borne_out import MOST_TOLD, not_borne_out
from paintover.engines.illustrator.editing.compose import compose_scene
from paintover.engines.illustrator.editing.editor import Composed
from paintover.engines.illustrator.grammar.tokenise import tokenise
from paintover.engines.illustrator.scene import Relation, Scene, Thing
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
    ("wish", "things", "note"),
    [
        ("a cook lying under a car", "car, cook front car", "“under a car” could not be drawn: the cook is in front of it"),
        ("a girl looking into a telescope", "telescope, girl beside telescope", "“into a telescope” could not be drawn: the girl is beside it"),
        ("a bear holding a ladder", "bear, ladder beside bear", "“holding a ladder” could not be drawn: the ladder is beside it"),
        ("a lion jumping through a ring", "lion, ring", "“through a ring” could not be drawn: the lion and the ring are apart"),
        ("a table with cups on it", "dining-table, cup beside dining-table", "“cups on it” could not be drawn: the cups are beside it"),
        ("a basket full of apples", "basket, apple", "“full of apples” could not be drawn: the basket and the apples are apart"),
        ("a girl with a hat, lying on a book", "girl, hat wear girl, book", "“on a book” could not be drawn: the girl and the book are apart"),
        ("男孩抬着梯子站在房子前面", "boy, ladder hold boy, house", "“房子前面”没画成：男孩和房子是分开画的"),
        ("装满苹果的购物车", "shopping-cart, apple beside shopping-cart", "“装满苹果”没画成：苹果在它旁边"),
        ("小兔子钻进帽子里", "rabbit, hat wear rabbit", "“钻进帽子里”没画成：帽子在它身上"),
        ("猫头鹰站在书堆上戴着眼镜", "book, owl on book, glasses on book", "“戴着眼镜”没画成：眼镜在书上面"),
        ("考拉抱着树睡觉", "koala, tree beside koala", "“抱着树”没画成：树在它旁边"),
        ("小孩把硬币放进存钱罐", "child, coin, piggy-bank", "“放进存钱罐”没画成：硬币和存钱罐是分开画的"),
        ("小男孩往鱼缸里看", "fish-tank, boy inside fish-tank", "“往鱼缸里看”没画成：小男孩在它里面"),
    ],
)  # fmt: skip
def test_what_is_drawn_otherwise_is_told_as_it_is_drawn(wish: str, things: str, note: str) -> None:
    assert not_borne_out(wish, picture(wish, things), "", "en" if wish.isascii() else "zh") == (note,)


def picture(wish: str, things: str) -> Scene:
    """The things of a picture, each under the name that the wish has for it."""
    called = {token.get("kinds"): token.text for token in tokenise(wish)}
    told = [words.split() for words in things.split(", ")]
    ids = {kind: f"o{at}" for at, (kind, *_) in enumerate(told, 1)}
    return Scene(
        seed=3,
        ratio="1:1",
        objects=tuple(
            Thing(
                id=ids[kind],
                kind=kind,
                label=called[kind],
                lang="en",
                rung="sprite",
                rel=msgspec.convert({"type": tie[0], "to": ids[tie[1]]}, Relation) if tie else None,
            )
            for kind, *tie in told
        ),
    )


@pytest.mark.parametrize(
    "wish",
    [
        "a boy knocking on the door",
        "a monkey looking into a mirror",
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
    wish = "a bear holding a ladder"
    scene = picture(wish, "bear, ladder beside bear")
    assert not_borne_out(wish, scene, "", "en", touched=["o2"])
    assert not_borne_out(wish, scene, "", "en", touched=[]) == ()


def test_what_is_named_already_is_not_named_again() -> None:
    wish = "a bear holding a ladder"
    scene = picture(wish, "bear, ladder beside bear")
    assert not_borne_out(wish, scene, "Left out: “holding”", "en") == ()


def test_a_wish_about_things_that_are_not_there_is_no_error() -> None:
    assert composed("make everyone happy").scene.objects


@pytest.mark.parametrize(
    ("wish", "tied"),
    [
        ("一只狗，戴着帽子，坐在沙发上", "dog on couch"),
        ("小孩把硬币放进存钱罐", "coin inside piggy-bank"),
        ("男孩把球扔给小狗", "ball hold boy"),
        ("一个渔夫坐在船上，船边有一只海鸥", "seagull beside rowing-boat"),
        ("a fox in front of the chair and a penguin riding an elephant", "fox front chair"),
        ("a fox in front of the chair and a penguin riding an elephant", "penguin on elephant"),
    ],
)
def test_what_the_audit_found_missing_is_drawn(wish: str, tied: str) -> None:
    drawn = composed(wish)
    kinds = {thing.id: thing.kind for thing in drawn.scene.objects}
    told = {f"{one.kind} {one.rel.type} {kinds[one.rel.to]}" for one in drawn.scene.objects if one.rel}
    assert tied in told
    assert drawn.notes == ()
