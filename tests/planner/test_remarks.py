"""What is only said of a picture draws nothing; a look or a time that is named alone is for the picture that is there."""

from __future__ import annotations

import pytest

from tests.planner.conversations import gen, history, planned

CAT = (("a cat on a sofa", None), ("add a hat", 1))
HORSE = (("一匹马", None), ("加一只鸟", 1))


@pytest.mark.parametrize(
    "said",
    [
        "that's better",
        "much better!",
        "oh, way better now",
        "looks better than before",
        "I like this one better",
        "that works for me",
        "not bad at all, thanks",
    ],
)
def test_praise_draws_nothing(said: str) -> None:
    assert planned(history(*CAT), said).call.action == "answer"


@pytest.mark.parametrize(
    ("wish", "said"),
    [
        ("eine Katze mit Hut", "viel besser!"),
        ("un chat sur un canapé", "c'est beaucoup mieux comme ça"),
        ("un gato con sombrero", "así está mejor"),
        ("un gatto sul divano", "molto meglio"),
        ("кот на диване", "так намного лучше"),
        ("ソファの上の猫", "ずっといいです"),
        ("소파 위의 고양이", "훨씬 낫네요"),
    ],
)
def test_praise_in_other_languages_draws_nothing(wish: str, said: str) -> None:
    assert planned(history((wish, None)), said).call.action == "answer"


@pytest.mark.parametrize(
    "said", ["好多了！", "这张不错", "还行吧", "这样好看多了，谢谢", "这下好了", "比刚才好多了", "对了"]
)
def test_praise_in_chinese_draws_nothing(said: str) -> None:
    assert planned(history(*HORSE), said).call.action == "answer"


@pytest.mark.parametrize(
    ("said", "before"),
    [
        ("make it better", CAT),
        ("better but darker", CAT),
        ("this is nice but the hat is too big", CAT),
        ("I like it, add a scarf", CAT),
        ("a better hat", CAT),
        ("schon besser, aber größer", (("eine Katze", None), ("mit Hut", 1))),
        ("oil painting look", CAT),
        ("one at night please", CAT),
        ("更好看一点", HORSE),
        ("这张好看，再加一只猫", HORSE),
        ("可以，但是马要大一点", HORSE),
        ("对了，再加个太阳", HORSE),
        ("油画风格", HORSE),
        ("来张晚上的", HORSE),
    ],
)
def test_what_asks_for_a_change_is_an_edit(said: str, before: tuple[tuple[str, int | None], ...]) -> None:
    call = planned(history(*before), said).call
    assert (call.action, call.sources) == ("edit", (gen(2),))


@pytest.mark.parametrize("style", ["art nouveau", "pop art", "art deco"])
def test_a_style_by_its_own_name_is_not_that_of_a_picture(style: str) -> None:
    call = planned(history(*CAT), f"draw a dog in {style} style").call
    assert (call.action, call.sources) == ("generate", ())
    assert style in call.prompt


@pytest.mark.parametrize(
    ("wish", "change", "said"),
    [
        ("a logo for a coffee shop", "simpler please", "I liked the first better, but with blue"),
        ("un perro en la playa", "ahora de noche", "vuelve a la primera y añade una pelota"),
        ("ein Hund am Strand", "bei Nacht", "das erste war besser, aber blau"),
        ("un chien", "de nuit", "retourne au premier et ajoute un ballon"),
    ],
)
def test_one_that_was_liked_better_is_the_one_to_edit(wish: str, change: str, said: str) -> None:
    call = planned(history((wish, None), (change, 1)), said).call
    assert (call.action, call.sources) == ("edit", (gen(1),))
