"""Scenes as SVG documents."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET

import msgspec
import numpy as np
import pytest
import pyvips

from paintover.engines.illustrator.drawing.render import draw
from paintover.engines.illustrator.drawing.svg import sanitised, svg_of
from paintover.engines.illustrator.editing.compose import compose_scene
from paintover.engines.illustrator.grammar.parse import language_of
from paintover.engines.illustrator.scene import Scene
from paintover.engines.illustrator.staging.layout import arrange, scene_size

PROMPTS = (
    "一只戴红帽子的猫说“你好”，旁边一个碗里有一个苹果",
    "a ship on the sea at night",
    'a girl riding a horse in the snow, with the text "Hello"',
    "an ox with a cloth over its face and a pot lid on its head",
    "雨中的街道，两只狗",
    "a theremin and a cat with a backpack",
)


def scene_of(prompt: str) -> Scene:
    return arrange(compose_scene(prompt, ratio="3:2", seed=5, language=language_of(prompt)).scene)


@pytest.mark.parametrize("prompt", PROMPTS)
def test_it_shows_what_the_picture_shows(prompt: str) -> None:
    made = draw(scene_of(prompt))
    written = svg_of(made.scene, made.width, made.height)
    shown = pyvips.Image.svgload_buffer(written, unlimited=True).flatten().numpy()
    assert shown.shape == made.pixels.shape
    small, other = shown[::8, ::8].astype(int), made.pixels[::8, ::8].astype(int)
    assert np.abs(small - other).mean() < 12
    for placement in made.scene.layout.values():
        x0, y0, x1, y1 = placement.box
        assert np.abs(shown[y0:y1, x0:x1].astype(int) - made.pixels[y0:y1, x0:x1]).mean() < 42


@pytest.mark.parametrize("prompt", PROMPTS)
def test_it_stands_alone(prompt: str) -> None:
    scene = scene_of(prompt)
    written = svg_of(scene, *scene_size(scene))
    root = ET.fromstring(written)
    ids = [element.get("id") for element in root.iter() if element.get("id")]
    assert len(ids) == len(set(ids))
    known = set(ids)
    for element in root.iter():
        assert isinstance(element.tag, str)
        assert not re.search(r"script|style|foreignObject|iframe|animate", element.tag)
        for name, value in element.attrib.items():
            assert not name.lower().startswith("on")
            if name.endswith("href"):
                assert value.startswith(("data:image/png;base64,", "#"))
            for reference in re.findall(r"url\(([^)]*)\)", value):
                assert reference.startswith("#")
                assert reference[1:] in known


def test_the_same_scene_gives_the_same_document() -> None:
    scene = scene_of(PROMPTS[0])
    assert svg_of(scene, 600, 400) == svg_of(Scene.from_json(scene.to_json()), 600, 400)


def test_a_clear_scene_has_no_ground() -> None:
    scene = msgspec.structs.replace(scene_of("一只猫"), clear=True)
    image = pyvips.Image.svgload_buffer(svg_of(scene, *scene_size(scene))).numpy()
    assert image[0, 0, 3] == 0
    assert (image[..., 3] == 255).any()


HOSTILE = (
    '<script>alert(1)</script>', '<g onload="alert(1)"/>', '<image href="https://example.org/x.png"/>',
    '<image xlink:href="file:///etc/passwd" xmlns:xlink="http://www.w3.org/1999/xlink"/>', '<style>@import url(x)</style>',
    '<foreignObject><body xmlns="http://www.w3.org/1999/xhtml"/></foreignObject>', '<a href="javascript:alert(1)"><path/></a>',
    '<rect fill="url(https://example.org/#a)"/>', '<use href="https://example.org/#a"/>', '<set attributeName="onload" to="x"/>',
    '<image href="data:image/svg+xml;base64,PHN2Zy8+"/>', '<rect style="background:url(//example.org)"/>',
    '<x:script xmlns:x="http://www.w3.org/1999/xhtml">alert(1)</x:script>', '<g><g><script/></g></g>', "<animate/>",
)  # fmt: skip


@pytest.mark.parametrize("content", HOSTILE)
def test_whatever_could_run_or_load_is_dropped(content: str) -> None:
    cleaned = sanitised(f'<svg xmlns="http://www.w3.org/2000/svg"><rect/>{content}</svg>'.encode())
    assert not re.search(
        rb"script|onload|alert|example\.org|passwd|style|foreign|animate|<set|svg\+xml", cleaned
    )
    assert b"<rect" in cleaned


@pytest.mark.parametrize(
    "document", [b"<svg", b'<!DOCTYPE svg [<!ENTITY a "b">]><svg>&a;</svg>', b"<svg><!-- x --></svg>", b""]
)
def test_what_is_no_plain_document_is_refused(document: bytes) -> None:
    with pytest.raises(ValueError, match=r"XML|document"):
        sanitised(document)
