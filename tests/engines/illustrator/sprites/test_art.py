from __future__ import annotations

import zipfile

import pytest

from paintover.engines.illustrator.files import FOLDER as ILLUSTRATOR
from paintover.engines.illustrator.kinds import kinds
from paintover.engines.illustrator.sprites import art
from paintover.engines.illustrator.sprites.art import icon_body, icon_names, with_ids

FOLDER = ILLUSTRATOR / "art"


def test_every_kind_has_its_drawing() -> None:
    wanted = {
        name.removeprefix("noto:")
        for kind in kinds().values()
        for name in (kind.art, *kind.variants.values())
        if name.startswith("noto:")
    }
    assert wanted <= icon_names()


def test_bodies_are_plain_drawings() -> None:
    for name in sorted(icon_names()):
        body = icon_body(name)
        assert body.startswith("<")
        assert "<script" not in body
        assert "http" not in body


def test_an_unknown_drawing_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        icon_body("no-such-thing")


def test_the_notice_names_licence_and_version() -> None:
    notice = (FOLDER / "NOTICE").read_text(encoding="utf-8")
    assert "Apache License, Version 2.0" in notice
    for version in art.ART_VERSION.split("+"):
        assert version.partition("-")[2] in notice


def test_every_outline_that_a_kind_names_is_there_and_takes_a_paint() -> None:
    named = {kind.art.removeprefix("mdi:") for kind in kinds().values() if kind.art.startswith("mdi:")}
    assert named
    assert named == art.outline_names()
    assert all("currentColor" in art.outline_body(name) for name in named)


def test_the_archive_depends_on_the_drawings_alone() -> None:
    with zipfile.ZipFile(FOLDER / "noto.zip") as archive:
        entries = archive.infolist()
    assert [entry.filename for entry in entries] == sorted(entry.filename for entry in entries)
    assert {entry.date_time for entry in entries} == {(1980, 1, 1, 0, 0, 0)}


def test_ids_and_references_are_prefixed_together() -> None:
    body = '<linearGradient id="a"/><path fill="url(#a)"/><use xlink:href="#a"/>'
    assert (
        with_ids(body, "p_") == '<linearGradient id="p_a"/><path fill="url(#p_a)"/><use xlink:href="#p_a"/>'
    )
    assert with_ids("<path/>", "p_") == "<path/>"
