"""What is said to happen goes on with the picture that shows where; what merely sounds so is drawn anew."""

from __future__ import annotations

import pytest

from tests.planner.conversations import gen, history, planned

SOFA = ("a park", "add a sofa")
OX = ("an ox and a horse",)


@pytest.mark.parametrize(
    ("before", "said"),
    [
        (SOFA, "a girl sits on the sofa"),
        (SOFA, "two kids are jumping on the sofa"),
        (("draw a dragon over a castle",), "a knight stands in front of the gate"),
        (("a cosy living room with a fireplace",), "an old man is sleeping in the armchair"),
        (("a bus stop",), "an old lady waits on the bench"),
        (("empty street at night",), "a man with an umbrella walks down the street"),
        (("a lighthouse on a cliff",), "a storm is coming"),
        (("a wizard in his tower",), "an owl sits on his shoulder"),
        (("一个机器人在浇花",), "一个小女孩抱住机器人"),
        (("夜晚的街道",), "一个撑伞的男人走过来"),
        (("画一间教室",), "老师站在讲台上"),
        (("ein Park im Herbst",), "ein Mädchen sitzt auf der Bank"),
        (("una cocina antigua", "añade una mesa"), "un gato duerme en la mesa"),
        (("a bakery with a baker",), "a baker holds a loaf"),
        (("a bakery",), "a baker holds a loaf"),
        (("a beach at sunset",), "a surfer rides the wave"),
        (("a beach",), "a kid is building a sandcastle"),
        (("a living room",), "a boy watches tv"),
        (("a bus stop in the rain",), "three people are waiting"),
        (("a wooden boat on a lake",), "a heron stands on the shore"),
        (("a red bicycle against a wall",), "a cat is sleeping in the basket"),
        (("a girl with a kite",), "two boys watch her"),
        (("a train station", "a woman waves goodbye"), "a suitcase stands next to her"),
        (("画一间教室，里面有两个学生",), "一个学生举手"),
        (("画两只猫",), "一只猫打哈欠"),
        (("画一只企鹅",), "企鹅站在冰山上"),
        (("一条小巷",), "一只猫跑进巷子"),
        (("早餐桌", "牛奶打翻了"), "一只猫在舔牛奶"),
        (("a street cafe in Rome",), "two old men are playing cards"),
        (("a dragon guarding treasure",), "a knight comes into the cave"),
        (("kitchen with a round table",), "a bowl of apples on the table"),
        (("a living room with a fireplace",), "an old man in the armchair"),
        (("a picnic in the park", "a little girl is laughing"), "a kite in the sky"),
        (("sketch of a ballerina",), "a pianist in the background"),
        (("a mouse and a piece of cheese",), "a cat watches from behind"),
        (("ein Haus am See",), "eine Katze auf dem Dach"),
        (("un jardín con un sofá",), "un gato en el sofá"),
        (("una casa",), "un perro al fondo"),
        (("une maison",), "un chat sur le toit"),
        (("il divano nel soggiorno",), "un gatto sul divano"),
        (("uma sala com um sofá",), "um gato no sofá"),
        (("一个下雪的火车站",), "一个女孩提着箱子等车"),
        (("画一座寺庙",), "一个和尚在扫地"),
        (("画一家小书店",), "书店里的灯亮着"),
        (("画个火锅",), "四个人围着吃"),
        (("une plage",), "un enfant joue avec un ballon"),
        (("il parco con una panchina",), "una ragazza legge sulla panchina"),
        (("uma praia",), "um menino está nadando no mar"),
        (("озеро в лесу",), "рыбак ловит рыбу"),
        (("公園のベンチ", "ベンチに女の子が座っている"), "女の子は本を読んでいる"),
        (("고양이 한 마리",), "고양이가 자고 있다"),
        (("es un mercado",), "una señora vende naranjas"),
        (("ein Markt",), "eine alte Frau verkauft Gemüse"),
        (("一家面馆", "老板在揉面"), "几个客人在吃面"),
    ],
)
def test_what_happens_in_the_picture_is_an_edit_of_it(before: tuple[str, ...], said: str) -> None:
    steps = [(step, at or None) for at, step in enumerate(before)]
    call = planned(history(*steps), said).call
    assert (call.action, call.sources, call.prompt) == ("edit", (gen(len(before)),), said)


@pytest.mark.parametrize(
    ("before", "said"),
    [
        (SOFA, "a girl on a bench"),
        (("a bus stop",), "a spaceship lands on the moon"),
        (("a park",), "a cat sits on the bed"),
        (("a park",), "a dog and a cat, a bird sits on the dog"),
        (OX, "a girl sits by the window"),
        (("a red barn",), "a robot reads the newspaper"),
        (("a kitchen",), "a dragon flies over the castle"),
        (("a kitchen",), "an old man feeds the pigeons"),
        (("画个牛马",), "一个女孩坐在窗边看书"),
        (("一只猫在花园里",), "一只猫在沙发上睡觉"),
        (("ein Ochse",), "ein Mädchen sitzt auf der Bank"),
        (("a red barn",), "a cat knits by the fire"),
        (("a bakery",), "a bus drives past a school"),
        (("a bakery",), "a fox sleeps under the stars"),
        (("a bowl of ramen",), "a girl plays the piano"),
        (("画一只狗",), "一只狗在雨里撑着伞走路"),
        (("一个女孩在树下看书",), "一个女孩骑着自行车穿过麦田"),
        (("秋天的银杏树",), "一个环卫工人在扫银杏叶"),
        (("课堂奖状，小火箭",), "课堂奖状，小皇冠"),
        (("a cat in a park",), "a dog in the park"),
        (("a train crosses a bridge",), "a fisherman rows a boat"),
        (("a castle on a hill",), "a boy rides a bicycle to school"),
        (("一条安静的小巷",), "一只北极熊站在冰山上"),
        (("un sofá verde en una sala luminosa",), "una cocina con azulejos"),
        (("eine Küche",), "ein Drache fliegt über das Schloss"),
        (("une cuisine",), "un dragon vole au-dessus du château"),
        (("a cat on a sofa",), "a little house by a lake"),
        (("un faro en la costa",), "una niña volando una cometa en la playa"),
    ],
)
def test_what_happens_elsewhere_is_drawn_anew(before: tuple[str, ...], said: str) -> None:
    steps = [(step, at or None) for at, step in enumerate(before)]
    assert planned(history(*steps), said).call.sources == ()
