"""Whether a prediction is what a written case expects, by the evaluation sets' own rules.

A case accepts its ``expect`` and each ``alt``. An action or ratio may be a list of accepted ones, a ratio also a range
``"0.5..0.8"`` of width to height; None is not judged. An ``alt`` that says nothing of the prompt inherits from ``expect``.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

TOLERANCE = 0.015
"""By how much a ratio may differ, as a share."""
_SHAPE = re.compile(r"\s*(\d+(?:\.\d+)?)\s*[:xX×]\s*(\d+(?:\.\d+)?)\s*")
_RANGE = re.compile(r"([\d.]+)\.\.([\d.]+)")


@dataclass(frozen=True, slots=True)
class Verdict:
    """`call`: action, sources, ratio and number are right. `words`: the prompt says what it must and nothing it must not."""

    call: bool
    words: bool

    @property
    def full(self) -> bool:
        return self.call and self.words


def judge(case: Mapping[str, Any], prediction: Mapping[str, Any]) -> Verdict:
    """The best verdict over all calls that the case accepts."""
    sent = _sent(case)
    verdicts = []
    for one in (case["expect"], *case.get("alt", [])):
        wanted = {**one}
        for name in ("prompt_must_include", "prompt_must_not_include"):
            wanted.setdefault(name, case["expect"].get(name))
        verdicts.append(
            Verdict(_is_call(wanted, prediction, sent), _is_said(wanted, str(prediction.get("prompt") or "")))
        )
    return max(verdicts, key=lambda verdict: (verdict.call, verdict.words))


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _sent(case: Mapping[str, Any]) -> list[str]:
    return [
        part["image_url"]["url"]
        for message in case["messages"]
        if message["role"] == "user" and isinstance(message["content"], list)
        for part in message["content"]
        if part.get("type") == "image_url"
    ]


def _is_call(wanted: Mapping[str, Any], found: Mapping[str, Any], sent: list[str]) -> bool:
    if found["action"] not in _listed(wanted["action"]):
        return False
    if found["action"] == "answer":
        return True
    return (
        {_named(name, sent) for name in found["sources"]}
        == {_named(name, sent) for name in wanted["sources"]}
        and (
            wanted.get("ratio") is None
            or any(_is_shape(one, found["ratio"]) for one in _listed(wanted["ratio"]))
        )
        and (wanted.get("n") is None or found.get("n", 1) == wanted["n"])
    )


def _named(source: str, sent: list[str]) -> str:
    return f"upload:{sent.index(source) + 1}" if source in sent else source.lower()


def _is_shape(wanted: str, found: str) -> bool:
    here = _value(found)
    between = _RANGE.fullmatch(wanted)
    if between:
        return float(between[1]) <= here <= float(between[2])
    there = _value(wanted)
    return abs(here - there) <= TOLERANCE * there


def _value(shape: str) -> float:
    match = _SHAPE.fullmatch(shape)
    return float(match[1]) / float(match[2]) if match else float(shape)


def _is_said(wanted: Mapping[str, Any], prompt: str) -> bool:
    if _listed(wanted["action"]) == ["answer"]:
        return True
    words = _plain(prompt)
    must = wanted.get("prompt_must_include") or []
    must_not = wanted.get("prompt_must_not_include") or []
    return all(any(_plain(one) in words for one in _listed(each)) for each in must) and not any(
        _plain(one) in words for one in must_not
    )


def _plain(text: str) -> str:
    return re.sub(r"\s+", " ", unicodedata.normalize("NFKC", text)).casefold().strip()
