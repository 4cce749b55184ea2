"""Every edit says in one line what it changed, whatever it was asked: nothing is drawn otherwise in silence."""

from __future__ import annotations

import re
from typing import Any

import msgspec
import pytest

from paintover.domain.call import Language
from paintover.engines.illustrator.abroad import tongue_of
from paintover.engines.illustrator.editing.account import account
from paintover.engines.illustrator.editing.compose import compose_scene
from paintover.engines.illustrator.editing.edit import edit_scene
from paintover.engines.illustrator.files import word_table
from paintover.engines.illustrator.scene import (
    Environment,
    Photograph,
    Placement,
    Relation,
    Scene,
    Scenery,
    Thing,
)
from paintover.engines.illustrator.staging.layout import arrange
from tests.engines.illustrator.told import changed, first_picture, talk


def _edited(wish: str, *edits: str, language: Language = "en", ratio: str = "1:1") -> tuple[Scene, Scene]:
    """The picture before the last of the edits and after it."""
    scene = before = arrange(compose_scene(wish, ratio=ratio, seed=3, language=language).scene)
    for edit in edits:
        before = scene
        done = edit_scene(edit, [scene], ratio=ratio, seed=3, language=language)
        scene = arrange(done.scene, former=done.former)
    return before, scene


@pytest.mark.parametrize(
    ("wish", "edit", "line"),
    [
        ("a dog and a red ball", "make the ball blue", "Changed: ball – blue"),
        ("two horses in a field", "make one of them white", "Changed: left horse – white"),
        ("two horses in a field", "make them white", "Changed: horses × 2 – white"),
        ("three girls", "the girl in the middle wears a crown", "Added: crown – worn by the middle girl"),
        ("a cat and a dog", "make the cat happy", "Changed: cat – happy"),
        ("a cat and a dog", "let the dog sleep", "Changed: dog – sleeping"),
        ("a cat and a dog", "replace the cat with a rabbit", "Changed: rabbit – instead of cat"),
        ("a woman and a man", "give the woman a yellow hat", "Added: hat – yellow, worn by the woman"),
        ("a cat in a garden", "add three birds", "Added: birds × 3"),
        ("three cats in a garden", "remove one of the cats", "Removed: left cat"),
        ("a cat in a garden", "make it night and let it snow", "Now: night, snow"),
        ("a cat in a garden", "turn the background dark green", "Now: background – dark green"),
        ("a cat in a garden", "put it in the snow", "Now: snow"),
        ("a cat in a garden", "in watercolour", "Now: watercolour"),
        ("a cat in a room", "paint the walls green", "Now: wall – green"),
        ("a cat in a garden", 'write "Hello" at the top', "Now: the words “Hello”"),
        ("a cat and a dog", "remove the dog and add a tree", "Added: tree. Removed: dog"),
        ("a bowl of noodles on a table", "the bowl is blue", "Changed: noodles – blue bowl"),
        ("a cup of coffee on a table", "make the cup red", "Changed: coffee – red cup"),
        ("a girl sleeping in a bed", "the blanket is pink", "Changed: bed – pink blanket"),
        ("a girl on a swing", "change the color of her clothes to green", "Changed: girl – green clothes"),
        ("a man, a woman and a dog", "the man and the woman wear red hats", "Added: hats × 2 – red, worn by the man and the woman"),
        ("a man in a sweater", "he wears a blue shirt", "Added: shirt – blue, worn by the man. Removed: sweater"),
        ("a man in a sweater", "he wears a coat", "Added: coat – worn by the man"),
        ("a man in a suit", "give him different clothes", "Added: sweater – worn by the man. Removed: suit"),
        ("two men on a bench", "the left one wears red", "Changed: left man – red"),
        ("two cats on a sofa", "make the left one orange", "Changed: left cat – orange"),
    ],
)  # fmt: skip
def test_what_was_changed_is_said(wish: str, edit: str, line: str) -> None:
    before, after = _edited(wish, edit)
    assert account([before], after, "en") == line


@pytest.mark.parametrize(
    ("wish", "edit", "line"),
    [
        ("一只狗和一个红球", "把球改成蓝色", "改了：球——蓝色"),
        ("草地上有两匹马", "其中一匹马是白色的", "改了：左边的马——白色"),
        ("妈妈和爸爸在公园", "给妈妈戴一顶黄帽子", "加了：帽子——黄色、在妈妈身上"),
        ("三只猫", "去掉一只猫", "去掉了：左边的猫"),
        ("花园里有一只猫", "改成晚上，下雪", "现在：夜晚、下雪"),
        ("花园里有一只猫", "背景换成浅绿色", "现在：背景——浅绿色"),
        ("花园里有一只猫", "背景换成街道", "现在：街道"),
        ("一碗牛肉面放在桌上", "碗改成蓝色", "改了：牛肉面——碗蓝色"),
        ("一碗面和一双筷子", "面换成饺子", "改了：饺子——换掉了面条"),
        ("桌上有一杯咖啡和一本书", "杯子换成绿色", "改了：咖啡——杯子绿色"),
        ("一个女孩躺在床上", "被子改成粉色", "改了：床——被子粉色"),
        ("一个男孩在公园里", "给他换身衣服", "加了：毛衣——在男孩身上"),
        ("三个小朋友在操场", "左边的小朋友穿黄衣服", "改了：左边的小朋友——衣服黄色"),
        ("一个男人穿着西装", "西装换成牛仔服", "改了：牛仔服——换掉了西装"),
        ("花园里有一只猫", "让它坐着", "改了：猫——坐着"),
    ],
)
def test_it_is_said_in_chinese(wish: str, edit: str, line: str) -> None:
    before, after = _edited(wish, edit, language="zh")
    assert account([before], after, "zh") == line


def test_who_has_moved_is_said_with_the_way() -> None:
    before, after = _edited("a barn, a horse and a tree in a field", "move the horse to the left")
    assert account([before], after, "en") == "Moved: horse – to the left"


def test_what_is_misread_shows() -> None:
    """The line is made from the pictures: a change to another than was named names that other."""
    before, _ = _edited("a bowl and two dolphins")
    wrong = tuple(
        msgspec.structs.replace(one, pattern="striped") if one.kind == "dolphin" else one
        for one in before.objects
    )
    line = account([before], msgspec.structs.replace(before, objects=wrong), "en")
    assert line == "Changed: dolphins × 2 – striped"


def test_a_picture_that_is_the_same_has_no_account() -> None:
    before, _ = _edited("a cat and a dog")
    assert account([before], before, "en") is None


def test_long_lists_are_cut() -> None:
    before, after = _edited(
        "a garden", "add a cat, a dog, a horse, a cow, a pig, a duck, a goat and a rabbit"
    )
    line = account([before], after, "en")
    assert line is not None
    assert line.endswith("3 more")
    assert len(line) < 80


def test_things_of_another_picture_are_added_and_the_rest_is_not_moved() -> None:
    first, _ = _edited("a cat in a garden")
    other, _ = _edited("a horse and a barn")
    done = edit_scene(
        "add the horse of the second picture", [first, other], ratio="1:1", seed=3, language="en"
    )
    assert account([first, other], arrange(done.scene, former=done.former), "en") == "Added: horse"


def test_a_new_shape_moves_nobody() -> None:
    before, _ = _edited("a cat and a dog")
    done = edit_scene("", [before], ratio="16:9", seed=3, language="en")
    assert account([before], arrange(done.scene, former=done.former), "en") == "Now: shape 16:9"


def test_one_drawn_in_the_other_language_is_named_in_this_one() -> None:
    before, _ = _edited("a cat and a dog")
    done = edit_scene("把狗改成蓝色", [before], ratio="1:1", seed=3, language="zh")
    assert account([before], arrange(done.scene, former=done.former), "zh") == "改了：狗——蓝色"


# --- all that can be seen is told ------------------------------------------------------------------------------------

_OTHER: dict[str, dict[str, Any]] = {
    "Thing": {
        "kind": "horse", "colour": "red", "pattern": "striped", "second": "white", "girth": 1, "pose": "run", "mood": "sad",
        "look": 3, "lit": True, "skin": "dark", "hair": "black", "rel": Relation(type="beside", to="o2"), "where": "water",
        "at": "o2", "away": True, "says": "Hi", "painted": (("tail", "red"),),
    },
    "Environment": {
        "place": "beach", "time": "night", "weather": "snow", "season": "winter", "festival": "christmas",
        "scenery": Scenery(sky="red"),
    },
    "Scenery": {
        "sky": "red", "ground": "red", "water": "red", "wall": "red", "curtains": "red", "chalk": "Hi", "clouds": 1, "stars": 1, "fall": 1, "trees": 1,
        "flowers": -1, "light": 1, "waves": 1, "path": 1, "peaks": 1, "caps": 1, "leaves": 1, "top": "stone",
        "pieces": (("fence", "red"),),
    },
    "Scene": {
        "seed": 9, "ratio": "16:9", "env": Environment(place="sea"), "style": "ink", "caption": "Hi", "sheet": "poster",
        "shot": "face", "frame": "wood", "grade": ("grey",), "soft": True, "clear": True,
        "photographs": (Photograph(source="gen_1"),), "objects": (), "in_corners": (("top-left", "Hi"),),
    },
    "Placement": {"x": 100.0, "base": 100.0, "scale": 900.0, "flip": True, "angle": 20.0, "lift": 200.0},
}  # fmt: skip
"""Another value for each field that can be seen, by type."""
_UNSEEN = {
    "Thing": {
        "id", "label", "lang", "rung", "count", "was", "size", "complexion", "shorn", "bald", "lips", "freckled", "array", "aim", "kneels", "gaze", "limbs",
        "perch",
    },
    "Environment": {"luminary", "camera", "motif"},
    "Scenery": {"bed", "rug", "panes", "spans"},
    "Scene": {
        "v", "caption_step", "caption_at", "caption_colour", "caption_face", "uses", "layout", "focus", "together", "lately", "ids_given", "gone",
        "engine_version", "art_version",
    },
    "Placement": {"box", "shadow"},
}  # fmt: skip
"""What only the talk or the layout needs, what goes with another field, and what no edit changes alone."""
_TYPES = {each.__name__: each for each in (Thing, Environment, Scenery, Scene, Placement)}


@pytest.mark.parametrize("name", sorted(_TYPES))
def test_every_field_is_thought_of(name: str) -> None:
    fields = {each.name for each in msgspec.structs.fields(_TYPES[name])}
    assert fields == _OTHER[name].keys() | _UNSEEN[name]


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize(("owner", "field"), [(owner, name) for owner in _OTHER for name in _OTHER[owner]])
def test_each_that_is_seen_is_told(owner: str, field: str, language: Language) -> None:
    before, _ = _edited("a cat and a dog")
    change = {field: _OTHER[owner][field]}
    first, env = before.objects[0], before.env
    match owner:
        case "Thing":
            one = msgspec.structs.replace(first, **change)
            after = msgspec.structs.replace(before, objects=(one, *before.objects[1:]))
        case "Environment":
            after = msgspec.structs.replace(before, env=msgspec.structs.replace(env, **change))
        case "Scenery":
            scenery = msgspec.structs.replace(env.scenery, **change)
            after = msgspec.structs.replace(before, env=msgspec.structs.replace(env, scenery=scenery))
        case "Placement":
            placed = msgspec.structs.replace(before.layout[first.id], **change)
            after = msgspec.structs.replace(before, layout={**before.layout, first.id: placed})
        case _:
            after = msgspec.structs.replace(before, **change)
    assert account([before], after, language) is not None


def test_both_languages_say_the_same() -> None:
    table = word_table("account")
    assert table["en"].keys() == table["zh"].keys()
    for key, english in table["en"].items():
        assert english.count("{") == table["zh"][key].count("{"), key


@pytest.mark.parametrize("language", [name for name in word_table("account") if name != "en"])
def test_each_language_says_all_that_is_said_in_english(language: str) -> None:
    table = word_table("account")
    assert {*table[language]} == {*table["en"]}
    for name, said in table["en"].items():
        assert sorted(re.findall(r"\{\w*\}", table[language][name])) == sorted(re.findall(r"\{\w*\}", said))


@pytest.mark.parametrize(
    ("wish", "edit", "line"),
    [
        ("ein Hund und eine Katze", "mach die Katze schwarz", "Geändert: Katze – schwarz"),
        (
            "un chien et un chat",
            "mets un chapeau rouge au chien",
            "Ajouté : chapeau – rouge, porté par chien",
        ),
        ("un perro y un gato", "quita el gato", "Quitado: gato"),
        ("um cachorro e um gato", "pinta o gato de preto", "Mudado: gato – preto"),
        ("un cane e un gatto", "colora il gatto di nero", "Cambiato: gatto – nero"),
        ("собака и кошка", "убери кошку", "Убрано: кошка"),
        ("犬と猫", "猫を黒くして", "変更：猫——黒い"),
        ("강아지와 고양이", "고양이를 검은색으로 바꿔줘", "변경: 고양이 – 검은색"),
        ("ein Hund", "es soll Nacht sein", "Jetzt: Nacht"),
    ],
)
def test_the_line_is_in_the_language_of_the_edit(wish: str, edit: str, line: str) -> None:
    before, after = _edited(wish, edit)
    assert account([before], after, "en", tongue_of(edit)) == line


@pytest.mark.parametrize(
    ("wish", "edits", "line"),
    [
        ("a girl in a red hat", ("let the girl sleep",), "Changed: girl – sleeping"),
        ("a teapot on a table and a cat", ("remove the table",), "Removed: table"),
        ("a girl in a red dress and a tree", ("remove the girl",), "Removed: girl"),
    ],
)
def test_what_goes_with_another_is_not_told_of(wish: str, edits: tuple[str, ...], line: str) -> None:
    before, after = _edited(wish, *edits)
    assert account([before], after, "en") == line


@pytest.mark.parametrize(
    ("wish", "edit", "line"),
    [
        ("a tree", "add a girl in a red dress", "Added: girl – red dress"),
        ("a tree", "add a man with a red hat and a green scarf", "Added: man – red hat, green scarf"),
        ("a tree", "add two girls in red dresses", "Added: girls × 2 – red dresses"),
        ("一棵树", "加一个穿黄色雨衣的女孩", "加了：女孩——雨衣黄色"),
        ("ein Baum", "füge ein Mädchen mit einem roten Hut hinzu", "Dazugekommen: Mädchen – Hut rot"),
    ],
)
def test_what_a_newcomer_has_on_is_told_with_them(wish: str, edit: str, line: str) -> None:
    before, after = _edited(wish, edit)
    assert account([before], after, "zh" if edit[0] == "加" else "en", tongue_of(edit)) == line


@pytest.mark.parametrize(
    ("wish", "edits", "line"),
    [
        ("a woman", ("remove her hair",), "Changed: woman – shaved head"),
        ("a woman", ("remove her hair", "give her back her hair"), "Changed: woman – hair"),
        ("a girl with long red hair", ("cut off her hair",), "Changed: girl – red short hair"),
        ("一个女孩", ("去掉她的头发", "把头发还给她"), "改了：女孩——头发"),
        ("爷爷在客厅里", ("加一张床，让爷爷躺在床上",), "改了：爷爷——躺着、在床上面、变小。加了：床"),
    ],
)
def test_hair_and_how_one_lies_are_told_of_who_has_it(wish: str, edits: tuple[str, ...], line: str) -> None:
    before, after = _edited(wish, *edits)
    assert account([before], after, "en" if wish.isascii() else "zh") == line


@pytest.mark.parametrize(
    ("aside", "relation", "line"),
    [
        (220, "right", "to the right of the girl"),
        (-220, "right", "to the left of the girl"),
        (0, "right", "behind the girl"),
        (0, "beside", "behind the girl"),
        (220, "beside", "beside the girl"),
    ],
)
def test_a_place_is_told_as_it_is_seen(aside: int, relation: Any, line: str) -> None:
    """Where there was no room beside somebody, the answer does not claim that there was."""
    before, _ = _edited("a girl and a tree")
    girl, tree = before.objects
    at = before.layout[girl.id]
    left, top, right, foot = at.box
    moved = msgspec.structs.replace(
        at, x=at.x + aside, base=at.base - 40, box=(left + aside, top - 40, right + aside, foot - 40)
    )
    told = msgspec.structs.replace(tree, rel=Relation(type=relation, to=girl.id))
    after = msgspec.structs.replace(before, objects=(girl, told), layout={**before.layout, tree.id: moved})
    said = account([msgspec.structs.replace(before, objects=(girl,))], after, "en")
    assert said == f"Added: tree – {line}"


def test_noodles_that_are_drawn_otherwise_are_no_other_dish() -> None:
    before, after = _edited(
        "a bowl of noodles on a table", "the bowl is blue", "two chopsticks beside the bowl"
    )
    assert "instead of" not in (account([before], after, "en") or "")


@pytest.mark.parametrize(
    "wish", ["a chef showing a fish to a customer", "a boy giving a flower to a girl", "a boy holding a fish"]
)
def test_what_is_held_and_grows_is_told_and_its_bearer_has_not_moved(wish: str) -> None:
    scene = first_picture(wish, seed=1)
    thing = next(one for one in scene.objects if one.rel is not None and one.rel.type == "hold")
    assert changed(scene, f"make the {thing.label} bigger").told == f"Changed: {thing.label} – larger"


@pytest.mark.parametrize(
    ("talked", "told"),
    [
        ("奶奶坐在沙发上织毛衣，猫在她脚边玩毛线球 => 毛线球大一点", "改了：毛线球——变大"),
        ("a soccer ball and a ball => make the soccer ball bigger", "Changed: soccer ball – larger"),
    ],
)
def test_the_fuller_name_means_the_one_that_has_it(talked: str, told: str) -> None:
    assert talk(talked)[-1].told == told
