from __future__ import annotations

import pytest

from paintover.api.models import dialect_for, is_own_model, priority_of, routes
from paintover.engines.protocol import Capabilities
from paintover.transcript.grammar import EN, ZH
from tests.api.surface import client_of


@pytest.mark.parametrize("model", ["gpt-4o-image", "gpt-4o-image-vip", "gpt-4o-image-async"])
def test_the_seeds_names_always_speak_chinese(model: str) -> None:
    assert dialect_for(model, "en") is ZH
    assert not is_own_model(model)


def test_our_own_name_and_any_other_follow_the_conversation() -> None:
    assert dialect_for("paintover", "en") is EN
    assert dialect_for("paintover", "zh") is ZH
    assert is_own_model("paintover-async")


def test_vip_goes_first() -> None:
    assert (
        priority_of("gpt-4o-image-vip")
        == priority_of("gpt-4o-image-vip-async")
        > priority_of("gpt-4o-image")
        == 0
    )


async def test_what_may_be_asked_of_a_model_is_told() -> None:
    narrow = Capabilities(
        edits=frozenset({"scene"}),
        max_sources=3,
        sizes=((1024, 1024), (1536, 1024), (1792, 1024)),
        seeds=True,
    )
    wide = Capabilities(redraws=True, quality=True, transparency=True, previews=True)
    known = {"flux": narrow, "gpt-4o-image": wide}
    route = routes(lambda: tuple(known), lambda name: known.get(name, Capabilities()))
    async with client_of(route) as client:
        listed = {one["id"]: one for one in (await client.get("/v1/models")).json()["data"]}
    assert listed["flux"]["capabilities"] == {
        "edits": "own",
        "max_sources": 3,
        "ratios": ["1:1", "3:2", "16:9"],
        "quality": False,
        "seeds": True,
        "transparency": False,
        "previews": False,
    }
    assert listed["gpt-4o-image"]["capabilities"] == {
        "edits": "any",
        "max_sources": 1,
        "ratios": None,
        "quality": True,
        "seeds": False,
        "transparency": True,
        "previews": True,
    }
    assert listed["paintover"]["capabilities"]["edits"] == "none"
    # Another name for our own, unless the operator has given it engines.
    assert {name: one["same_as"] for name, one in listed.items()} == {
        "paintover": None,
        "gpt-4o-image": None,
        "gpt-4o-image-vip": "paintover",
        "flux": None,
    }


async def test_models_are_listed_and_shown() -> None:
    async with client_of(routes(lambda: ("flux", "some/photos", "gpt-4o-image"))) as client:
        listed = (await client.get("/v1/models")).json()
        names = [model["id"] for model in listed["data"]]
        assert names == ["paintover", "gpt-4o-image", "gpt-4o-image-vip", "flux", "some/photos"]
        assert {model["object"] for model in listed["data"]} == {"model"}
        assert (await client.get("/v1/models/some/photos")).json()["id"] == "some/photos"
        assert (await client.get("/v1/models/paintover")).json() == listed["data"][0]
        assert (await client.get("/v1/models/dall-e")).status_code == 404
