from __future__ import annotations

from paintover.planner.graph import read_graph
from paintover.planner.terms import terms
from paintover.transcript.messages import read_conversation
from tests.planner.conversations import answered, asked, gen, history


def test_the_tree_is_read_from_the_calls() -> None:
    steps = history(("a fox", None), ("add a hat", 1), ("add a scarf", 1), ("make the hat red", 2))
    graph = read_graph(read_conversation([*steps, asked("x")]), "en")
    assert [node.parents for node in graph.nodes] == [(), (0,), (0,), (1,)]
    assert graph.root(graph.nodes[3]) is graph.nodes[0]
    assert graph.tip(graph.nodes[1]) is graph.nodes[3]
    assert graph.is_ancestor(graph.nodes[0], graph.nodes[3])
    assert not graph.is_ancestor(graph.nodes[2], graph.nodes[3])


def test_what_is_shown_is_inherited_until_it_is_removed() -> None:
    steps = history(("a fox", None), ("add a hat", 1), ("add a scarf", 2), ("remove the hat", 3))
    graph = read_graph(read_conversation([*steps, asked("x")]), "en")
    hat = terms("hat")
    assert [bool(shown) for shown in graph.showing(hat)] == [False, True, True, False]


def test_a_thing_replaced_is_gone() -> None:
    steps = history(("a fox in an armchair", None), ("swap the armchair for a hammock", 1))
    graph = read_graph(read_conversation([*steps, asked("x")]), "en")
    shown = graph.showing(terms("armchair hammock"))
    assert terms("hammock") <= shown[1]
    assert "hammock" not in " ".join(shown[0])
    assert not terms("armchair") & shown[1] - terms("hammock")


def test_failures_make_no_picture_but_are_remembered() -> None:
    messages = [*history(("a fox", None)), asked("with a gun"), answered("with a gun", source=1), asked("x")]
    graph = read_graph(read_conversation(messages), "en")
    assert len(graph.nodes) == 1
    assert graph.attempts[-1].failed
    assert graph.attempts[-1].sources == (gen(1),)


def test_an_upload_is_the_source_of_the_answer_to_it() -> None:
    messages = [
        asked("make it a cartoon", "https://a.example/dog.jpg"),
        answered("make it a cartoon", 1),
        asked("x"),
    ]
    graph = read_graph(read_conversation(messages), "en")
    assert [node.name for node in graph.nodes] == ["upload:1", gen(1)]
    assert graph.nodes[1].parents == (0,)


def test_a_source_that_the_history_does_not_show_is_no_parent() -> None:
    messages = [asked("add a hat"), answered("add a hat", 2, source=1), asked("x")]
    graph = read_graph(read_conversation(messages), "en")
    assert graph.nodes[0].parents == ()
    assert graph.attempts[0].sources == (gen(1),)
