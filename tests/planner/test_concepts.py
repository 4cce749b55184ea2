from __future__ import annotations

import pytest

from paintover.planner.concepts import concepts_in, lexicon, read, steps_up, strength
from paintover.planner.graph import Graph, Node
from paintover.planner.ranking import describe, rank
from paintover.planner.tables import table

MATCH = """那个小动物|橘猫在窗台上;毛茸茸的那张|一只狐狸;那只猫咪|橘猫;喵星人|a kitten on a sofa;the drink|一杯奶茶
戴在头上的那个|a golden crown;红色的水果|草莓;the toys|a teddy bear;the vehicle|un coche;el animal|ein Hund
写字的那个|一支毛笔;the animals|сова;飲み物|コーヒー;das Fahrzeug|a red bike;la boisson|bubble tea;貓咪|cat
坐的|沙发;the instrument|一把吉他;乐器|a violin;the vehicle|帆船;Getränk|пиво;水果|葡萄;毛茸茸|大熊猫;鳥|鸭子
los gatos|two cats;die Katzen|a kitty;과일|사과;frutas|una manzana"""
APART = """the cat|a dog;猫咪|柴犬;the drink|蛋糕;the apple|a banana;汽车|猫头鹰;猫|猫头鹰;the hat|a crown;el perro|un gato
la guitarra|钢琴;老虎|狮子;the sofa|a chair;啤酒|绿茶;the boat|самолёт
the vehicle|a kite;毛笔|铅笔"""


def _pairs(text: str) -> list[list[str]]:
    return [pair.split("|") for line in text.splitlines() for pair in line.split(";")]


@pytest.mark.parametrize(("asked", "shown"), _pairs(MATCH))
def test_the_same_thing_in_other_words_matches(asked: str, shown: str) -> None:
    assert strength(asked, shown) > 0.3


@pytest.mark.parametrize(("asked", "shown"), _pairs(APART))
def test_another_thing_does_not_match(asked: str, shown: str) -> None:
    assert strength(asked, shown) == 0


def test_nearer_meanings_match_more_strongly() -> None:
    cat = "a kitten"
    assert strength("cat", cat) > strength("pet", cat) > strength("animal", cat) > strength(cat, "animal") > 0


def test_every_wider_concept_exists_and_no_concept_is_wider_than_itself() -> None:
    for concept in lexicon().values():
        assert all(wider in lexicon() and concept.name not in steps_up(wider) for wider in concept.wider)


def test_every_word_leads_to_its_concept_and_is_listed_once() -> None:
    for concept in lexicon().values():
        assert len(set(concept.words)) == len(concept.words)
        assert all(concept.name in concepts_in(word) for word in concept.words)


def test_a_concept_that_is_there_twice_is_refused() -> None:
    with pytest.raises(ValueError, match="'cat' is there twice"):
        read(["cat: kitty", "cat: feline"])


@pytest.mark.parametrize(
    ("words", "meant"), [("the headwear", 1), ("戴在头上的", 1), ("the writing tool", 0)]
)
def test_words_that_no_picture_has_find_the_one_they_mean(words: str, meant: int) -> None:
    prompts = ("一支毛笔", "a tiara", "a wooden bridge")
    nodes = [Node(name=str(i), at=i, ordinal=i + 1, turn=i, prompt=p, said=p) for i, p in enumerate(prompts)]
    ranked = rank(Graph(nodes=nodes), describe(words, [table("zh"), table("en")]))
    assert [one.node.at for one in ranked] == [meant]
