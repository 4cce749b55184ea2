"""What a model's arguments come to, whatever they are."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from paintover.domain.call import Plan
from paintover.planner.llm.brief import brief
from paintover.planner.llm.deciding import is_grounded, understood
from paintover.planner.llm.endpoint import UnansweredError
from paintover.planner.offline import OfflinePlanner, plan_of, study
from paintover.transcript.messages import read_conversation
from tests.llm_endpoint import arguments
from tests.planner.conversations import KITES, TRAMS, Message, answered, asked, gen, history

SAID = "the sort of thing from the beginning, in the rain please"
UPLOAD = "https://a.example/hat.png"


def plan(
    said: str, *, messages: list[Message] = TRAMS, words: str = SAID, images: tuple[str, ...] = ()
) -> Plan:
    """The plan for `words` when the model writes `said`; its evidence names the repairs."""
    known = study(read_conversation([*messages, asked(words, *images)]))
    assert known.resolver is not None
    assert known.decision is not None
    told = brief(known.resolver, known.decision, known.text)
    found = understood(said, known.resolver, known.decision, told.pictures, 4)
    made = plan_of(found.decision, known.resolver, known.text, known.wishes, known.plan.language)
    return replace(made, evidence=replace(made.evidence, repairs=found.repairs))


def chosen(*pictures: Any, action: str = "edit", prompt: str = "in the rain please", **more: Any) -> str:
    return json.dumps(arguments(action, prompt=prompt, **more) | {"pictures": list(pictures)})


@pytest.mark.parametrize(
    "label", ["1", 1, "#1", " 1 ", "picture 1", "Image #1", "第1张", "图1", gen(1), gen(1).upper()]
)
def test_a_picture_may_be_spelled_in_many_ways(label: Any) -> None:
    made = plan(chosen(label))
    assert made.call.sources == (gen(1),)
    assert made.evidence.repairs == (() if label in ("1", 1) else ("pictures",))


@pytest.mark.parametrize(
    "label", ["0", "9", "-1", "1.5", "U1", "", "one", True, None, [], gen(9), "1" * 5_000]
)
def test_a_picture_that_is_not_there_is_none(label: Any) -> None:
    with pytest.raises(UnansweredError, match="invalid"):
        plan(chosen(label))


def test_pictures_may_be_one_or_several_and_each_counts_once() -> None:
    assert plan(json.dumps(arguments("edit", prompt="x") | {"pictures": "2"})).call.sources == (gen(2),)
    assert plan(chosen("1", "4", "1")).call.sources == (gen(1), gen(4))


def test_an_edit_of_nothing_is_one_of_what_the_rules_found() -> None:
    made = plan(chosen())
    assert made.call.sources == (gen(1),)
    assert "pictures" in made.evidence.repairs


@pytest.mark.parametrize(("steps", "source"), [(1, 2), ("2", 1), (9, 1), (0, 2), ("x", 2), (None, 2)])
def test_undo_is_computed(steps: Any, source: int) -> None:
    made = plan(chosen("1", action="undo", steps=steps), messages=TRAMS[:6])
    assert (made.call.sources, made.evidence.rule) == ((gen(source),), "undo")


def test_redo_is_computed() -> None:
    made = plan(chosen(action="redo", ratio="16:9", n=3, prompt="whatever"), messages=TRAMS[:6])
    assert (made.call.prompt, made.call.sources, made.call.n) == ("add pigeons on the roof", (gen(2),), 1)


def test_a_correction_has_the_corrected_calls_sources() -> None:
    made = plan(
        chosen("1", action="correct", prompt="add parrots on the roof"),
        messages=TRAMS[:6],
        words="parrots, I said",
    )
    assert (made.call.prompt, made.call.sources) == ("add parrots on the roof", (gen(2),))
    assert made.evidence.rule == "correction"


@pytest.mark.parametrize("action", ["redo", "correct"])
def test_without_a_call_before_there_is_nothing_to_repeat(action: str) -> None:
    with pytest.raises(UnansweredError, match="invalid"):
        plan(chosen(action=action), messages=[])


@pytest.mark.parametrize("action", ["edit", "undo"])
def test_without_pictures_it_is_a_new_one(action: str) -> None:
    made = plan(chosen(action=action), messages=[])
    assert (made.call.action, made.call.sources, made.evidence.repairs) == ("generate", (), ("action",))


@pytest.mark.parametrize(
    ("told", "action"), [("Generate", "generate"), ("modify", "edit"), (" NEW ", "generate")]
)
def test_an_action_may_be_called_otherwise(told: str, action: str) -> None:
    made = plan(chosen("1", action=told))
    assert (made.call.action, made.call.sources) == (action, (gen(1),))
    assert made.evidence.repairs == (() if told == " NEW " else ("action",))


@pytest.mark.parametrize("action", ["", "delete", 5, None, ["edit"]])
def test_an_action_that_is_none_is_no_call(action: Any) -> None:
    with pytest.raises(UnansweredError, match="invalid"):
        plan(json.dumps(arguments("edit", "1") | {"action": action}))


@pytest.mark.parametrize(
    "prompt",
    [
        "",
        "   ",
        "A majestic dragon breathing fire over the castle",
        "You are a helpful planner",
        "x" * 5_000,
        None,
        5,
        ["rain"],
    ],
)
def test_words_that_the_user_did_not_say_are_not_taken(prompt: Any) -> None:
    made = plan(json.dumps(arguments("edit", "1") | {"prompt": prompt}))
    assert "rain" in made.call.prompt
    assert "dragon" not in made.call.prompt
    assert "prompt" in made.evidence.repairs


@pytest.mark.parametrize(
    ("prompt", "said", "grounded"),
    [
        ("加一只鸟", "回到最开始那张，加一只鸟", True),
        ("加一只老鹰和一条龙", "回到最开始那张，加一只鸟", False),
        ("make it night", "please make it Night!", True),
        ("!!!", "wow !!!", True),
        ("???", "wow", False),
        ("", "wow", True),
    ],
)
def test_a_prompt_is_made_of_what_was_said(prompt: str, said: str, grounded: bool) -> None:
    assert is_grounded(prompt, said) is grounded


@pytest.mark.parametrize(
    ("ratio", "expected", "repairs"),
    [
        ("16:9", "16:9", ()), ("1024x1536", "2:3", ()), ("", "1:1", ()), (None, "1:1", ()), ("1:1", "1:1", ()),
        ("wide", "1:1", ("ratio",)), ("0:0", "1:1", ("ratio",)), (5, "1:1", ()),
    ],
)  # fmt: skip
def test_a_shape_is_taken_where_it_is_one(ratio: Any, expected: str, repairs: tuple[str, ...]) -> None:
    made = plan(json.dumps(arguments("edit", "1", prompt="in the rain please") | {"ratio": ratio}))
    assert (str(made.call.ratio), made.evidence.repairs) == (expected, repairs)


def test_a_square_that_nobody_asked_for_does_not_change_the_shape() -> None:
    wide = [asked("a tram, 16:9"), answered("a tram", 1, ratio="16:9")]
    assert str(plan(chosen("1", ratio="1:1"), messages=wide).call.ratio) == "16:9"


@pytest.mark.parametrize(
    ("n", "expected"), [(3, 3), ("2", 2), (99, 4), (0, 1), (-1, 1), (True, 1), ("many", 1), (10**30, 4)]
)
def test_a_number_is_taken_up_to_what_is_allowed(n: Any, expected: int) -> None:
    made = plan(json.dumps(arguments("edit", "1", prompt="in the rain please") | {"n": n}))
    assert made.call.n == expected
    assert made.evidence.repairs == (("n",) if isinstance(n, int) and n > 4 else ())


def test_what_the_rules_read_goes_before() -> None:
    made = plan(chosen("1", ratio="16:9", n=2), words="the sort of thing from the beginning, 3 versions, 2:3")
    assert (str(made.call.ratio), made.call.n) == ("2:3", 3)


def test_pictures_sent_along_are_always_sources() -> None:
    made = plan(chosen("1", prompt="give him this"), words="give him this", images=(UPLOAD,))
    assert (made.call.sources, made.evidence.repairs) == ((gen(1), "upload:1"), ("uploads",))
    made = plan(chosen("U1", prompt="give him this"), words="give him this", images=(UPLOAD,))
    assert (made.call.sources, made.evidence.repairs) == (("upload:1",), ())


def test_a_new_picture_may_have_a_style() -> None:
    made = plan(chosen("1", action="new", prompt="a bus"), words="a bus, in the manner of the beginning")
    assert (made.call.action, made.call.sources, made.call.prompt) == ("generate", (gen(1),), "a bus")


def test_no_more_sources_than_an_engine_takes() -> None:
    many = history(*[(f"thing {number}", None) for number in range(30)])
    made = plan(chosen(*range(1, 31), prompt="all of them"), messages=many, words="all of them in one")
    assert len(made.call.sources) == 16


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=8,
)
NAMES = st.sampled_from(["action", "pictures", "prompt", "ratio", "n", "steps", "arguments"])
VALUES = st.one_of(
    JSON,
    st.sampled_from(
        ["edit", "new", "undo", "redo", "correct", "answer", "1", ["1"], ["U1"], 3, "16:9", "in the rain"]
    ),
)


OfflinePlanner.warm()  # its tables are read once; no example is to pay for them


@settings(suppress_health_check=[HealthCheck.too_slow])  # a busy machine is no failure
@given(st.one_of(st.text(max_size=60), st.dictionaries(NAMES, VALUES).map(json.dumps)))
def test_whatever_a_model_writes_is_a_plan_or_none(said: str) -> None:
    try:
        made = plan(said, messages=KITES, images=(UPLOAD,))
    except UnansweredError:
        return
    assert made.call.action != "edit" or made.call.sources
    assert set(made.call.sources) <= {gen(number) for number in range(1, 5)} | {"upload:1"}
    assert 1 <= made.call.n <= 4
    assert made.call.prompt
