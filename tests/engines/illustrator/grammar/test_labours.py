"""What people do, told by their tools, and who they are where nobody is named."""

import pytest

from paintover.engines.illustrator.editing.compose import compose_scene
from paintover.engines.illustrator.editing.edit import edit_scene
from paintover.engines.illustrator.grammar.labours import by_their_tools
from paintover.engines.illustrator.scene import Scene
from paintover.engines.illustrator.staging.layout import arrange


def told(*turns: str) -> Scene:
    first, *others = turns
    scene = compose_scene(first, ratio="1:1", seed=1, language="en").scene
    for turn in others:
        scene = edit_scene(turn, [scene], ratio="1:1", seed=1, language="en").scene
    return scene


def test_what_lies_on_a_table_is_not_before_a_face() -> None:
    placed = arrange(told("小朋友在吹生日蜡烛"))
    child, cake = (
        next(one for one in placed.objects if one.kind == kind) for kind in ("child", "birthday-cake")
    )
    assert abs(placed.layout[child.id].x - placed.layout[cake.id].x) > 40


def test_who_gets_in_beside_a_driver_finds_a_window() -> None:
    drawn = arrange(told("a man driving a red car"))
    done = edit_scene("add a woman in the car", [drawn], ratio="1:1", seed=1, language="en")
    placed = arrange(done.scene, former=done.former)
    assert {"man", "woman"} <= {one.kind for one in placed.objects if one.id in placed.layout}


def held(scene: Scene) -> list[str]:
    return sorted(one.kind for one in scene.objects if one.rel is not None and one.rel.type == "hold")


@pytest.mark.parametrize(
    ("wish", "tools"),
    [
        ("a man repairing a bicycle", ["wrench"]),
        ("a woman measuring a table", ["ruler"]),
        ("a girl feeding a rabbit", ["bread"]),
        ("a barber cutting a customer's hair", ["scissors"]),
        ("爸爸在修自行车", ["wrench"]),
        ("妈妈给女儿扎辫子", ["comb"]),
        ("奶奶在缝衣服", ["shirt"]),
        ("爷爷教孙子钓鱼", ["fishing-rod", "fishing-rod"]),
        ("grandpa teaching his grandson to fish", ["fishing-rod", "fishing-rod"]),
        ("a man and his son fishing", ["fishing-rod", "fishing-rod"]),
        ("女孩刷牙", ["toothbrush"]),
        ("a woman mopping the floor with a mop", ["mop"]),
        ("a boy putting on a hat", []),
        ("a boy brushing his teeth with a toothbrush", ["toothbrush"]),
        ("a boy hitting a ball with a bat", ["baseball-bat"]),
        ("a woman shooting an arrow with a bow", ["bow"]),
    ],
)
def test_a_labour_is_shown_by_its_tool(wish: str, tools: list[str]) -> None:
    assert held(told(wish)) == tools


@pytest.mark.parametrize(
    ("wish", "poses"),
    [
        ("two boys fighting", ["fight", "fight"]),
        ("两个女孩吵架", ["fight", "fight"]),
        ("a clown juggling three balls", ["juggle"]),
        ("a boy catching a ball", ["catch"]),
        ("一个男孩接球", ["catch"]),
        ("a girl hula hooping", ["hula"]),
        ("a boy looking through binoculars", ["peer"]),
        ("a boy bowing with a balloon", ["bowed"]),
        ("a girl surfing a huge wave", ["surf"]),
        ("男孩爬山", ["walk"]),
        ("小熊荡秋千", ["sit"]),
    ],
)
def test_an_action_is_shown_by_its_pose(wish: str, poses: list[str]) -> None:
    assert [thing.pose for thing in told(wish).objects if thing.pose] == poses


@pytest.mark.parametrize(
    "text", ["把它的帽子摘了", "a washing machine", "一个洗衣机", "a fishing boat", "修车店"]
)
def test_what_is_no_labour_stays_as_it_is(text: str) -> None:
    assert by_their_tools(text) == text


@pytest.mark.parametrize(
    ("wish", "kinds"),
    [
        ("she is walking in the rain", ["woman"]),
        ("他坐在长椅上", ["bench", "man"]),
        ("小朋友们在公园玩", ["child", "child", "child"]),
        ("两个小朋友们", ["child", "child"]),
        ("a queen and her dog", ["dog", "queen"]),
    ],
)
def test_people_of_whom_only_a_pronoun_or_a_plural_was_said(wish: str, kinds: list[str]) -> None:
    assert sorted(thing.kind for thing in told(wish).objects) == kinds


def test_hair_is_that_of_somebody_and_never_lies_about() -> None:
    assert [thing.kind for thing in told("a girl, wind in her hair").objects] == ["girl"]
    (hair,) = [thing for thing in told("a girl with long red hair").objects if thing.kind == "long-hair"]
    assert hair.rel is not None
    assert hair.rel.type == "wear"


@pytest.mark.parametrize(
    "turns",
    [
        ("two girls dancing", "one in red, one in blue"),
        ("two girls dancing", "one in a red shirt and the other in a blue shirt"),
        ("两个女孩在跳舞", "一个红的，另一个蓝的"),
    ],
)
def test_clothes_are_dealt_out_one_by_one(turns: tuple[str, ...]) -> None:
    worn = [thing for thing in told(*turns).objects if thing.rel is not None and thing.rel.type == "wear"]
    assert sorted(thing.colour or "" for thing in worn) == ["blue", "red"]
    assert len({thing.rel.to for thing in worn if thing.rel is not None}) == 2


@pytest.mark.parametrize("wish", ["调琴师", "a glassblower", "a chess player"])
def test_an_unknown_trade_is_a_worker_and_says_so(wish: str) -> None:
    done = compose_scene(wish, ratio="1:1", seed=1, language="en")
    assert "worker" in {thing.kind for thing in done.scene.objects}
    assert done.notes


def shown(scene: Scene) -> list[str]:
    """Who is there and in which pose, and what there is besides with who has it or what it is on."""
    kinds = {one.id: one.kind for one in scene.objects}
    return sorted(
        one.kind
        + (f"~{one.pose}" if one.pose else "")
        + (f" {one.rel.type} {kinds[one.rel.to]}" if one.rel is not None else "")
        for one in scene.objects
    )


@pytest.mark.parametrize(
    ("wish", "expected"),
    [
        ("爷爷给花浇水", ["flower", "old-man~hold right flower", "watering-can hold old-man"]),
        ("a girl watering a tree", ["girl~hold right tree", "tree", "watering-can hold girl"]),
        (
            "妈妈在切菜",
            [
                "carrot on dining-table",
                "cucumber on dining-table",
                "cutting-board on dining-table",
                "dining-table",
                "knife hold woman",
                "woman~hold behind dining-table",
            ],
        ),
        ("小女孩在洗澡", ["bathtub", "bubbles above bathtub", "girl inside bathtub"]),
        ("a boy knocking on the door", ["boy~reach right door", "door"]),
        ("小女孩背着书包去上学", ["backpack wear girl", "girl", "school behind girl"]),
        ("两个男孩拔河", ["boy~pull", "boy~pull", "tug-rope hold boy"]),
        ("爸爸妈妈牵着孩子的手", ["child~hands hold man", "man~hands", "woman~hands hold child"]),
        ("twins playing catch", ["ball hold child", "child~throw", "child~throw"]),
        ("姐姐弹钢琴，妹妹拉小提琴", ["girl~bow", "girl~keys", "piano beside girl", "violin hold girl"]),
        (
            "奶奶给孙子讲睡前故事",
            ["bed", "book hold old-woman", "boy~lie on bed", "old-woman~read beside bed"],
        ),
        ("小熊去采蘑菇", ["bear~reach right mushroom", "mushroom", "mushroom", "mushroom"]),
        ("医生给老人量血压", ["doctor~hold beside old-man", "old-man", "stethoscope hold doctor"]),
        ("姐姐给妹妹系鞋带", ["girl", "girl~kneel beside girl"]),
        ("a girl skiing", ["girl~taichi on ski-pair", "ski-pair"]),
        ("a man proposing to a woman", ["man~kneel beside woman", "ring hold man", "woman"]),
        (
            "a boy climbing a tree to rescue a cat",
            ["boy~climb front tree", "cat on tree", "tree"],
        ),
        ("老爷爷推着坐轮椅的老奶奶", ["old-man~push right wheelchair", "old-woman~sit on wheelchair", "wheelchair"]),
        ("小女孩把花送给妈妈", ["flower hold girl", "girl~give beside woman", "woman"]),
        ("男孩和女孩共撑一把伞", ["boy~share", "girl~share hold boy", "umbrella hold boy"]),
        ("a baby crawling toward a teddy bear", ["baby~crawl beside teddy-bear", "teddy-bear"]),
        ("four friends playing cards at a table", ["dining-table", *["person~hold behind dining-table"] * 4, *["playing-card hold person"] * 4]),
        ("ein Mädchen gießt die Blumen", ["flower", "flower", "flower", "girl~hold beside flower", "watering-can hold girl"]),
        ("a goalkeeper diving for the ball", ["goalkeeper~dive", "shirt wear goalkeeper", "shorts wear goalkeeper", "soccer-ball hold goalkeeper"]),
        ("a dad carrying his daughter on his shoulders", ["girl~ride on man", "man"]),
        ("女儿骑在爸爸肩上", ["girl~ride on man", "man"]),
        ("a boy fishing from a wooden pier", ["boy~fish on pier", "fishing-rod hold boy", "pier"]),
        ("一个男孩坐在桥上钓鱼", ["boy~fish on bridge", "bridge", "fishing-rod hold boy"]),
        ("老爷爷坐在河边的石头上钓鱼", ["fishing-rod hold old-man", "old-man~fish on rock", "rock"]),
        ("a mother reading a bedtime story to her son in bed", ["bed", "book hold woman", "boy~lie on bed", "woman~read beside bed"]),
        ("a waiter carrying a tray with three glasses", [*["drinking-glass on tray"] * 3, "tray hold waiter", "waiter~serve"]),
        ("小女孩吹灭生日蛋糕上的蜡烛", ["birthday-cake on dining-table", "dining-table", "girl behind dining-table"]),
        ("a farmer's wife feeding a hen", ["bread hold woman", "chicken", "woman~hold beside chicken"]),
        ("a crowd cheering", ["person~cheer"] * 5),
        ("two fans waving flags", ["flag hold person", "flag hold person", "person~lift", "person~lift"]),
        ("a troll watching a dog from behind a tree", ["dog", "tree~tall", "troll behind tree"]),
        ("a nurse giving an injection to a boy", ["boy", "nurse beside boy", "syringe hold nurse"]),
        ("小男孩手里拿着玩具车", ["boy~hold", "toy-car hold boy"]),
        ("生气的妈妈双手叉腰", ["woman~akimbo"]),
        ("two girls taking a selfie", ["cell-phone hold girl", "girl", "girl~hold"]),
        ("a father teaching his son to ride a bike", ["bicycle", "boy~ride on bicycle", "man~stand beside boy"]),
        ("爸爸教儿子骑自行车", ["bicycle", "boy~ride on bicycle", "man~reach right bicycle"]),
        ("a woman hanging laundry on a clothesline", ["clothesline", "woman~reach beside clothesline"]),
        ("grandpa hangs up the clothes", ["clothesline", "old-man~reach beside clothesline"]),
        ("a grandma stirring soup on the stove", ["old-woman~stir beside pot", "pot on stove", "spoon hold old-woman", "stove"]),
        ("a man pouring milk into a glass", ["dining-table", "drinking-glass on dining-table", "jug hold man", "man~hold behind dining-table"]),
        ("a girl blowing bubbles", ["bubbles hold girl", "girl~puff"]),
        ("小女孩在吹泡泡", ["bubbles hold girl", "girl~puff"]),
        ("a boy eating pancakes", ["boy~plate", "pancakes hold boy"]),
        ("a cook flipping a pancake", ["cook~cook", "pancake-pan hold cook"]),
        ("two ants crawling over a picnic blanket", ["ant on picnic-mat", "ant on picnic-mat", "picnic-mat"]),
        ("a cat knocking over a vase", ["cat", "vase~lie"]),
        ("a girl meeting a fox in the forest", ["fox", "girl"]),
        ("a woman trying on shoes", ["shoe wear woman", "woman"]),
        ("a witch flying over a village", ["broom hold witch", "witch~broom"]),
        ("a woman shopping at the supermarket", ["shopping-cart left woman", "woman~push"]),
        ("a man mowing the lawn", ["man~push", "mower left man"]),
        ("a hamster running in a wheel", ["hamster-wheel", "hamster~run inside hamster-wheel"]),
        ("a captain steering a ship", ["captain behind ship-wheel", "ship-wheel"]),
        ("a boy sleeping with his dog", ["bed", "boy~sleep on bed", "dog~sleep on bed"]),
        ("a grandpa telling a story to the kids", ["armchair", "book hold old-man", "child~sit", "child~sit", "old-man~read on armchair"]),
        ("a violinist playing on the street", ["dress wear violinist", "violin hold violinist", "violinist~bow"]),
        ("a pianist playing on stage", ["man~keys", "piano beside man"]),
        ("a doctor listening to a child's heart", ["child", "doctor~hold beside child", "stethoscope hold doctor"]),
        ("a kid opening a present", ["child~sit", "gift hold child"]),
        ("a man climbing a mountain", ["cliff-rock", "man~climb front cliff-rock"]),
        ("a puppy digging in the garden", ["dog beside dug-hole", "dug-hole"]),
        ("a raccoon digging through the trash", ["raccoon", "wastebasket~lie"]),
        ("a boy trying to catch a frog", ["boy~reach beside frog", "frog"]),
        ("a ghost scaring a kid", ["child", "ghost beside child"]),
        ("a woman putting on makeup", ["lipstick hold woman", "woman~hold"]),
        ("a girl making a wish on a shooting star", ["girl", "shooting-star"]),
        ("a dog jumping through a hoop", ["dog~jump front hula-hoop", "hula-hoop"]),
        ("a dad fixing a bike with his daughter", ["bicycle", "girl~hold beside bicycle", "man beside bicycle", "wrench hold girl"]),
        ("a mother kissing her baby goodnight", ["baby hold woman", "woman~cradle"]),
        ("a boy blowing up a balloon", ["balloon hold boy", "boy~lift"]),
        ("two friends at a picnic", ["apple on picnic-mat", "basket on picnic-mat", "person~sit behind picnic-mat", "person~sit behind picnic-mat", "picnic-mat", "sandwich on picnic-mat"]),
        ("a man proposing on the beach", ["man~kneel", "ring hold man"]),
        ("an elephant holding two balloons", ["balloon hold elephant", "balloon hold elephant", "elephant"]),
        ("a boy flying a paper plane", ["boy~throw", "paper-airplane hold boy"]),
        ("a chicken sitting on eggs", ["chicken~sit on nest", "nest"]),
        ("a kid drawing on the wall", ["child~hold", "crayon hold child", "picture~hung"]),
        ("a barber shaving a man", ["apron wear barber", "barber~hold beside man", "man", "razor hold barber"]),
        ("a dog digging a hole", ["dog beside dug-hole", "dug-hole"]),
        ("a man digging a hole", ["dug-hole", "man~sweep beside dug-hole", "shovel hold man"]),
        ("friends clinking glasses", ["person~hold", "person~toast", "person~toast hold person", "wine-glass hold person", "wine-glass hold person", "wine-glass hold person"]),
        ("parents with their baby", ["baby beside woman", "man", "woman"]),
        ("two friends having ice creams", ["ice-cream hold person", "ice-cream hold person", "person~eat", "person~eat"]),
        ("a boy catching two butterflies with a net", ["boy~hold", "butterfly", "butterfly", "net hold boy"]),
        ("a cashier at the checkout", ["apron wear shopkeeper", "basket hold shopkeeper", "cash-register on counter", "counter", "shopkeeper~hold behind counter"]),
        ("a donkey carrying two baskets", ["basket on donkey", "basket on donkey", "donkey"]),
        ("a rabbit stealing two carrots", ["carrot hold rabbit", "carrot left rabbit", "rabbit"]),
        ("a balloon seller", ["balloon hold balloon-seller", "balloon hold balloon-seller", "balloon hold balloon-seller", "balloon-seller~lift", "vest wear balloon-seller"]),
        ("a toddler sitting on his grandfather's lap", ["baby hold old-man", "old-man~cradle"]),
        ("小猫睡在奶奶腿上", ["cat hold old-woman", "old-woman~embrace"]),
        ("小女孩踮脚去够书架上的书", ["book on bookshelf", "bookshelf", "girl~reach right bookshelf"]),
        ("a girl hiding behind her mother", ["girl behind woman", "woman"]),
        ("a girl riding on her father's back like a horse", ["girl~clasp on man", "man~carry"]),
        ("a boy holding an umbrella over his sister", ["boy~shade beside girl", "girl", "umbrella hold boy"]),
        ("妈妈给妹妹系围巾", ["girl", "scarf wear girl", "woman~reach right girl"]),
        ("a man in pajamas and slippers", ["man", "pyjamas wear man", "sandal wear man"]),
        ("a woman sitting in a chair", ["chair", "woman~sit on chair"]),
        ("裁判出示黄牌", ["referee~hold", "shirt wear referee", "shorts wear referee", "yellow-card hold referee"]),
        ("two boys arm in arm", ["boy~hands", "boy~hands hold boy"]),
        ("厨师把披萨抛到空中", ["cook~throw", "pizza hold cook"]),
        ("两个女孩背靠背坐着看书", ["book hold girl", "book hold girl", "girl~sit", "girl~sit"]),
        ("two boys playing chess", ["boy behind dining-table", "boy behind dining-table", "chess-board on dining-table", "dining-table"]),
        ("小女孩捂着脸哭", ["girl~cover"]),
        ("一只柴犬捂着脸", ["dog~cover"]),
        ("男孩把手放在背后", ["boy~behind"]),
        ("老师扶着眼镜看书", ["book hold teacher", "teacher~read"]),
        ("小男孩在雪地里堆雪人", ["boy~reach beside snowman", "snowman"]),
        ("一头鹿在喝水", ["deer beside water-puddle", "water-puddle"]),
        ("小宝宝在地毯上爬", ["baby~crawl on rug", "rug"]),
        ("爷爷有白胡子", ["beard wear old-man", "old-man"]),
        ("a bearded man", ["beard wear man", "man"]),
        ("a couple toasting with wine glasses", ["man~toast", "wine-glass hold man", "wine-glass hold woman", "woman~toast hold man"]),
        ("an old woman leaning on a cane", ["old-woman~lean", "white-cane hold old-woman"]),
        ("a mechanic lying under a car", ["car", "mechanic~lie below car"]),
        ("两个女孩骑自行车，一个短发一个长发", ["bicycle", "bicycle", "girl~ride on bicycle", "girl~ride on bicycle", "long-hair wear girl", "short-hair wear girl"]),
        ("an elf with pointed ears holding a lantern", ["elf~hold", "lantern hold elf"]),
        ("a grandpa showing his granddaughter how to plant a tree", ["girl~sweep beside tree", "old-man beside tree", "shovel hold girl", "tree"]),
        ("a girl with two buns", ["girl", "hair-bun wear girl"]),
        ("a teenager looking at his phone", ["boy~hold", "cell-phone hold boy"]),
        ("小女孩用筷子吃面条", ["girl~dine", "noodles hold girl"]),
        ("two cooks arguing", ["cook~fight", "cook~fight"]),
        ("a baby in a stroller pushed by grandpa", ["baby inside stroller", "old-man~push", "stroller left old-man"]),
        ("une fille lit un livre", ["book hold girl", "girl~read"]),
        ("男の子が自転車に乗っている", ["bicycle", "boy~ride on bicycle"]),
        ("소년이 자전거를 타고 있어요", ["bicycle", "boy~ride on bicycle"]),
        ("two girls riding bikes", ["bicycle", "bicycle", "girl~ride on bicycle", "girl~ride on bicycle"]),
        ("三个人骑着一头大象", ["elephant", *["person~ride on elephant"] * 3]),
        ("牧童骑在牛背上吹笛子", ["boy~blow on ox", "flute hold boy", "ox"]),
        ("小女孩在滑冰", ["girl~glide", "ice-skates wear girl"]),
        ("two girls roller skating", ["girl~glide", "girl~glide", "roller-skates wear girl", "roller-skates wear girl"]),
        ("a boy riding a kick scooter", ["boy~taichi on kick-scooter", "kick-scooter"]),
        ("a mailman being chased by a dog", ["dog~run right mail-carrier", "mail-carrier~run"]),
        ("妈妈一边打电话一边炒菜", ["cell-phone hold woman", "spatula hold woman", "stove", "wok on stove", "woman~hold beside stove"]),
        ("女孩趴在桌子上睡着了", ["dining-table", "girl~sleep behind dining-table"]),
        ("两个女孩在河边洗衣服", ["bucket beside girl", "girl~hold", "girl~hold", "shirt hold girl", "shirt hold girl"]),
        ("two boys fishing", ["boy~fish", "boy~fish", "fishing-rod hold boy", "fishing-rod hold boy"]),
        ("a kid blowing out a candle on a cupcake", ["birthday-cake on dining-table", "child behind dining-table", "dining-table"]),
        ("一个穿蓝衣服的男孩和一个穿黄衣服的女孩坐在长椅上", ["bench", "boy~sit on bench", "girl~sit on bench", "shirt wear boy", "shirt wear girl"]),
        ("a boy with a hat and a girl with glasses sitting on a bench", ["bench", "boy~sit on bench", "girl~sit on bench", "glasses wear girl", "hat~brimmed wear boy"]),
        ("a cat with a hat and a dog sleeping", ["cat", "dog~sleep", "hat wear cat"]),
        ("妈妈给宝宝喂奶", ["baby", "baby-bottle hold woman", "woman~hold beside baby"]),
        ("男孩在给女孩戴花环", ["boy~reach right girl", "girl", "wreath wear girl"]),
        ("two girls having a pillow fight", ["girl~hold", "girl~hold", "pillow hold girl", "pillow hold girl"]),
        ("a student sleeping on his desk", ["backpack wear pupil", "desk", "pupil~sleep behind desk", "school-uniform wear pupil"]),
        ("一个男人开车", ["car", "man inside car"]),
        ("a boy giving a piggyback ride to his sister", ["boy~carry", "girl~clasp on boy"]),
        ("a kid drinking milk at the kitchen table", ["child~drink behind dining-table", "dining-table", "milk hold child"]),
        ("a teacher writing on the blackboard", ["blackboard", "teacher~point beside blackboard"]),
        ("柯基犬抱着玩具熊睡觉", ["dog~sleep", "teddy-bear hold dog"]),
        ("企鹅一家在海边", ["penguin", "penguin", "penguin"]),
        (
            "a bear and a rabbit having tea",
            ["bear behind dining-table", "cup on dining-table", "cup on dining-table", "dining-table", "rabbit behind dining-table", "teapot on dining-table"],
        ),
    ],
)  # fmt: skip
def test_a_deed_brings_what_it_needs(wish: str, expected: list[str]) -> None:
    assert shown(told(wish)) == expected


@pytest.mark.parametrize("wish", ["牛奶和面包", "一台烤面包机", "浇花水管", "a picnic basket", "一块砧板"])
def test_a_noun_with_a_deed_in_it_is_no_deed(wish: str) -> None:
    assert not [one for one in told(wish).objects if one.rel is not None or one.kind == "dining-table"]


@pytest.mark.parametrize(
    ("wish", "guards"),
    [
        ("two guards standing at the gate", 2),
        ("a dragon guards a pile of gold", 0),
        ("a knight guards the door", 0),
    ],
)
def test_guards_are_people_and_who_guards_is_one_who_does(wish: str, guards: int) -> None:
    scene = told(wish)
    assert sum(one.kind == "guard" for one in scene.objects) == guards


@pytest.mark.parametrize(
    ("wish", "kind", "many"),
    [("河边种着一排柳树", "willow", 5), ("院子里种着玫瑰", "rose", 1), ("路边站着一排士兵", "soldier", 5)],
)
def test_what_has_been_planted_needs_no_spade(wish: str, kind: str, many: int) -> None:
    composed = compose_scene(wish, ratio="1:1", seed=3, language="zh")
    assert [one.kind for one in composed.scene.objects] == [kind] * many
    assert not composed.notes
