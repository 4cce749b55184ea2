from __future__ import annotations

from paintover.engines.illustrator.grammar.utterance import Operation, Utterance


def test_an_utterance_is_empty_until_something_is_asked() -> None:
    assert Utterance(language="zh").empty
    assert Utterance(language="zh", left_out=("x",), wish=True).empty
    assert not Utterance(language="zh", place="beach").empty
    assert not Utterance(language="zh", caption="").empty
    assert not Utterance(language="zh", redo=True).empty
    assert not Utterance(language="zh", operations=(Operation(action="add", target=0),)).empty
