"""`POST /v1/images/edits` and `/v1/images/variations`, as forms and as JSON, with and without masks."""

from __future__ import annotations

import base64
import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import numpy as np
import openai
import pytest
import pyvips

from paintover.settings import Settings
from tests.easel import Easel
from tests.intake.bombs import bombs, honest_files
from tests.live import LiveServer
from tests.pictures import gradient, mask_of, outside, png
from tests.pixels import Pixels, changed_box, pixels, png_data_url
from tests.promises.test_p7_metadata import markers_in, planted

URL = "/v1/images/edits"
PHOTO = png(gradient(640, 480))
BOX = (40, 200, 280, 460)


@pytest.fixture
def artist(server: LiveServer) -> Iterator[openai.OpenAI]:
    """The illustrator's client."""
    with server.openai() as opened:
        yield opened


def drawn(answer: Any) -> tuple[str, bytes]:
    """The gen_id and the file of an answer's only picture."""
    (datum,) = answer.data
    return datum.model_extra["gen_id"], base64.b64decode(datum.b64_json)


# --- forms ------------------------------------------------------------------------------------------------------------


def test_an_uploaded_picture_is_edited(client: openai.OpenAI, http: httpx.Client, easel: Easel) -> None:
    answer = client.images.edit(
        model="gpt-image-2",
        image=io.BytesIO(PHOTO),
        prompt="add a cat",
        input_fidelity="high",
        quality="medium",
        output_format="webp",
        user="somebody",
    )
    gen_id, image = drawn(answer)
    assert answer.size == "1184x888"
    assert pixels(image).shape == (888, 1184, 3)
    (source,) = easel.orders[-1].sources
    assert pixels(source.image).shape == (480, 640, 3)
    assert http.get(f"/v1/generations/{gen_id}").json()["sources"] == [source.gen_id]
    assert http.get(f"/v1/generations/{source.gen_id}").json()["origin"] == "uploaded"
    assert answer.usage is not None
    assert answer.usage.input_tokens_details.image_tokens == 300


def test_sixteen_pictures_in_every_format_keep_their_order(client: openai.OpenAI, easel: Easel) -> None:
    files = list(honest_files().values())
    several = [("picture", files[place % len(files)]) for place in range(16)]
    client.images.edit(image=several, prompt="all of them")
    assert len(easel.orders[-1].sources) == 16
    with pytest.raises(openai.BadRequestError, match="At most 16"):
        client.images.edit(image=[*several, ("one.png", PHOTO)], prompt="too many")


@pytest.mark.parametrize("name", ["image", "image[]", "image[0]"])
def test_every_spelling_of_the_field(http: httpx.Client, easel: Easel, name: str) -> None:
    answer = http.post(URL, data={"prompt": f"as {name}"}, files={name: ("a.png", PHOTO, "image/png")})
    assert answer.status_code == 200, answer.text
    assert len(easel.orders[-1].sources) == 1


def test_numbers_and_flags_of_a_form(http: httpx.Client, easel: Easel) -> None:
    gen_id = http.post("/v1/images/generations", json={"prompt": "an ox"}).json()["data"][0]["gen_id"]
    form = {"prompt": "a form", "n": "2", "seed": "9", "size": "512x256", "stream": "false", "gen_id": gen_id,
            "output_compression": "", "response_format": "url"}  # fmt: skip
    answer = http.post(URL, files={name: (None, value) for name, value in form.items()}).json()
    assert len(answer["data"]) == 2
    assert answer["size"] == "512x256"
    assert easel.orders[-1].seed == 9
    bad = http.post(URL, files={"prompt": (None, "x"), "gen_id": (None, gen_id), "n": (None, "many")})
    assert (bad.status_code, bad.json()["error"]["param"]) == (400, "n")


def test_the_events_of_an_edit(client: openai.OpenAI) -> None:
    events: list[Any] = list(
        client.images.edit(
            image=io.BytesIO(PHOTO), prompt="a stream", stream=True, partial_images=2, size="512x512"
        )
    )
    assert [event.type for event in events] == ["image_edit.partial_image"] * 2 + ["image_edit.completed"]
    assert {event.size for event in events} == {"512x512"}


def test_the_same_form_is_the_same_request_whatever_its_boundary(http: httpx.Client, easel: Easel) -> None:
    before = len(easel.orders)
    keyed = {"Idempotency-Key": "form"}
    first, again = (
        http.post(URL, data={"prompt": "once"}, files={"image": ("a.png", PHOTO)}, headers=keyed)
        for _ in range(2)
    )
    assert first.request.headers["content-type"] != again.request.headers["content-type"]
    assert first.json() == again.json()
    assert len(easel.orders) == before + 1
    other = http.post(
        URL, data={"prompt": "once"}, files={"image": ("a.png", png(gradient(64, 64)))}, headers=keyed
    )
    assert other.status_code == 409


def test_a_picture_of_ours_that_comes_back_is_that_very_picture(
    artist: openai.OpenAI, server: LiveServer
) -> None:
    gen_id, image = drawn(artist.images.generate(prompt="an ox and a horse", size="512x512"))
    edited, after = drawn(
        artist.images.edit(image=("ox.png", image), prompt="put a cloth over the ox's face")
    )
    with server.http() as http:
        told = http.get(f"/v1/generations/{edited}").json()
        assert told["sources"] == [gen_id]
        assert [thing["kind"] for thing in told["scene"]["objects"]] == ["ox", "horse", "cloth"]
        data_url = "data:image/png;base64," + base64.b64encode(image).decode()
        parts = [
            {"type": "text", "text": "put a hat on the horse"},
            {"type": "image_url", "image_url": {"url": data_url}},
        ]
        chat = http.post("/v1/chat/completions", json={"messages": [{"role": "user", "content": parts}]})
        task = http.get(f"/v1/tasks/{chat.headers['x-task-id']}").json()
        assert http.get(f"/v1/generations/{task['gen_ids'][0]}").json()["sources"] == [gen_id]
    assert after != image


def test_what_an_upload_said_about_its_maker_is_gone(client: openai.OpenAI, easel: Easel) -> None:
    for name, file in planted().items():
        client.images.edit(image=(name, file), prompt=f"keep nothing of {name}")
        assert markers_in(easel.orders[-1].sources[0].image) == set()


def test_every_bomb_is_refused(http: httpx.Client) -> None:
    for name, bomb in bombs().items():
        for field in ("image", "mask"):
            files = {"image": ("a.png", PHOTO), field: ("a.png", bomb)}
            answer = http.post(URL, data={"prompt": "x"}, files=files)
            assert answer.status_code == 400, (name, field)
            assert answer.json()["error"]["code"] == "invalid_image"


BOUNDARY = {"Content-Type": "multipart/form-data; boundary=b"}
PART = b'--b\r\nContent-Disposition: form-data; name="%s"\r\n\r\n%s\r\n'


@pytest.mark.parametrize(
    ("headers", "body", "advice"),
    [
        (BOUNDARY, b"", "cut off"),
        (BOUNDARY, b"nonsense", "not a whole form"),
        (BOUNDARY, PART % (b"prompt", b"x"), "cut off"),
        (BOUNDARY, PART % (b"prompt", b"x") + b"--b--\r\n", "no picture"),
        (BOUNDARY, PART % (b"prompt", b"\xff\xfe") + b"--b--\r\n", "UTF-8"),
        (BOUNDARY, PART % (b"prompt", b"x" * 300_000) + b"--b--\r\n", "longer than 256 KiB"),
        (BOUNDARY, PART % (b"x", b"y") * 129 + b"--b--\r\n", "more than 128"),
        (BOUNDARY, b"--b\r\nContent-Disposition: form-data\r\n\r\nx\r\n--b--\r\n", "not a whole form"),
        (BOUNDARY, b"--b\r\n" + b"X-Y: z\r\n" * 100 + b"\r\nx\r\n--b--\r\n", "not a whole form"),
        ({"Content-Type": "multipart/form-data"}, b"--b--\r\n", "boundary"),
        ({"Content-Type": "multipart/form-data; boundary=" + "b" * 999}, b"--b--\r\n", "not a whole form"),
    ],
)  # fmt: skip
def test_a_broken_form_is_a_400(
    http: httpx.Client, headers: dict[str, str], body: bytes, advice: str
) -> None:
    answer = http.post(URL, content=body, headers=headers)
    assert answer.status_code == 400, answer.text
    assert advice in answer.json()["error"]["message"]


@pytest.mark.parametrize("image", [b"", b"no picture", b"<svg xmlns='http://www.w3.org/2000/svg'/>"])
def test_a_file_that_is_no_picture_is_a_400(http: httpx.Client, image: bytes) -> None:
    answer = http.post(URL, data={"prompt": "x"}, files={"image": ("a.png", image)})
    assert (answer.status_code, answer.json()["error"]["code"]) == (400, "invalid_image")


def test_a_form_beyond_the_limit_is_a_413(http: httpx.Client) -> None:
    answer = http.post(URL, data={"prompt": "x"}, files={"image": ("a.png", b"x" * (50 * 2**20))})
    assert answer.status_code == 413


# --- JSON -------------------------------------------------------------------------------------------------------------


def test_pictures_by_every_name_in_json(http: httpx.Client, easel: Easel) -> None:
    first = http.post("/v1/images/generations", json={"prompt": "an ox"}).json()["data"][0]
    data_url = png_data_url(gradient(64, 64))
    given: list[Any] = [
        {"images": [{"image_url": data_url}, {"gen_id": first["gen_id"]}, {"image_url": first["url"]}]},
        {"image": [data_url, first["gen_id"], first["url"]]},
        {"image": data_url, "images": [{"url": first["url"]}], "gen_id": first["gen_id"]},
    ]
    for body in given:
        answer = http.post(URL, json={"prompt": f"join {len(str(body))}", **body})
        assert answer.status_code == 200, answer.text
        assert sorted(source.gen_id == first["gen_id"] for source in easel.orders[-1].sources) == [
            False,
            True,
            True,
        ]
    bare = http.post(URL, json={"prompt": "bare", "image": base64.b64encode(PHOTO).decode()})
    assert bare.status_code == 200


def test_a_link_that_may_not_be_visited_is_a_400(http: httpx.Client) -> None:
    answer = http.post(URL, json={"prompt": "x", "image": "http://127.0.0.1:9/a.png"})
    assert (answer.status_code, answer.json()["error"]["code"]) == (400, "forbidden_address")
    masked = http.post(
        URL, json={"prompt": "x", "image": png_data_url(gradient(64, 64)), "mask": "http://10.0.0.1/a.png"}
    )
    assert (masked.status_code, masked.json()["error"]["code"]) == (400, "forbidden_address")


def test_an_edit_needs_a_picture_and_words(http: httpx.Client) -> None:
    assert http.post(URL, json={"prompt": "x"}).json()["error"]["param"] == "image"
    assert http.post(URL, json={"image": png_data_url(gradient(64, 64))}).json()["error"]["param"] == "prompt"
    several = {"image": [png_data_url(gradient(64, 64))] * 2}
    assert http.post("/v1/images/variations", json=several).json()["error"]["param"] == "image"


def test_a_markup_is_refused_and_not_passed_over(client: openai.OpenAI, http: httpx.Client) -> None:
    with pytest.raises(openai.BadRequestError) as refused:
        client.images.edit(image=("a.png", PHOTO), markup=("m.png", PHOTO), prompt="as marked")
    assert refused.value.param == "markup"
    body = {"prompt": "x", "image": png_data_url(gradient(64, 64)), "markup": "x"}
    assert http.post(URL, json=body).json()["error"]["param"] == "markup"


# --- variations -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("model", ["paintover", "gpt-4o-image"])
def test_variations_are_other_pictures_of_the_same(
    artist: openai.OpenAI, server: LiveServer, model: str
) -> None:
    gen_id, image = drawn(artist.images.generate(prompt="three cats and a dog", size="512x512"))
    with pytest.warns(DeprecationWarning, match="deprecated"):
        answer = artist.images.create_variation(image=("a.png", image), n=2, size="512x512", model=model)
    assert answer.data is not None
    pictures = [base64.b64decode(datum.b64_json or "") for datum in answer.data]
    assert len({image, *pictures}) == 3
    with server.http() as http:
        for datum in answer.data:
            assert datum.model_extra is not None
            told = http.get(f"/v1/generations/{datum.model_extra['gen_id']}").json()
            assert told["sources"] == [gen_id]
            assert told["notes"] == []
            assert sorted(thing["kind"] for thing in told["scene"]["objects"]) == ["cat", "cat", "cat", "dog"]


def test_a_photograph_that_cannot_be_varied_is_said(artist: openai.OpenAI) -> None:
    with (
        pytest.warns(DeprecationWarning, match="deprecated"),
        pytest.raises(openai.BadRequestError) as refused,
    ):
        artist.images.create_variation(image=("a.png", PHOTO))
    assert refused.value.code == "not_drawable"


# --- masks ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("output", ["png", "webp"])
def test_an_engine_that_knows_no_masks_changes_nothing_outside(
    client: openai.OpenAI, easel: Easel, output: Any
) -> None:
    answer = client.images.edit(
        image=("a.png", PHOTO), mask=("m.png", mask_of(640, 480, BOX)), prompt=f"paint {output}",
        output_format=output, size="1024x1024", n=2,
    )  # fmt: skip
    assert easel.orders[-1].mask is None
    assert answer.size == "640x480"
    assert answer.data is not None
    before = pixels(PHOTO)
    for datum in answer.data:
        after = pixels(base64.b64decode(datum.b64_json or ""))
        assert (outside(after, BOX) == outside(before, BOX)).all()
        assert changed_box(before, after) == BOX
        assert datum.model_extra is not None
        assert datum.model_extra["notes"] == ["Only what lies inside the mask was changed"]


def test_previews_hold_the_mask_too(client: openai.OpenAI) -> None:
    events: list[Any] = list(
        client.images.edit(
            image=("a.png", PHOTO), mask=("m.png", mask_of(640, 480, BOX)), prompt="watched", stream=True, partial_images=3
        )
    )  # fmt: skip
    assert len(events) == 4
    for event in events:
        assert event.size == "640x480"
        after = pixels(base64.b64decode(event.b64_json))
        assert (outside(after, BOX) == outside(pixels(PHOTO), BOX)).all()


def test_a_large_photograph_keeps_every_pixel_outside(client: openai.OpenAI, easel: Easel) -> None:
    large, box = gradient(3000, 2000), (500, 500, 900, 900)
    _, image = drawn(
        client.images.edit(
            image=("a.png", png(large)), mask=("m.png", mask_of(3000, 2000, box)), prompt="paint"
        )
    )
    assert easel.orders[-1].width * easel.orders[-1].height <= 2048 * 2048 * 1.01
    assert (outside(pixels(image), box) == outside(large, box)).all()


def test_a_transparent_source_keeps_its_clear_parts(client: openai.OpenAI) -> None:
    source = np.dstack([gradient(100, 80), np.full((80, 100), 255, np.uint8)])
    source[:40, :, 3] = 7
    box = (10, 50, 90, 70)
    _, image = drawn(
        client.images.edit(
            image=("a.png", png(source)), mask=("m.png", mask_of(100, 80, box)), prompt="clear"
        )
    )
    after = raw_pixels(image)
    assert after.shape == (80, 100, 4)
    assert (outside(after, box) == outside(source, box)).all()


def raw_pixels(image: bytes) -> Pixels:
    picture: Any = pyvips.Image.new_from_buffer(image, "")
    return np.frombuffer(picture.write_to_memory(), np.uint8).reshape(
        picture.height, picture.width, picture.bands
    )


def test_a_mask_is_no_picture_of_the_gallery_and_can_be_named_again(http: httpx.Client) -> None:
    first = http.post(
        URL, data={"prompt": "one"}, files={"image": ("a.png", PHOTO), "mask": ("m.png", mask_of(640, 480, BOX))}
    )  # fmt: skip
    task = http.get(f"/v1/tasks/{first.headers['x-task-id']}").json()
    mask = task["call"]["mask"]
    listed = [one["gen_id"] for one in http.get("/v1/generations?limit=100").json()["data"]]
    assert mask not in listed
    assert http.get(f"/v1/generations/{mask}").json()["origin"] == "mask"
    again = http.post(URL, json={"prompt": "two", "image": task["call"]["sources"][0], "mask": mask})
    assert again.status_code == 200
    assert (
        outside(pixels(base64.b64decode(again.json()["data"][0]["b64_json"])), BOX)
        == outside(pixels(PHOTO), BOX)
    ).all()


@pytest.mark.parametrize(
    ("mask", "advice"),
    [
        (png(gradient(640, 480)), "no transparency"),
        (mask_of(640, 480, (0, 0, 0, 0)), "nowhere fully transparent"),
        (mask_of(640, 480, BOX, alpha=1), "nowhere fully transparent"),
        (mask_of(480, 640, BOX), "480 x 640"),
        (b"no picture", "PNG, JPEG"),
    ],
)
def test_a_mask_that_is_none_is_a_400(http: httpx.Client, mask: bytes, advice: str) -> None:
    answer = http.post(URL, data={"prompt": "x"}, files={"image": ("a.png", PHOTO), "mask": ("m.png", mask)})
    assert (answer.status_code, answer.json()["error"]["code"]) == (400, "invalid_image")
    assert advice in answer.json()["error"]["message"]


def test_a_mask_of_another_size_is_stretched_over_its_picture(client: openai.OpenAI) -> None:
    half = mask_of(320, 240, (20, 100, 140, 230))
    _, image = drawn(client.images.edit(image=("a.png", PHOTO), mask=("m.png", half), prompt="half"))
    assert changed_box(pixels(PHOTO), pixels(image)) == (40, 200, 280, 460)


@pytest.mark.parametrize("prompt", ["add a cat", "加一只戴帽子的狗", "加三只鸭子"])
def test_the_illustrator_draws_where_the_mask_is_open(
    artist: openai.OpenAI, server: LiveServer, prompt: str
) -> None:
    box = (30, 330, 230, 500)
    gen_id, image = drawn(
        artist.images.generate(prompt="an ox and a horse", size="512x512", extra_body={"seed": 7})
    )
    edited, after = drawn(
        artist.images.edit(image=("a.png", image), mask=("m.png", mask_of(512, 512, box)), prompt=prompt)
    )
    changed = changed_box(pixels(image), pixels(after))
    assert changed is not None
    assert (outside(pixels(after), box) == outside(pixels(image), box)).all()
    assert (changed[2] - changed[0]) * (changed[3] - changed[1]) > 2000
    with server.http() as http:
        told = http.get(f"/v1/generations/{edited}").json()
        # Nothing had to be taken back, so the next edit still knows what the picture shows.
        assert told["notes"] == []
        assert len(told["scene"]["objects"]) >= 3
        next_one = http.post(URL, json={"prompt": "put a hat on the ox", "gen_id": edited})
        assert next_one.status_code == 200, next_one.text
    assert gen_id != edited


def test_the_illustrator_draws_onto_a_photograph_where_the_mask_is_open(artist: openai.OpenAI) -> None:
    _, image = drawn(
        artist.images.edit(image=("a.png", PHOTO), mask=("m.png", mask_of(640, 480, BOX)), prompt="add a cat")
    )
    changed = changed_box(pixels(PHOTO), pixels(image))
    assert changed is not None
    assert (outside(pixels(image), BOX) == outside(pixels(PHOTO), BOX)).all()
    assert changed[2] - changed[0] > 50


def test_what_lies_outside_the_mask_is_said(artist: openai.OpenAI) -> None:
    _, image = drawn(
        artist.images.generate(prompt="an ox and a horse", size="512x512", extra_body={"seed": 7})
    )
    answer = artist.images.edit(
        image=("a.png", image),
        mask=("m.png", mask_of(512, 512, (0, 0, 20, 20))),
        prompt="put a hat on the ox",
    )
    assert answer.data is not None
    assert answer.data[0].model_extra is not None
    assert answer.data[0].model_extra["notes"] == [
        "What was asked for lies outside the mask, so nothing has changed"
    ]


def test_a_masks_task_survives_a_restart(settings: Settings, tmp_path: Path) -> None:
    closed = Easel(is_open=False)
    with LiveServer(settings, closed) as live, live.http() as http:
        form = {"image": ("a.png", PHOTO), "mask": ("m.png", mask_of(640, 480, BOX))}
        task_id = http.post(f"{URL}?async=true", data={"prompt": "later"}, files=form).json()["task_id"]
    with LiveServer(settings, Easel()) as live, live.http() as http:
        path = f"/v1/images/tasks/{task_id}"
        while (data := http.get(path).json()["data"])["status"] == "IN_PROGRESS":
            http.get(f"/v1/tasks/{task_id}/events", headers={"Accept": "application/json"})
        assert data["status"] == "SUCCESS"
        gen_id = data["data"]["data"][0]["gen_id"]
        link = http.get(f"/v1/generations/{gen_id}").json()["url"]
        after = pixels(http.get(httpx.URL(link).path).content)
        assert (outside(after, BOX) == outside(pixels(PHOTO), BOX)).all()
