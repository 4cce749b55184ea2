"""Who says what."""

from __future__ import annotations

import pytest

from paintover.domain.errors import NotDrawable
from paintover.engines.illustrator.drawing.render import draw
from paintover.engines.illustrator.editing.compose import compose_scene
from paintover.engines.illustrator.editing.edit import edit_scene
from paintover.engines.illustrator.grammar.parse import language_of
from paintover.engines.illustrator.letters.lettering import _fitting, breadth
from paintover.engines.illustrator.retelling.speech import hear
from paintover.engines.illustrator.scene import Scene
from paintover.engines.illustrator.staging.layout import arrange
from tests.engines.illustrator.told import talk


def made(prompt: str) -> Scene:
    return compose_scene(prompt, ratio="3:2", seed=3, language=language_of(prompt)).scene


def said(scene: Scene) -> dict[str, str]:
    return {thing.kind: thing.says for thing in scene.objects if thing.says is not None}


@pytest.mark.parametrize(
    ("prompt", "kinds", "speeches"),
    [
        ("一只猫说“你好”", ["cat"], {"cat": "你好"}),
        ("一只猫说：你好！", ["cat"], {"cat": "你好！"}),
        ("猫对狗说“走吧”，狗说“好的”", ["cat", "dog"], {"cat": "走吧", "dog": "好的"}),
        ('a dog saying "Woof" and a cat', ["dog", "cat"], {"dog": "Woof"}),
        ('a cat with a speech bubble "Hi there"', ["cat"], {"cat": "Hi there"}),
        ("一只熊，头上有个气泡写着“饿了”", ["bear"], {"bear": "饿了"}),
        ('a cow shouts: "Moo!" at a horse', ["cow", "horse"], {"cow": "Moo!"}),
        ("犬が「こんにちは」と言う", ["dog"], {"dog": "こんにちは"}),
        ("un gato que dice «Hola»", ["cat"], {"cat": "Hola"}),
        ("кот говорит «Привет»", ["cat"], {"cat": "Привет"}),
        ('a sign that says "OPEN" and a cat', ["signpost", "cat"], {"signpost": "OPEN"}),
        ('a ship and a sign that says "HARBOUR"', ["ship", "signpost"], {"signpost": "HARBOUR"}),
        ('a dog wearing a hat says "Woof"', ["dog", "hat"], {"dog": "Woof"}),
        ("木牌上写着“小心台阶”", ["signpost"], {"signpost": "小心台阶"}),
    ],
)
def test_words_are_given_to_who_says_them(prompt: str, kinds: list[str], speeches: dict[str, str]) -> None:
    scene = made(prompt)
    assert [thing.kind for thing in scene.objects] == kinds
    assert said(scene) == speeches
    assert scene.caption is None


@pytest.mark.parametrize(
    ("prompt", "caption"),
    [
        ("一只猫，写上“生日快乐”", "生日快乐"),
        ('a cat with the text "Hello"', "Hello"),
        ('a cat with a caption saying "Hello"', "Hello"),
        ("кошка с надписью «С днём рождения»", "С днём рождения"),
        ('고양이와 문구 "안녕하세요"', "안녕하세요"),
        ('قطة مع نص "مرحبا"', "مرحبا"),
        ('une vache avec le texte "Bonne fête Maman"', "Bonne fête Maman"),
        ('um papagaio com o texto "Olá, mundo"', "Olá, mundo"),
        ('un chat avec le texte "Bonne fête"', "Bonne fête"),
    ],
)
def test_a_caption_is_nobodys_speech(prompt: str, caption: str) -> None:
    scene = made(prompt)
    assert scene.caption == caption
    assert said(scene) == {}
    assert [thing.rung == "signpost" for thing in scene.objects] == [False]


def test_an_edit_gives_words_and_takes_them_away() -> None:
    first = made("牛和马")
    second = edit_scene("让马说“我饿了”", [first], ratio="3:2", seed=1, language="zh").scene
    assert said(second) == {"horse": "我饿了"}
    assert [thing.id for thing in second.objects] == [thing.id for thing in first.objects]
    third = edit_scene("remove the speech bubble", [second], ratio="3:2", seed=1, language="en").scene
    assert said(third) == {}
    with pytest.raises(NotDrawable):
        edit_scene("remove the speech bubble", [third], ratio="3:2", seed=1, language="en")


def test_a_bubble_changes_nothing_but_where_it_is() -> None:
    first = draw(arrange(made("牛和马")))
    second = draw(edit_scene("让马说“我饿了”", [first.scene], ratio="3:2", seed=1, language="zh").scene)
    changed = (first.pixels != second.pixels).any(axis=-1)
    assert 0.005 < changed.mean() < 0.1
    assert first.scene.layout == second.scene.layout


@pytest.mark.parametrize(
    "text", ["", "说", "说“", "says ''", "“”" * 50, 'a says "b" says "c"' * 20, "「」と言う"]
)
def test_clumsy_texts_are_heard_without_harm(text: str) -> None:
    assert isinstance(hear(text).prompt, str)
    assert len(hear(text, base=Scene(seed=1, ratio="1:1")).speeches) <= 8


@pytest.mark.parametrize(
    ("turns", "written"),
    [
        (["a mug with “Tom” on it"], {"cup": "Tom"}),
        (["a mug", "write 'Anna' on it", "change it to “Eva”"], {"cup": "Eva"}),
        (["一个写着“旺财”的碗", "碗上写“来福”"], {"bowl": "来福"}),
        (["一个写着“旺财”的碗", "把碗上的字去掉"], {}),
        (["a bowl with two fish in it", "write 'Tom' on the bowl"], {"bowl": "Tom"}),
        (["一辆公交车", "车上写“12路”", "改成“24路”"], {"bus": "24路"}),
        (["a birthday cake on a table", "write Happy 5th on the cake"], {"birthday-cake": "Happy 5th"}),
        (["三个灯笼，上面写着“福”"], {"lantern": "福"}),
        (["一本书，封面上写“日记”"], {"book": "日记"}),
    ],
)
def test_things_are_written_on(turns: list[str], written: dict[str, str]) -> None:
    scene = arrange(made(turns[0]))
    for turn in turns[1:]:
        composed = edit_scene(turn, [scene], ratio="3:2", seed=3, language=language_of(turn))
        assert composed.notes == ()
        scene = arrange(composed.scene, former=composed.former)
    assert said(scene) == written
    assert scene.caption is None


def test_what_cannot_be_written_on_is_named() -> None:
    scene = arrange(made("a snowman with a scarf"))
    composed = edit_scene("write 'Tom' on the scarf", [scene], ratio="3:2", seed=3, language="en")
    assert composed.scene.caption == "Tom"
    assert "scarf" in composed.notes[0]


def test_no_word_on_a_thing_is_broken() -> None:
    mug, plain = made('a mug with "Bartholomew" on it'), made("a mug")
    assert (draw(arrange(mug), 96, 64).pixels != draw(arrange(plain), 96, 64).pixels).any()
    assert _fitting("ICE CREAM", 1.2) < _fitting("ICE CREAM", 6.0)
    assert _fitting("Bartholomew", 0.5) >= breadth("Bartholomew")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('schreib "Hallo" darauf', "Hallo"), ("schreibe unten „Guten Tag“", "Guten Tag"), ("escribe «Hola»", "Hola"), ('écris "Bonjour"', "Bonjour"),
        ('escreva "Olá"', "Olá"), ('scrivi "Ciao" sopra', "Ciao"), ("напиши «Привет»", "Привет"), ("「こんにちは」と書いて", "こんにちは"),
        ('"안녕"이라고 써줘', "안녕"),
    ],
)  # fmt: skip
def test_words_are_written_in_other_languages(text: str, words: str) -> None:
    heard = hear(text)
    assert heard.caption == words
    assert not heard.prompt.strip()


@pytest.mark.parametrize(
    ("wish", "change", "speeches"),
    [
        ("a boy and a girl", 'write "Hi" in a bubble next to the girl', {"girl": "Hi"}),
        ("a boy and a girl", 'put a bubble with "Hi" over her head', {"girl": "Hi"}),
        (
            "a boy and a girl",
            "add a speech bubble above his head that says Hello there",
            {"boy": "Hello there"},
        ),
        ("a boy and a girl", 'give the girl a speech bubble saying "Brr"', {"girl": "Brr"}),
        (
            "a boy and a girl",
            'add a bubble above the girl saying "Hi" and one above the boy saying "Yo"',
            {"girl": "Hi", "boy": "Yo"},
        ),
        ("a grandpa and a girl", 'write "Hi" in a bubble above grandpa', {"old-man": "Hi"}),
        ("a boy and a dog", 'put a bubble over dog that says "Woof"', {"dog": "Woof"}),
        ("a cat and a dog", 'put "Meow" in a speech bubble at the top', {"cat": "Meow"}),
        ("a boy and a girl", "let the girl say I am hungry", {"girl": "I am hungry"}),
        ("一个男孩和一个女孩", "让女孩说我饿了", {"girl": "我饿了"}),
        ("一个男孩和一个女孩", "在女孩旁边写个“冷”的气泡", {"girl": "冷"}),
    ],
)
def test_a_bubble_is_at_whom_it_is_told_of(wish: str, change: str, speeches: dict[str, str]) -> None:
    base = arrange(made(wish))
    composed = edit_scene(change, [base], ratio="3:2", seed=4, language=language_of(change))
    assert said(composed.scene) == speeches
    assert composed.notes == ()
    assert composed.scene.caption is None


def test_a_bubble_over_the_right_one_is_not_the_left_ones() -> None:
    base = arrange(made("two penguins on ice"))
    change = 'write "Brr" in a bubble above the right one'
    scene = edit_scene(change, [base], ratio="3:2", seed=4, language="en").scene
    by_side = sorted(scene.objects, key=lambda one: base.layout[one.id].x)
    assert [one.says for one in by_side] == [None, "Brr"]


@pytest.mark.parametrize("verb", ["吆喝", "嘟囔", "吼道", "唱", "叫", "心想", "自言自语"])
def test_it_is_said_by_whatever_verb(verb: str) -> None:
    assert talk(f"一个大爷 => 大爷{verb}“又香又甜”")[0].told == "改了：大爷——说“又香又甜”"


@pytest.mark.parametrize(
    ("talked", "told"),
    [
        ("面包店门口站着一个面包师 => 牌子上的字改成甜甜面包", "改了：面包店——写着“甜甜面包”"),
        ("面包店门口站着一个面包师 => 店名改成甜甜面包", "改了：面包店——写着“甜甜面包”"),
        ("街上一家咖啡店 => 牌子上的字改成“早安”", "改了：咖啡店——写着“早安”"),
        ("一个男孩举着牌子“你好” => 牌子上的字改成再见", "改了：牌子——写着“再见”"),
        ("路边一块牌子写着停车 => 字改成前方学校", "改了：牌子——写着“前方学校”"),
        ("生日蛋糕上写着“生日快乐” => 蛋糕上的字改成生日快乐小明", "改了：生日蛋糕——写着“生日快乐小明”"),
        ("路边一块牌子写着停车 => 字改成红色", "这些没有画出来：“红色”"),
        ("路边一块牌子写着停车 => 字大一点", "这些没有画出来：“大一点”"),
        ("公园里一只狗 => 上面写“我的狗” => 字改成我家小狗", "现在：文字“我家小狗”"),
        ("公园里一只狗 => 上面写“我的狗” => 字改成红色", "现在：字的样子"),
    ],
)
def test_other_words_stand_where_the_former_stood(talked: str, told: str) -> None:
    assert talk(talked)[-1].told == told
