from __future__ import annotations

import time
from contextlib import suppress
from itertools import pairwise

import msgspec
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from paintover.domain.call import Language
from paintover.domain.errors import NotDrawable
from paintover.engines.illustrator.editing.compose import compose_scene
from paintover.engines.illustrator.editing.edit import edit_scene
from paintover.engines.illustrator.editing.editor import Composed
from paintover.engines.illustrator.grammar.parse import language_of
from paintover.engines.illustrator.kinds import kinds, sorts
from paintover.engines.illustrator.scene import Placement, Relation, Scene
from paintover.engines.illustrator.staging.cast import MAX_THINGS
from paintover.engines.illustrator.staging.layout import arrange
from tests.engines.illustrator.grammar.test_parse import WORDS
from tests.engines.illustrator.test_prompts import described
from tests.pace import timed


def laid_out(scene: Scene) -> Scene:
    """As the layout would leave it: every object has a place, from left to right."""
    layout = {
        thing.id: scene.layout.get(thing.id)
        or Placement(x=100.0 * place, base=900.0, scale=200.0, box=(100 * place, 700, 100 * place + 90, 900))
        for place, thing in enumerate(scene.objects, start=1)
    }
    return msgspec.structs.replace(scene, layout=layout)


def compose(prompt: str, *, seed: int = 7) -> Composed:
    return compose_scene(prompt, ratio="1:1", seed=seed, language=language_of(prompt))


def edit(prompt: str, *sources: Scene, ratio: str = "1:1", seed: int = 8) -> Composed:
    return edit_scene(prompt, sources, ratio=ratio, seed=seed, language=language_of(prompt))


def chain(*prompts: str) -> list[Composed]:
    """A new picture and edits one upon the other, each laid out as the engine does."""
    done = [compose(prompts[0])]
    for prompt in prompts[1:]:
        done.append(edit(prompt, laid_out(done[-1].scene)))
    return done


@pytest.mark.parametrize(
    "prompts",
    [
        ("画个牛马", "牛的脸上遮个布", "牛的头上顶着锅盖", "锅盖上再加根筷子"),
        (
            "an ox and a horse",
            "put a cloth over the ox's face",
            "put a pot lid on the ox's head",
            "add a chopstick on the lid",
        ),
    ],
)
def test_the_seed_conversation(prompts: tuple[str, ...]) -> None:
    first, second, fourth, fifth = chain(*prompts)
    assert [(thing.id, thing.kind) for thing in first.scene.objects] == [("o1", "ox"), ("o2", "horse")]
    assert second.scene.objects[2].kind == "cloth"
    assert second.scene.objects[2].rel == Relation(type="cover", to="o1", part="face")
    assert fourth.scene.objects[3].rel == Relation(type="on", to="o1", part="head")
    assert fifth.scene.objects[4].kind == "chopstick"
    assert fifth.scene.objects[4].rel == Relation(type="on", to="o4")
    assert [done.touched for done in (second, fourth, fifth)] == [("o3",), ("o4",), ("o5",)]
    other = "马的脸上遮个布" if prompts[0] == "画个牛马" else "put a cloth over the horse's face"
    third = edit(other, laid_out(first.scene))
    assert third.scene.objects[2].rel == Relation(type="cover", to="o2", part="face")
    assert all(done.notes == () for done in (first, second, third, fourth, fifth))


EDITS = [
    ("牛和马", "把牛换成羊", "sheep, horse"),
    ("牛和马", "马变成红色", "ox, horse/red"),
    ("牛和马", "把马改成白色的", "ox, horse/white"),
    ("牛和马", "去掉马", "ox"),
    ("牛和马", "把马去掉", "ox"),
    ("牛和马", "不要马了", "ox"),
    ("牛和马", "加一只猫", "ox, horse, cat"),
    ("牛和马", "再加两只红色的鸟", "ox, horse, bird/red, bird/red"),
    ("牛和马", "马旁边加一只狗", "ox, horse, dog beside horse"),
    ("牛和马", "把马放大一点", "ox, horse/large"),
    ("牛和马", "给它们都戴上帽子", "ox, horse, hat wear ox head, hat wear horse head"),
    ("戴草帽的狗", "帽子换成王冠", "dog, crown wear dog head"),
    ("戴草帽的狗", "去掉帽子", "dog"),
    ("戴草帽的狗", "去掉狗", ""),
    ("戴草帽的狗", "把狗换成猫", "cat, straw-hat wear cat head"),
    ("戴草帽的狗", "把狗换成椅子", "chair"),
    ("戴草帽的狗", "帽子变成红色", "dog, straw-hat/red wear dog head"),
    ("三只猫", "再加两只", "cat, cat, cat, cat, cat"),
    ("三只猫", "变成五只", "cat, cat, cat, cat, cat"),
    ("三只猫", "去掉一只猫", "cat, cat"),
    ("三只猫", "把左边的猫换成狗", "dog, cat, cat"),
    (
        "三只猫",
        "给所有的猫戴上帽子",
        "cat, cat, cat, hat wear cat head, hat wear cat head, hat wear cat head",
    ),
    ("三只猫", "右边的猫变成蓝色", "cat, cat, cat/blue"),
    ("牛和戴帽子的马", "把帽子放到牛头上", "ox, horse, hat wear ox head"),
    ("牛马", "加一架箜篌和一只猫", "ox, horse, cat"),
    ("一架箜篌", "把箜篌换成一只猫", "cat"),
    ("一头牛", "在牛的左边画一匹马", "ox, horse left ox"),
    ("一头牛", "它的头上戴个帽子", "ox, hat wear ox head"),
    ("一头牛", "头上戴个帽子", "ox, hat wear ox head"),
    ("an ox and a horse", "replace the horse with a brown dog", "ox, dog/brown"),
    ("an ox and a horse", "make the horse white", "ox, horse/white"),
    ("an ox and a horse", "change the color of the ox to blue", "ox/blue, horse"),
    ("an ox and a horse", "remove the horse", "ox"),
    ("an ox and a horse", "delete the ox", "horse"),
    ("an ox and a horse", "swap the ox for a sheep", "sheep, horse"),
    ("an ox and a horse", "turn the ox into a cow", "cow, horse"),
    ("an ox and a horse", "a cat instead of the ox", "cat, horse"),
    ("an ox and a horse", "add another horse", "ox, horse, horse"),
    ("an ox and a horse", "make the ox bigger", "ox/large, horse"),
    ("an ox and a horse", "add a bird on the horse's back", "ox, horse, bird on horse back"),
    ("an ox and a horse", "add a pair of glasses to the horse", "ox, horse, glasses wear horse eyes"),
    ("an ox and a horse", "add a small dog behind the ox", "ox, horse, dog/small behind ox"),
    ("an ox and a horse", "make it night", "ox, horse"),
    ("a dog with a hat", "take the hat off", "dog"),
    ("a dog with a hat", "change the hat to a crown", "dog, crown wear dog head"),
    ("a dog with a hat", "make the hat red", "dog, hat/red wear dog head"),
    ("a dog with a hat", "remove it", "dog"),
    ("a dog and a cat with a hat", "put the hat on the dog", "dog, cat, hat wear dog head"),
    ("a dog", "give it sunglasses", "dog, sunglasses wear dog eyes"),
    ("a dog", "add a cloth over its face", "dog, cloth cover dog face"),
    ("three apples", "add two more", "apple, apple, apple, apple, apple"),
    ("three apples", "make the left apple green", "apple/green, apple, apple"),
    ("three apples", "remove all the apples", ""),
    ("three apples", "remove everything", ""),
    ("牛和马", "全部去掉", ""),
    ("a bird on a horse", "move the bird to the left of the horse", "horse, bird left horse"),
    ("a dog", "add a theremin and put a hat on it", "dog, hat wear dog head"),
    ("两只猫和一只狗", "左边那个变成红色", "cat/red, cat, dog"),
    ("两只猫和一只狗", "右边的变成红色", "cat, cat, dog/red"),
    ("a cat and a dog", "put a hat on the one on the left", "cat, dog, hat wear cat head"),
    ("a cat and a dog", "make the left one blue", "cat/blue, dog"),
    ("a cat and a dog", "make both red", "cat/red, dog/red"),
    ("a cat and a dog", "make the cat and the dog white", "cat/white, dog/white"),
    ("猫和狗", "把它们都变成红色", "cat/red, dog/red"),
    ("a cat and a dog", "give them hats", "cat, dog, hat wear cat head, hat wear dog head"),
    ("猫和狗", "猫和狗之间加一棵树", "cat, dog, tree between cat"),
    ("a cat and a dog", "add a ball between the cat and the dog", "cat, dog, ball between cat"),
    ("a cat and a dog", "swap the cat with a horse", "horse, dog"),
    ("a king", "give the king a hat", "bare-king, hat wear bare-king head"),
    ("两只动物", "去掉所有动物", ""),
    ("一只猫", "其他保持不变，给它戴顶帽子", "cat, hat wear cat head"),
]


@pytest.mark.parametrize(("first", "then", "expected"), EDITS)
def test_an_edit_changes_what_was_asked(first: str, then: str, expected: str) -> None:
    before = laid_out(compose(first).scene)
    done = edit(then, before)
    assert described(done.scene) == sorted(expected.split(", ") if expected else [])
    for thing in done.scene.objects:
        if thing.id not in done.touched:
            assert before.thing(thing.id) == thing or thing.rel is None
            assert done.scene.layout[thing.id] == before.layout[thing.id]
    assert set(done.scene.layout) <= {thing.id for thing in done.scene.objects}
    assert done.scene.seed == before.seed


@pytest.mark.parametrize(
    ("first", "then", "sentence"),
    [
        ("牛", "马的脸上遮个布", "图里没有马"),
        ("牛", "去掉马", "图里没有马"),
        ("牛", "把马换成羊", "图里没有马"),
        ("牛", "马变成红色", "图里没有马"),
        ("牛", "给马戴个帽子", "图里没有马"),
        ("牛", "锅盖上再加根筷子", "图里没有锅盖"),
        ("牛", "古筝变成红色", "图里没有古筝"),
        ("牛", "牛变成更好一点", "没看懂要改哪里"),
        ("红色的牛", "牛变成红色", "图里已经是这样了"),
        ("an ox", "put a hat on the horse", "There is no horse in the picture"),
        ("an ox", "remove the horse", "There is no horse in the picture"),
        ("an ox", "make the hammock red", "There is no hammock in the picture"),
        ("an ox", "hmm, not quite", "I did not understand what to change"),
        ("an ox", "rotate the picture", "cannot be turned"),
        ("an ox", "!?", "I did not understand what to change"),
    ],
)
def test_an_edit_that_cannot_be_done_says_so(first: str, then: str, sentence: str) -> None:
    with pytest.raises(NotDrawable, match=sentence.replace("?", r"\?")):
        edit(then, laid_out(compose(first).scene))


def test_what_can_be_done_is_done_and_the_rest_is_told() -> None:
    done = edit("给牛戴个帽子，给马戴个墨镜", compose("牛").scene)
    assert described(done.scene) == ["hat wear ox head", "ox"]
    assert done.notes == ("图里没有马",)


def test_ids_are_never_given_twice() -> None:
    *_, last = chain("牛和马", "加一只猫", "去掉猫", "加一只狗", "去掉狗", "加一只羊")
    assert [thing.id for thing in last.scene.objects] == ["o1", "o2", "o5"]
    again = Scene.from_json(last.scene.to_json())
    assert [thing.id for thing in edit("加一只鸟", again).scene.objects][-1] == "o6"


def test_a_replaced_thing_keeps_its_id_and_tells_where_it_stood() -> None:
    before = laid_out(compose("牛和马").scene)
    done = edit("把牛换成羊", before)
    assert done.touched == ("o1",)
    assert "o1" not in done.scene.layout
    stood, was = done.former["o1"], before.layout["o1"]
    assert (stood.x, stood.base, stood.scale, stood.box) == (was.x, was.base, was.scale, was.box)


def test_removing_takes_the_attachments_and_their_layout_along() -> None:
    *_, before, after = chain(
        "画个牛马", "牛的脸上遮个布", "牛的头上顶着锅盖", "锅盖上再加根筷子", "去掉锅盖"
    )
    assert [thing.kind for thing in after.scene.objects] == ["ox", "horse", "cloth"]
    assert set(after.scene.layout) == {"o1", "o2", "o3"}
    assert before.scene.objects[:3] == after.scene.objects


def test_a_step_to_the_left_moves_a_thing_with_what_it_wears_and_nothing_else() -> None:
    before = laid_out(compose("一只猫和一只戴帽子的狗").scene)
    done = edit("狗往左挪", before)
    dog, hat, cat = (
        next(thing.id for thing in before.objects if thing.kind == kind) for kind in ("dog", "hat", "cat")
    )
    steps = {key: done.scene.layout[key].x - before.layout[key].x for key in (dog, hat, cat)}
    assert steps[dog] < 0
    assert steps[dog] == steps[hat] == done.scene.layout[dog].box[0] - before.layout[dog].box[0]
    assert steps[cat] == 0


@pytest.mark.parametrize("prompt", ["", "加一只猫"])
def test_another_ratio_frames_again_and_keeps_the_things(prompt: str) -> None:
    before = laid_out(compose("牛和马").scene)
    done = edit(prompt, before, ratio="16:9")
    assert done.scene.ratio == "16:9"
    assert list(done.scene.layout) == list(before.layout)  # how they stand there is for test_reframe.py
    assert done.scene.objects[:2] == before.objects


def test_another_of_the_same_has_a_new_seed_and_no_layout() -> None:
    done = edit("再来一张", laid_out(compose("牛和马").scene), seed=99)
    assert (done.scene.seed, done.scene.layout) == (99, {})
    assert described(done.scene) == ["horse", "ox"]


def test_settings_change_without_touching_anything() -> None:
    before = laid_out(compose("牛和马").scene)
    done = edit("改成水彩风格的雪夜晚上，下雪", before)
    assert (done.scene.env.time, done.scene.env.weather, done.scene.style) == ("night", "snow", "watercolour")
    assert (done.touched, done.scene.objects, done.scene.layout) == ((), before.objects, before.layout)
    written = edit("写上“你好”", done.scene)
    assert written.scene.caption == "你好"
    assert edit("去掉文字", written.scene).scene.caption is None


def test_the_things_named_come_from_the_other_pictures() -> None:
    ox, horse = compose("戴帽子的牛").scene, compose("一匹马和一只戴墨镜的猫").scene
    assert described(edit("把猫放到牛的旁边", ox, horse).scene) == [
        "cat beside ox",
        "hat wear ox head",
        "ox",
        "sunglasses wear cat eyes",
    ]
    merged = edit("合到一起", ox, horse).scene
    assert described(merged) == ["cat", "hat wear ox head", "horse", "ox", "sunglasses wear cat eyes"]
    assert len({thing.id for thing in merged.objects}) == 5


def test_a_wish_without_a_content_is_answered_by_seed() -> None:
    scenes = {tuple(described(compose("画点好看的", seed=seed).scene)) for seed in range(40)}
    assert len(scenes) >= 6
    assert compose("画点好看的", seed=3).scene == compose("画点好看的", seed=3).scene
    assert compose("draw something nice").notes == ()
    assert compose("draw something nice at night").scene.env.time == "night"


def placed(prompt: str) -> Scene:
    return arrange(compose(prompt).scene)


@pytest.mark.parametrize(
    ("first", "wish"),
    [
        ("two boys", "swap the two boys"),
        ("two boys", "两个男孩换个位置"),
        ("a cat and a dog", "两只动物对调一下"),
        ("a cat and a dog", "swap the two animals"),
    ],
)
def test_two_that_are_named_together_change_places(first: str, wish: str) -> None:
    base = arrange(compose_scene(first, ratio="1:1", seed=3, language="en").scene)
    composed = edit_scene(wish, [base], ratio="1:1", seed=4, language="en" if wish.isascii() else "zh")
    scene = arrange(composed.scene, former=composed.former)
    one, other = (thing.id for thing in base.objects)
    assert (base.layout[one].x < base.layout[other].x) != (scene.layout[one].x < scene.layout[other].x)


@pytest.mark.parametrize(
    "wish", ["交换它们的位置", "把猫和狗换个位置", "swap the cat and the dog", "猫和狗互换位置"]
)
def test_things_change_places(wish: str) -> None:
    before = placed("a cat and a dog")
    after = arrange(edit(wish, before).scene)
    cat, dog = (before.layout[name].x for name in ("o1", "o2"))
    assert (cat < dog) != (after.layout["o1"].x < after.layout["o2"].x)
    assert after.layout["o1"].scale == before.layout["o1"].scale
    assert after.layout["o2"].scale == before.layout["o2"].scale


@pytest.mark.parametrize(
    ("wish", "flips"),
    [
        ("flip the cat", {"o2"}),
        ("让猫转身", {"o2"}),
        ("make the dog face left", set()),
        ("flip the picture", {"o1", "o2"}),
    ],
)
def test_what_is_flipped_looks_the_other_way(wish: str, flips: set[str]) -> None:
    before = placed("a cat to the left of a dog")
    assert [thing.kind for thing in before.objects] == ["dog", "cat"]
    assert (before.layout["o2"].flip, before.layout["o1"].flip) == (True, False)
    try:
        after = edit(wish, before).scene
    except NotDrawable:
        after = before
    turned = {name for name in before.layout if before.layout[name].flip != after.layout[name].flip}
    assert turned == flips


@pytest.mark.parametrize(
    ("wish", "dx", "dy"),
    [
        ("把狗往左挪", -1, 0),
        ("move the dog to the right", 1, 0),
        ("move the dog up", 0, -1),
        ("把狗往下移", 0, 1),
    ],
)
def test_a_thing_is_moved_that_way_and_nothing_else(wish: str, dx: int, dy: int) -> None:
    before = placed("a small cat, a dog and a small apple")
    after = edit(wish, before).scene
    was, now = before.layout["o2"], after.layout["o2"]
    assert (now.x > was.x) - (now.x < was.x) == dx
    if dy:
        assert (now.base > was.base) - (now.base < was.base) == dy
    else:
        assert abs(now.base - was.base) < 0.12 * 1024  # past another it may stand a little nearer or farther
    assert after.layout["o1"] == before.layout["o1"]


def test_a_pose_is_taken_and_left_to_the_rest() -> None:
    before = placed("a cat and a dog")
    for wish in ("让狗睡觉", "make the dog sleep"):
        after = edit(wish, before).scene
        assert [thing.pose for thing in after.objects] == [None, "sleep"]
        assert after.layout["o1"] == before.layout["o1"]
    alone = edit("让它跳起来", placed("一只猫")).scene
    assert alone.objects[0].pose == "jump"


def test_what_is_moved_off_its_seat_stands_beside_it() -> None:
    before = placed("a cat on a chair")
    after = arrange(edit("move the cat to the left", before).scene)
    assert described(after) == ["cat left chair", "chair"]
    (cat,) = [thing.id for thing in after.objects if thing.kind == "cat"]
    (chair,) = [thing.id for thing in after.objects if thing.kind == "chair"]
    assert after.layout[chair] == before.layout[chair]
    assert after.layout[cat].x < after.layout[chair].x
    assert abs(after.layout[cat].base - after.layout[chair].base) < 60


def test_it_is_what_was_changed_last() -> None:
    first = placed("a cat and a dog")
    second = edit("make the cat bigger", first).scene
    third = edit("make it blue", arrange(second)).scene
    assert described(third) == ["cat/blue/large", "dog"]
    fourth = edit("give it a hat", arrange(third)).scene
    fifth = edit("make it red", arrange(fourth)).scene
    assert "hat/red wear cat head" in described(fifth)


@pytest.mark.parametrize("wish", ["保持原样", "Keep it as it is", "不要改", "don't change anything"])
def test_nothing_changes_when_that_is_the_wish(wish: str) -> None:
    before = placed("a cat and a dog")
    done = edit(wish, before)
    assert done.scene == before
    assert done.touched == ()
    assert len(done.notes) == 1


@pytest.mark.parametrize(
    "words",
    ["，横屏", "，16:9", "，竖版壁纸", ", landscape", ", portrait, 4k", " 3:2", "，要两张图"],
)
def test_words_about_the_format_are_not_drawn(words: str) -> None:
    done = compose(f"一只猫{words}")
    assert described(done.scene) == ["cat"]
    assert done.notes == ()


def test_of_a_sort_different_ones_are_drawn_and_other_seeds_others() -> None:
    drawn_kinds = [
        tuple(thing.kind for thing in compose("五种水果", seed=seed).scene.objects) for seed in range(6)
    ]
    assert all(len(set(found)) == 5 for found in drawn_kinds)
    assert all(kind in sorts()["fruit"] for found in drawn_kinds for kind in found)
    assert len(set(drawn_kinds)) >= 5
    assert described(compose("三种动物：猫、狗、马").scene) == ["cat", "dog", "horse"]


def test_what_is_not_understood_is_told() -> None:
    done = compose("更一点")
    assert done.scene.objects
    assert done.notes[0].startswith("没看懂要画什么")


def test_a_sign_stands_in_for_what_cannot_be_drawn() -> None:
    (thing,) = compose("画个箜篌").scene.objects
    assert (thing.kind, thing.label, thing.rung) == ("signpost", "箜篌", "signpost")
    assert compose("画个箜篌").notes == ("画不出“箜篌”，用一块写着字的木牌代替",)
    assert compose("a theremin").notes == ("I can't draw “theremin”; a wooden sign stands in for it",)
    assert compose("暴躁女生").notes == ("这些没有画出来：“暴躁”",)


def test_a_style_that_is_drawn_needs_no_excuse() -> None:
    for wish, style in (
        ("扁平风格的猫", "flat"),
        ("水彩风格的猫", "watercolour"),
        ("剪纸风格的猫", "papercut"),
    ):
        done = compose(wish)
        assert (done.scene.style, done.notes) == (style, ())


def test_a_crowd_is_bounded_and_told() -> None:
    done = compose("二十只羊和二十头牛")
    assert len(done.scene.objects) == MAX_THINGS
    assert done.notes == (f"一张图最多画 {MAX_THINGS} 样东西，多出的没有画",)


@pytest.mark.parametrize(
    ("prompt", "place"),
    [
        ("一头牛", "meadow"),
        ("一张床", "bedroom"),
        ("一个苹果", "tabletop"),
        ("一辆汽车", "street"),
        ("一条鲸鱼", "sea"),
        ("两条鱼", "underwater"),
        ("一只鸭子", "lake"),
        ("海边的一张床", "beach"),
        ("一只猫坐在沙发上", "room"),
        ("a pirate", "deck"),
        ("海上有一个女孩", "deck"),
        ("a dog and a cat at sea", "deck"),
        ("a boy by the sea", "beach"),
        ("a girl swimming in the sea", "sea"),
        ("a whale and a girl at sea", "sea"),
        ("a mermaid at sea", "sea"),
        ("a man in a boat at sea", "sea"),
        ("一艘船和一个海盗在海上", "sea"),
    ],
)
def test_things_stand_where_they_are_at_home(prompt: str, place: str) -> None:
    assert compose(prompt).scene.env.place == place


def test_a_source_is_needed() -> None:
    with pytest.raises(ValueError, match="source"):
        edit_scene("加一只猫", [], ratio="1:1", seed=1, language="zh")


TEXTS = (
    st.lists(WORDS, max_size=30).map(" ".join)
    | st.lists(WORDS, max_size=30).map("".join)
    | st.text(max_size=120)
)


def whole(scene: Scene) -> None:
    """What must be true of any scene."""
    ids = [thing.id for thing in scene.objects]
    assert len(ids) == len(set(ids)) <= MAX_THINGS
    assert set(scene.layout) <= set(ids)
    for thing in scene.objects:
        assert thing.kind in kinds()
        assert thing.count == 1
        seen = thing
        for _ in range(len(ids) + 1):
            if seen.rel is None:
                break
            found = scene.thing(seen.rel.to)
            assert found is not None
            seen = found
        else:
            pytest.fail(f"{thing.id} stands to itself")
    assert Scene.from_json(scene.to_json()) == scene


@settings(max_examples=150, deadline=None)
@given(st.lists(TEXTS, min_size=1, max_size=4), st.sampled_from(["zh", "en"]), st.integers(0, 2**63))
@example(["", "去掉 三"], "zh", 0)
@example(["牛 cover 牛 牛 replace 古筝"], "zh", 0)
@example(["牛 上 马 牛"], "zh", 0)
def test_any_words_give_a_whole_scene_or_a_reason(prompts: list[str], language: Language, seed: int) -> None:
    scenes = [compose_scene(prompts[0], ratio="1:1", seed=seed, language=language).scene]
    whole(scenes[0])
    for prompt in prompts[1:]:
        with suppress(NotDrawable):
            scenes.append(
                edit_scene(prompt, [laid_out(scenes[-1])], ratio="1:1", seed=seed, language=language).scene
            )
        whole(scenes[-1])
    for before, after in pairwise(scenes):
        assert after.ids_given >= before.ids_given


@timed
def test_ten_megabytes_are_composed_in_bounded_time() -> None:
    started = time.process_time()
    whole(compose("一头牛的头上顶着锅盖，" * 900_000).scene)
    whole(compose("a red ox and " * 800_000).scene)
    assert time.process_time() - started < 3.0
