"""Deeds of a new picture come with all that belongs to them: the fire, the ox, the glasses that meet."""

from __future__ import annotations

import pytest

from paintover.engines.illustrator.editing.compose import compose_scene
from paintover.engines.illustrator.sprites.stock import figure_of
from paintover.engines.illustrator.staging.standing import frame_from
from tests.engines.illustrator.told import first_picture, language_of, talk


def shown(wish: str) -> list[str]:
    """Who is there, in what pose, and with what."""
    things = {one.id: one for one in first_picture(wish).objects}
    told = []
    for one in things.values():
        pose = f"~{one.pose}" if one.pose else ""
        rel = f" {one.rel.type} {things[one.rel.to].kind}" if one.rel is not None else ""
        told.append(f"{one.kind}{pose}{rel}")
    return sorted(told)


@pytest.mark.parametrize(
    ("wish", "expected"),
    [
        ("消防员救火", ["fire~blaze on house", "firefighter~hose beside house", "garden-hose hold firefighter", "house"]),
        ("爸爸在贴春联", ["couplets~hooked on house", "house", "man~reach right house"]),
        ("牛车在乡间小路上走", ["leash hold ox", "ox left wooden-cart", "wooden-cart"]),
        ("老爷爷赶着牛车", ["leash hold ox", "old-man~sit on wooden-cart", "ox left wooden-cart", "wooden-cart"]),
        ("大家在河里划龙舟", ["dragon-boat", *["person~sit inside dragon-boat"] * 4]),
        ("小朋友围着老师听故事", ["book hold teacher", *["child~sit beside teacher"] * 3, "teacher~sit"]),
        ("老师给小朋友们讲故事", ["book hold teacher", *["child~sit beside teacher"] * 3, "teacher~sit"]),
        ("妈妈在煮汤", ["hot-pot on stove", "spoon hold woman", "stove", "woman~stir beside stove"]),
        ("爷爷在写信", ["dining-table", "letter on dining-table", "old-man~write behind dining-table"]),
        ("妈妈在熨衣服", ["dining-table", "iron hold woman", "shirt on dining-table", "woman~hold behind dining-table"]),
        ("爸爸在倒垃圾", ["trash-bag hold man", "man~hold beside wastebasket", "wastebasket"]),
        ("一个老人挑着担子", ["old-man~yoke"]),
        ("女儿给妈妈捶背", ["chair", "girl~rub right woman", "woman~sit on chair"]),
        ("爷爷的腿受伤了", ["crutch hold old-man", "old-man~lean"]),
        ("爷爷穿着轮滑鞋", ["old-man", "roller-skates wear old-man"]),
        ("一家人在餐桌前碰杯", ["boy~hold behind dining-table", "dining-table", "girl~hold behind dining-table", "man~hold behind dining-table",
                              *[f"wine-glass hold {one}" for one in ("boy", "girl", "man", "woman")], "woman~hold behind dining-table"]),
        ("老师在黑板前给学生讲课", ["backpack wear pupil"] * 3 + ["pupil~sit behind school-desk"] * 3
         + ["school-desk"] + ["school-uniform wear pupil"] * 3 + ["teacher~point right school-desk"]),
        ("女孩在跳水", ["diving-board", "girl~stand on diving-board", "swimming-pool"]),
        ("叔叔在健身房跑步", ["man~run on treadmill", "treadmill"]),
        ("小朋友过生日切蛋糕", ["birthday-cake on dining-table", "child~hold behind dining-table", "dining-table", "knife hold child"]),
        ("爷爷给孙子发红包", ["boy", "old-man~give right boy", "red-envelope hold old-man"]),
        ("爸爸在买鱼", ["fish hold man", "man~embrace"]),
        ("小狗看家", ["dog~sit front house", "house"]),
        ("燕子妈妈在喂小燕子", [*["chick inside nest"] * 3, "nest", "swallow beside nest"]),
        ("公鸡站在屋顶上打鸣", ["house", "rooster~stand on house"]),
        ("农民伯伯开着拖拉机耕地", ["farmer on tractor", "tractor"]),
        ("小蝌蚪找妈妈", ["frog~sit on lotus-leaf", "lotus-leaf", *["tadpole"] * 3]),
        ("孔融让梨", ["boy~give right old-man", "hanfu wear boy", "old-man", "pear hold boy"]),
        ("爸爸在教儿子骑自行车", ["bicycle", "boy~ride on bicycle", "man~reach right bicycle"]),
        ("记者在采访一位老人", ["old-man", "reporter~feed right old-man"]),
        ("小猴子在树上荡秋千", ["monkey~sit on swing-set", "swing-set~tree inside tree", "tree"]),
        ("巫婆在熬魔药", ["cauldron", "spoon hold witch", "witch~stir right cauldron"]),
        ("两个好朋友在分享零食", ["potato-chips hold person"] * 2 + ["person~hold"] * 2),
        ("月亮下面一家人吃月饼", ["boy~sit behind dining-table", "dining-table", "girl~sit behind dining-table", "man~sit behind dining-table", "moon",
                          *["moon-cake on dining-table"] * 3, "teapot on dining-table", "woman~sit behind dining-table"]),
        ("一家人在阳台上烧烤", ["barbecue-grill", *[f"{one}~reach beside barbecue-grill" for one in ("boy", "girl", "man", "woman")]]),
        ("奶奶戴着眼镜穿针线", ["glasses wear old-woman", "old-woman~hold", "needle hold old-woman"]),
        ("爸爸在加班", ["desk", "laptop on desk", "man~busy behind desk"]),
        ("小朋友们排队上车", ["bus", *["child~stand beside bus"] * 3]),
        ("两个女孩在说悄悄话", ["girl", "girl~whisper right girl"]),
        ("小女孩比心", ["girl~heart"]),
        ("两个女孩比剪刀手拍照", ["girl~victory", "girl~victory"]),
        ("爷爷金鸡独立", ["old-man~balance"]),
        ("男孩挠挠头", ["boy~scratch"]),
        ("two friends clinking glasses", ["person~toast", "person~toast hold person", *["wine-glass hold person"] * 2]),
        ("a girl making a peace sign", ["girl~victory"]),
    ],
)  # fmt: skip
def test_a_deed_comes_with_all_that_belongs_to_it(wish: str, expected: list[str]) -> None:
    assert shown(wish) == sorted(expected)


def test_a_house_comes_into_no_picture_that_is_there() -> None:
    (answer,) = talk("爸爸在客厅 => 爸爸在贴春联")
    assert all(one.kind != "house" for one in answer.scene.objects)


@pytest.mark.parametrize("wish", ["两个人碰杯", "爸爸和女儿举着果汁碰杯", "男孩和老师碰杯", "大家一起干杯"])
def test_two_glasses_meet_and_hide_no_face(wish: str) -> None:
    scene = first_picture(wish)
    glasses = [one for one in scene.objects if one.rel is not None and one.rel.part == "hand"]
    one, other = (scene.layout[each.id].box for each in glasses[:2])
    wide = one[2] - one[0]
    assert abs((one[0] + one[2]) - (other[0] + other[2])) / 2 < 1.3 * wide
    assert abs(one[1] - other[1]) < 0.5 * (one[3] - one[1])


@pytest.mark.parametrize(
    "wish", ["两个人在稻田边散步", "小女孩走在田埂上", "two friends walking along a rice field"]
)
def test_who_goes_along_a_paddy_goes_on_its_bank(wish: str) -> None:
    scene = compose_scene(wish, ratio="1:1", seed=3, language=language_of(wish)).scene
    assert (scene.env.place, scene.env.scenery.path) == ("paddy", 1)


@pytest.mark.parametrize("wish", ["妈妈在煮汤", "奶奶在熬粥", "厨师在炖鸡汤"])
def test_the_hand_that_stirs_is_above_the_pot(wish: str) -> None:
    scene = first_picture(wish)
    cook = next(one for one in scene.objects if one.pose == "stir")
    pot = next(one for one in scene.objects if one.kind == "hot-pot")
    figure = figure_of(cook)
    x, y = frame_from(scene.layout[cook.id], figure).point(figure.anchors.hand)
    left, _, right, bottom = scene.layout[pot.id].box
    assert abs(x - (left + right) / 2) < right - left
    assert y < bottom


@pytest.mark.parametrize(
    ("wish", "kinds"),
    [
        ("老牛在吃草", {"ox"}),
        ("一匹马在草地上吃草", {"horse"}),
        ("山羊和小羊羔在吃草", {"goat", "sheep"}),
        ("two cows grazing in a field", {"cow"}),
    ],
)
def test_who_grazes_has_grass_in_the_mouth(wish: str, kinds: set[str]) -> None:
    composed = compose_scene(wish, ratio="1:1", seed=3, language=language_of(wish))
    assert {one.kind for one in composed.scene.objects} == kinds
    assert {one.pose for one in composed.scene.objects} == {"graze"}
    assert all(figure_of(one).name.endswith("/grass") for one in composed.scene.objects)
    assert composed.notes == ()


@pytest.mark.parametrize("wish", ["姐姐给妹妹讲笑话", "姐姐和妹妹在沙滩上"])
def test_a_younger_sister_is_no_doll(wish: str) -> None:
    scene = first_picture(wish)
    tall = {one.label: scene.layout[one.id].box[3] - scene.layout[one.id].box[1] for one in scene.objects}
    assert 0.55 * tall["姐姐"] < tall["妹妹"] < tall["姐姐"]


def test_who_looks_on_angrily_is_angry() -> None:
    composed = compose_scene("妈妈生气地看着打碎的碗", ratio="1:1", seed=3, language="zh")
    woman = next(one for one in composed.scene.objects if one.kind == "woman")
    assert (woman.mood, composed.notes) == ("angry", ())


@pytest.mark.parametrize(
    ("wish", "expected"),
    [
        ("friends eating pizza at a restaurant", ["dining-table", *["person~eat behind dining-table"] * 3, *["pizza hold person"] * 3]),
        ("a man drinking coffee in a cafe", ["coffee hold man", "dining-table", "man~drink behind dining-table"]),
        ("two women chatting in a coffee shop", ["coffee on dining-table", "coffee on dining-table", "dining-table", *["woman behind dining-table"] * 2]),
        ("a couple having a romantic dinner at a fancy restaurant",
         ["candle on dining-table", "dining-table", "man behind dining-table", *["plate on dining-table"] * 2, "woman behind dining-table"]),
        ("a waitress serving pancakes to a couple",
         ["dining-table", "man behind dining-table", "pancakes hold waitress", "waitress~serve beside dining-table", "woman behind dining-table"]),
        ("a waiter serving two women", ["dining-table", "tray hold waiter", "waiter~serve beside dining-table", *["woman behind dining-table"] * 2]),
        ("a pirate digging up a treasure chest on an island", ["pirate beside treasure-chest", "shovel hold pirate", "treasure-chest"]),
        ("two monkeys on an island", ["desert-island", *["monkey on desert-island"] * 2]),
        ("the circus", ["circus-tent behind clown", "clown", "elephant"]),
        ("a lion tamer at the circus",
         ["circus-tent behind lion-tamer", "hat wear lion-tamer", "jacket wear lion-tamer", "lion", "lion-tamer"]),
        ("a boy vaulting a hurdle", ["boy~jump above hurdle", "hurdle"]),
        ("a mailman handing a package to an old lady at her door",
         ["box hold mail-carrier", "house behind old-woman", "mail-carrier~give beside old-woman", "old-woman"]),
        ("two kids dressed as ghosts", ["ghost", "ghost"]),
        ("kids in ghost costumes", ["ghost", "ghost", "ghost"]),
        ("a boy dressed as a ghost", ["ghost"]),
        ("two friends sharing earphones in the park", [*["headphones wear person"] * 2, *["person~sit"] * 2]),
        ("two girls sharing a milkshake", ["dining-table", *["girl behind dining-table"] * 2, "milkshake on dining-table"]),
        ("friends sharing a pizza", ["dining-table", *["person behind dining-table"] * 3, "pizza on dining-table"]),
        ("two brothers sharing a bunk bed", [*["boy on bunk-bed"] * 2, "bunk-bed"]),
        ("a kid crying because he dropped his ice cream", ["boy", "ice-cream~lie"]),
        ("kids boarding the school bus", [*["child~walk beside school-bus"] * 3, "school-bus"]),
        ("passengers lining up to get on the bus", ["bus", *["person beside bus"] * 5]),
        ("a boy helping an old lady cross the street", ["boy~hands", "old-woman~hands hold boy"]),
        ("a boy showing his drawing to his teacher", ["boy~give beside teacher", "paper hold boy", "teacher"]),
        ("a man fixing the kitchen sink", ["man~hold beside sink", "sink", "wrench hold man"]),
        ("a boy crying, his mom hugs him", ["boy~hug hold woman", "woman~hug"]),
        ("a baby laughing as his dad tickles him", ["baby", "man~reach beside baby"]),
        ("a horse in a stable, a farmer brushes it", ["comb hold farmer", "farmer~hold beside horse", "horse"]),
        ("a boy playing the piano, his grandparents listen", ["boy~keys", "old-man", "old-woman", "piano beside boy"]),
        ("a girl singing on stage and everyone claps", ["girl~sing", "microphone hold girl", *["person~clap"] * 3]),
        ("a teenager taking a selfie with her grandma", ["cell-phone hold girl", "girl~hold", "old-woman beside girl"]),
        ("a kid hugging his dog", ["boy~embrace", "dog hold boy"]),
        ("a mother putting a band-aid on her son's knee", ["bandage hold woman", "boy", "woman~hold beside boy"]),
        ("a man thanking a firefighter", ["firefighter~shake hold man", "man~shake"]),
        ("a mother scolding her son", ["boy", "woman beside boy"]),
        ("a dog chasing the mailman", ["dog~run right mail-carrier", "mail-carrier~run"]),
        ("a man bowing to his wife", ["man~bowed beside woman", "woman"]),
        ("a boy helping his dad paint the fence", ["boy beside fence", "fence", "man~paint beside fence", "paintbrush hold man"]),
        ("a grandpa showing his grandson how to fish", ["boy~fish", *["fishing-rod hold boy", "fishing-rod hold old-man"], "old-man~fish"]),
        ("a dad teaching his daughter to ride a bike", ["bicycle", "girl~ride on bicycle", "man~stand beside girl"]),
        ("a man teaching his dog to sit", ["dog~sit", "man~stand beside dog"]),
        ("a girl giving her grandma a bouquet for her birthday", ["bouquet hold girl", "girl~give beside old-woman", "old-woman"]),
        ("an ice skater spinning on the frozen lake", ["girl~glide", "ice-skates wear girl"]),
        ("the cat plays with a sock", ["cat beside socks", "socks"]),
        ("a woman pouring coffee", ["coffee-pot hold woman", "cup on dining-table", "dining-table", "woman~hold behind dining-table"]),
        ("a man reading the newspaper at breakfast while his wife pours coffee",
         ["bread on dining-table", "coffee-pot hold woman", "dining-table", "fried-egg on dining-table", "man~read behind dining-table",
          "newspaper hold man", "woman~hold beside dining-table"]),
        ("a girl standing on tiptoe reaching for a cookie jar", ["girl~reach beside shelf", "jar on shelf", "shelf~bare"]),
        ("a mom cutting a birthday cake for the kids",
         ["birthday-cake on dining-table", *["child behind dining-table"] * 2, "dining-table", "knife hold woman", "woman~hold behind dining-table"]),
        ("a dad throwing his baby in the air", ["baby on man", "man~raise"]),
        ("a woman getting her nails done", ["dining-table", "nail-polish on dining-table", "woman behind dining-table"]),
        ("a snowman wearing grandpa's hat", ["snowman"]),
        ("two knights fighting with swords while the king watches from his throne",
         ["king~sit on throne", *["knight~fight"] * 2, "throne"]),
        ("a dog riding in a convertible", ["convertible", "dog inside convertible"]),
        ("a girl dressed up as a bunny", ["bunny-ears wear girl", "girl"]),
    ],
)  # fmt: skip
def test_an_everyday_scene_comes_with_all_that_belongs_to_it(wish: str, expected: list[str]) -> None:
    assert not compose_scene(wish, ratio="1:1", seed=1, language="en").notes
    assert shown(wish) == sorted(expected)


def test_a_costume_that_nobody_has_is_told_as_missing() -> None:
    done = compose_scene("a boy dressed as a dinosaur", ratio="1:1", seed=1, language="en")
    assert [one.kind for one in done.scene.objects] == ["boy"]
    assert "costume" in " ".join(done.notes)


@pytest.mark.parametrize(
    "wish",
    [
        "a man washing his car, his dog watches",
        "a vet bandaging a dog's paw, the owner watches",
        "a girl painting a fence while her grandpa looks on",
        "a chef making pizza as two kids watch him",
    ],
)
def test_who_only_looks_on_is_there(wish: str) -> None:
    done = compose_scene(wish, ratio="1:1", seed=1, language="en")
    assert not done.notes
    assert any(one.at is not None for one in done.scene.objects)
