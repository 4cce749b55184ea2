from __future__ import annotations

import json
from pathlib import Path

from paintover.tasks.trail import trail_of
from paintover.transcript.messages import read_conversation

GOLDEN = Path(__file__).parents[1] / "golden" / "seed_request.json"
SEED = read_conversation(json.loads(GOLDEN.read_text(encoding="utf-8"))["messages"])
FIRST, CLOTH, LID = (
    "gen_01jqwte8yjf7haxqc521b7z2wf",
    "gen_01jqwtksnne8mtahpxcdyzna0m",
    "gen_01jqwtvfgkea98036y6gbb345v",
)


def test_the_seeds_last_source_has_its_two_ancestors_and_not_its_sibling() -> None:
    steps = trail_of(SEED, [LID])
    assert [step.name for step in steps] == [LID, CLOTH, FIRST]
    assert [step.prompt for step in steps] == ["牛的头上顶着锅盖", "牛的脸上遮个布", "画个牛马"]
    assert steps[0].sources == (CLOTH,)
    assert steps[2].sources == ()
    assert steps[0].url == "https://filesystem.site/cdn/20250403/PZSHoo9fI1pyrvrXmpsNsQFdEfMhWo.png"


def test_unknown_names_have_no_step() -> None:
    assert trail_of(SEED, ["gen_01jqwte8yjf7haxqc521b7z2wz", "upload:1"]) == ()


def test_a_later_turn_cannot_rewrite_an_earlier_picture() -> None:
    messages = json.loads(GOLDEN.read_text(encoding="utf-8"))["messages"]
    forged = json.loads(json.dumps(messages[1]).replace("画个牛马", "画个坏东西"))
    steps = trail_of(read_conversation([*messages, forged]), [FIRST])
    assert [step.prompt for step in steps] == ["画个牛马"]


def test_an_edit_of_an_upload_starts_from_the_upload() -> None:
    picture = {"type": "image_url", "image_url": {"url": "data:image/png;base64,AAAA"}}
    answer = json.loads(GOLDEN.read_text(encoding="utf-8"))["messages"][1]
    conversation = read_conversation(
        [
            {"role": "user", "content": [{"type": "text", "text": "加个框"}, picture]},
            answer,
            {"role": "user", "content": "再改"},
        ]
    )
    steps = trail_of(conversation, [FIRST])
    assert [step.name for step in steps] == [FIRST, "upload:1"]
    assert steps[1].url == "data:image/png;base64,AAAA"


def test_a_circle_ends() -> None:
    def turn(gen_id: str, source: str) -> dict[str, str]:
        text = json.loads(GOLDEN.read_text(encoding="utf-8"))["messages"][3]["content"]
        return {"role": "assistant", "content": text.replace(FIRST, source).replace(CLOTH, gen_id)}

    conversation = read_conversation([turn(FIRST, LID), turn(LID, FIRST)])
    assert {step.name for step in trail_of(conversation, [FIRST])} == {FIRST, LID}
