"""Where the prints of a tree lie: checked in the browser that runs it, on trees of many shapes."""

from __future__ import annotations

import random
from typing import Any

import pytest
from playwright.sync_api import Page

ARRANGE = """async nodes => {
    const base = document.querySelector("script[type=module]").src.replace("main.js", "");
    const { arrange, lay } = await import(base + "layout.js");
    const found = arrange(nodes), path = document.createElementNS("http://www.w3.org/2000/svg", "path");
    const points = found.edges.map(({ d }) => {
        path.setAttribute("d", d);
        const length = path.getTotalLength();
        return Array.from({ length: Math.ceil(length / 8) + 1 }, (_, at) => path.getPointAtLength(Math.min(length, at * 8))).map(({ x, y }) => [x, y]);
    });
    const strip = lay(nodes, new Set(nodes.slice(-1).map(node => node.id)));
    return { ...found, places: Object.fromEntries(found.places), points, strip: Object.fromEntries(strip.places) };
}"""


def grown(seed: int, size: int) -> list[dict[str, Any]]:
    """A tree that grew at random: mostly from late pictures, now and then new, merged or far back."""
    chance = random.Random(seed)
    nodes: list[dict[str, Any]] = []
    for number in range(size):
        known = [node["id"] for node in nodes]
        kind = chance.random()
        if not known or kind < 0.08:
            parents = []
        elif kind < 0.25 and len(known) > 2:
            parents = chance.sample(known, min(len(known), chance.choice([2, 2, 3])))
        elif kind < 0.5:
            parents = [chance.choice(known)]
        else:
            parents = [chance.choice(known[-4:])]
        aspect = chance.choice([1, 1, 1.5, 0.667, 16 / 9, 4, 0.25])
        nodes.append(
            {
                "id": f"n{number}",
                "parents": parents,
                "aspect": aspect,
                "prompt": f"step {number}",
                "isNamed": True,
            }
        )
    return nodes


@pytest.mark.parametrize("part", range(3))
def test_prints_keep_apart_and_no_line_runs_behind_one(page: Page, part: int) -> None:
    for seed in range(part, 30, 3):
        check(page, grown(seed, 6 + 2 * seed))


def check(page: Page, nodes: list[dict[str, Any]]) -> None:
    found = page.evaluate(ARRANGE, nodes)
    places = found["places"]
    boxes = {
        name: (
            place["x"] - place["width"] / 2,
            place["y"] - place["height"] / 2,
            place["x"] + place["width"] / 2,
            place["y"] + place["height"] / 2,
        )
        for name, place in places.items()
    }
    names = list(boxes)
    for at, one in enumerate(names):
        for other in names[:at]:
            a, b = boxes[one], boxes[other]
            assert a[2] <= b[0] or b[2] <= a[0] or a[3] <= b[1] or b[3] <= a[1], (one, other)
    for node in nodes:
        for parent in node["parents"]:
            assert places[parent]["depth"] < places[node["id"]]["depth"]
            assert boxes[parent][3] < boxes[node["id"]][1]
    edges = [(edge["from"], edge["to"]) for edge in found["edges"]]
    assert sorted(edges) == sorted((parent, node["id"]) for node in nodes for parent in node["parents"])
    assert {ring["id"] for ring in found["rings"]} == {
        node["id"] for node in nodes if len(node["parents"]) > 1
    }
    for (start, end), points in zip(edges, found["points"], strict=True):
        for name, (left, top, right, bottom) in boxes.items():
            if name not in (start, end):
                inside = [(x, y) for x, y in points if left < x < right and top < y < bottom]
                assert inside == [], (start, end, name)
    strip = list(found["strip"].values())
    for at, first in enumerate(strip):
        for second in strip[:at]:
            assert abs(first["x"] - second["x"]) >= min(first["size"], second["size"]) or abs(
                first["y"] - second["y"]
            ) >= min(first["size"], second["size"])


def test_what_is_there_stays_when_the_last_one_goes_on(page: Page) -> None:
    """Drawing on from the tip of a branch moves nothing."""
    nodes = grown(5, 20)
    tip = next(
        node["id"] for node in reversed(nodes) if not any(node["id"] in one["parents"] for one in nodes)
    )
    before = page.evaluate(ARRANGE, nodes)["places"]
    later = {"id": "next", "parents": [tip], "aspect": 1, "prompt": "on", "isNamed": True}
    after = page.evaluate(ARRANGE, [*nodes, later])["places"]
    assert {name: after[name]["y"] for name in before} == {name: before[name]["y"] for name in before}
    assert abs(after["next"]["x"] - after[tip]["x"]) < 1


def test_a_long_line_does_not_overflow_the_stack(page: Page) -> None:
    line = [
        {"id": str(n), "parents": [str(n - 1)] if n else [], "aspect": 1, "prompt": "", "isNamed": False}
        for n in range(2_000)
    ]
    assert page.evaluate(ARRANGE, line)["places"]["1999"]["depth"] == 1999
