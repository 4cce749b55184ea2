from __future__ import annotations

import pytest

from paintover.planner.features import words_naming
from paintover.planner.terms import terms
from tests.planner.conversations import KITES, TRAMS, gen, history, planned

HATS = history(("画只戴帽子的猫在沙发上", None), ("画一条狗", None), ("画只戴帽子的猫在草地上", None))


@pytest.mark.parametrize(
    ("text", "known", "words"),
    [
        ("戴帽子的猫那张", "画只戴帽子的猫", ["戴帽子", "猫"]),
        ("the one with the moustache", "give the driver a moustache", ["moustache"]),
        ("die Straßenbahn mit Tauben", "Tauben auf dem Dach", ["Tauben"]),
        ("nothing here", "a teapot", []),
        ("", "a teapot", []),
    ],
)
def test_words_that_fit_are_found_in_the_users_spelling(text: str, known: str, words: list[str]) -> None:
    assert words_naming(text, terms(known)) == words


def test_a_choice_is_told_with_what_spoke_for_it() -> None:
    evidence = planned(TRAMS, "the one with the moustache: make it night").evidence
    (chosen,) = evidence.chosen
    assert chosen.source == gen(2)
    assert chosen.ordinal == 2
    assert chosen.because == "picture 2: give the driver a moustache"
    assert chosen.features == ("made from picture 1", 'its own step speaks of "moustache"')


def test_a_choice_is_told_in_chinese() -> None:
    evidence = planned(KITES, "回到穿雨衣的那张，加一顶帽子").evidence
    (chosen,) = evidence.chosen
    assert chosen.because == "第 2 张：给熊穿件雨衣"
    assert chosen.features[0] == "改自第 1 张"
    assert "雨衣" in chosen.features[1]
    assert chosen.features[1].startswith("它那一步说到")


def test_what_a_picture_inherits_and_what_it_lacks_is_told() -> None:
    messages = history(("a fox in the snow", None), ("give it a red scarf", 1), ("add stars", 2))
    evidence = planned(messages, "the fox with the scarf but without stars, make it night").evidence
    told = [feature for one in evidence.chosen for feature in one.features]
    assert evidence.chosen[0].source == gen(2)
    assert any(feature.startswith("it still shows") and "fox" in feature for feature in told)
    assert 'it does not show "stars"' in told


def test_a_picture_sent_with_the_message_has_no_history() -> None:
    evidence = planned([], "make it blue", "https://a.example/b.png").evidence
    assert evidence.chosen[0].features == ()
    assert evidence.chosen[0].ordinal is None


def test_the_instruction_is_a_stretch_of_the_request() -> None:
    said = "戴帽子的猫那张，背景改成夜晚，9:16"
    plan = planned(HATS, said)
    instructions = [said[span.start : span.end] for span in plan.evidence.spans if span.kind == "instruction"]
    assert instructions == [plan.call.prompt] == ["背景改成夜晚"]


def test_stretches_of_a_long_message_are_those_of_the_whole() -> None:
    said = "make it night. " + "x " * 5_000 + "Then take the one with the moustache."
    plan = planned(TRAMS, said)
    pointing = [said[span.start : span.end] for span in plan.evidence.spans if span.kind == "reference"]
    assert any("moustache" in words for words in pointing)


@pytest.mark.parametrize("said", ["再来一张", "撤销", "第2张改成夜晚", "加一只鸟"])
def test_what_rules_know_is_not_doubted(said: str) -> None:
    assert planned([*KITES[:4]], said).evidence.doubts == ()


def test_doubts_are_named() -> None:
    assert planned(HATS, "戴帽子的猫那张，背景改成夜晚").evidence.doubts == ("margin",)
    assert "merge" in planned(KITES, "把熊放到灯塔上面").evidence.doubts
    assert "correction" in planned(KITES, "不对，我说的是红色的灯塔").evidence.doubts
    long = history(*[(f"draw a {name}", None) for name in ("fox", "cup", "tree", "boat", "hat") * 5])
    assert "long" in planned(long, "the one with the boat: make it night").evidence.doubts


def test_a_message_in_json_is_certain() -> None:
    assert planned(KITES, f'{{"prompt": "x", "gen_id": "{gen(1)}"}}').evidence.doubts == ()
