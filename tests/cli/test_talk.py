"""A conversation on the user's own disk, and the commands and the tree that are drawn of it."""

from __future__ import annotations

import json
import time
from pathlib import Path

import msgspec
import pytest

from paintover.cli.commands import COMMANDS, Said, completions, read_line, resembling
from paintover.cli.talk import FILE, Kept, Talks
from paintover.cli.tree import Node, tree_lines
from paintover.cli.words import Words
from paintover.domain.errors import FolderInUse

GENS = [f"gen_01jqwte8yjf7haxqc521b7z2w{letter}" for letter in "abcdef"]
HOME = "http://127.0.0.1:1"


def answer(gen_id: str, *sources: str) -> str:
    call = {"prompt": "x", "ratio": "1:1", **({"gen_id": sources[0]} if sources else {})}
    link = f"http://127.0.0.1:1/cdn/20260101/{gen_id[-8:]}.png"
    return f"```\n{json.dumps(call)}\n```\n\n\n\n> ID: `task_01jqwtd9rvev28cr2kechxszq1`\n> 生成完成 ✅\n\n> gen_id: `{gen_id}`\n\n![{gen_id}]({link})\n"


def said(kept: Kept, words: str, answered: str, source: str | None = None) -> None:
    kept.talk.ask(words, source=source, model="paintover")
    kept.talk.answered(answered)
    kept.save()


def test_a_conversation_is_kept_and_gone_on_with(tmp_path: Path) -> None:
    talks = Talks(tmp_path / "talks", HOME)
    kept = talks.new()
    kept.save()
    assert not (tmp_path / "talks").exists()  # nothing was said
    said(kept, "画个牛马", answer(GENS[0]))
    said(kept, "牛的脸上遮个布", answer(GENS[1], GENS[0]))
    kept.close()
    again, is_taken = talks.latest()
    assert not is_taken
    assert [(one.number, one.gen_id, one.sources) for one in again.talk.pictures()] == [
        (1, GENS[0], ()),
        (2, GENS[1], (GENS[0],)),
    ]
    assert again.talk.find("2") == again.talk.find("图2") == again.talk.find(GENS[1])
    assert again.talk.find("3") is again.talk.find("gen_01jqwte8") is again.talk.find("") is None
    asked = again.talk.ask("马也是", source=None, model="paintover")
    messages = json.loads(asked.body)["messages"]
    assert [one["role"] for one in messages] == ["user", "assistant"] * 2 + ["user"]
    assert messages[1]["content"] == answer(GENS[0])


def test_what_was_asked_is_on_disk_to_the_byte_before_it_is_answered(tmp_path: Path) -> None:
    talks = Talks(tmp_path, HOME)
    kept = talks.new()
    asked = kept.talk.ask("a cat", source=None, model="paintover")
    kept.save()
    kept.close()
    again, _ = talks.latest()
    assert again.talk.asked == asked
    assert asked.is_joinable
    assert not msgspec.structs.replace(asked, at=time.time() - 24 * 3600).is_joinable
    again.talk.answered("Which cat?")
    assert again.talk.asked is None
    assert again.talk.exchanges[0].answer == "Which cat?"


def test_two_terminals_do_not_write_one_conversation(tmp_path: Path) -> None:
    talks = Talks(tmp_path, HOME)
    kept = talks.new()
    said(kept, "a cat", answer(GENS[0]))
    other, is_taken = talks.latest()
    assert is_taken
    assert other.talk.id != kept.talk.id
    with pytest.raises(FolderInUse):
        talks.open(kept.talk.id)
    kept.close()
    assert talks.latest()[0].talk.id == kept.talk.id


def test_files_that_cannot_be_read_and_other_servers_are_passed_over(tmp_path: Path) -> None:
    said(Talks(tmp_path, "http://elsewhere").new(), "a cat", answer(GENS[0]))
    for name, content in (("a", b"{"), ("b", b"[]"), ("c", b"\xff")):
        (tmp_path / name).mkdir()
        (tmp_path / name / FILE).write_bytes(content)
    talks = Talks(tmp_path, HOME)
    assert talks.all() == []
    assert talks.latest()[0].talk.exchanges == []


def test_a_chosen_picture_is_named_on_the_wire(tmp_path: Path) -> None:
    kept = Talks(tmp_path, HOME).new()
    said(kept, "a cat", answer(GENS[0]))
    kept.talk.ratio = "3:2"
    body = json.loads(kept.talk.ask("add a hat", source=GENS[0], model="m").body)
    assert body["messages"][-1]["content"] == f"`{GENS[0]}` add a hat"
    assert (body["model"], body["ratio"], body["stream"]) == ("m", "3:2", True)
    long = json.loads(kept.talk.ask("hat " * 500, source=GENS[0], model="m").body)
    assert json.loads(long["messages"][-1]["content"])["gen_id"] == GENS[0]
    alone = json.loads(kept.talk.ask("a dog", source="new", model="m").body)
    assert alone["messages"] == [{"role": "user", "content": "a dog"}]


def test_again_asks_for_the_last_words_as_if_they_had_not_been_answered(tmp_path: Path) -> None:
    kept = Talks(tmp_path, HOME).new()
    said(kept, "a cat", answer(GENS[0]))
    said(kept, "add a hat", answer(GENS[1], GENS[0]), source=GENS[0])
    first = kept.talk.ask_again(model="m")
    messages = json.loads(first.body)["messages"]
    assert [one["content"] for one in messages] == ["a cat", answer(GENS[0]), f"`{GENS[0]}` add a hat"]
    kept.talk.answered(answer(GENS[2], GENS[0]))
    second = kept.talk.ask_again(model="m")
    assert second.key != first.key  # another drawing
    kept.talk.asked = None
    said(kept, "a dog", answer(GENS[3]), source="new")
    assert json.loads(kept.talk.ask_again(model="m").body)["messages"] == [
        {"role": "user", "content": "a dog"}
    ]


def node(number: int, *sources: int) -> Node:
    return Node(GENS[number - 1], str(number), f"words {number}", tuple(GENS[one - 1] for one in sources))


def test_the_tree_shows_branches_chains_and_merges() -> None:
    lines = tree_lines([node(1), node(2, 1), node(3, 1), node(4, 2), node(5, 4), node(6, 3, 5)])
    assert [(line.branch, line.node.label) for line in lines] == [
        ("", "1"),
        ("├─", "2"),
        ("│ ", "4"),
        ("│ ", "5"),
        ("└─", "3"),
        ("  ", "6"),
    ]
    assert [line.others for line in lines][-1] == (GENS[4],)


def test_a_tree_with_circles_and_strangers_has_every_picture_once() -> None:
    nodes = [node(1, 2), node(2, 1), node(3, 3), Node(GENS[3], "4", "", ("gen_unknown",))]
    lines = tree_lines(nodes)
    assert sorted(line.node.label for line in lines) == ["1", "2", "3", "4"]


def test_lines_are_commands_or_words() -> None:
    assert read_line(" /From  2 ") == Said("from", "2")
    assert read_line("//tree is a word") == Said(None, "/tree is a word")
    assert read_line("/") == Said(None, "/")
    assert read_line("/q") == Said("quit", "")
    assert read_line("画个牛马") == Said(None, "画个牛马")
    assert (resembling("tre"), resembling("undoo"), resembling("xyz")) == ("tree", "undo", None)


def test_commands_pictures_and_ids_are_completed() -> None:
    pictures = [("1", GENS[0], "a cat"), ("2", GENS[1], "a hat")]
    talks = ["a cat", "a dog"]

    def texts(line: str) -> list[str]:
        return [text for text, _, _ in completions(line, pictures, talks)]

    assert texts("/t") == ["/tree", "/talks"]
    assert texts("/from ") == ["1", "2", "new"]
    assert texts("/look 2") == ["2"]
    assert texts("/save gen_") == GENS[:2]
    assert texts("/ratio 16") == ["16:9"]
    assert texts("/talks ") == ["1", "2"]
    assert texts("put the hat of gen_") == GENS[:2]
    assert texts("put the") == texts("") == texts("/undo ") == []
    assert completions("/from 2", pictures, talks) == [("2", 1, "a hat")]


def test_both_languages_say_everything() -> None:
    english, chinese = Words("en").all, Words("zh").all
    assert list(english) == list(chinese)
    for key, words in english.items():
        assert set(_names(words)) == set(_names(chinese[key])), key
    assert {command.help_key for command in COMMANDS} <= set(english)


def _names(words: str) -> list[str]:
    return [part.split("}")[0] for part in words.split("{")[1:]]
