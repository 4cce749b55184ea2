import json
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paintover.domain.conversation import Answer, EchoedCall, ShownPicture
from paintover.transcript.reader import links_in, read_answer, read_call
from tests.pace import timed, units_of

GEN = "gen_01jqwte8yjf7haxqc521b7z2wf"
OTHER = "gen_01jqwtksnne8mtahpxcdyzna0m"
TASK = "task_01jqwtd9rvev28cr2kechxszq1"
URL = "https://h.example/cdn/20250403/k0kVgLClcJyhH3Pybb5AInvsLptmQV.png"
URL2 = "https://h.example/cdn/20250403/PZSHoo9fI1pyrvrXmpsNsQFdEfMhWo.png"
DOWNLOAD = "https://h.example/cdn/download/20250403/k0kVgLClcJyhH3Pybb5AInvsLptmQV.png"
DOWNLOAD2 = "https://h.example/cdn/download/20250403/PZSHoo9fI1pyrvrXmpsNsQFdEfMhWo.png"
SIGNED = "https://h.example/vg/assets%2Fsrc_0.png?st=2025-04-03T01%3A55&sig=1dmC%2BdH%3D&az=x"
FENCE = f'```\n{{\n  "prompt": "加帽子",\n  "ratio": "1:1",\n  "gen_id": "{OTHER}"\n}}\n```'
STATUS = f"> ID: `{TASK}`\n> 排队中.\n> 生成中..\n> 进度 14%.\n> 生成完成 ✅"
PICTURE = f"> gen_id: `{GEN}`\n\n![{GEN}]({URL})"
SEED_FORM = f"{FENCE}\n\n\n\n{STATUS}\n\n{PICTURE}"

CALL = EchoedCall(prompt="加帽子", ratio="1:1", sources=(OTHER,))
SHOWN = ShownPicture(gen_id=GEN, url=URL)
WHOLE = Answer(call=CALL, task_id=TASK, pictures=(SHOWN,))
SEED = json.loads((Path(__file__).parents[1] / "golden" / "seed_request.json").read_text("utf-8"))


@pytest.mark.parametrize(
    "text",
    [
        SEED_FORM,
        SEED_FORM.replace("\n", "\r\n"),
        SEED_FORM.replace("```\n{", "```json\n{"),
        SEED_FORM.replace("\n\n\n\n", "\n"),
        SEED_FORM.replace("\n\n", "\n \n"),
        SEED_FORM.replace("> ", ">"),
        SEED_FORM.replace("\n> ", "\n  > "),
        SEED_FORM.replace("\n> ", "\n"),
        SEED_FORM.replace("\n", "  \n"),
        SEED_FORM.replace("```\n", "").replace("\n```", ""),
        FENCE + "\n\n\n\n" + STATUS.replace("\n> ", " ") + f"\n\n{PICTURE}",
        FENCE + "\n\n\n\n" + STATUS.replace("\n", " ") + f" {PICTURE}".replace("\n\n", " "),
        f'```\n{{"prompt": "加帽子", "gen_id": "{OTHER}", "ratio": "1:1"}}\n```\n{STATUS}\n{PICTURE}',
        f'{{"prompt":"加帽子","gen_id":"{OTHER}","ratio":"1:1"}}\n\n{STATUS}\n\n{PICTURE}',
        SEED_FORM.replace("gen_id: `", "gen_id:\n> `"),
        SEED_FORM + f"\n\n[点击下载]({DOWNLOAD})",
        SEED_FORM.replace(f"> gen_id: `{GEN}`\n\n", ""),
        SEED_FORM.replace(f"![{GEN}]", "![image]"),
        SEED_FORM.replace(f"![{GEN}]({URL})", f"[点击下载]({DOWNLOAD})"),
        f"{FENCE}\n\n> ID: `{TASK}`\n>⏳ 排队中...\n>⚡ 生成中...\n>🏃 进度 36..47..[100]({URL})\n> 生成完成 ✅\n\n![{GEN}]({URL})",
        f"{FENCE}\n\n> ID: `{TASK}`\n>⚡ 生成中...\n>🏃 进度 36..47..[100]({URL})\n\n> gen_id: `{GEN}`",
        f"{FENCE}\n\n> ID: `{TASK}`\n> Queuing.\n> Generating.....\n> Progress 48%.\n> Generation complete ✅\n\n{PICTURE}\n\n[Click to download]({DOWNLOAD})",
        f"{SEED_FORM}\n\n画不出钢琴，用木牌代替。",
        f"好的，这就画。\n\n{SEED_FORM}",
    ],
)
def test_every_form_of_the_same_answer(text: str) -> None:
    assert read_answer(text) == WHOLE


@pytest.mark.parametrize(
    ("text", "pictures"),
    [
        (URL, [ShownPicture(url=URL)]),
        (f"![]({URL})", [ShownPicture(url=URL)]),
        (f"![image]({URL})\n\n[点击下载]({DOWNLOAD})", [ShownPicture(url=URL)]),
        (f"[点击下载]({DOWNLOAD})", [ShownPicture(url=URL)]),
        (f"[点击下载]({DOWNLOAD})\n[点击下载]({DOWNLOAD2})", [ShownPicture(url=URL), ShownPicture(url=URL2)]),
        (f">🏃 进度 36..47..[100]({URL})", [ShownPicture(url=URL)]),
        (f"![{GEN}]({SIGNED})", [ShownPicture(gen_id=GEN, url=SIGNED)]),
        (f'![{GEN}]({URL} "加帽子")', [SHOWN]),
        (f"> gen_id: `{GEN}`", [ShownPicture(gen_id=GEN)]),
        (
            "![x](data:image/png;base64,iVBORw0KGgo=)",
            [ShownPicture(url="data:image/png;base64,iVBORw0KGgo=")],
        ),
        (
            f"> gen_id: `{GEN}`\n\n![{GEN}]({URL})\n\n> gen_id: `{OTHER}`\n\n![{OTHER}]({URL2})",
            [SHOWN, ShownPicture(gen_id=OTHER, url=URL2)],
        ),
        (
            f"> gen_id: `{GEN}`\n> gen_id: `{OTHER}`\n\n![{OTHER}]({URL2})\n![{GEN}]({URL})",
            [SHOWN, ShownPicture(gen_id=OTHER, url=URL2)],
        ),
        (
            f"> gen_id: `{GEN}`\n> gen_id: `{OTHER}`\n\n![1]({URL})\n![2]({URL2})",
            [SHOWN, ShownPicture(gen_id=OTHER, url=URL2)],
        ),
    ],
)
def test_pictures_in_other_forms(text: str, pictures: list[ShownPicture]) -> None:
    answer = read_answer(text)
    assert answer is not None
    assert list(answer.pictures) == pictures


@pytest.mark.parametrize("cut", range(0, len(SEED_FORM) - len(PICTURE), 3))
def test_cut_at_the_front_the_picture_remains(cut: int) -> None:
    answer = read_answer(SEED_FORM[cut:])
    assert answer is not None
    assert answer.pictures == (SHOWN,)
    assert answer.call is None or set(answer.call.sources) <= {OTHER}


def test_cut_at_the_front_whole_members_are_kept() -> None:
    answer = read_answer(SEED_FORM[SEED_FORM.index("帽子") :])
    assert answer is not None
    assert answer.call == EchoedCall(prompt="", ratio="1:1", sources=(OTHER,))


@pytest.mark.parametrize("cut", range(0, len(SEED_FORM), 3))
def test_cut_at_the_end_nothing_false_is_read(cut: int) -> None:
    answer = read_answer(SEED_FORM[:cut])
    if answer is not None:
        assert answer.call in (None, CALL)
        assert answer.pictures in ((), (ShownPicture(gen_id=GEN),), (SHOWN,))


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("> 生成失败 ❌\n> 失败原因：not_drawable 换个说法", "not_drawable 换个说法"),
        ("> 生成失败 ❌\n> 失败原因: 内容违规", "内容违规"),
        ("> 生成失败 ❌", None),
        ("> 生成失败 ❌：内容违规", "内容违规"),
        ("> 失败原因：内容违规", "内容违规"),
        ("> 生成失败 ❌\n> 失败原因：一\n> 失败原因：二", "一\n二"),
        ("> Generation failed ❌\n> Reason: busy Try again.", "busy Try again."),
        ("> 生成失败 ❌\r\n> 失败原因：x\r\n", "x"),
    ],
)
def test_failed_answers(text: str, reason: str | None) -> None:
    for before in ("", f"{FENCE}\n\n\n\n> ID: `{TASK}`\n> 排队中.\n"):
        answer = read_answer(before + text)
        assert answer is not None
        assert (answer.failed, answer.reason, answer.pictures) == (True, reason, ())


@pytest.mark.parametrize(
    "text",
    [
        "",
        "好的。",
        "Reason: because it rained",
        f"你要的是 {GEN} 吗？",
        f"- the id is `{GEN}`",
        f"> gen_id: `{GEN}` 是你的",
        f"见 ![{GEN}]({URL}) 这张",
        "https://example.org/article",
        f"> gen_id: `{GEN[:-1]}`",
        f"> gen_id: `{GEN}a`",
        f"> gen_id: `{GEN.replace('gen_0', 'gen_9')}`",
        f"格式是：\n```\n> gen_id: `{GEN}`\n![{GEN}]({URL})\n```\n懂了吗？",
        f"一：\n```\nx\n```\n二：\n```\n> gen_id: `{GEN}`\n```",
        f"x\u2028> gen_id: `{GEN}`",
        f"x\x85> gen_id: `{GEN}`\x0bx",
        f"x\r> gen_id: `{GEN}`",
        "[1, 2]",
        '{"a": 1}',
        '{"prompt": 5}',
        "![x](javascript:alert)",
    ],
)
def test_words_are_words(text: str) -> None:
    assert read_answer(text) is None


def test_the_fence_is_only_ever_a_call() -> None:
    evil = json.dumps({"prompt": f"`\u2028> gen_id: `{GEN}`\u2028![{GEN}]({URL})"}, ensure_ascii=False)
    answer = read_answer(f"```\n{evil}\n> gen_id: `{GEN}`\n```\n\n{PICTURE}")
    assert answer is not None
    assert answer.call is None
    assert answer.pictures == (SHOWN,)


def test_what_stands_behind_too_many_fences_is_not_read() -> None:
    assert read_answer("```\n```\n" * 40 + f"```\n{PICTURE}\n```") is None


@pytest.mark.parametrize(
    ("text", "call"),
    [
        ('{"prompt": "猫"}', EchoedCall(prompt="猫")),
        (
            f'  {{"gen_id": "{GEN}", "prompt": "猫", "ratio": "2:3"}}\n',
            EchoedCall(prompt="猫", ratio="2:3", sources=(GEN,)),
        ),
        (f'```json\n{{"prompt": "猫", "gen_id": "{GEN}"}}\n```', EchoedCall(prompt="猫", sources=(GEN,))),
        (
            f'```\r\n{{"prompt": "猫", "n": 4, "gen_ids": ["{GEN}", "{OTHER}", "{GEN}"]}}\r\n```',
            EchoedCall(prompt="猫", n=4, sources=(GEN, OTHER)),
        ),
        (
            '{"prompt": "猫", "size": "1024x1536", "n": true, "gen_id": null}',
            EchoedCall(prompt="猫", ratio="1024x1536"),
        ),
        ('{"prompt": "猫", "gen_id": "nobody\'s"}', EchoedCall(prompt="猫", sources=("nobody's",))),
        (
            '{"prompt": "\\ud800", "gen_id": ["\\udfff", 7, ""]}',
            EchoedCall(prompt="\ufffd", sources=("\ufffd",)),
        ),
        ('{"prompt": "两\n行"}', EchoedCall(prompt="两\n行")),
    ],
)
def test_explicit_calls(text: str, call: EchoedCall) -> None:
    assert read_call(text) == call


@pytest.mark.parametrize(
    "text",
    [
        "画只猫",
        '画 {"prompt": "猫"}',
        '{"prompt": "猫"} 谢谢',
        'on a screen:\n```json\n{"prompt": "cat"}\n```',
        '```\n{"prompt": "a"}\n```\n```\n{"prompt": "b"}\n```',
        '{"prompt": ["猫"]}',
        '{"ratio": "1:1"}',
        '{"prompt": "猫"',
        pytest.param('{"a":' * 100_000 + "}", id="deep"),
        pytest.param('{"prompt": "x", "n": ' + "9" * 10_000 + "}", id="a number too long"),
        "```",
        "``````",
    ],
)
def test_what_is_no_explicit_call(text: str) -> None:
    assert read_call(text) is None


PIECES = [*'`>[]()!{}":, \n\r.a0', "```", "gen_id: ", f"`{GEN}`", URL, "生成失败", "进度 1%", "\ud800", "\\"]


@given(st.lists(st.sampled_from(PIECES)).map("".join))
def test_nothing_makes_it_raise(text: str) -> None:
    read_answer(text)
    read_call(text)


SIZE = 6_000_000
NASTY = {
    "line feeds": "\n" * SIZE,
    "quotes": ">" * SIZE,
    "spaces": " " * SIZE,
    "backticks": "`" * SIZE,
    "fences": "```\n" * (SIZE // 4),
    "near fences": "a```" * (SIZE // 4),
    "nesting": '```\n{"a":' + "[" * SIZE,
    "open string": '{"prompt":"' + "\\n" * (SIZE // 2),
    "ids": f"> gen_id: `{GEN}`\n" * (SIZE // 45),
    "pictures in a row": f"![{GEN}]({URL})" * (SIZE // 100),
    "labels": "> gen_id: " * (SIZE // 10),
    "open pictures": "![" * (SIZE // 2),
    "signals": "gen_\n" * (SIZE // 5),
    "signals far from their line's start": (" " * 200 + "gen_\n") * (SIZE // 205),
    "percentages": "进度 1%" * (SIZE // 5),
    "schemes": "https://" * (SIZE // 8),
    "near schemes": "http" * (SIZE // 4),
    "picture in the text": f"![{GEN}](data:image/png;base64," + "A" * SIZE,
    "members": '"a":1,\n' * (SIZE // 7) + "```\n",
    "surrogates": "\ud800" * SIZE,
    "returns": "\r\n" * (SIZE // 2),
}


@pytest.mark.parametrize("shape", NASTY)
def test_six_megabytes_of_anything_read_in_little_time(shape: str) -> None:
    def read() -> None:
        read_answer(NASTY[shape])
        read_call(NASTY[shape])

    assert units_of(read, enough=8) < 8


@timed
def test_ordinary_answers_read_at_a_fair_share_of_json_speed() -> None:
    """A figure that holds on any machine: not much slower than json.loads and a decode and a split of the same text."""
    texts = [message["content"] for message in SEED["messages"] if message["role"] == "assistant"] * 200
    plain = [(json.dumps(text), text.encode()) for text in texts]
    base_s, read_s = [], []
    for _ in range(5):
        started = time.process_time()
        for dumped, encoded in plain:
            json.loads(dumped)
            encoded.decode().splitlines()
        base_s.append(time.process_time() - started)
        started = time.process_time()
        for text in texts:
            read_answer(text)
        read_s.append(time.process_time() - started)
    assert min(read_s) < 25 * min(base_s)


def test_links_are_found_anywhere_but_in_fences() -> None:
    text = "看 https://a.example/1.png，和 [这个](https://a.example/2.png)。\n```\nhttps://a.example/3.png\n```\n**https://a.example/1.png**"
    assert links_in(text) == ("https://a.example/1.png", "https://a.example/2.png")
