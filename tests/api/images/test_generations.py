"""`POST /v1/images/generations` and its tasks, as the `openai` package and the relays' clients use them."""

from __future__ import annotations

import base64
import json
import threading
from typing import Any

import httpx
import openai
import pytest
import pyvips

from paintover.domain.errors import BadPicture, Refused
from paintover.domain.ids import is_gen_id
from paintover.settings import Settings
from tests.easel import Easel
from tests.live import LiveServer
from tests.pixels import pixels

NOBODY = "gen_01jqwte8yjf7haxqc521b7z2wz"
URL = "/v1/images/generations"


def loader_of(image: bytes) -> str:
    return str(pyvips.Image.new_from_buffer(image, "").get("vips-loader"))


def content_of(datum: Any) -> bytes:
    return base64.b64decode(datum.b64_json)


def test_a_picture_with_everything_that_the_sdk_can_say(
    client: openai.OpenAI, http: httpx.Client, easel: Easel
) -> None:
    answer = client.images.generate(
        model="gpt-image-2",
        prompt="an ox and a horse",
        n=2,
        size="1024x1536",
        quality="low",
        background="opaque",
        moderation="low",
        output_format="png",
        user="somebody",
        safety_identifier="somebody",
        extra_body={"seed": 7},
    )
    assert (answer.size, answer.quality, answer.background) == ("1024x1536", "low", "opaque")
    assert answer.data is not None
    assert len(answer.data) == 2
    for datum in answer.data:
        assert datum.url is not None
        assert pixels(content_of(datum)).shape == (1536, 1024, 3)
        assert http.get(datum.url).content == content_of(datum)
        assert datum.model_extra is not None
        generation = http.get(f"/v1/generations/{datum.model_extra['gen_id']}").json()
        assert (generation["prompt"], generation["ratio"]) == ("an ox and a horse", "2:3")
    assert answer.usage is not None
    assert answer.usage.input_tokens == answer.usage.input_tokens_details.text_tokens == 5
    assert answer.usage.output_tokens == 2 * 1024 * 1536 // 1024
    assert answer.usage.total_tokens == answer.usage.input_tokens + answer.usage.output_tokens
    order = easel.orders[-1]
    assert (order.seed, order.quality, order.width, order.height) == (7, "low", 1024, 1536)


@pytest.mark.parametrize("wanted", [None, "url", "b64_json"])
def test_an_event_has_the_picture_and_its_link_whatever_was_asked_for(
    client: openai.OpenAI, wanted: Any
) -> None:
    asked = {} if wanted is None else {"response_format": wanted}
    (event,) = client.images.generate(prompt=f"a cow as {wanted}", stream=True, user="somebody", **asked)
    told: Any = event
    assert (told.type, told.safety_identifier) == ("image_generation.completed", "somebody")
    assert pixels(base64.b64decode(told.b64_json)).shape[:2] == (1024, 1024)
    assert told.url.endswith(".png")


@pytest.mark.parametrize(("wanted", "has"), [("url", (True, False)), ("b64_json", (False, True))])
def test_the_response_format_is_what_was_asked_for(
    client: openai.OpenAI, wanted: Any, has: tuple[bool, bool]
) -> None:
    answer = client.images.generate(prompt=f"a cat as {wanted}", response_format=wanted)
    assert answer.data is not None
    (datum,) = answer.data
    assert (datum.url is not None, datum.b64_json is not None) == has
    assert datum.model_extra is not None
    assert is_gen_id(datum.model_extra["gen_id"])


@pytest.mark.parametrize(
    ("fields", "loader", "extension"),
    [
        ({"output_format": "png"}, "pngload_buffer", ".png"),
        ({"output_format": "jpeg", "output_compression": 60}, "jpegload_buffer", ".jpg"),
        ({"output_format": "webp", "output_compression": 60}, "webpload_buffer", ".webp"),
        ({"output_format": "webp"}, "webpload_buffer", ".webp"),
    ],
)
def test_the_file_has_the_format_that_was_asked_for(
    client: openai.OpenAI, http: httpx.Client, fields: dict[str, Any], loader: str, extension: str
) -> None:
    answer = client.images.generate(prompt=f"a cat as {fields}", **fields)
    assert answer.output_format == fields["output_format"]
    assert answer.data is not None
    assert answer.data[0].url is not None
    assert answer.data[0].url.endswith(extension)
    linked = http.get(answer.data[0].url)
    assert linked.content == content_of(answer.data[0])
    assert linked.headers["content-type"] == f"image/{fields['output_format']}"
    assert loader_of(linked.content) == loader


def test_a_smaller_quality_makes_a_smaller_file(server: LiveServer) -> None:
    with server.openai() as client:
        sizes = []
        for compression in (100, 80, 10):
            answer = client.images.generate(
                prompt="a cat", output_format="jpeg", output_compression=compression, size="512x512",
                extra_body={"seed": 3},
            )  # fmt: skip
            assert answer.data is not None
            sizes.append(len(content_of(answer.data[0])))
    assert sizes == sorted(sizes, reverse=True)
    assert sizes[0] > 2 * sizes[1]


@pytest.mark.parametrize(
    ("fields", "shape"),
    [
        ({"size": "auto"}, (1024, 1024)),
        ({"ratio": "3:2"}, (840, 1256)),
        ({"aspect_ratio": "16:9", "size": "1024x1024"}, (768, 1368)),
        ({"ratio": "1:2", "size": "512x1024"}, (1024, 512)),
        ({"size": "16:9"}, (768, 1368)),
        ({"size": "256x256"}, (256, 256)),
    ],
)
def test_size_and_ratio(http: httpx.Client, fields: dict[str, Any], shape: tuple[int, int]) -> None:
    answer = http.post(URL, json={"prompt": f"a cat in {fields}", **fields}).json()
    assert answer["size"] == f"{shape[1]}x{shape[0]}"
    assert pixels(base64.b64decode(answer["data"][0]["b64_json"])).shape[:2] == shape


@pytest.mark.parametrize(
    ("prompt", "size", "words"),
    [
        ("三只猫在夕阳下，16:9", "1368x768", "三只猫在夕阳下"),
        ("three cats at sunset, 16:9", "1368x768", "three cats at sunset"),
        ("three cats at sunset", "1024x1024", "three cats at sunset"),
    ],
)
def test_without_a_field_the_words_tell_the_shape(
    http: httpx.Client, prompt: str, size: str, words: str
) -> None:
    answer = http.post(URL, json={"prompt": prompt, "response_format": "url"}).json()
    assert answer["size"] == size
    assert answer["data"][0]["revised_prompt"] == words


def test_a_field_is_stronger_than_the_words(http: httpx.Client) -> None:
    body = {"prompt": "three cats, 16:9", "size": "1024x1024", "response_format": "url"}
    assert http.post(URL, json=body).json()["size"] == "1024x1024"


def test_the_words_are_drawn_as_they_are_written(http: httpx.Client, easel: Easel) -> None:
    said = 'what is in the last picture? {"gen_id": "x"} 再来四张'
    assert http.post(URL, json={"prompt": said}).json()["data"][0]["revised_prompt"] == said
    assert (easel.orders[-1].prompt, easel.orders[-1].n) == (said, 1)


def test_a_gen_id_is_a_source(http: httpx.Client, easel: Easel) -> None:
    first = http.post(URL, json={"prompt": "an ox", "size": "640x480", "response_format": "url"}).json()
    source = first["data"][0]["gen_id"]
    again = http.post(
        URL, json={"prompt": "a cloth over its face", "gen_id": source, "response_format": "url"}
    ).json()
    assert again["size"] == "640x480"
    assert [one.gen_id for one in easel.orders[-1].sources] == [source]
    drawn = again["data"][0]["gen_id"]
    edges = http.get(f"/v1/generations/{drawn}/lineage").json()["edges"]
    assert edges == [{"parent": source, "child": drawn}]
    assert again["usage"]["input_tokens_details"]["image_tokens"] == 300
    wide = http.post(
        URL, json={"prompt": "wider", "gen_id": source, "ratio": "2:1", "response_format": "url"}
    ).json()
    assert wide["size"] == "1448x728"


def test_a_stream_tells_unfinished_pictures_and_then_the_picture(client: openai.OpenAI) -> None:
    events: list[Any] = list(
        client.images.generate(
            prompt="an ox, streamed", stream=True, partial_images=2, output_format="webp", size="512x512", n=2
        )
    )
    kinds = [(event.type.removeprefix("image_generation."), event.model_extra["index"]) for event in events]
    assert kinds == [
        ("partial_image", 0), ("partial_image", 0), ("completed", 0),
        ("partial_image", 1), ("partial_image", 1), ("completed", 1),
    ]  # fmt: skip
    assert [event.partial_image_index for event in events if hasattr(event, "partial_image_index")] == [
        0,
        1,
        0,
        1,
    ]
    for event in events:
        assert (event.output_format, event.background, event.quality) == ("webp", "opaque", "high")
        assert event.size == "512x512"
        assert loader_of(base64.b64decode(event.b64_json)) == "webpload_buffer"
        assert pixels(base64.b64decode(event.b64_json)).shape == (512, 512, 3)
    done = [event for event in events if event.type.endswith("completed")]
    assert [event.usage.input_tokens for event in done] == [4, 4]
    assert all(is_gen_id(event.model_extra["gen_id"]) for event in done)


@pytest.mark.parametrize("asked", [0, None])
def test_a_stream_without_previews_is_the_picture_alone(client: openai.OpenAI, asked: int | None) -> None:
    events = list(client.images.generate(prompt=f"an ox {asked}", stream=True, partial_images=asked))
    assert [event.type for event in events] == ["image_generation.completed"]


async def test_the_asynchronous_client(live: LiveServer) -> None:
    async with openai.AsyncOpenAI(base_url=f"{live.url}/v1", api_key="none", max_retries=0) as client:
        answer = await client.images.generate(prompt="a cat, awaited")
        assert answer.data is not None
        assert content_of(answer.data[0]).startswith(b"\x89PNG")
        stream = await client.images.generate(prompt="a cat, awaited", stream=True, partial_images=1)
        assert [event.type async for event in stream] == [
            "image_generation.partial_image",
            "image_generation.completed",
        ]


def test_the_illustrator_shows_its_work(server: LiveServer) -> None:
    with server.openai() as client:
        events: list[Any] = list(
            client.images.generate(prompt="an ox and a horse", stream=True, partial_images=3, size="512x512")
        )
    pictures = [pixels(base64.b64decode(event.b64_json)) for event in events]
    assert [event.type.rsplit(".", 1)[1] for event in events] == ["partial_image"] * 3 + ["completed"]
    differing = [int((picture != pictures[-1]).any(axis=2).sum()) for picture in pictures]
    assert differing == sorted(differing, reverse=True)
    assert differing[0] > differing[1] > 0


def test_a_task_that_fails_is_an_http_error(client: openai.OpenAI, http: httpx.Client, easel: Easel) -> None:
    easel.errors = [Refused("This server does not draw that. Ask for something else.")]
    with pytest.raises(openai.BadRequestError) as refused:
        client.with_options(max_retries=2).images.generate(prompt="something bad")
    assert refused.value.code == "moderation_blocked"
    assert refused.value.type == "image_generation_user_error"
    task = http.get(f"/v1/images/tasks/{refused.value.response.headers['x-task-id']}").json()["data"]
    assert (task["status"], task["fail_reason"]) == (
        "FAILURE",
        "This server does not draw that. Ask for something else.",
    )
    before = len(easel.orders)
    easel.errors = [ZeroDivisionError("a bug")]
    with pytest.raises(openai.APIStatusError) as broken:
        client.with_options(max_retries=2).images.generate(prompt="something broken")
    assert broken.value.status_code == 502
    assert len(easel.orders) == before + 1
    easel.errors = [BadPicture("It cannot be read.")]
    with pytest.raises(openai.APIError, match="cannot be read"):
        list(client.images.generate(prompt="something broken", stream=True))


def test_what_is_missing_of_a_batch_costs_only_itself(client: openai.OpenAI, easel: Easel) -> None:
    easel.spoiled = frozenset({1})
    try:
        answer = client.images.generate(prompt="a cat, not always", n=3)
        events = list(client.images.generate(prompt="a cat, not always streamed", n=3, stream=True))
    finally:
        easel.spoiled = frozenset()
    assert answer.data is not None
    assert len(answer.data) == 2
    assert [event.type for event in events] == ["image_generation.completed"] * 2


def test_a_cancelled_task_is_not_drawn_again_by_the_clients_retry(settings: Settings) -> None:
    easel = Easel(is_open=False)
    with LiveServer(settings, easel) as live, live.http() as http, live.openai() as client:
        failures: list[openai.APIStatusError] = []

        def ask() -> None:
            with pytest.raises(openai.APIStatusError) as error:
                client.with_options(max_retries=2).images.generate(prompt="a cat")
            failures.append(error.value)

        asking = threading.Thread(target=ask)
        asking.start()
        tasks: list[Any] = []
        while not tasks:
            tasks = http.get("/v1/tasks").json()["data"]
        http.post(f"/v1/tasks/{tasks[0]['id']}/cancel")
        asking.join()
        assert failures[0].code == "cancelled"
        assert len(http.get("/v1/tasks").json()["data"]) == 1


def test_async_in_the_relays_words(settings: Settings) -> None:
    easel = Easel(is_open=False)
    with LiveServer(settings, easel) as live, live.http() as http:
        answer = http.post(f"{URL}?async=true", json={"model": "gpt-4o-image", "prompt": "画一只猫"})
        assert answer.status_code == 200
        told = answer.json()
        assert told["task_id"] == told["data"] == told["id"]
        path = f"/v1/images/tasks/{told['task_id']}"
        assert answer.headers["location"] == path
        waiting = http.get(path).json()["data"]
        assert waiting["status"] == "IN_PROGRESS"
        assert waiting["data"] is None
        easel.gate.set()
        while (polled := http.get(path).json())["data"]["status"] == "IN_PROGRESS":
            assert polled["data"]["progress"].endswith("%")
        data = polled["data"]
        assert polled["code"] == "success"
        assert (data["status"], data["progress"], data["fail_reason"]) == ("SUCCESS", "100%", "")
        assert data["submit_time"] <= data["start_time"] <= data["finish_time"]
        (picture,) = data["data"]["data"]
        assert http.get(picture["url"]).status_code == 200
        assert data["result_url"] == picture["url"]
        suffixed = http.post(URL, json={"model": "paintover-async", "prompt": "a cat"}).json()
        assert suffixed["status"] == "submitted"
        both = http.post(f"{URL}?async=1", json={"prompt": "a cat", "stream": True})
        assert (both.status_code, both.json()["error"]["param"]) == (400, "stream")


def test_an_idempotency_key_is_one_task_and_belongs_to_its_path(http: httpx.Client, easel: Easel) -> None:
    before = len(easel.orders)
    keyed = {"Idempotency-Key": "once"}
    first, again = (http.post(URL, json={"prompt": "a cat, once"}, headers=keyed) for _ in range(2))
    assert first.json() == again.json()
    assert len(easel.orders) == before + 1
    assert http.post(URL, json={"prompt": "another"}, headers=keyed).status_code == 409
    same_words = {"prompt": "a cat, once", "messages": [{"role": "user", "content": "a cat, once"}]}
    assert http.post("/v1/chat/completions", json=same_words, headers=keyed).status_code == 409


def test_every_surface_counts_the_owners_open_answers(settings: Settings) -> None:
    easel = Easel(is_open=False)
    limited = Settings(data=settings.data, port=0, owner_stream_limit=1)
    with LiveServer(limited, easel) as live, live.http() as http:
        body = {"prompt": "a cat", "stream": True}
        with http.stream("POST", URL, json=body) as open_one:
            assert open_one.status_code == 200
            chat = {"messages": [{"role": "user", "content": "a cat"}]}
            assert http.post("/v1/chat/completions", json=chat).status_code == 429
            assert http.post(URL, json={"prompt": "a dog"}).status_code == 429
            assert http.post(f"{URL}?async=true", json={"prompt": "a dog"}).status_code == 200
            easel.gate.set()
            open_one.read()


BAD: list[tuple[bytes, str | None, str]] = [
    (b"", None, "JSON"),
    (b"{", None, "JSON"),
    (b"[]", None, "images request"),
    (b"\xff\xfe", None, "JSON"),
    (b"{}", "prompt", "empty"),
    (b'{"prompt": " \\n"}', "prompt", "empty"),
    (b'{"prompt": 3}', "prompt", "images request"),
    (b'{"prompt": "' + b"x" * 32_001 + b'"}', "prompt", "longer"),
    (b'{"prompt": "x", "n": 0}', "n", "at least 1"),
    (b'{"prompt": "x", "n": 9}', "n", "At most 8"),
    (b'{"prompt": "x", "n": 1.5}', "n", "images request"),
    (b'{"prompt": "x", "seed": -1}', "seed", "whole number"),
    (b'{"prompt": "x", "size": "huge"}', "size", "3:2"),
    (b'{"prompt": "x", "size": "0x0"}', "size", "above zero"),
    (b'{"prompt": "x", "size": "32x32"}', "size", "64 to 4096"),
    (b'{"prompt": "x", "size": "4104x4096"}', "size", "64 to 4096"),
    (b'{"prompt": "x", "size": "4096x512"}', "size", "between"),
    (b'{"prompt": "x", "ratio": "wide"}', "ratio", "3:2"),
    (b'{"prompt": "x", "quality": "best"}', "quality", "auto, low"),
    (b'{"prompt": "x", "background": "pink"}', "background", "transparent"),
    (b'{"prompt": "x", "background": "transparent"}', "background", "opaque"),
    (b'{"prompt": "x", "output_format": "svg"}', "output_format", "webp"),
    (b'{"prompt": "x", "output_compression": 101}', "output_compression", "0 to 100"),
    (b'{"prompt": "x", "partial_images": 4}', "partial_images", "0 to 3"),
    (b'{"prompt": "x", "response_format": "gif"}', "response_format", "b64_json"),
    (b'{"prompt": "x", "image": 5}', "image", "gen_id"),
    (b'{"prompt": "x", "image": [{}]}', "image", "gen_id"),
    (b'{"prompt": "x", "image": "data:image/png;base64,aGVsbG8="}', None, "PNG, JPEG"),
    (b'{"prompt": "x", "mask": "data:image/png;base64,aGVsbG8="}', "image", "mask needs"),
    (b'{"prompt": "x", "webhook": {"url": "http://10.0.0.1/", "secret": "s"}}', None, ""),
    (b'{"prompt": "x", "y": ' + b"[" * 5000 + b"]" * 5000 + b"}", None, "JSON"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("body", "param", "advice"), BAD, ids=[body[:50].decode("latin-1") for body, _, _ in BAD]
)
def test_a_bad_body_is_a_400_that_names_the_field(
    http: httpx.Client, body: bytes, param: str | None, advice: str
) -> None:
    response = http.post(URL, content=body, headers={"Content-Type": "application/json"})
    assert response.status_code == 400, response.text
    error = response.json()["error"]
    assert set(error) == {"message", "type", "param", "code"}
    assert error["type"] == "invalid_request_error"
    assert advice in error["message"]
    if param is not None:
        assert error["param"] == param
    assert http.get("/healthz").status_code == 200


def test_a_picture_of_nobodys_is_a_404(http: httpx.Client) -> None:
    error = http.post(URL, json={"prompt": "x", "gen_id": NOBODY})
    assert error.status_code == 404
    assert error.json()["error"]["code"] == "not_found"


def test_a_lone_surrogate_is_drawn_or_refused_and_never_breaks(http: httpx.Client) -> None:
    body = json.dumps({"prompt": "a cat \ud800"}).encode()
    assert http.post(URL, content=body, headers={"Content-Type": "application/json"}).status_code in (
        200,
        400,
    )
