import json
from pathlib import Path

import pytest

from paintover.transcript.grammar import EN, ZH
from paintover.transcript.lossless import Status, read_transcript, write_transcript

SEED = json.loads((Path(__file__).parents[1] / "golden" / "seed_request.json").read_text("utf-8"))
ANSWERS: list[str] = [message["content"] for message in SEED["messages"] if message["role"] == "assistant"]


@pytest.mark.parametrize("text", ANSWERS)
def test_the_seed_writes_back_byte_for_byte(text: str) -> None:
    transcript = read_transcript(text)
    assert transcript is not None
    assert write_transcript(transcript).encode() == text.encode()


def test_the_seeds_second_answer_taken_apart() -> None:
    transcript = read_transcript(ANSWERS[1])
    assert transcript is not None
    assert transcript.dialect is ZH
    assert transcript.call.prompt == "牛的脸上遮个布"
    assert transcript.call.sources == ("gen_01jqwte8yjf7haxqc521b7z2wf",)
    assert transcript.task_id == "task_01jqwthpjaf3kap2dkqnhxfvpr"
    assert transcript.statuses[:3] == (
        Status(kind="queued"),
        Status(kind="running", dots=4),
        Status(kind="progress", value=15, dots=1),
    )
    assert [picture.gen_id for picture in transcript.pictures] == ["gen_01jqwtksnne8mtahpxcdyzna0m"]


def test_an_english_batch_with_download_links_and_places() -> None:
    text = "\n".join(
        [
            '```\n{\n  "prompt": "two \\u0028red\\u0029 cats",\n  "ratio": "3:2",\n  "n": 2\n}\n```\n\n\n',
            "> ID: `task_01jqwthpjaf3kap2dkqnhxfvpr`\n> Queuing. Place 4...\n> Queuing.\n> Generating..\n> Progress 5%..",
            "> Generation complete ✅\n\n> gen_id: `gen_01jqwtksnne8mtahpxcdyzna0m`\n",
            "![gen_01jqwtksnne8mtahpxcdyzna0m](https://h/cdn/20250101/a.png)\n",
            "[Click to download](https://h/cdn/download/20250101/a.png)\n\n> gen_id: `gen_01jqwtvfgkea98036y6gbb345v`\n",
            "![gen_01jqwtvfgkea98036y6gbb345v](https://h/cdn/20250101/b.png)\n",
            "[Click to download](https://h/cdn/download/20250101/b.png)",
        ]
    )
    transcript = read_transcript(text)
    assert transcript is not None
    assert transcript.dialect is EN
    assert transcript.statuses[0] == Status(kind="queued", value=4, dots=2)
    assert transcript.pictures[1].download_url == "https://h/cdn/download/20250101/b.png"
    assert write_transcript(transcript) == text


@pytest.mark.parametrize(
    "text",
    [
        "好的。",
        "> 生成失败 ❌\n> 失败原因：x",
        ANSWERS[0] + " ",
        ANSWERS[0].replace("进度 14%", "进度 99%"),
        ANSWERS[0].replace("\n\n\n\n", "\n"),
        ANSWERS[0].replace("排队中", "等待中"),
    ],
)
def test_what_the_writer_would_not_write_is_no_transcript(text: str) -> None:
    assert read_transcript(text) is None
