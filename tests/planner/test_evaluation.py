from __future__ import annotations

import json
from pathlib import Path

import pytest

from paintover.planner.evaluation import call_as_json, predict, predict_file
from tests.planner.conversations import KITES, asked, gen, planned


def test_a_prediction_has_the_fields_of_the_format() -> None:
    case = {"id": "a", "messages": [*KITES, asked("做个版画", "https://a.example/me.jpg")]}
    assert predict(case) == {
        "id": "a", "action": "edit", "sources": ["upload:1"], "ratio": "1:1", "n": 1, "prompt": "做个版画",
    }  # fmt: skip


def test_a_file_is_predicted_line_by_line(tmp_path: Path) -> None:
    gold, out = tmp_path / "gold.jsonl", tmp_path / "out.jsonl"
    lines = [json.dumps({"id": name, "messages": [asked("a fox")]}) for name in ("a", "b")]
    gold.write_text("\n".join(lines) + "\n\n", encoding="utf-8")
    seen: list[tuple[int, int]] = []
    assert predict_file(gold, out, lambda done, total: seen.append((done, total))) == 2
    assert [json.loads(line)["id"] for line in out.read_text(encoding="utf-8").splitlines()] == ["a", "b"]
    assert seen == [(1, 2), (2, 2)]


@pytest.mark.parametrize("line", ["{", "[]", '{"id": "a"}', '{"messages": []}'])
def test_a_bad_line_is_named(tmp_path: Path, line: str) -> None:
    gold = tmp_path / "gold.jsonl"
    gold.write_text(line, encoding="utf-8")
    with pytest.raises(ValueError, match="Line 1"):
        predict_file(gold, tmp_path / "out.jsonl")


def test_a_printed_plan_is_json_with_its_reasons() -> None:
    printed = json.loads(
        json.dumps(call_as_json(planned(KITES, "第二张里的雨衣改成黄色")), ensure_ascii=False)
    )
    assert printed["gen_id"] == gen(2)
    assert printed["evidence"]["rule"] == "ordinal"
    assert printed["evidence"]["chosen"][0]["because"] == "第 2 张：给熊穿件雨衣"


def test_several_sources_and_questions_are_printed() -> None:
    merged = call_as_json(planned(KITES, "把第三张的熊放到灯塔旁边"))
    assert merged["sources"] == [gen(3), gen(4)]
    assert call_as_json(planned(KITES, "第二张多大？"))["question"] == {"topic": "size", "about": [gen(2)]}
