from __future__ import annotations

import pytest

from paintover.engines.illustrator.colour import paint_of
from paintover.engines.illustrator.editing.compose import compose_scene
from paintover.engines.illustrator.editing.edit import edit_scene
from paintover.engines.illustrator.files import word_table
from paintover.engines.illustrator.grammar.dialects import LATIN, Dialect, dialect_of, dictionary, look_up
from paintover.engines.illustrator.grammar.lexicon import english_words, vocabulary
from paintover.engines.illustrator.grammar.parse import parse
from paintover.engines.illustrator.kinds import kinds
from tests.engines.illustrator.test_prompts import described, rows

DIALECTS: tuple[Dialect, ...] = (*LATIN, "ru", "ja", "ko", "ar")
ENGLISH = english_words()

PROMPTS = [
    ("dos gatos negros y un perro blanco en la playa", "cat/black, cat/black, dog/white", "beach"),
    ("elefante rosa", "elephant/pink", "meadow"),
    ("um gato laranja e um cachorro cinza", "cat/orange, dog/grey", "meadow"),
    ("tres globos naranjas", "balloon/orange, balloon/orange, balloon/orange", "meadow"),
    ("un chat rose et une rose", "cat/pink, rose", "meadow"),
    ("un fenicottero rosa", "flamingo/pink", "meadow"),
    ("una rosa y una naranja", "rose, orange", "meadow"),
    ("ein rosa Elefant", "elephant/pink", "meadow"),
    ("un gato sobre una mesa", "cat on dining-table, dining-table", "room"),
    ("una niña con un globo rojo", "girl, balloon/red hold girl hand", "meadow"),
    ("un homme avec un chapeau", "man, hat wear man head", "meadow"),
    ("deux chats et un chien rouge", "cat, cat, dog/red", "meadow"),
    ("un chat sur une chaise", "cat on chair, chair", "room"),
    ("zwei Katzen und ein roter Hund im Wald", "cat, cat, dog/red", "forest"),
    ("eine Katze auf dem Tisch", "cat on dining-table, dining-table", "room"),
    ("dois gatos e um cachorro na praia", "cat, cat, dog", "beach"),
    ("due gatti e un cane rosso", "cat, cat, dog/red", "meadow"),
    ("два кота и красная машина", "cat, cat, car/red", "meadow"),
    ("кошка на столе", "cat on dining-table, dining-table", "room"),
    ("犬", "dog", "meadow"),
    ("二匹の猫と赤い車", "cat, cat, car/red", "meadow"),
    ("机の上の猫", "cat on dining-table, dining-table", "room"),
    ("帽子をかぶった犬を描いて", "dog, hat wear dog head", "meadow"),
    ("고양이 두 마리와 강아지", "cat, cat, dog", "meadow"),
    ("빨간 자동차", "car/red", "street"),
    ("탁자 위의 고양이", "cat on dining-table, dining-table", "room"),
    ("قط أسود وكلب أبيض", "cat/black, dog/white", "meadow"),
    ("ثلاث قطط", "cat, cat, cat", "meadow"),
]


@pytest.mark.parametrize(("prompt", "expected", "place"), PROMPTS)
def test_a_prompt_in_another_language_gives_its_things(prompt: str, expected: str, place: str) -> None:
    done = compose_scene(prompt, ratio="1:1", seed=7, language="en")
    assert described(done.scene) == sorted(expected.split(", "))
    assert done.scene.env.place == place
    assert done.notes == ()


def test_chinese_and_english_are_left_to_their_own_grammars() -> None:
    for prompt, _ in rows():
        assert dialect_of(prompt, english=ENGLISH) is None, prompt
    assert dialect_of("", english=ENGLISH) is None


@pytest.mark.parametrize("dialect", DIALECTS)
def test_every_word_means_something_that_can_be_drawn(dialect: Dialect) -> None:
    found = dictionary(dialect)
    assert len(found.words) > 700
    for word, readings in found.words.items():
        assert word == word.strip()
        assert readings.get("kinds", "cat") in kinds(), word
        assert paint_of(readings.get("colours", "red")) is not None, word
        assert look_up(dialect, word) == (readings, word in found.plurals)
    places = {readings["places"] for readings in found.words.values() if "places" in readings}
    english = {readings["places"] for readings in vocabulary("en").words.values() if "places" in readings}
    assert places <= english
    assert {str(number) for number in range(2, 11)} <= {
        r["numbers"] for r in found.words.values() if "numbers" in r
    }


NOUNS = word_table("nouns")
ASK = {
    "es": "dibuja {}",
    "fr": "dessine {}",
    "de": "zeichne {}",
    "nl": "teken {}",
    "pt": "desenhe {}",
    "it": "disegna {}",
    "ru": "нарисуй {}",
    "ja": "{}を描いて",
    "ko": "{} 그려줘",
    "ar": "ارسم {}",
}


@pytest.mark.parametrize("dialect", DIALECTS)
def test_the_commonest_nouns_are_drawn_in_their_forms(dialect: Dialect) -> None:
    table, words = NOUNS[dialect], dictionary(dialect).words
    assert len(table) >= 200
    drawn = asked = 0
    for kind, (one, several) in table.items():
        for word in (*one, *several):
            if "kinds" not in words[word]:
                continue  # a word of the grammar, too: 本 counts, "porte" is "wears"
            asked += 1
            if asked % 8:  # a part of them is drawn, the others are looked up
                drawn += words[word]["kinds"] == kind
                continue
            done = compose_scene(ASK[dialect].format(word), ratio="1:1", seed=1, language="en")
            found = [thing.kind for thing in done.scene.objects if thing.rel is None]
            one_drawing = kinds()[kind].single is not None and not kinds()[kind].paired
            many = word in several and not one_drawing
            drawn += set(found) == {kind} and not done.notes and (len(found) > 1) == many
    assert asked > sum(len(one) + len(several) for one, several in table.values()) - 5
    assert drawn == asked


@pytest.mark.parametrize(
    ("wish", "written"),
    [
        ('un pastel que dice "Feliz cumpleaños"', "Feliz cumpleaños"),
        ('un chat tenant une pancarte qui dit "Bonjour"', "Bonjour"),
        ('eine Torte mit der Aufschrift "Alles Gute"', "Alles Gute"),
        ('торт с надписью "С днём рождения"', "С днём рождения"),
        ('"생일 축하해"라고 적힌 케이크', "생일 축하해"),
    ],
)
def test_what_is_to_be_written_is_told_in_the_words_of_the_language(wish: str, written: str) -> None:
    assert parse(wish).caption == written


DEEDS = [
    ("Oma strickt im Schaukelstuhl", "old-woman on rocking-chair, rocking-chair, yarn hold old-woman hand"),
    ("Ein kleiner Fuchs schläft unter einem Baum", "fox/small below tree, tree"),
    ("Der Bäcker holt Brot aus dem Ofen", "apron wear baker neck, baker beside oven, bread hold baker hand, oven"),
    ("Ein Mädchen mit roten Gummistiefeln", "girl, rain-boots/red wear girl foot"),
    ("Ein Mann fährt mit dem Fahrrad", "bicycle, man on bicycle"),
    ("Opa füttert die Enten, ein Mädchen sitzt neben ihm auf der Bank", "bench, bread hold old-man hand, duck, duck, duck, girl on bench, old-man beside duck"),
    ("Un zèbre à lunettes lit un livre", "book hold zebra hand, glasses wear zebra eyes, zebra"),
    ("Maman verse du lait dans un verre", "drinking-glass, milk hold woman hand, woman beside drinking-glass"),
    ("Un zorro y una liebre jugando al ajedrez", "chess-piece on dining-table, dining-table, fox behind dining-table, rabbit behind dining-table"),
    ("Un ratón duerme dentro de un zapato", "mouse inside shoe, shoe"),
    ("Un perro persigue a un gato por el jardín", "cat, dog beside cat"),
    ("Uma menina rega as flores no jardim", "flower, flower, flower, girl beside flower, watering-can hold girl hand"),
    ("A vovó faz tricô na cadeira de balanço", "old-woman on rocking-chair, rocking-chair, yarn hold old-woman hand"),
    ("赤い浴衣を着た女の子", "girl, yukata/red wear girl neck"),
    ("赤い手袋をした女の子が雪だるまの横にいる", "girl beside snowman, gloves/red wear girl hand, snowman"),
    ("男の子が公園のブランコに乗っている", "boy on swing-set, swing-set"),
    ("할머니가 흔들의자에서 털실을 들고 있다", "old-woman on rocking-chair, rocking-chair, yarn"),
    ("아이가 연을 날리고 있다", "child, kite hold child hand"),
    ("Ein alter Mann füttert Tauben", "bread hold old-man hand, dove, dove, dove, old-man beside dove"),
    ("Tres pingüinos patinan sobre hielo", ", ".join(["penguin"] * 3 + ["ice-skates wear penguin foot"] * 3)),
    ("빨간 장화를 신은 아이", "child, rain-boots/red wear child foot"),
    ("窓辺で寝ている黒猫", "cat/black"),
    ("白い犬が青いボールを咥えて芝生を走っている", "ball/blue hold dog hand, dog/white"),
    ("少女が傘をさして雨の中を歩いている", "girl, umbrella hold girl hand"),
    ("강아지가 빨간 공을 물고 잔디밭에서 뛰고 있다", "ball/red hold dog hand, dog"),
    ("un éléphant à vélo", "bicycle, elephant on bicycle"),
    ("um elefante de bicicleta", "bicycle, elephant on bicycle"),
    ("tre gatti grigi", "cat/grey, cat/grey, cat/grey"),
    ("un chat roux et une chatte rousse", "cat/orange, cat/orange"),
    ("dois cachorros marrons", "dog/brown, dog/brown"),
    ("маленькая фиолетовая птица", "bird/purple/small"),
    ("две белые лошади бегут по полю", "horse/white, horse/white"),
]  # fmt: skip


@pytest.mark.parametrize(("prompt", "expected"), DEEDS)
def test_what_is_done_in_another_language_is_shown(prompt: str, expected: str) -> None:
    assert described(compose_scene(prompt, ratio="1:1", seed=7, language="en").scene) == sorted(
        expected.split(", ")
    )


@pytest.mark.parametrize(
    ("prompt", "expected"),
    [
        ("zwei Hunde, drei Katzen und ein Vogel", ["dog"] * 2 + ["cat"] * 3 + ["bird"]),
        ("нарисуй кошку с мячом", ["cat", "ball"]),
        ("пять яблок на столе", ["apple"] * 5 + ["dining-table"]),
        ("ثلاثة كلاب وقطة", ["dog"] * 3 + ["cat"]),
        ("القطة والكلب", ["cat", "dog"]),
        ("des chevaux et une vache", ["horse"] * 3 + ["cow"]),
        ("五匹の犬", ["dog"] * 5),
        ("개와 고양이", ["dog", "cat"]),
    ],
)
def test_plurals_cases_and_articles(prompt: str, expected: list[str]) -> None:
    done = compose_scene(prompt, ratio="1:1", seed=7, language="en")
    assert sorted(thing.kind for thing in done.scene.objects) == sorted(expected)


def test_a_korean_syllable_inside_a_word_is_no_noun() -> None:
    for inside in ("완성", "모양", "사용"):
        found = compose_scene(f"고양이 {inside}", ratio="1:1", seed=7, language="en").scene.objects
        assert {thing.kind for thing in found if thing.rung != "signpost"} == {"cat"}, inside


@pytest.mark.parametrize(
    ("prompt", "expected", "place"),
    [
        ("빨간 사과 세 개", "apple, apple, apple", "tabletop"),
        ("책 다섯 권", "book, book, book, book, book", "tabletop"),
        ("사과 세 개와 개 한 마리", "apple, apple, apple, dog", "meadow"),
        ("자동차 두 대와 여자 한 명", "car, car, woman", "street"),
        ("장미 두 송이", "rose, rose", "meadow"),
        ("고양이랑 강아지", "cat, dog", "meadow"),
        ("고양이하고 강아지가 소파에서 자고 있어요", "cat on couch, couch, dog on couch", "room"),
        ("ラーメンと餃子とビール", "beer, dumpling, noodles", "tabletop"),
        ("ソファーで寝ている黒い猫", "cat/black on couch, couch", "room"),
        ("eine schwarze Katze schläft auf einem roten Sofa", "cat/black on couch, couch/red", "room"),
        ("un chat noir qui dort sur un canapé rouge", "cat/black on couch, couch/red", "room"),
        ("un gatto nero che dorme su un divano rosso", "cat/black on couch, couch/red", "room"),
        ("чёрная кошка спит на красном диване", "cat/black on couch, couch/red", "room"),
        ("قطة سوداء تنام على أريكة حمراء", "cat/black on couch, couch/red", "room"),
        (
            "Ein Igel mit einem Apfel auf dem Rücken im Herbstwald",
            "apple on hedgehog back, hedgehog",
            "forest",
        ),
        ("une maison à la campagne", "house", "meadow"),
        ("ein Fisch unter dem Meer", "fish", "underwater"),
        ("un poisson sous la mer", "fish", "underwater"),
        ("un pulpo tocando la guitarra bajo el mar", "guitar hold octopus hand, octopus", "underwater"),
        ("une fille qui lit un livre dans le jardin", "book hold girl hand, girl", "garden"),
        ("ein Mädchen liest ein Buch", "book hold girl hand, girl", "meadow"),
        ("소파 위에서 자는 고양이", "cat on couch, couch", "room"),
        ("책을 읽는 소녀", "book hold girl hand, girl", "meadow"),
        ("여자아이가 사과를 먹고 있어요", "apple hold girl hand, girl", "meadow"),
        ("빨간 모자를 쓴 남자", "hat/red wear man head, man", "meadow"),
        ("빨간 목도리를 한 강아지가 눈밭에서 뛰어놀아요", "dog, scarf/red wear dog neck", "snow"),
        ("고양이 세마리와 물고기 한마리", "cat, cat, cat, fish", "lake"),
        ("커피 두 잔과 케이크 한 조각", "cake, coffee, coffee", "tabletop"),
        ("公園で遊ぶ子供たち", "child, child, child", "park"),
        ("窓辺で丸くなって寝ている三毛猫", "cat/white", "room"),
        ("本を読んでいる女の子", "book hold girl hand, girl", "meadow"),
        ("赤い傘を持っている女の子", "girl, umbrella/red hold girl hand", "meadow"),
        ("Eine Katze, die auf dem Sofa schläft", "cat on couch, couch", "room"),
        ("eine Geburtstagstorte", "birthday-cake", "tabletop"),
        ("토끼가 당근을 먹고 있다", "carrot hold rabbit hand, rabbit", "meadow"),
        ("テーブルの上に林檎が二つ", "apple on dining-table, apple on dining-table, dining-table", "room"),
        ("桜の木の下で本を読む少女", "book hold girl hand, cherry-tree, girl below cherry-tree", "meadow"),
        ("ein Schneemann mit rotem Schal", "scarf/red wear snowman neck, snowman", "snow"),
        ("Ein Zug fährt durch die Berge", "train", "mountains"),
        ("un dragón volando sobre un castillo", "castle, dragon above castle", "meadow"),
        ("un dragon rouge qui vole au-dessus d'un château", "castle, dragon/red above castle", "meadow"),
        ("Ein Hund im Sonnenblumenfeld", "dog", "sunflower-field"),
        ("Ein Schokoladenkuchen", "cake", "tabletop"),
        ("Ein Pirat mit einem Papagei auf der Schulter", "parrot on pirate back, pirate", "deck"),
        ("おばあさんが猫を抱いている", "cat hold old-woman hand, old-woman", "meadow"),
        ("할머니가 고양이를 안고 있어요", "cat hold old-woman hand, old-woman", "meadow"),
        ("Ich möchte ein Bild von einer Kuh auf der Wiese", "cow", "meadow"),
        ("je voudrais un dessin d'un dauphin", "dolphin", "sea"),
        ("puedes dibujar un león en la sabana", "lion", "meadow"),
        ("una niña sentada en una silla roja", "chair/red, girl on chair", "room"),
        ("un petit déjeuner avec un café et un croissant", "coffee, croissant", "tabletop"),
    ],
)
def test_counters_colours_and_what_somebody_does(prompt: str, expected: str, place: str) -> None:
    done = compose_scene(prompt, ratio="1:1", seed=7, language="en")
    assert described(done.scene) == sorted(expected.split(", "))
    assert done.scene.env.place == place
    assert done.notes == ()


@pytest.mark.parametrize(
    ("turns", "expected", "place", "time"),
    [
        (
            "바닷가의 등대 / 밤으로 바꿔줘 / 배를 한 척 추가해줘 / 등대를 빨간색으로 바꿔줘 / 두 개 더",
            "boat, boat, boat, lighthouse/red",
            "beach",
            "night",
        ),
        (
            "강아지 / 강아지에게 모자를 씌워줘 / 고양이도 넣어줘 / 고양이를 빼줘",
            "dog, hat wear dog head",
            "meadow",
            "day",
        ),
        (
            "猫 / 猫を青色に変えて / 猫に帽子をかぶせて / 犬を二匹追加して / 夜にして / 帽子を消して",
            "cat/blue, dog, dog",
            "meadow",
            "night",
        ),
        (
            "Ein Hund am Strand / Gib ihm eine Sonnenbrille / Mach es Nacht / Tausche den Hund gegen eine Katze",
            "cat, sunglasses wear cat eyes",
            "beach",
            "night",
        ),
        (
            "ein Hund / Setz ihm einen Hut auf / Mach den Hund braun / Füge eine Katze hinzu / Nimm die Katze weg",
            "dog/brown, hat wear dog head",
            "meadow",
            "day",
        ),
        (
            "une maison à la campagne / ajoute une vache devant la maison / peins la maison en bleu / enlève la vache",
            "house/blue",
            "meadow",
            "day",
        ),
        (
            "un chien / mets-lui un chapeau / ajoute un chat noir / remplace le chien par un cheval / fais la nuit",
            "cat/black, hat wear horse head, horse",
            "meadow",
            "night",
        ),
        (
            "una casa / pinta la casa de azul / añade un perro / ponle un sombrero rojo / hazlo de noche",
            "dog, hat/red wear dog head, house/blue",
            "meadow",
            "night",
        ),
        (
            "un gatto nero / mettigli un cappello / aggiungi due cani / togli i cani / fai notte",
            "cat/black, hat wear cat head",
            "meadow",
            "night",
        ),
        (
            "um cachorro / coloque um chapéu nele / pinte o cachorro de azul / adicione um gato / remova o gato",
            "dog/blue, hat wear dog head",
            "meadow",
            "day",
        ),
        (
            "собака / надень ей шляпу / покрась собаку в синий цвет / добавь двух кошек / убери кошек",
            "dog/blue, hat wear dog head",
            "meadow",
            "day",
        ),
        (
            "고양이 / 고양이를 검은색으로 바꿔줘 / 고양이를 두 마리로 바꿔줘 / 배경을 숲으로 바꿔줘",
            "cat/black, cat/black",
            "forest",
            "day",
        ),
        ("Ein Bär im Wald / Mach aus dem Bären einen Panda", "panda", "forest", "day"),
        (
            "un lapin derrière un arbre / mets le lapin à droite de l'arbre",
            "rabbit right tree, tree",
            "meadow",
            "day",
        ),
        ("아이 셋이 눈밭에서 놀고 있다 / 밤으로 바꿔줘", "child, child, child", "snow", "night"),
        ("Drei Äpfel / Ersetze die Äpfel durch Birnen / Noch zwei", "pear, " * 4 + "pear", "tabletop", "day"),
        ("dos gatos negros / dos más", "cat/black, " * 3 + "cat/black", "meadow", "day"),
        ("قطة سوداء / أضف كلبا / لون الكلب بالأزرق / احذف القطة", "dog/blue", "meadow", "day"),
    ],
)
def test_a_talk_in_another_language_changes_what_it_says(
    turns: str, expected: str, place: str, time: str
) -> None:
    first, *edits = turns.split(" / ")
    done = compose_scene(first, ratio="1:1", seed=7, language="en")
    for edit in edits:
        done = edit_scene(edit, [done.scene], ratio="1:1", seed=7, language="en")
        assert done.notes == (), edit
    assert described(done.scene) == sorted(expected.split(", "))
    assert (done.scene.env.place, done.scene.env.time) == (place, time)


@pytest.mark.parametrize(
    "edit",
    [
        ("ein Hund", "im Aquarellstil"),
        ("un chien", "en aquarelle"),
        ("un perro", "en acuarela"),
        ("un gatto nero", "in stile acquerello"),
        ("um cachorro", "em aquarela"),
        ("собака", "в стиле акварели"),
        ("犬", "水彩画風にして"),
        ("강아지", "수채화로 바꿔줘"),
    ],
)
def test_a_style_in_another_language_changes_nothing_else(edit: tuple[str, str]) -> None:
    before = compose_scene(edit[0], ratio="1:1", seed=7, language="en")
    after = edit_scene(edit[1], [before.scene], ratio="1:1", seed=7, language="en")
    assert after.scene.style == "watercolour" != before.scene.style
    assert after.scene.objects == before.scene.objects


@pytest.mark.parametrize(
    ("edit", "kind", "side"),
    [
        ("고양이를 오른쪽으로 옮겨줘", "cat", "right"),
        ("猫を左に動かして", "cat", "left"),
        ("Verschiebe den Hund nach rechts", "dog", "right"),
        ("déplace le chien à gauche", "dog", "left"),
        ("mueve el perro a la derecha", "dog", "right"),
        ("sposta il gatto a sinistra", "cat", "left"),
    ],
)
def test_a_side_to_move_to(edit: str, kind: str, side: str) -> None:
    said = parse(edit)
    assert [(one.action, said.mentions[one.target].kind, one.value) for one in said.operations] == [
        ("shift", kind, side)
    ]


def test_an_unknown_word_is_named_and_never_taken_for_an_english_one() -> None:
    done = compose_scene("쌈장과 김밥", ratio="1:1", seed=7, language="en")
    assert [thing.kind for thing in done.scene.objects] == ["sushi"]
    assert "쌈장" in str(done.notes)
    done = compose_scene("Oma zwirbelt Plätzchen, zwei Enkel helfen ihr", ratio="1:1", seed=7, language="en")
    assert described(done.scene) == ["boy", "boy", "cookie", "old-woman"]
    assert "zwirbelt" in str(done.notes)
    done = compose_scene("une maison avec une champaigne", ratio="1:1", seed=7, language="en")
    assert [thing.kind for thing in done.scene.objects] == ["house"]
    assert "champaigne" in str(done.notes)


@pytest.mark.parametrize(
    "wish",
    [
        "two cats with hats", "Dos gatos con sombrero", "zwei Katzen mit Hut", "due gatti con cappello", "deux chats avec des chapeaux",
        "deux chats portant des chapeaux", "dos gatos con sombreros",
    ],
)  # fmt: skip
def test_what_is_worn_and_not_counted_is_worn_by_each(wish: str) -> None:
    scene = compose_scene(wish, ratio="1:1", seed=3, language="en").scene
    worn = [one.rel.to for one in scene.objects if one.kind == "hat" and one.rel is not None]
    assert worn == [one.id for one in scene.objects if one.kind == "cat"]
