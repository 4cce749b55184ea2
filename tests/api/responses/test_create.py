"""`POST /v1/responses` and what belongs to it, as the `openai` package uses it."""

from __future__ import annotations

import base64
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
from tests.pictures import gradient, mask_of, outside, png
from tests.pixels import pixels

TOOL: Any = {"type": "image_generation"}
NOBODY = "01jqwte8yjf7haxqc521b7z2wz"
BOX = (64, 64, 128, 128)


def with_tool(**fields: Any) -> Any:
    """The tool with these fields."""
    return [{**TOOL, **fields}]


def call_of(response: Any, place: int = 0) -> Any:
    """The picture at that place of the output."""
    item = response.output[place]
    assert item.type == "image_generation_call"
    return item


def content_of(item: Any) -> bytes:
    return base64.b64decode(item.result)


def data_url(image: bytes) -> str:
    return "data:image/png;base64," + base64.b64encode(image).decode()


def said(text: str, *parts: dict[str, Any]) -> Any:
    return {"role": "user", "content": [{"type": "input_text", "text": text}, *parts]}


def sources_of(http: httpx.Client, item: Any) -> list[str]:
    found: list[str] = http.get(f"/v1/generations/{item.gen_id}").json()["sources"]
    return found


def test_a_picture_with_everything_that_the_tool_can_say(
    client: openai.OpenAI, http: httpx.Client, easel: Easel
) -> None:
    answer = client.responses.create(
        model="gpt-6-astra",
        input="an ox and a horse",
        instructions="Be kind.",
        tools=[
            {
                "type": "image_generation", "size": "1536x1024", "quality": "low", "background": "opaque",
                "output_format": "webp", "output_compression": 80, "moderation": "low", "input_fidelity": "high",
                "model": "gpt-image-2",
            },
            {"type": "web_search"},
        ],
        tool_choice={"type": "image_generation"},
        metadata={"album": "farm"},
        user="somebody",
        temperature=0.5,
        max_output_tokens=100,
    )  # fmt: skip
    assert (answer.object, answer.status, answer.error) == ("response", "completed", None)
    assert (answer.model, answer.metadata, answer.user) == ("gpt-6-astra", {"album": "farm"}, "somebody")
    assert (answer.instructions, answer.temperature) == ("Be kind.", 0.5)
    assert [tool.type for tool in answer.tools] == ["image_generation", "web_search"]
    item = call_of(answer)
    assert item.id.startswith("ig_")
    assert (item.status, item.action, item.revised_prompt) == ("completed", "generate", "an ox and a horse")
    assert (item.size, item.quality, item.background, item.output_format) == (
        "1536x1024",
        "low",
        "opaque",
        "webp",
    )
    assert pixels(content_of(item)).shape == (1024, 1536, 3)
    assert str(pyvips.Image.new_from_buffer(content_of(item), "").get("vips-loader")) == "webpload_buffer"
    assert is_gen_id(item.gen_id)
    link = http.get(f"/v1/generations/{item.gen_id}").json()["url"]
    assert f"![{item.gen_id}]({link})" in answer.output_text
    assert http.get(link).content == content_of(item)
    assert answer.usage is not None
    assert answer.usage.total_tokens == answer.usage.input_tokens + answer.usage.output_tokens > 0
    assert answer.tool_usage is not None
    assert answer.tool_usage.image_gen.output_tokens == 1536 * 1024 // 1024
    order = easel.orders[-1]
    assert (order.quality, order.width, order.height, order.model) == ("low", 1536, 1024, "gpt-image-2")
    again = client.responses.retrieve(answer.id)
    assert again.to_dict() == answer.to_dict()


async def test_the_asynchronous_client_gets_the_same(live: LiveServer) -> None:
    http = openai.DefaultAsyncHttpxClient(trust_env=False, timeout=60)
    async with openai.AsyncOpenAI(
        base_url=f"{live.url}/v1", api_key="none", max_retries=0, http_client=http
    ) as client:
        first = await client.responses.create(model="paintover", input="a cat, asynchronously", tools=[TOOL])
        found = await client.responses.retrieve(first.id)
        assert found.output_text == first.output_text
        events = await client.responses.create(
            input="give it a hat", previous_response_id=first.id, stream=True
        )
        kinds = [event.type async for event in events]
        assert (kinds[0], kinds[-1]) == ("response.created", "response.completed")
        async with client.responses.stream(
            model="paintover", input="give it a red scarf", previous_response_id=first.id
        ) as stream:
            final = await stream.get_final_response()
        assert call_of(final).action == "edit"
        assert [item.id async for item in client.responses.input_items.list(first.id)]
        await client.responses.delete(first.id)
        with pytest.raises(openai.NotFoundError):
            await client.responses.retrieve(first.id)


def test_two_that_go_on_from_the_same_one_are_branches(client: openai.OpenAI, http: httpx.Client) -> None:
    root = client.responses.create(input="画个牛马")
    left = client.responses.create(input="牛的脸上遮个布", previous_response_id=root.id)
    right = client.responses.create(input="马的脸上遮个布", previous_response_id=root.id)
    leaf = client.responses.create(input="再加一顶帽子", previous_response_id=left.id)
    assert [sources_of(http, call_of(one)) for one in (root, left, right, leaf)] == [
        [],
        [call_of(root).gen_id],
        [call_of(root).gen_id],
        [call_of(left).gen_id],
    ]
    assert (left.previous_response_id, leaf.previous_response_id) == (root.id, left.id)
    lineage = http.get(f"/v1/generations/{call_of(leaf).gen_id}/lineage?direction=all").json()
    assert {node["gen_id"] for node in lineage["nodes"]} == {
        call_of(one).gen_id for one in (root, left, right, leaf)
    }


def test_a_picture_is_a_source_by_the_id_of_its_call(client: openai.OpenAI, http: httpx.Client) -> None:
    """In all the ways in which clients write it, and long after the response itself is gone."""
    first = client.responses.create(input="an ox in the snow")
    other = client.responses.create(input="a horse in the rain")
    client.responses.delete(first.id)
    gen_id, name = call_of(first).gen_id, call_of(first).id
    words: Any = {"role": "user", "content": "make it look real"}
    ways: list[Any] = [
        [words, {"type": "image_generation_call", "id": name}],
        [{"type": "image_generation_call", "id": name}, words],
        [words, {"type": "item_reference", "id": name}],
        [words, {"id": name}],
        [words, {"type": "image_generation_call", "id": gen_id}],
        [said("make it look real", {"type": "input_image", "gen_id": gen_id})],
        [words, call_of(first).to_dict()],
        [{"role": "user", "content": "an ox in the snow"}, *(item.to_dict() for item in first.output), words],
    ]
    for items in ways:
        answer = client.responses.create(input=items)
        assert sources_of(http, call_of(answer)) == [gen_id], items
    # It is what the words are about, whatever came before.
    behind: Any = [words, {"type": "image_generation_call", "id": name}]
    named = client.responses.create(input=behind, previous_response_id=other.id)
    assert sources_of(http, call_of(named)) == [gen_id]


def test_pictures_come_as_data_by_link_and_as_files(client: openai.OpenAI, http: httpx.Client) -> None:
    image = png(gradient(96, 64))
    file = client.files.create(file=("a.png", image), purpose="vision")
    sent = client.responses.create(
        input=[
            said("put a hat on it", {"type": "input_image", "image_url": data_url(image), "detail": "auto"})
        ]
    )
    (source,) = sources_of(http, call_of(sent))
    assert call_of(sent).action == "edit"
    link = http.get(f"/v1/generations/{source}").json()["url"]
    for part in (
        {"type": "input_image", "file_id": file.id, "detail": "low"},
        {"type": "input_image", "image_url": link},
        {"type": "input_file", "file_data": data_url(image)},
    ):
        answer = client.responses.create(input=[said(f"put a hat on it, {part['type']}", part)])
        assert sources_of(http, call_of(answer)) == [source]
    # What is listed of it holds a link, not the bytes; and it can be gone back to in a later turn.
    (item,) = client.responses.input_items.list(sent.id)
    assert item.type == "message"
    assert [part.type for part in item.content] == ["input_text", "input_image"]
    assert link in str(item)
    later = client.responses.create(input="make my picture darker instead", previous_response_id=sent.id)
    assert call_of(later).action == "edit"


def test_a_mask_is_the_place(client: openai.OpenAI) -> None:
    image, mask = png(gradient(256, 256)), mask_of(256, 256, BOX)
    tools = with_tool(size="512x512", input_image_mask={"image_url": data_url(mask)})
    answer = client.responses.create(
        input=[said("a red ball", {"type": "input_image", "image_url": data_url(image)})], tools=tools
    )
    item = call_of(answer)
    assert (item.action, item.size) == ("edit", "256x256")
    drawn = pixels(content_of(item))
    assert (outside(drawn, BOX) == outside(pixels(image), BOX)).all()
    assert "base64" not in str(answer.tools)
    for body, advice in (
        ({"input": "a red ball"}, "no picture to edit"),
        (
            {"input": [said("a", {"type": "input_image", "image_url": data_url(png(gradient(64, 20)))})]},
            "256",
        ),
    ):
        with pytest.raises(openai.BadRequestError, match=advice):
            client.responses.create(**body, tools=tools)


def test_the_tools_action_and_choice_are_obeyed_over_the_words(
    client: openai.OpenAI, http: httpx.Client
) -> None:
    first = client.responses.create(input="an ox in a field")
    generate: Any = {**TOOL, "action": "generate"}
    edit: Any = {**TOOL, "action": "edit"}
    anew = client.responses.create(input="give it a hat", previous_response_id=first.id, tools=[generate])
    assert (call_of(anew).action, sources_of(http, call_of(anew))) == ("generate", [])
    edited = client.responses.create(input="Draw a ship", previous_response_id=first.id, tools=[edit])
    assert sources_of(http, call_of(edited)) == [call_of(first).gen_id]
    with pytest.raises(openai.BadRequestError, match="no picture to edit"):
        client.responses.create(input="a ship with an edit", tools=[edit])
    asked = "how many pictures are there?"
    words = client.responses.create(input=asked, previous_response_id=first.id)
    assert [item.type for item in words.output] == ["message"]
    assert "one picture" in words.output_text
    assert client.responses.retrieve(words.id).output_text == words.output_text
    drawn = client.responses.create(input=asked, previous_response_id=first.id, tool_choice="required")
    assert call_of(drawn).status == "completed"
    choices: list[Any] = [
        {"type": "allowed_tools", "mode": "required", "tools": [TOOL]},
        {"type": "image_generation"},
    ]
    for choice in choices:
        drawn = client.responses.create(input=asked, previous_response_id=words.id, tool_choice=choice)
        assert call_of(drawn).status == "completed"
    silent = client.responses.create(input="Draw a ship", tool_choice="none")
    assert [item.type for item in silent.output] == ["message"]


def test_several_pictures_are_several_items(client: openai.OpenAI, http: httpx.Client) -> None:
    answer = client.responses.create(input="draw three pictures of a cat")
    assert [item.type for item in answer.output] == ["image_generation_call"] * 3 + ["message"]
    names = [item.id for item in answer.output[:3]]
    assert len(set(names)) == 3
    assert answer.output_text.count("![gen_") == 3
    items: Any = [said("give it a hat"), {"type": "item_reference", "id": names[1]}]
    again = client.responses.create(input=items)
    assert sources_of(http, call_of(again)) == [call_of(answer, 1).gen_id]
    counted = client.responses.create(input="a dog", tools=with_tool(n=2, seed=3))
    assert len(counted.output) == 3


def test_different_things_in_one_request(client: openai.OpenAI, http: httpx.Client) -> None:
    first = client.responses.create(input="画一头牛")
    answer = client.responses.create(
        input="分别给它戴上红色的帽子和蓝色的围巾", previous_response_id=first.id, background=True
    )
    while answer.status in ("queued", "in_progress"):
        answer = client.responses.retrieve(answer.id)
    calls = [item for item in answer.output if item.type == "image_generation_call"]
    assert len({item.id for item in calls}) == len(calls) >= 1
    for item in calls:
        assert sources_of(http, item) == [call_of(first).gen_id]


def test_what_is_not_stored_is_told_and_forgotten(client: openai.OpenAI, http: httpx.Client) -> None:
    answer = client.responses.create(input="a cat that nobody keeps", store=False)
    assert answer.status == "completed"
    with pytest.raises(openai.NotFoundError):
        client.responses.retrieve(answer.id)
    with pytest.raises(openai.NotFoundError):
        client.responses.create(input="give it a hat", previous_response_id=answer.id)
    with pytest.raises(openai.BadRequestError, match="store"):
        client.responses.create(input="a cat", store=False, background=True)
    # The client keeps the conversation then, and sends it again.
    history: Any = [
        {"role": "user", "content": "a cat that nobody keeps"},
        *(item.to_dict() for item in answer.output),
    ]
    later = client.responses.create(
        input=[*history, {"role": "user", "content": "give it a hat"}], store=False
    )
    assert sources_of(http, call_of(later)) == [call_of(answer).gen_id]


def test_what_was_deleted_is_gone_and_its_pictures_are_not(client: openai.OpenAI, http: httpx.Client) -> None:
    first = client.responses.create(input="画一头鹿")
    second = client.responses.create(input="加一顶帽子", previous_response_id=first.id)
    third = client.responses.create(input="再加一条围巾", previous_response_id=second.id)
    assert http.delete(f"/v1/responses/{second.id}").json() == {
        "id": second.id,
        "object": "response",
        "deleted": True,
    }
    for gone in (
        http.get(f"/v1/responses/{second.id}"),
        http.delete(f"/v1/responses/{second.id}"),
        http.post(f"/v1/responses/{second.id}/cancel"),
        http.get(f"/v1/responses/{second.id}/input_items"),
        http.get(f"/v1/responses/{second.id}?stream=true"),
    ):
        assert gone.status_code == 404
        assert gone.json()["error"]["param"] == "response_id"
    assert http.get(f"/v1/generations/{call_of(second).gen_id}").status_code == 200
    assert client.responses.retrieve(third.id).output_text == third.output_text
    # Whoever goes on from a later one still has what was before.
    fourth = client.responses.create(input="回到第一张，加一把伞", previous_response_id=third.id)
    assert sources_of(http, call_of(fourth)) == [call_of(first).gen_id]


def test_in_the_background(client: openai.OpenAI, http: httpx.Client, easel: Easel) -> None:
    easel.gate.clear()
    try:
        answer = client.responses.create(input="a slow ship", background=True)
        assert answer.status in ("queued", "in_progress")
        assert (answer.output, answer.usage, answer.background) == ([], None, True)
        with pytest.raises(openai.BadRequestError, match="still being drawn"):
            client.responses.create(input="give it a flag", previous_response_id=answer.id)
        cancelled = client.responses.cancel(answer.id)
        assert cancelled.status == "cancelled"
        assert [item.type for item in cancelled.output] == ["image_generation_call"]
        assert call_of(cancelled).status == "failed"
        assert client.responses.cancel(answer.id).to_dict() == cancelled.to_dict()
        deleted = client.responses.create(input="another slow ship", background=True)
        task_id = deleted.id.replace("resp_", "task_")
        client.responses.delete(deleted.id)
        assert http.get(f"/v1/tasks/{task_id}").json()["state"] == "cancelled"
    finally:
        easel.gate.set()
    done = client.responses.create(model="paintover-async", input="a quick ship")
    while done.status in ("queued", "in_progress"):
        done = client.responses.retrieve(done.id)
    assert call_of(done).result
    assert client.responses.cancel(done.id).status == "completed"


def test_how_a_response_fails(client: openai.OpenAI, easel: Easel) -> None:
    easel.errors.append(Refused("No."))
    with pytest.raises(openai.BadRequestError, match="No") as refused:
        client.responses.create(input="a cat that is refused")
    assert (refused.value.type, refused.value.code) == ("image_generation_user_error", "moderation_blocked")
    response_id = refused.value.response.headers["x-task-id"].replace("task_", "resp_")
    kept = client.responses.retrieve(response_id)
    assert (kept.status, call_of(kept).error.code) == ("failed", "moderation_blocked")
    for error, code, own in (
        (BadPicture("Too dark."), "invalid_image", "invalid_image"),
        (RuntimeError("a bug"), "server_error", "engine_failed"),
    ):
        easel.errors.append(error)
        answer = client.responses.create(input=f"a cat that fails: {own}")
        assert answer.status == "failed"
        assert answer.error is not None
        assert (answer.error.code, bool(answer.error.message)) == (code, True)
        item = call_of(answer)
        assert (item.status, item.result, item.error.code) == ("failed", None, own)
        # Going on from it is going on from nothing.
        later = client.responses.create(input="画一只狗", previous_response_id=answer.id)
        assert call_of(later).action == "generate"


def test_some_pictures_without_the_others(client: openai.OpenAI, easel: Easel) -> None:
    easel.spoiled = frozenset({1})
    try:
        answer = client.responses.create(input="a cat, incompletely", tools=with_tool(n=3))
    finally:
        easel.spoiled = frozenset()
    assert (answer.status, answer.error) == ("incomplete", None)
    assert answer.incomplete_details is not None
    assert [item.status for item in answer.output[:3]] == ["completed", "failed", "completed"]  # type: ignore[union-attr]
    assert "This one cannot be drawn." in answer.output_text


def test_a_retry_is_not_drawn_again(client: openai.OpenAI, http: httpx.Client, easel: Easel) -> None:
    key = {"Idempotency-Key": "responses-once"}
    drawn = len(easel.orders)
    first = client.responses.create(input="a cat, once", extra_headers=key)
    again = client.responses.create(input="a cat, once", extra_headers=key)
    assert again.to_dict() == first.to_dict()
    assert len(easel.orders) == drawn + 1
    with pytest.raises(openai.ConflictError):
        client.responses.create(input="a dog, once", extra_headers=key)
    # An answer in words is the same one, too.
    asked, key_of_words = "how many pictures are there?", {"Idempotency-Key": "words-once"}
    words = [client.responses.create(input=asked, extra_headers=key_of_words) for _ in range(2)]
    assert words[0].to_dict() == words[1].to_dict()
    with pytest.raises(openai.ConflictError):
        client.responses.create(input="a dog, once", extra_headers=key_of_words)
    # What was deleted does not come back by it, though it is told once more.
    client.responses.delete(first.id)
    told = client.responses.create(input="a cat, once", extra_headers=key)
    assert told.output_text == first.output_text
    with pytest.raises(openai.NotFoundError):
        client.responses.retrieve(first.id)
    # Without a key a second wish in the same words is another wish.
    assert client.responses.create(input="a cat, once").id != first.id


def test_the_items_of_a_request_are_listed(client: openai.OpenAI, http: httpx.Client) -> None:
    ship = call_of(client.responses.create(input="a ship at sea"))
    items: Any = [
        {"role": "developer", "content": "Be kind."},
        {"type": "reasoning", "id": "rs_1", "summary": []},
        {"role": "user", "content": "first"},
        {"role": "assistant", "content": [{"type": "output_text", "text": "yes?", "annotations": []}]},
        {"type": "image_generation_call", "id": ship.id, "result": None, "status": "completed"},
        {"role": "user", "content": [{"type": "input_text", "text": "give it a flag"}]},
    ]
    answer = client.responses.create(input=items)
    listed = list(client.responses.input_items.list(answer.id, order="asc", limit=2))
    assert [item.type for item in listed] == ["message"] * 3 + ["image_generation_call", "message"]
    assert [item.role for item in listed if item.type == "message"] == [
        "developer",
        "user",
        "assistant",
        "user",
    ]
    assert listed[3].id == ship.id
    backwards = list(client.responses.input_items.list(answer.id))
    assert [item.id for item in backwards] == [item.id for item in reversed(listed)]
    referred = client.responses.create(
        input=[{"id": listed[-1].id or ""}, {"type": "item_reference", "id": ship.id}]
    )
    assert sources_of(http, call_of(referred)) == [ship.gen_id]
    for query in ("limit=0", "after=nothing", "order=sideways"):
        assert http.get(f"/v1/responses/{answer.id}/input_items?{query}").status_code == 400


@pytest.mark.parametrize(
    ("body", "param", "advice"),
    [
        ({}, "input", "say what to draw"),
        ({"input": ""}, "input", "say what to draw"),
        ({"input": []}, "input", "say what to draw"),
        ({"input": 3}, "input", "str"),
        ({"input": [3]}, "input[0]", "object"),
        ({"input": [{"content": "x"}]}, "input[0]", "role"),
        ({"input": [{"role": "wizard", "content": "x"}]}, "input[0]", "role"),
        ({"input": [{"role": "user", "content": [7]}]}, "input[0].content[0]", "type"),
        ({"input": [{"role": "user", "content": " "}]}, "input", "empty"),
        ({"input": [{"role": "developer", "content": "x"}]}, "input", "user message"),
        ({"input": [said("x", {"type": "input_image"})]}, "input[0].content[1]", "image_url"),
        ({"input": [said("x", {"type": "input_image", "image_url": "data:,"})]}, None, ""),
        ({"input": [said("x", {"type": "input_audio"})]}, "input[0].content[1]", "words"),
        ({"input": [said("x"), *[{"type": "image_generation_call", "result": data_url(png(gradient(8, 8)))}] * 130]},
         "input", "At most 128"),
        ({"input": "x", "conversation": "conv_1"}, "conversation", "previous_response_id"),
        ({"input": "x", "prompt": {"id": "pmpt_1"}}, "prompt", "input"),
        ({"input": "x", "metadata": {"a": "b" * 513}}, "metadata", "512"),
        ({"input": "x", "metadata": {"a": 3}}, "metadata", "str"),
        ({"input": "x", "tool_choice": "maybe"}, "tool_choice", "required"),
        ({"input": "x", "tools": [{**TOOL, "size": "1x1"}]}, "size", "64"),
        ({"input": "x", "tools": [{**TOOL, "size": 3}]}, "tools", "size"),
        ({"input": "x", "tools": [{**TOOL, "output_format": "gif"}]}, "output_format", "webp"),
        ({"input": "x", "tools": [{**TOOL, "background": "transparent"}]}, "background", "opaque"),
        ({"input": "x", "tools": [{**TOOL, "partial_images": 4}]}, "partial_images", "3"),
        ({"input": "x", "tools": [{**TOOL, "action": "paint"}]}, "action", "edit"),
        ({"input": "x", "tools": [{**TOOL, "n": 99}]}, "n", "At most"),
        ({"input": "x", "tools": [{**TOOL, "input_image_mask": {}}]}, "input_image_mask", "file_id"),
        ({"input": "x", "webhook": {"url": "ftp://nowhere", "secret": "s"}}, "webhook", ""),
        ({"input": "x" * 5_000_000}, "store", "MiB"),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_request(
    http: httpx.Client, body: dict[str, Any], param: str | None, advice: str
) -> None:
    answer = http.post("/v1/responses", json=body)
    assert answer.status_code == 400, answer.text
    error = answer.json()["error"]
    assert advice in error["message"]
    if param is not None:
        assert error["param"] == param


@pytest.mark.parametrize("body", [b"", b"[", b'{"input": "\xff"}', b"[" * 60_000])
def test_what_is_no_json_is_told_so(http: httpx.Client, body: bytes) -> None:
    answer = http.post("/v1/responses", content=body, headers={"Content-Type": "application/json"})
    assert answer.status_code == 400


def test_nobodys_names_are_not_found(client: openai.OpenAI) -> None:
    sent: Any = {"role": "user", "content": "give it a hat"}
    bodies: list[dict[str, Any]] = [
        {"input": "x", "previous_response_id": f"resp_{NOBODY}"},
        {"input": "x", "previous_response_id": "anything"},
        {"input": [sent, {"type": "image_generation_call", "id": f"ig_{NOBODY}"}]},
        {"input": [sent, {"type": "item_reference", "id": "rs_1"}]},
        {"input": [sent, {"type": "item_reference", "id": f"msg_{NOBODY}_3"}]},
    ]
    for body in bodies:
        with pytest.raises(openai.NotFoundError):
            client.responses.create(**body)
    # A picture that failed elsewhere is no reason to refuse the conversation that it stands in.
    failed: Any = {"type": "image_generation_call", "id": "ig_elsewhere", "status": "failed", "result": None}
    answer = client.responses.create(input=[said("画一只猫"), failed, said("再试一次")])
    assert call_of(answer).status == "completed"


def test_too_many_open_answers(tmp_path_factory: pytest.TempPathFactory) -> None:
    easel = Easel(is_open=False)
    settings = Settings(data=str(tmp_path_factory.mktemp("open")), port=0, owner_stream_limit=1)
    with LiveServer(settings, easel) as live, live.http() as http:
        body = {"input": "a cat", "stream": True}
        with http.stream("POST", "/v1/responses", json=body) as first:
            assert first.status_code == 200
            refused = http.post("/v1/responses", json={"input": "a dog"})
            assert refused.status_code == 429
            assert refused.json()["error"]["type"] == "rate_limit_error"
            told = http.post("/v1/responses", json={"input": "a dog", "background": True})
            assert told.status_code == 200
            assert "x-ratelimit-limit-requests" in told.headers
            assert http.get(f"/v1/responses/{told.json()['id']}?stream=true").status_code == 429
            easel.gate.set()
            first.read()
