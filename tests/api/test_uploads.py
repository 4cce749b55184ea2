"""`/v1/files`, as the `openai` package uses it."""

from __future__ import annotations

import base64
from typing import Any

import httpx
import msgspec
import openai
import pytest

from paintover.domain.ids import is_file_id
from paintover.settings import Settings
from tests.easel import Easel
from tests.intake.bombs import bombs, honest_files
from tests.live import LiveServer
from tests.pictures import gradient, mask_of, outside, png
from tests.pixels import pixels
from tests.promises.test_p7_metadata import markers_in, planted

PHOTO = png(gradient(320, 240))
BOX = (20, 100, 140, 230)


def test_a_file_from_its_upload_to_its_end(client: openai.OpenAI) -> None:
    file = client.files.create(file=("holiday.png", PHOTO), purpose="vision")
    assert is_file_id(file.id)
    assert (file.object, file.filename, file.purpose, file.status) == (
        "file",
        "holiday.png",
        "vision",
        "processed",
    )
    assert file.expires_at is None
    assert client.files.retrieve(file.id) == file
    content = client.files.content(file.id)
    assert content.response.headers["content-type"] == "image/png"
    assert content.response.headers["cache-control"] == "private, no-store"
    assert len(content.content) == file.bytes
    assert (pixels(content.content) == gradient(320, 240)).all()
    assert file in client.files.list().data
    deleted = client.files.delete(file.id)
    assert (deleted.id, deleted.object, deleted.deleted) == (file.id, "file", True)
    for gone in (client.files.retrieve, client.files.content, client.files.delete):
        with pytest.raises(openai.NotFoundError):
            gone(file.id)
    assert file not in client.files.list().data


def test_a_file_is_the_source_and_the_mask_of_an_edit(
    client: openai.OpenAI, http: httpx.Client, easel: Easel
) -> None:
    photo = client.files.create(file=("a.png", PHOTO), purpose="vision")
    mask = client.files.create(file=("m.png", mask_of(320, 240, BOX)), purpose="user_data")
    body = {"prompt": "paint", "images": [{"file_id": photo.id}], "mask": {"file_id": mask.id}}
    answer = http.post("/v1/images/edits", json=body)
    assert answer.status_code == 200, answer.text
    after = pixels(base64.b64decode(answer.json()["data"][0]["b64_json"]))
    assert (outside(after, BOX) == outside(gradient(320, 240), BOX)).all()
    assert (pixels(easel.orders[-1].sources[0].image) == gradient(320, 240)).all()
    assert http.post("/v1/images/generations", json={"prompt": "again", "image": photo.id}).status_code == 200
    # What was made from a file stays when it is deleted.
    client.files.delete(photo.id)
    client.files.delete(mask.id)
    missing = http.post("/v1/images/edits", json={**body, "prompt": "once more"})
    assert (missing.status_code, missing.json()["error"]["code"]) == (404, "not_found")
    drawn = answer.json()["data"][0]["gen_id"]
    source = http.get(f"/v1/generations/{drawn}").json()["sources"][0]
    again = http.post("/v1/images/edits", json={"prompt": "after", "gen_id": source})
    assert again.status_code == 200


def test_a_picture_of_ours_as_a_file_is_that_very_picture(client: openai.OpenAI, http: httpx.Client) -> None:
    answer = client.images.generate(prompt="an ox", output_format="webp")
    assert answer.data is not None
    image = base64.b64decode(answer.data[0].b64_json or "")
    file = client.files.create(file=("ox.webp", image), purpose="vision")
    assert client.files.content(file.id).content == image
    edited = http.post("/v1/images/edits", json={"prompt": "a hat", "image": file.id}).json()["data"][0]
    assert answer.data[0].model_extra is not None
    sources = http.get(f"/v1/generations/{edited['gen_id']}").json()["sources"]
    assert sources == [answer.data[0].model_extra["gen_id"]]


def test_lists_are_paged_in_either_order(settings: Settings) -> None:
    with LiveServer(settings) as live, live.openai() as client:
        made = [
            client.files.create(
                file=(f"{number}.png", png(gradient(64 + number, 64))),
                purpose="user_data" if number % 2 else "vision",
            ).id
            for number in range(7)
        ]
        assert [file.id for file in client.files.list(limit=3, order="asc")] == made
        assert [file.id for file in client.files.list(limit=2)] == made[::-1]
        assert [file.id for file in client.files.list(limit=10_000, purpose="user_data")] == made[1::2][::-1]
        page = client.files.list(limit=3)
        assert page.has_more
        assert [file.id for file in page.data] == made[:-4:-1]
        # A cursor whose file was deleted meanwhile still tells where to go on.
        client.files.delete(made[4])
        assert [file.id for file in client.files.list(after=made[4])] == made[3::-1]


@pytest.mark.parametrize(
    "query",
    [
        "limit=0",
        "limit=x",
        "limit=10001",
        "order=up",
        "after=file_x",
        "after=file_01jqwte8yjf7haxqc521b7z2wf",
    ],
)
def test_a_bad_page_is_a_400(http: httpx.Client, query: str) -> None:
    answer = http.get(f"/v1/files?{query}")
    assert (answer.status_code, answer.json()["error"]["param"]) == (400, query.split("=")[0])


def test_every_format_is_kept_as_its_pixels_alone(client: openai.OpenAI) -> None:
    for name, raw in {**honest_files(), **planted()}.items():
        file = client.files.create(file=(name, raw), purpose="vision")
        content = client.files.content(file.id).content
        assert content.startswith(b"\x89PNG")
        assert markers_in(content) == set()


def test_what_is_no_picture_is_refused(http: httpx.Client) -> None:
    for raw in (*bombs().values(), b"", b"%PDF-1.7", b'{"a": 1}\n'):
        answer = http.post("/v1/files", data={"purpose": "vision"}, files={"file": ("a.png", raw)})
        assert (answer.status_code, answer.json()["error"]["code"]) == (400, "invalid_image")


@pytest.mark.parametrize(
    ("fields", "files", "param"),
    [
        ({"purpose": "fine-tune"}, {"file": ("a.png", PHOTO)}, "purpose"),
        ({}, {"file": ("a.png", PHOTO)}, "purpose"),
        ({"purpose": "vision"}, {"other": ("a.png", PHOTO)}, "file"),
        (
            {"purpose": "vision", "expires_after[seconds]": "7200"},
            {"file": ("a.png", PHOTO)},
            "expires_after",
        ),
        (
            {"purpose": "vision", "expires_after[anchor]": "created_at"},
            {"file": ("a.png", PHOTO)},
            "expires_after",
        ),
        (
            {"purpose": "vision", "expires_after[anchor]": "created_at", "expires_after[seconds]": "60"},
            {"file": ("a.png", PHOTO)},
            "expires_after",
        ),
    ],
)
def test_a_bad_form_is_a_400_that_names_the_field(
    http: httpx.Client, fields: dict[str, str], files: Any, param: str
) -> None:
    answer = http.post("/v1/files", data=fields, files=files)
    assert (answer.status_code, answer.json()["error"]["param"]) == (400, param)


def test_a_file_in_json_is_a_400(http: httpx.Client) -> None:
    answer = http.post("/v1/files", json={"file": "x", "purpose": "vision"})
    assert answer.status_code == 400
    assert "multipart/form-data" in answer.json()["error"]["message"]


def test_an_expiry_is_told(client: openai.OpenAI) -> None:
    file = client.files.create(
        file=("a.png", PHOTO), purpose="vision", expires_after={"anchor": "created_at", "seconds": 3600}
    )
    assert file.expires_at is not None
    assert 3599 <= file.expires_at - file.created_at <= 3601
    assert client.files.retrieve(file.id) == file


@pytest.mark.parametrize(
    ("sent", "kept"),
    [
        ("../../etc/passwd", "passwd"),
        ("C:\\pictures\\cow.png", "cow.png"),
        ("牛.png", "牛.png"),
        ("a\u202egnp.exe", "agnp.exe"),
        ("..", "picture"),
        ("x" * 999, "x" * 255),
    ],
)
def test_a_files_name_is_only_a_name(client: openai.OpenAI, sent: str, kept: str) -> None:
    assert client.files.create(file=(sent, PHOTO), purpose="vision").filename == kept


def test_a_quota_by_number_and_by_bytes(settings: Settings) -> None:
    few = msgspec.structs.replace(settings, owner_file_limit=2)
    with LiveServer(few) as live, live.openai() as client:
        first = client.files.create(file=("a.png", PHOTO), purpose="vision")
        client.files.create(file=("b.png", PHOTO), purpose="vision")
        with pytest.raises(openai.BadRequestError, match="Delete some first") as refused:
            client.files.create(file=("c.png", PHOTO), purpose="vision")
        assert refused.value.code == "quota_exceeded"
        client.files.delete(first.id)
        client.files.create(file=("c.png", PHOTO), purpose="vision")
    small = msgspec.structs.replace(settings, owner_file_bytes=3_000)
    with (
        LiveServer(small) as live,
        live.openai() as client,
        pytest.raises(openai.BadRequestError, match="Delete some first"),
    ):
        client.files.create(file=("a.png", png(gradient(2000, 1500))), purpose="vision")


def test_files_survive_a_restart(settings: Settings) -> None:
    with LiveServer(settings) as live, live.openai() as client:
        file = client.files.create(file=("a.png", PHOTO), purpose="vision")
    with LiveServer(settings) as live, live.openai() as client:
        assert (pixels(client.files.content(file.id).content) == gradient(320, 240)).all()
