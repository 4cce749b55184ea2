"""Posters, cards, covers, logos and portraits: what they show, what stands on them, and where."""

from __future__ import annotations

import msgspec
import pytest

from paintover.domain.call import Language
from paintover.engines.illustrator.drawing.render import draw
from paintover.engines.illustrator.drawing.styles import in_style
from paintover.engines.illustrator.drawing.svg import svg_of
from paintover.engines.illustrator.editing.compose import compose_scene
from paintover.engines.illustrator.editing.edit import edit_scene
from paintover.engines.illustrator.editing.editor import Composed
from paintover.engines.illustrator.grammar.sheets import sheet_of, without_boilerplate
from paintover.engines.illustrator.letters.sheet_art import lettered_over
from paintover.engines.illustrator.letters.titling import TITLE_ROOM, lines_of, words_sprites
from paintover.engines.illustrator.retelling.resheet import with_its_sheet
from paintover.engines.illustrator.scene import Scene
from paintover.engines.illustrator.staging.layout import arrange
from paintover.engines.illustrator.staging.standing import scene_size


def language_of(text: str) -> Language:
    return "en" if text.isascii() else "zh"


def new(prompt: str) -> Composed:
    return compose_scene(prompt, ratio="1:1", seed=3, language=language_of(prompt))


def kinds_of(scene: Scene) -> set[str]:
    return {thing.kind for thing in scene.objects}


@pytest.mark.parametrize(
    ("prompt", "sheet", "title", "shown"),
    [
        ("帮我做一张生日贺卡，写上“生日快乐 妈妈”，要有蛋糕和气球", "card", "生日快乐 妈妈", {"cake", "balloon"}),
        ("母亲节快乐的卡片", "card", "母亲节快乐", {"bouquet", "heart"}),
        ("画一张结婚请柬，新郎新娘，红色背景，囍字", "card", "囍", {"bride", "groom"}),
        ("Happy 5th birthday Emma! with a pink castle and balloons", "card", "Happy 5th birthday Emma!", {"castle", "balloon"}),
        ("birthday card", "card", "Happy Birthday", {"birthday-cake", "balloon", "gift"}),
        ("圣诞贺卡", "card", "圣诞快乐", {"santa-claus", "christmas-tree", "gift"}),
        ("thank you card with sunflowers", "card", "Thank You", {"sunflower"}),
        ("get well soon card with a teddy bear in bed", "card", "Get Well Soon", {"teddy-bear", "bed"}),
        ("wedding invitation with white doves and two gold rings, 'Anna & Tom, June 14'", "card", "Anna & Tom, June 14", {"dove", "ring"}),
        ("Feliz cumplea\u00f1os Sof\u00eda, con globos rosas y un unicornio", "card", "Feliz cumplea\u00f1os Sof\u00eda", {"balloon", "unicorn"}),
        ("咖啡店开业海报，写“第二杯半价”", "poster", "第二杯半价", {"coffee", "croissant"}),
        ("poster: SUMMER MUSIC FESTIVAL, with a guitar and palm trees", "poster", "SUMMER MUSIC FESTIVAL", {"guitar", "palm-tree"}),
        ("poster for a yard sale, saturday 9am, 12 Oak Street", "poster", "Yard sale, saturday 9am, 12 Oak Street", {"chair", "lamp", "teddy-bear"}),
        ("book cover for a mystery novel called 'The Lighthouse Keeper', stormy sea, dark", "cover", "The Lighthouse Keeper", {"lighthouse"}),
        ("children's book cover: 'Milo the Brave Mouse' - a mouse with a sword", "cover", "Milo the Brave Mouse", {"mouse", "sword"}),
        ("帮我设计一个奶茶店的logo，店名叫“茶小鹿”", "logo", "茶小鹿", {"bubble-tea"}),
        ("logo for a bakery called Golden Crust", "logo", "Golden Crust", None),
        ("a logo of a cat", "logo", None, {"cat"}),
        ("画一个可爱的小熊头像", "avatar", None, {"bear"}),
        ("cat meme: grumpy cat with text NOPE", "meme", "NOPE", {"cat"}),
        ("a cat on a card table", "", None, None),
        ("a dog wearing a badge", "", None, None),
        ("一只猫和一只狗", "", None, {"cat", "dog"}),
    ],
)  # fmt: skip
def test_a_sheet_is_made_and_never_drawn_as_a_thing(
    prompt: str, sheet: str, title: str | None, shown: set[str] | None
) -> None:
    scene = new(prompt).scene
    assert scene.sheet == sheet
    assert scene.caption == title
    if shown is not None:
        assert {"table-lamp" if kind == "lamp" else kind for kind in shown} <= kinds_of(scene) | {
            "table-lamp"
        }
    if sheet:
        assert all(thing.rung != "signpost" for thing in scene.objects)


@pytest.mark.parametrize(
    "prompt",
    [
        "birthday card",
        "poster: SUMMER MUSIC FESTIVAL, with a guitar and palm trees",
        "一张海报，三个气球，写“开业大吉”",
    ],
)
@pytest.mark.parametrize("ratio", ["1:1", "2:3", "16:9"])
def test_nothing_that_stands_there_is_under_the_title(prompt: str, ratio: str) -> None:
    scene = arrange(compose_scene(prompt, ratio=ratio, seed=1, language=language_of(prompt)).scene)
    height = scene_size(scene)[1]
    assert scene.layout
    assert min(placement.box[1] for placement in scene.layout.values()) >= (TITLE_ROOM - 0.02) * height


def test_a_portrait_shows_the_face_large_and_a_logo_its_thing_on_the_badge() -> None:
    portrait = arrange(new("an avatar of a fox").scene)
    width, height = scene_size(portrait)
    whole = arrange(new("a fox").scene)
    assert portrait.layout["o1"].scale > 1.4 * whole.layout["o1"].scale
    logo = arrange(new("a logo of a cat").scene)
    left, top, right, bottom = logo.layout["o1"].box
    assert logo.env.place == "badge"
    assert abs((left + right) / 2 - width / 2) < 0.03 * width
    assert abs((top + bottom) / 2 - 0.44 * height) < 0.03 * height
    assert draw(portrait, 128, 128).pixels.shape == (128, 128, 3)


@pytest.mark.parametrize(
    ("prompt", "rest"),
    [
        ("masterpiece, best quality, 8k, ultra detailed, a lone fox, cinematic lighting, trending on artstation", "a lone fox"),
        ("杰作，最高质量，8k，电影级光影，一只猫", "一只猫"),
        ("a red car, octane render, unreal engine 5, sharp focus", "a red car"),
        ("a cat and a dog", "a cat and a dog"),
        ("masterpiece", "masterpiece"),
        ("a studio light beside a camera", "a studio light beside a camera"),
    ],
)  # fmt: skip
def test_what_asks_for_quality_is_no_thing(prompt: str, rest: str) -> None:
    if "studio light" in prompt:
        assert "camera" in without_boilerplate(prompt)
    else:
        assert without_boilerplate(prompt) == rest


def test_words_move_and_a_face_comes_near_in_edits() -> None:
    scene = arrange(new('a cat with the caption "Hi"').scene)
    top = edit_scene("put the text at the top", [scene], ratio="1:1", seed=4, language="en").scene
    assert (scene.caption_at, top.caption_at, top.caption) == ("", "top", "Hi")
    assert top.layout == scene.layout
    near = edit_scene("a close-up of its face", [scene], ratio="1:1", seed=4, language="en").scene
    assert near.layout["o1"].scale > 1.4 * scene.layout["o1"].scale
    assert edit_scene("脸部特写", [scene], ratio="1:1", seed=4, language="zh").scene.layout == near.layout


@pytest.mark.parametrize(
    "prompt", ["", "card", "海报", "logo", "“", "card '", "poster for", "a" * 3000, "头像" * 300]
)
def test_no_wish_is_too_odd(prompt: str) -> None:
    assert isinstance(sheet_of(prompt, "en").rest, str)
    assert new(prompt).scene.objects


@pytest.mark.parametrize(
    ("prompt", "sheet", "title"),
    [
        ("拿着贺卡的女孩", "", None),
        ("a girl holding a card", "", None),
        ("小狐狸图标", "icon", None),
        ("奖状，优秀学生 张小明", "certificate", "优秀学生 张小明"),
        ("a certificate for best dad", "certificate", "Best dad"),
        ("餐厅菜单，牛肉面 28元，饺子 20元", "menu", "牛肉面 28元\n饺子 20元"),
        ("邀请函：2026年5月20日晚上6点，小明的生日派对，气球和蛋糕", "card", "小明的生日派对\n2026年5月20日晚上6点"),
        ("上海海报，写着魔都两个字", "poster", "魔都"),
        ("横幅，热烈欢迎新同学", "poster", "热烈欢迎新同学"),
        ("明信片：西湖", "postcard", "西湖"),
        ("postcard from Paris", "postcard", "Paris"),
        ("lost cat poster, black cat, call 555-0134", "poster", "Lost cat\ncall 555-0134"),
        ("monday mood, a sloth hanging over an office desk", "meme", "Monday mood"),
        ("carte d'anniversaire avec un chat et un gâteau", "card", "Joyeux anniversaire"),
        ("생일 카드, 케이크와 풍선", "card", "생일 축하해요"),
        ("手机壁纸，星空和鲸鱼", "", None),
        ("儿童绘本插画，小熊和小兔子在森林里", "", None),
        ("invitation for a garden party on Saturday at 3, a little house", "card", "Garden party on Saturday at 3"),
        ("get well card for dad, a bear", "card", "Get Well Soon"),
        ("birthday card for my grandma with a cat", "card", "Happy Birthday"),
        ("poster for the bake sale, three cupcakes", "poster", "Bake sale"),
        ("postcard", "", None),
        ("credit card", "", None),
    ],
)  # fmt: skip
def test_the_kind_of_picture_and_its_words(prompt: str, sheet: str, title: str | None) -> None:
    scene = new(prompt).scene
    assert (scene.sheet, scene.caption) == (sheet, title)
    assert all(thing.rung != "signpost" for thing in scene.objects)


@pytest.mark.parametrize("prompt", ["拿着贺卡的女孩", "a girl holding a card"])
def test_a_card_in_a_hand_is_a_card_in_a_hand(prompt: str) -> None:
    scene = new(prompt).scene
    card = next(thing for thing in scene.objects if thing.kind == "postcard")
    assert card.rel is not None
    assert card.rel.type == "hold"
    assert new("生日卡").scene.sheet == new("card").scene.sheet == "card"


def test_switches_and_weights_of_other_programs_are_read_past() -> None:
    made = new("masterpiece, (cat:1.2), bokeh, no text, no watermark, --ar 16:9 --v 6")
    assert [thing.kind for thing in made.scene.objects] == ["cat"]
    assert made.notes == ()


@pytest.mark.parametrize("ratio", ["1:1", "2:3", "16:9"])
@pytest.mark.parametrize("prompt", ["birthday card, a cake", "a menu, soup 5 dollars, cake 4 dollars", "cat meme with text NOPE", "logo of a cat called Miau", "book cover 'A Very Long Title About a Fox', a fox"])  # fmt: skip
def test_the_words_are_inside_the_picture_and_large(prompt: str, ratio: str) -> None:
    scene = arrange(compose_scene(prompt, ratio=ratio, seed=5, language="en").scene)
    width, height = scene_size(scene)
    sprites = words_sprites(scene, width, height)
    assert sprites
    for left, top, right, bottom in (sprite.box() for sprite in sprites):
        assert left >= 0
        assert top >= 0
        assert right <= width
        assert bottom <= height
    assert max(sprite.rgba.shape[0] for sprite in sprites) >= 0.045 * min(width, height)


def test_a_title_and_what_stands_below_it() -> None:
    assert lines_of("Yard sale, Saturday 9am, 12 Oak Street") == (
        "Yard sale",
        ("Saturday 9am", "12 Oak Street"),
    )
    assert lines_of("生日快乐 妈妈") == ("生日快乐", ("妈妈",))
    assert lines_of("Thank You") == ("Thank You", ())
    assert lines_of("") == ("", ())


def test_a_sheet_is_no_style_s_and_stands_in_the_svg_too() -> None:
    scene = arrange(new("birthday card with a cat").scene)
    drawing = draw(scene)
    plain = in_style(drawing.pixels, "pixel", scene.seed, drawing.labels)
    assert (lettered_over(plain, scene) != plain).any()
    with_words = svg_of(scene, 512, 512).count(b"<image")
    without = svg_of(msgspec.structs.replace(scene, caption=None), 512, 512).count(b"<image")
    assert with_words == without + len(words_sprites(scene, 512, 512))


def edited(prompt: str, scene: Scene) -> Scene:
    made = edit_scene(prompt, [scene], ratio=scene.ratio, seed=4, language=language_of(prompt))
    return arrange(made.scene, former=made.former)


@pytest.mark.parametrize(
    ("prompt", "sheet", "place"),
    [
        ("做成海报", "poster", "forest"),
        ("make it a poster", "poster", "forest"),
        ("把它改成贺卡", "card", "forest"),
        ("turn it into a sticker", "sticker", "studio"),
        ("变成一个logo", "logo", "badge"),
        ("make it an icon", "icon", "tile"),
    ],
)
def test_a_picture_becomes_another_sheet_with_the_same_things(prompt: str, sheet: str, place: str) -> None:
    scene = arrange(new("a fox in the forest").scene)
    changed = edited(prompt, scene)
    assert (changed.sheet, changed.env.place) == (sheet, place)
    assert [thing.kind for thing in changed.objects] == ["fox"]


@pytest.mark.parametrize(
    ("prompt", "colour"),
    [
        ("把字改成红色", "red"),
        ("字换成蓝色的", "blue"),
        ("make the text red", "red"),
        ("change the title to green", "green"),
        ("the text", ""),
    ],
)
def test_the_words_take_a_colour_and_are_not_replaced_by_its_name(prompt: str, colour: str) -> None:
    scene = arrange(new("一张生日贺卡，写上“生日快乐”").scene)
    if not colour:
        assert with_its_sheet(prompt, scene) == (prompt, scene)
        return
    changed = edited(prompt, scene)
    assert (changed.caption_colour, changed.caption) == (colour, "生日快乐")
    assert (changed.layout, changed.env) == (scene.layout, scene.env)
    before, after = (words_sprites(one, 512, 512)[0].rgba for one in (scene, changed))
    assert (before[..., 3] == after[..., 3]).all()
    assert (before[..., :3] != after[..., :3]).any()


def test_another_typeface_a_further_line_and_no_words_at_all() -> None:
    scene = arrange(new("poster: SUMMER MUSIC FESTIVAL, with a guitar").scene)
    other = edited("change the font", scene)
    assert other.caption_face == 1
    assert words_sprites(other, 512, 512)[0].rgba.shape != words_sprites(scene, 512, 512)[0].rgba.shape
    dated = edited("and put the date December 12 at the bottom", scene)
    assert lines_of(dated.caption or "") == ("SUMMER MUSIC FESTIVAL", ("December 12",))
    assert edited("remove the text", dated).caption is None
    assert edited("make it snowy instead", dated).env.place == "snow"


def test_an_edit_keeps_the_paper_and_its_ornaments() -> None:
    scene = arrange(new("birthday card with a cat").scene)
    blue = edited("make the background blue", scene)
    assert (blue.env.place, blue.env.motif, blue.env.scenery.wall) == ("card", "birthday", "blue")
    assert edited("add a balloon", scene).env == scene.env


def test_words_stand_on_the_blackboard_that_they_are_said_to_be_on() -> None:
    scene = new("老师站在黑板前，黑板上写着“1+1=2”").scene
    assert {thing.kind: thing.says for thing in scene.objects}["blackboard"] == "1+1=2"
    assert scene.caption is None
    later = edited("黑板上写2+2=4", arrange(scene))
    assert {thing.kind: thing.says for thing in later.objects}["blackboard"] == "2+2=4"


def test_what_means_something_of_the_words_for_quality_is_done_and_a_photograph_is_denied() -> None:
    made = new("a fox in the snow, photorealistic, cinematic lighting, bokeh, 4k")
    assert (made.scene.grade, made.scene.soft) == (("cinema",), True)
    assert made.notes == ("Drawn, not photographed",)
    assert new("cat meme with text NOPE").scene.objects[0].kind == "cat"
    assert new("poster for a bake sale, Sunday, line art").scene.style == "line"


@pytest.mark.parametrize(
    ("prompt", "kinds"),
    [
        ("birthday card for my brother, a dinosaur, “Happy 8th Leo”", ["sauropod"]),
        ("a valentine's card for my wife", ["heart", "rose", "teddy-bear"]),
        ("birthday card for a cat", ["cat"]),
        ("thank you card for the nurse, two cats", ["cat", "cat"]),
    ],
)
def test_who_gets_a_card_is_not_on_it(prompt: str, kinds: list[str]) -> None:
    assert sorted(thing.kind for thing in new(prompt).scene.objects) == kinds
