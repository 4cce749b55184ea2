"""Wishes in nine other languages: what is drawn of them, and that nothing is drawn in its stead in silence."""

from __future__ import annotations

import random
from collections import Counter

import pytest

from paintover.domain.call import Language
from paintover.domain.errors import NotDrawable
from paintover.engines.illustrator.editing.compose import compose_scene
from paintover.engines.illustrator.editing.edit import edit_scene
from tests.engines.illustrator.abroad import LANGUAGES, TEMPLATES, judged, nouns, wishes
from tests.engines.illustrator.test_prompts import described

MANY = 48
"""Wishes of each language in this sample."""


def test_the_list_has_every_language_in_each_row() -> None:
    assert len(nouns()) > 400
    assert all(words[language] for _, words in nouns() for language in LANGUAGES)
    assert all(set(told) == set(LANGUAGES) for told in TEMPLATES.values())


@pytest.mark.parametrize("language", LANGUAGES)
def test_facts_of_random_wishes_are_right_or_named(language: str) -> None:
    counted: Counter[str] = Counter()
    for wish in wishes(language, MANY, random.Random(f"2026:{language}")):
        counted += judged(wish)
    facts = counted["right"] + counted["named"] + counted["silent"]
    assert counted["right"] >= 0.75 * facts, counted
    assert counted["silent"] + counted["untrue"] <= 0.03 * facts, counted


@pytest.mark.parametrize(
    ("prompt", "head"),
    [
        ("a zorble with a red hat", "zorble"),
        ("a zorble in a green hat", "zorble"),
        ("a zorble holding a balloon", "zorble"),
        ("un zorbel au nez rouge", "zorbel"),
        ("ein Zorbel mit rotem Hut", "Zorbel"),
        ("зорбель в зелёной шляпе", "зорбель"),
        ("緑の帽子をかぶったゾルベル", "ゾルベル"),
        ("초록색 모자를 쓴 조르벨", "조르벨"),
        ("戴绿帽子的佐布", "佐布"),
    ],
)
def test_what_belongs_to_somebody_unknown_is_not_drawn_alone(prompt: str, head: str) -> None:
    done = compose_scene(prompt, ratio="1:1", seed=1, language="zh" if prompt.startswith("戴") else "en")
    assert [(thing.rung, thing.label) for thing in done.scene.objects] == [("signpost", head)]
    assert head in done.notes[0]
    assert len(done.left_out) > 0


@pytest.mark.parametrize(
    ("prompt", "kind", "lost"),
    [
        ("a dog with a red nose", "dog", "red nose"),
        ("un renne au nez rouge", "deer", "nez rouge"),
        ("ein Hund mit roter Nase", "dog", "roter Nase"),
        ("un gatto con gli occhi verdi", "cat", "occhi verdi"),
        ("un chat aux yeux verts", "cat", "yeux verts"),
        ("een kat met een witte staart", "cat", "witte staart"),
        ("a man with a big belly", "man", "big belly"),
    ],
)
def test_the_colour_of_a_part_is_left_out_and_not_given_to_the_whole(
    prompt: str, kind: str, lost: str
) -> None:
    done = compose_scene(prompt, ratio="1:1", seed=1, language="en")
    (thing,) = done.scene.objects
    assert (thing.kind, thing.colour, thing.size) == (kind, None, None)
    assert done.left_out == (lost,)


@pytest.mark.parametrize(
    ("prompt", "expected"),
    [
        ("een zwarte kat slaapt op een rode bank", "cat/black on couch, couch/red"),
        ("drie katten en een hond met een blauwe sjaal", "cat, cat, cat, dog, scarf/blue wear dog neck"),
        ("een meisje met lang rood haar", "girl, hair/red wear girl head"),
        ("twee auto's en een vrachtwagen", "car, car, truck"),
        ("een vrouw leest een boek in de tuin", "book hold woman hand, woman"),
        ("Teken een vos onder een boom", "fox below tree, tree"),
        ("een hondje in een mandje", "basket, dog inside basket"),
    ],
)
def test_dutch_is_read(prompt: str, expected: str) -> None:
    done = compose_scene(prompt, ratio="1:1", seed=1, language="en")
    assert described(done.scene) == sorted(expected.split(", "))
    assert done.notes == ()


@pytest.mark.parametrize(
    ("first", "edit", "expected"),
    [
        ("公園のベンチ", "ベンチに水筒を置いて", "bench, water-bottle on bench"),
        ("공원의 벤치", "벤치에 물병을 올려줘", "bench, water-bottle on bench"),
        ("een hond", "geef hem een rode hoed", "dog, hat/red wear dog head"),
        ("een hond en een kat", "verwijder de kat", "dog"),
        ("een hond", "verander de hond in een kat", "cat"),
        ("ein Hase im Wald", "Und noch eine Eule auf einen Ast", "owl on tree-branch, rabbit, tree-branch"),
        ("ein Hase", "Mach den Hasen etwas kleiner", "rabbit/small"),
        (
            "un pastor con su oveja",
            "ponle al pastor un sombrero",
            "hat wear shepherd head, sheep beside shepherd, shepherd",
        ),
    ],
)
def test_a_thing_is_put_where_it_is_said(first: str, edit: str, expected: str) -> None:
    base = compose_scene(first, ratio="1:1", seed=1, language="en").scene
    done = edit_scene(edit, [base], ratio="1:1", seed=1, language="en")
    assert described(done.scene) == sorted(expected.split(", "))
    assert done.notes == ()


def test_an_ordinary_verb_is_no_thing() -> None:
    done = compose_scene("庭で野菜を洗っている女性", ratio="1:1", seed=1, language="en")
    assert "洗って" not in str([note for note in done.notes if "can't draw" in note])
    assert "woman" in {thing.kind for thing in done.scene.objects}


@pytest.mark.parametrize(
    ("prompt", "expected"),
    [
        ("un rempailleur de chaises dans un parc", []),
        ("una bicicleta y un zorbel de chocolate", ["bicycle"]),
        ("un tas de pommes rouges", ["apple"]),
        ("ein Bügelzorbeleisen", []),
        ("drei Bienenstöcke", ["bee-hive"]),
    ],
)
def test_a_complement_or_an_ending_is_not_drawn_instead_of_its_noun(prompt: str, expected: list[str]) -> None:
    done = compose_scene(prompt, ratio="1:1", seed=1, language="en")
    assert sorted({thing.kind for thing in done.scene.objects if thing.rung != "signpost"}) == expected


@pytest.mark.parametrize(
    ("wish", "kinds_"),
    [
        (
            "Rotkäppchen mit einem Korb im Wald, der Wolf hinter einem Baum",
            "little-red-riding-hood tree wolf",
        ),
        ("Caperucita Roja con una cesta y el lobo feroz", "little-red-riding-hood wolf"),
        ("une boulangerie avec des baguettes", "bakery baguette baguette baguette"),
        ("due bambine, una con il vestito rosso e una con il vestito blu", "girl girl"),
        ("Hans en Grietje bij het peperkoekhuisje", "gingerbread-house boy girl"),
        ("дедка, бабка, внучка, Жучка, кошка и мышка тянут репку", "old-man old-woman girl dog cat mouse"),
        ("赤ずきんちゃんが籠を持って森を歩いている", "little-red-riding-hood"),
        ("축구 선수가 공을 찬다, 골키퍼는 초록 장갑", "footballer goalkeeper gloves"),
        ("علاء الدين والمصباح السحري", "aladdin magic-lamp"),
        ("trois chats, un noir, un blanc et un tigré", "cat cat cat"),
        ("el portero atrapa el balón", "goalkeeper"),
    ],
)
def test_tales_and_everyday_words(wish: str, kinds_: str) -> None:
    done = compose_scene(wish, ratio="1:1", seed=1, language="en")
    assert sorted(one.kind for one in done.scene.objects if one.rel is None or one.rel.type not in ("wear", "hold")) == sorted(kinds_.split())  # fmt: skip
    assert not any("sign stands in" in note for note in done.notes)


@pytest.mark.parametrize(
    ("wish", "edit"),
    [
        ("a girl with two rabbits", "make them white"),
        ("девочка с двумя кроликами на лугу", "Сделай их белыми"),
        ("une fille avec deux lapins dans un pré", "rends-les blancs"),
        ("una bambina con due conigli", "falli bianchi"),
        ("女の子と兎二匹", "それらを白くして"),
        ("一个女孩和两只兔子", "把它们变成白色"),
    ],
)
def test_they_who_are_painted_are_the_several_and_nobody_with_them(wish: str, edit: str) -> None:
    language: Language = "zh" if wish.startswith("一") else "en"
    base = compose_scene(wish, ratio="1:1", seed=1, language=language).scene
    done = edit_scene(edit, [base], ratio="1:1", seed=1, language=language)
    painted = {thing.kind: thing.colour for thing in done.scene.objects}
    assert painted == {"girl": None, "rabbit": "white"}


def test_everybody_is_painted_who_is_there() -> None:
    base = compose_scene("a girl with two rabbits", ratio="1:1", seed=1, language="en").scene
    done = edit_scene("make everyone blue", [base], ratio="1:1", seed=1, language="en")
    assert {thing.colour for thing in done.scene.objects} == {"blue"}


@pytest.mark.parametrize(
    "wish",
    [
        "trois canards sur un lac",
        "drei Enten auf einem See",
        "tres patos sobre un lago",
        "tre papere sul lago",
        "три утки на озере",
        "池の上のアヒル三羽",
        "호수 위의 오리 세 마리",
    ],
)
def test_ducks_on_a_lake_swim(wish: str) -> None:
    done = compose_scene(wish, ratio="1:1", seed=1, language="en")
    assert done.scene.env.place == "lake"
    assert [(thing.kind, thing.where) for thing in done.scene.objects] == [("duck", "water")] * 3


@pytest.mark.parametrize(
    ("wish", "edit", "word"),
    [
        ("女の子と犬", "馬を青くして", "horse"),
        ("여자아이와 강아지", "말을 파랗게 해줘", "horse"),
        ("девочка и собака", "убери бабушку", "бабушку"),
        ("a girl and a dog", "remove the grandma", "grandma"),
        ("uma menina e um cachorro", "tira o gato", "gato"),
        ("ein Hund", "mach die Augen blau", "Augen"),
        ("ein Hund", "mach die Ohren größer", "Ohren"),
        ("un perro", "pinta la cola de azul", "cola"),
        ("девочка и собака", "сделай хвост собаки красным", "хвост"),
        ("女の子と犬", "目を青くして", "目"),
        ("un voilier sur la mer et deux mouettes", "rends la voile rouge", "voile"),
    ],
)
def test_what_is_not_there_or_no_thing_of_its_own_is_refused(wish: str, edit: str, word: str) -> None:
    base = compose_scene(wish, ratio="1:1", seed=1, language="en").scene
    with pytest.raises(NotDrawable, match=word):
        edit_scene(edit, [base], ratio="1:1", seed=1, language="en")


@pytest.mark.parametrize(
    ("wish", "expected"),
    [
        ("女の子が木の下でベンチに座る", "bench below tree, girl on bench, tree"),
        ("公園の木の下のベンチに座る老人", "bench below tree, old-man on bench, tree"),
        ("木の下で馬に乗る少年", "boy on horse back, horse below tree, tree"),
        ("木の下で本を読む女の子", "book hold girl hand, girl below tree, tree"),
        ("여자아이가 나무 아래 벤치에 앉아 있다", "bench below tree, girl on bench, tree"),
        ("집 앞 의자에 앉은 할아버지", "chair front house, house, old-man on chair"),
    ],
)
def test_the_seat_stands_where_it_is_said(wish: str, expected: str) -> None:
    done = compose_scene(wish, ratio="1:1", seed=1, language="en")
    assert described(done.scene) == sorted(expected.split(", "))
    assert done.notes == ()


@pytest.mark.parametrize(
    ("wish", "edit", "field", "value"),
    [
        ("ein Hund", "mach es neblig", "weather", "fog"),
        ("ein Hund", "regnerischer Tag", "weather", "rain"),
        ("un chien", "le soir", "time", "sunset"),
        ("un chien", "fais que ce soit le matin", "time", "dawn"),
        ("un perro", "por la tarde", "time", "sunset"),
        ("un perro", "un día lluvioso", "weather", "rain"),
        ("un perro", "que caiga la noche", "time", "night"),
        ("un chien", "fais qu'il fasse nuit", "time", "night"),
        ("um cachorro", "deixe o dia chuvoso", "weather", "rain"),
        ("um cachorro", "ao entardecer", "time", "sunset"),
        ("un cane", "di sera", "time", "sunset"),
        ("un cane", "fai piovere", "weather", "rain"),
        ("собака", "сделай вечер", "time", "sunset"),
        ("собака", "пусть пойдёт дождь", "weather", "rain"),
        ("犬", "夕暮れにして", "time", "sunset"),
        ("강아지", "해질녘으로 바꿔줘", "time", "sunset"),
    ],
)
def test_the_hour_and_the_weather_change(wish: str, edit: str, field: str, value: str) -> None:
    base = compose_scene(wish, ratio="1:1", seed=1, language="en").scene
    done = edit_scene(edit, [base], ratio="1:1", seed=1, language="en")
    assert getattr(done.scene.env, field) == value
    assert done.scene.objects == base.objects


@pytest.mark.parametrize(
    ("wish", "edit", "expected"),
    [
        ("un chat et un chien", "peins en bleu le chien", "cat, dog/blue"),
        ("un gato y un perro", "pinta de rojo el gato y quita el perro", "cat/red"),
        ("deux mouettes et un bateau", "rends les mouettes rouges", "boat, seagull/red, seagull/red"),
        ("Ein Junge lässt einen Drachen steigen", "Mach den Drachen grün", "boy, kite/green hold boy hand"),
        ("砂のお城と男の子", "お城を青くして", "boy, sandcastle/blue"),
    ],
)
def test_what_is_named_is_painted(wish: str, edit: str, expected: str) -> None:
    base = compose_scene(wish, ratio="1:1", seed=1, language="en").scene
    done = edit_scene(edit, [base], ratio="1:1", seed=1, language="en")
    assert described(done.scene) == sorted(expected.split(", "))


@pytest.mark.parametrize(
    ("wish", "expected"),
    [
        ("ケーキとろうそくが乗ったテーブル", "cake on dining-table, candle on dining-table, dining-table"),
        ("Zwei Pferde auf einer Wiese, eins schwarz und eins weiß", "horse/black, horse/white"),
        (
            "una nonna fa la maglia sulla poltrona con un gatto accanto",
            "armchair, cat beside old-woman, old-woman on armchair",
        ),
    ],
)
def test_more_wishes_are_read(wish: str, expected: str) -> None:
    done = compose_scene(wish, ratio="1:1", seed=1, language="en")
    assert described(done.scene) == sorted(expected.split(", "))


@pytest.mark.parametrize(
    ("wish", "edit"),
    [
        ("a clown and an elephant", "give a balloon to the clown"),
        ("ein Clown und ein Elefant", "gib dem Clown einen Ballon"),
        ("un payaso y un elefante", "dale un globo al payaso"),
        ("un clown et un éléphant", "donne un ballon au clown"),
        ("um palhaço e um elefante", "dê um balão ao palhaço"),
        ("un clown e un elefante", "dai un palloncino al clown"),
        ("клоун и слон", "дай клоуну шарик"),
        ("ピエロと象", "ピエロに風船を持たせて"),
        ("광대와 코끼리", "광대에게 풍선을 줘"),
    ],
)
def test_who_is_given_something_holds_it_where_he_stands(wish: str, edit: str) -> None:
    base = compose_scene(wish, ratio="1:1", seed=1, language="en").scene
    done = edit_scene(edit, [base], ratio="1:1", seed=1, language="en")
    assert described(done.scene) == ["balloon hold clown hand", "clown", "elephant"]


@pytest.mark.parametrize(
    ("wish", "edit", "expected"),
    [
        ("dois peixes num aquário", "adicione mais um peixe", "fish inside bare-fish-tank"),
        ("dos manzanas en una cesta", "añade otra manzana", "apple inside basket"),
        ("zwei Äpfel in einem Korb", "noch ein Apfel", "apple inside basket"),
        ("deux pommes dans un panier", "ajoute une pomme de plus", "apple inside basket"),
        ("due mele in un cesto", "aggiungi un'altra mela", "apple inside basket"),
        ("два яблока в корзине", "добавь ещё одно яблоко", "apple inside basket"),
        ("стол и стул", "поставь на стол пирог", "pie on dining-table"),
        ("ein Hund", "stell eine Laterne rechts daneben", "lantern right dog"),
        ("빨간 집과 사과나무", "나무를 하나 더 그려줘", "apple-tree"),
    ],
)
def test_what_comes_is_where_it_belongs(wish: str, edit: str, expected: str) -> None:
    base = compose_scene(wish, ratio="1:1", seed=1, language="en").scene
    done = edit_scene(edit, [base], ratio="1:1", seed=1, language="en")
    assert described(done.scene).count(expected) == described(base).count(expected) + 1


@pytest.mark.parametrize(
    ("wish", "expected"),
    [
        ("una bruja vuela en su escoba", "broom hold witch hand, witch"),
        ("ведьма летит на метле", "broom hold witch hand, witch"),
        ("赤い傘をさして歩く女の子", "girl, umbrella/red hold girl hand"),
        ("池のほとりのカエル", "frog"),
        ("帽子をかぶって走る少年", "boy, hat wear boy head"),
        ("公園でサッカーをする二人の男の子", "boy, boy, soccer-ball hold boy foot"),
    ],
)
def test_who_rides_or_holds_something_has_it(wish: str, expected: str) -> None:
    done = compose_scene(wish, ratio="1:1", seed=1, language="en")
    assert described(done.scene) == sorted(expected.split(", "))
    assert done.notes == ()
