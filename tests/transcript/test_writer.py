import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paintover.domain.call import Call
from paintover.domain.conversation import EchoedCall
from paintover.domain.ids import new_gen_id, new_task_id
from paintover.domain.ratio import Ratio
from paintover.transcript.grammar import EN, ZH, Dialect
from paintover.transcript.reader import read_answer
from paintover.transcript.writer import AnswerWriter

GEN = "gen_01jqwte8yjf7haxqc521b7z2wf"
OTHER = "gen_01jqwtksnne8mtahpxcdyzna0m"
TASK = "task_01jqwtd9rvev28cr2kechxszq1"
URL = "https://h.example/cdn/20250403/k0kVgLClcJyhH3Pybb5AInvsLptmQV.png"
DOWNLOAD = "https://h.example/cdn/download/20250403/k0kVgLClcJyhH3Pybb5AInvsLptmQV.png"


def call(prompt: str = "画个牛马", *, sources: tuple[str, ...] = (), n: int = 1) -> Call:
    return Call(
        action="edit" if sources else "generate", prompt=prompt, ratio=Ratio(3, 2), sources=sources, n=n
    )


def test_a_whole_answer_to_the_byte() -> None:
    writer = AnswerWriter(ZH, download_link=True)
    deltas = [
        *writer.echo(call("加帽子", sources=(GEN,), n=2)),
        *writer.task(TASK),
        *writer.queued(3),
        *writer.heartbeat(),
        *writer.queued(),
        *writer.running(),
        *writer.heartbeat(),
        *writer.progress(14),
        *writer.heartbeat(),
        *writer.progress(14),
        *writer.progress(9),
        *writer.progress(83),
        *writer.done(),
        *writer.heartbeat(),
        *writer.picture(GEN, URL, DOWNLOAD),
        *writer.picture(OTHER, URL, DOWNLOAD),
        *writer.note("画不出钢琴。"),
    ]
    assert "".join(deltas) == (
        f'```\n{{\n  "prompt": "加帽子",\n  "ratio": "3:2",\n  "gen_id": "{GEN}",\n  "n": 2\n}}\n```\n\n\n\n'
        f"> ID: `{TASK}`\n> 排队中. 第 3 位..\n> 排队中.\n> 生成中..\n> 进度 14%.\n> 进度 83%\n> 生成完成 ✅\n\n"
        f"> gen_id: `{GEN}`\n\n![{GEN}]({URL})\n\n[点击下载]({DOWNLOAD})\n\n"
        f"> gen_id: `{OTHER}`\n\n![{OTHER}]({URL})\n\n[点击下载]({DOWNLOAD})\n\n画不出钢琴。"
    )


def test_the_english_twin() -> None:
    writer = AnswerWriter(EN, download_link=True)
    deltas = [
        *writer.task(TASK),
        *writer.queued(),
        *writer.queued(2),
        *writer.running(),
        *writer.progress(48),
    ]
    deltas += [*writer.heartbeat(), *writer.picture(GEN, URL, DOWNLOAD)]
    assert "".join(deltas) == (
        f"> ID: `{TASK}`\n> Queuing.\n> Queuing. Place 2.\n> Generating.\n> Progress 48%.\n"
        f"> Generation complete ✅\n\n> gen_id: `{GEN}`\n\n![{GEN}]({URL})\n\n[Click to download]({DOWNLOAD})"
    )


def test_each_line_leaves_whole_and_the_echo_before_the_task() -> None:
    writer = AnswerWriter(ZH, download_link=True)
    echo = writer.echo(call("很长" * 1000, sources=(GEN,)))
    assert len(echo) > 5
    assert max(map(len, echo)) <= 400
    assert writer.task(TASK) == [f"> ID: `{TASK}`"]
    assert writer.queued() == ["\n> 排队中."]
    assert writer.running() == ["\n> 生成中."]
    assert writer.progress(1) == ["\n> 进度 1%"]
    assert writer.done() == ["\n> 生成完成 ✅"]
    assert writer.picture(GEN, URL, DOWNLOAD) == [
        f"\n\n> gen_id: `{GEN}`",
        f"\n\n![{GEN}]({URL})",
        f"\n\n[点击下载]({DOWNLOAD})",
    ]


def test_without_download_link() -> None:
    writer = AnswerWriter(ZH, download_link=False)
    assert writer.picture(GEN, URL, DOWNLOAD)[-1] == f"\n\n![{GEN}]({URL})"


def test_an_answer_sent_at_once_holds_no_percentage_below_100() -> None:
    writer = AnswerWriter(ZH, download_link=False, whole=True)
    writer.echo(call("进度 30% done"))
    deltas = [*writer.task(TASK), *writer.running(), *writer.progress(40), *writer.heartbeat()]
    deltas += [*writer.progress(100), *writer.done()]
    assert "".join(deltas) == f"> ID: `{TASK}`\n> 生成中.\n> 进度 100%\n> 生成完成 ✅"


@pytest.mark.parametrize(
    ("sources", "member"),
    [
        ((), None),
        (("upload:1",), None),
        ((GEN,), f'  "gen_id": "{GEN}"'),
        ((GEN, "upload:1", OTHER), f'  "gen_ids": [\n    "{GEN}",\n    "{OTHER}"\n  ]'),
    ],
)
def test_sources_in_the_echo(sources: tuple[str, ...], member: str | None) -> None:
    text = "".join(AnswerWriter(ZH, download_link=True).echo(call(sources=sources)))
    members = '  "prompt": "画个牛马",\n  "ratio": "3:2"' + (f",\n{member}" if member else "")
    assert text == f"```\n{{\n{members}\n}}\n```\n\n\n\n"


@given(st.text(), st.lists(st.builds(new_gen_id), max_size=4, unique=True), st.integers(1, 10))
def test_the_echo_is_indented_json(prompt: str, gen_ids: list[str], n: int) -> None:
    text = "".join(AnswerWriter(ZH, download_link=True).echo(call(prompt, sources=tuple(gen_ids), n=n)))
    expected: dict[str, object] = {"prompt": prompt, "ratio": "3:2"}
    if gen_ids:
        expected |= {"gen_id": gen_ids[0]} if len(gen_ids) == 1 else {"gen_ids": gen_ids}
    if n > 1:
        expected["n"] = n
    body = text.removeprefix("```\n").removesuffix("\n```\n\n\n\n")
    assert json.loads(body) == expected
    mine, plain = body.split("\n"), json.dumps(expected, indent=2, ensure_ascii=False).split("\n")
    assert mine[:1] + mine[2:] == plain[:1] + plain[2:]


def test_failure_is_two_lines() -> None:
    writer = AnswerWriter(ZH, download_link=True)
    deltas = [
        *writer.task(TASK),
        *writer.queued(),
        *writer.failed("not_drawable", "换个说法\n(见 https://h/x)"),
    ]
    assert "".join(deltas) == (
        f"> ID: `{TASK}`\n> 排队中.\n> 生成失败 ❌\n> 失败原因：not_drawable 换个说法 （见 https：//h/x）"
    )
    assert writer.heartbeat() == []
    english = AnswerWriter(EN, download_link=True).failed("busy", "Try again.")
    assert english == ["> Generation failed ❌", "\n> Reason: busy Try again."]


def test_failure_after_a_picture_stands_apart() -> None:
    writer = AnswerWriter(ZH, download_link=False)
    text = "".join([*writer.picture(GEN, URL), *writer.failed("engine_failed", "再试一次")])
    assert text.endswith(f"({URL})\n\n> 生成失败 ❌\n> 失败原因：engine_failed 再试一次")


def test_nothing_comes_out_of_order() -> None:
    writer = AnswerWriter(ZH, download_link=True)
    assert writer.heartbeat() == []
    writer.task(TASK)
    assert writer.heartbeat() == []
    assert writer.running()
    assert writer.queued(2) == []
    assert writer.progress(50)
    assert writer.running() == []
    with pytest.raises(ValueError, match="note"):
        writer.note("x")
    with pytest.raises(ValueError, match="cannot become"):
        writer.task(TASK)
    writer.done()
    assert writer.progress(60) == []
    assert writer.done() == []


@pytest.mark.parametrize(
    "url", ["javascript:alert", "https://h/a b.png", "https://h/a.png)", "https://h/[x]"]
)
def test_a_link_that_markdown_would_break_is_refused(url: str) -> None:
    with pytest.raises(ValueError, match="link"):
        AnswerWriter(ZH, download_link=True).picture(GEN, url)


def test_what_is_no_id_or_code_is_refused() -> None:
    with pytest.raises(ValueError, match="generation id"):
        AnswerWriter(ZH, download_link=True).picture("gen_x", URL)
    with pytest.raises(ValueError, match="code"):
        AnswerWriter(ZH, download_link=True).failed("Bad code", "x")


STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("queued"), st.one_of(st.none(), st.integers(1, 500))),
        st.tuples(st.just("running"), st.none()),
        st.tuples(st.just("progress"), st.integers(-5, 120)),
        st.tuples(st.just("heartbeat"), st.none()),
    ),
    max_size=30,
)


@given(
    st.sampled_from([ZH, EN]),
    st.text(),
    st.lists(st.builds(new_gen_id), max_size=3, unique=True),
    STEPS,
    st.lists(st.builds(new_gen_id), min_size=1, max_size=4, unique=True),
    st.booleans(),
    st.text(),
)
def test_every_answer_reads_back(
    dialect: Dialect,
    prompt: str,
    sources: list[str],
    steps: list[tuple[str, int | None]],
    made: list[str],
    link: bool,
    note: str,
) -> None:
    writer = AnswerWriter(dialect, download_link=link)
    task_id = new_task_id()
    deltas = [*writer.echo(call(prompt, sources=tuple(sources), n=len(made))), *writer.task(task_id)]
    for step, value in steps:
        if step == "queued":
            deltas += writer.queued(value)
        elif step == "progress":
            deltas += writer.progress(value or 0)
        else:
            deltas += writer.running() if step == "running" else writer.heartbeat()
    before = len("".join(deltas))
    for gen_id in made:
        deltas += writer.picture(gen_id, URL.replace("k0k", gen_id[4:]), DOWNLOAD.replace("k0k", gen_id[4:]))
    deltas += writer.note(note)
    text = "".join(deltas)

    assert not re.search(r"://|\(|!\[|生成失败|失败原因|Generation failed", text[:before])
    percentages = [int(found) for found in re.findall(r"(?:进度|Progress) (\d+)%", text)]
    assert percentages == sorted(set(percentages))
    answer = read_answer(text)
    assert answer is not None
    assert answer.call == EchoedCall(
        prompt=prompt, ratio="3:2", sources=tuple(sources), n=len(made) if len(made) > 1 else None
    )
    assert answer.task_id == task_id
    assert [picture.gen_id for picture in answer.pictures] == made
    assert [picture.url for picture in answer.pictures] == [URL.replace("k0k", gen_id[4:]) for gen_id in made]
    assert not answer.failed


def test_our_own_errors_are_told_in_the_dialects_language() -> None:
    english = AnswerWriter(EN, download_link=True).failed("not_found", "There is no such picture.")
    assert english[-1] == "\n> Reason: not_found There is no such picture."
    chinese = AnswerWriter(ZH, download_link=True).failed("not_found", "There is no such picture.")
    assert chinese[-1].startswith("\n> 失败原因：not_found 这里没有")
    engines = AnswerWriter(ZH, download_link=True).failed("not_found", "图里没有马")
    assert engines[-1] == "\n> 失败原因：not_found 图里没有马"
    unknown = AnswerWriter(ZH, download_link=True).failed("odd", "Odd.")
    assert unknown[-1] == "\n> 失败原因：odd Odd."
