"""The picture's fields in chat requests, read alone and sent by the SDK to a whole server."""

from __future__ import annotations

import base64
from typing import Any

import httpx
import openai
import pytest

from paintover.api.chat.fields import read_fields, wants_data_urls
from paintover.api.fields import LARGEST_SIDE
from paintover.domain.call import Call, Output
from paintover.domain.errors import BadRatio, BadRequest
from paintover.domain.ratio import Ratio
from tests.easel import Easel
from tests.pictures import gradient, mask_of, outside, png
from tests.pixels import pixels

MESSAGES: Any = [{"role": "user", "content": "draw an ox"}]


def data_url(image: bytes) -> str:
    """A PNG as requests carry it."""
    return f"data:image/png;base64,{base64.b64encode(image).decode('ascii')}"


WITH_PICTURE: Any = [
    {
        "role": "user",
        "content": [
            {"type": "text", "text": "a red ball"},
            {"type": "image_url", "image_url": {"url": data_url(png(gradient(64, 64)))}},
        ],
    }
]
CALL = Call(action="generate", prompt="an ox", ratio=Ratio(16, 9))


def test_every_field_reaches_the_call() -> None:
    fields = read_fields(
        {
            "n": 2, "seed": 7, "size": "1024x1536", "quality": "hd", "background": "opaque", "output_format": "webp",
            "output_compression": 80, "moderation": "low", "response_format": {"type": "b64_json"},
        }
    )  # fmt: skip
    assert (fields.wishes.n, fields.wishes.seed, fields.wishes.ratio) == (2, 7, Ratio(2, 3))
    call = fields.applied(CALL)
    assert (call.size, call.quality, call.background, call.moderation) == (
        (1024, 1536),
        "high",
        "opaque",
        "low",
    )
    assert call.output == Output(format="webp", compression=80)


def test_a_seed_below_zero_is_one_too() -> None:
    seeds = {read_fields({"seed": seed}).wishes.seed for seed in (-1, -(2**63), -9007199254740991, 0)}
    assert len(seeds) == 3
    assert all(seed is not None and 0 <= seed < 2**63 for seed in seeds)


@pytest.mark.parametrize(
    ("places", "ratio", "size"),
    [
        ([{}, {"aspect_ratio": "16:9"}], Ratio(16, 9), None),
        ([{"ratio": None}, None, {"ratio": "2:3"}], Ratio(2, 3), None),
        ([{"size": "auto"}, {"aspect_ratio": "3:2"}], Ratio(3, 2), None),
        ([{"aspect_ratio": "1:1"}, {"aspect_ratio": "16:9"}], Ratio(1, 1), None),
        ([{}, {"image_size": "512x256"}], Ratio(2, 1), (512, 256)),
        ([{"size": "1K"}], None, None),
        # What cannot be drawn to the pixel tells a shape all the same.
        ([{"size": "10x20"}], Ratio(1, 2), None),
        ([{"size": "9000x9000", "ratio": "3:2"}], Ratio(3, 2), None),
    ],
)
def test_the_shape_wherever_it_stands(
    places: list[dict[str, Any] | None], ratio: Ratio | None, size: tuple[int, int] | None
) -> None:
    if places == [{"size": "1K"}]:
        places = [{}, {"image_size": "1K"}]
    fields = read_fields(*places)
    assert (fields.wishes.ratio, fields.size) == (ratio, size)


def test_a_named_size_is_pixels_in_the_calls_shape() -> None:
    assert read_fields({}, {"image_size": "1K"}).applied(CALL).size is None
    for asked, least in (("2K", 2_700), ("4K", 3_800)):
        size = read_fields({}, {"image_size": asked}).applied(CALL).size
        assert size is not None
        assert least < size[0] <= LARGEST_SIDE
        assert size[0] / size[1] == pytest.approx(16 / 9, rel=0.02)


@pytest.mark.parametrize(
    ("fields", "param"),
    [
        ({"n": 0}, "n"),
        ({"n": "many"}, "n"),
        ({"seed": 2**63}, "seed"),
        ({"quality": "best"}, "quality"),
        ({"quality": 3}, "quality"),
        ({"output_format": "bmp"}, "output_format"),
        ({"output_compression": 101}, "output_compression"),
        ({"background": "green"}, "background"),
        ({"moderation": "off"}, "moderation"),
        ({"size": {"width": 3}}, "size"),
    ],
)
def test_what_is_no_value_is_named(fields: dict[str, Any], param: str) -> None:
    with pytest.raises(BadRequest) as caught:
        read_fields(fields)
    assert caught.value.param == param


@pytest.mark.parametrize(
    ("places", "wants"),
    [
        ([{"response_format": {"type": "b64_json"}}], True),
        ([{}, None, {"response_format": "b64_json"}], True),
        ([{"response_format": {"type": "text"}}, {"response_format": "b64_json"}], False),
        ([{"response_format": {"type": ["b64_json"]}}], False),
        ([{"response_format": 3}], False),
        ([{}], False),
    ],
)
def test_data_urls_are_asked_for(places: list[dict[str, Any] | None], wants: bool) -> None:
    assert wants_data_urls(*places) == wants


@pytest.mark.parametrize("fields", [{"ratio": "0:1"}, {"size": "wide"}, {"size": "1x9000"}])
def test_what_is_no_shape_is_refused(fields: dict[str, Any]) -> None:
    with pytest.raises(BadRatio):
        read_fields(fields)


def test_the_sdk_may_ask_for_all_of_it(client: openai.OpenAI, easel: Easel) -> None:
    create: Any = client.chat.completions.create
    answer = create(
        model="paintover",
        messages=MESSAGES,
        n=2,
        seed=11,
        tools=[{"type": "function", "function": {"name": "look_up", "parameters": {"type": "object"}}}],
        tool_choice="auto",
        moderation={"model": "omni-moderation-latest"},
        parallel_tool_calls=True,
        modalities=["image", "text"],
        response_format={"type": "b64_json"},
        extra_body={
            "image_config": {"aspect_ratio": "2:1"},
            "quality": "low",
            "output_format": "jpeg",
            "extra_body": {"moderation": "low"},
        },
    )
    order = easel.orders[-1]
    assert (order.n, order.seed, order.quality, order.moderation) == (2, 11, "low", "low")
    assert order.width / order.height == pytest.approx(2, rel=0.02)
    message = answer.choices[0].message
    assert message.tool_calls is None
    assert message.content.count("![gen_") == 2
    assert len(message.images) == 2
    for image in message.images:
        head, _, text = image["image_url"]["url"].partition(",")
        assert head == "data:image/jpeg;base64"
        assert pixels(base64.b64decode(text)).shape[:2] == (order.height, order.width)


def test_clients_of_modalities_get_links_unless_they_ask_for_more(
    client: openai.OpenAI, http: httpx.Client
) -> None:
    for response_format, head in ((None, "http://"), ("b64_json", "data:image/png;base64,")):
        create: Any = client.chat.completions.create
        stream = create(
            model="paintover",
            messages=MESSAGES,
            modalities=["image", "text"],
            stream=True,
            stream_options={"include_usage": True},
            extra_body={} if response_format is None else {"response_format": response_format},
        )
        chunks = list(stream)
        shown = [
            image["image_url"]["url"]
            for chunk in chunks
            for choice in chunk.choices
            for image in getattr(choice.delta, "images", None) or ()
        ]
        assert [url[: len(head)] for url in shown] == [head]
        # The text still shows a link, and the usage comes last, in a chunk without choices.
        text = "".join(choice.delta.content or "" for chunk in chunks for choice in chunk.choices)
        assert "](http://" in text
        assert "base64" not in text
        assert chunks[-1].choices == []
        assert chunks[-1].usage.total_tokens > 0


def test_a_size_is_drawn_to_the_pixel(http: httpx.Client, easel: Easel) -> None:
    body = {"messages": MESSAGES, "size": "640x480"}
    assert http.post("/v1/chat/completions", json=body).status_code == 200
    assert (easel.orders[-1].width, easel.orders[-1].height) == (640, 480)


def test_a_background_may_be_a_pictures_or_the_tasks(http: httpx.Client) -> None:
    sent = {"messages": MESSAGES}
    assert http.post("/v1/chat/completions", json={**sent, "background": True}).status_code == 202
    assert http.post("/v1/chat/completions", json={**sent, "background": "opaque"}).status_code == 200
    refused = http.post("/v1/chat/completions", json={**sent, "background": "transparent"})
    assert (refused.status_code, refused.json()["error"]["param"]) == (400, "background")
    # A conversation in which tools were called before, and the answers of tools.
    called = {"id": "c", "type": "function", "function": {"name": "look_up", "arguments": "{}"}}
    messages = [
        {"role": "assistant", "content": None, "tool_calls": [called]},
        {"role": "tool", "tool_call_id": "c", "content": "sunny"},
        *MESSAGES,
    ]
    answer = http.post("/v1/chat/completions", json={"messages": messages, "tool_choice": "required"})
    assert "Generation complete" in answer.json()["choices"][0]["message"]["content"]


def test_a_mask_is_the_place_of_an_edit(client: openai.OpenAI, http: httpx.Client) -> None:
    box = (64, 64, 128, 128)
    image, mask = png(gradient(256, 256)), data_url(mask_of(256, 256, box))
    sent = [
        {"type": "text", "text": "a red ball"},
        {"type": "image_url", "image_url": {"url": data_url(image)}},
    ]
    create: Any = client.chat.completions.create
    for where in ({"mask": mask}, {"image_config": {"mask": {"image_url": mask}}}):
        answer = create(
            model="paintover",
            messages=[{"role": "user", "content": sent}],
            extra_body={**where, "size": "512x300"},
        )
        drawn = pixels(http.get(answer.choices[0].message.images[0]["image_url"]["url"]).content)
        assert drawn.shape[:2] == (256, 256)
        assert (outside(drawn, box) == outside(pixels(image), box)).all()
        assert (drawn != pixels(image)).any()
    # Words that ask for no edit, and even words that ask a question, are about the latest picture.
    conversation = [
        *MESSAGES,
        {"role": "assistant", "content": answer.choices[0].message.content},
        {"role": "user", "content": "what do you see there?"},
    ]
    again = create(model="paintover", messages=conversation, extra_body={"mask": mask})
    assert again.choices[0].message.images


@pytest.mark.parametrize(
    ("messages", "mask", "advice"),
    [
        (MESSAGES, data_url(mask_of(64, 64, (0, 0, 9, 9))), "no picture to edit"),
        (MESSAGES, [data_url(mask_of(64, 64, (0, 0, 9, 9)))] * 2, "One mask"),
        (MESSAGES, {"size": 3}, "names no picture"),
        (WITH_PICTURE, data_url(mask_of(64, 20, (0, 0, 9, 9))), "own size"),
        (WITH_PICTURE, data_url(mask_of(64, 64, (0, 0, 9, 9), alpha=9)), "transparent"),
    ],
)
def test_what_is_no_mask_of_that_picture_is_refused(
    http: httpx.Client, messages: Any, mask: Any, advice: str
) -> None:
    refused = http.post("/v1/chat/completions", json={"messages": messages, "mask": mask})
    assert refused.status_code == 400
    assert refused.json()["error"]["param"] == "mask"
    assert advice in refused.json()["error"]["message"]
