"""The whole server over a real socket, as its clients use it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import numpy as np
import openai
import pytest

from paintover.domain.ids import is_gen_id
from paintover.settings import Settings
from paintover.transcript.reader import read_answer, read_answers
from tests.live import LiveServer
from tests.pixels import changed_box, pixels

GOLDEN = Path(__file__).parent / "golden" / "seed_request.json"
SEED = json.loads(GOLDEN.read_text(encoding="utf-8"))
SAID = [message["content"] for message in SEED["messages"] if message["role"] == "user"]


@pytest.fixture
def client(server: LiveServer) -> Iterator[openai.OpenAI]:
    with server.openai() as opened:
        yield opened


def ask(
    client: openai.OpenAI, messages: list[dict[str, Any]], *, model: str = "gpt-4o-image", stream: bool = True
) -> str:
    """The answer's text; the messages grow by it, as a client's history does."""
    completions: Any = client.chat.completions
    answer = completions.create(model=model, messages=messages, stream=stream)
    if stream:
        text = "".join(chunk.choices[0].delta.content or "" for chunk in answer if chunk.choices)
    else:
        text = answer.choices[0].message.content
    messages.append({"role": "assistant", "content": text})
    return text


def shown(text: str) -> tuple[str, str]:
    """The gen_id and link of an answer's picture."""
    answer = read_answer(text)
    assert answer is not None, text
    assert len(answer.pictures) == 1, text
    picture = answer.pictures[0]
    assert picture.gen_id is not None
    assert picture.url is not None
    return picture.gen_id, picture.url


def call_of(text: str) -> dict[str, Any]:
    """The fenced call."""
    call: dict[str, Any] = json.loads(text.split("```")[1])
    return call


def test_the_seed_posted_to_a_fresh_server(server: LiveServer) -> None:
    with server.http() as client, client.stream("POST", "/v1/chat/completions", json=SEED) as response:
        assert response.status_code == 200
        lines = [line for line in response.iter_lines() if line]
    assert lines[-1] == "data: [DONE]"
    chunks = [json.loads(line[6:]) for line in lines if line.startswith("data: {")]
    text = "".join(chunk["choices"][0]["delta"].get("content") or "" for chunk in chunks)
    assert call_of(text) == {
        "prompt": "锅盖上再加根筷子",
        "ratio": "1:1",
        "gen_id": "gen_01jqwtvfgkea98036y6gbb345v",
    }
    assert text.startswith('```\n{\n  "prompt": "锅盖上再加根筷子",\n  "ratio": "1:1",\n  "gen_id": ')
    assert re.search(
        r"\}\n```\n\n\n\n> ID: `task_\w{26}`\n> 排队中\.+\n> 生成中\.+\n(> 进度 \d+%\.*\n)+> 生成完成 ✅\n\n"
        r"> gen_id: `(gen_\w{26})`\n\n!\[\2\]\((http://\S+\.png)\)\n\n\[点击下载\]\(http://\S+\.png\)$",
        text,
    ), text
    percentages = [int(number) for number in re.findall(r"进度 (\d+)%", text)]
    assert percentages == sorted(set(percentages))
    gen_id, url = shown(text)
    images = [
        chunk["choices"][0]["delta"]["images"] for chunk in chunks if "images" in chunk["choices"][0]["delta"]
    ]
    assert images == [[{"type": "image_url", "image_url": {"url": url}}]]
    with server.http() as client:
        lineage = client.get(f"/v1/generations/{gen_id}/lineage").json()
        assert [node["gen_id"] for node in lineage["nodes"]][:3] == [
            "gen_01jqwte8yjf7haxqc521b7z2wf",
            "gen_01jqwtksnne8mtahpxcdyzna0m",
            "gen_01jqwtvfgkea98036y6gbb345v",
        ]
        assert lineage["root"] == "gen_01jqwte8yjf7haxqc521b7z2wf"
        scene = client.get(f"/v1/generations/{gen_id}").json()["scene"]
        assert [thing["kind"] for thing in scene["objects"]] == [
            "ox",
            "horse",
            "cloth",
            "pot-lid",
            "chopstick",
        ]
        relations = {thing["kind"]: thing["rel"] for thing in scene["objects"] if thing.get("rel")}
        assert relations["cloth"] == {"type": "cover", "to": "o1", "part": "face"}
        assert relations["chopstick"]["to"] == "o4"
        # A second time nothing is restored: the chain is kept.
        before = len(client.get("/v1/generations?limit=100").json()["data"])
        client.post("/v1/chat/completions", json={**SEED, "stream": False})
        assert len(client.get("/v1/generations?limit=100").json()["data"]) == before + 1


@pytest.mark.parametrize(
    ("cut", "drawn", "note"),
    [
        (1, ["ox", "horse", "cloth", "pot-lid", "chopstick"], "照对话重画了 3 张"),
        (2, ["ox", "cloth", "pot-lid", "chopstick"], "对话的开头不在了"),
        (4, ["ox", "pot-lid", "chopstick"], "对话的开头不在了"),
    ],
)
def test_the_seed_without_its_first_messages_on_a_fresh_server(
    tmp_path: Path, cut: int, drawn: list[str], note: str
) -> None:
    settings = Settings(data=str(tmp_path), port=0, fetch_timeout_s=0.5)
    body = {"model": "paintover", "messages": SEED["messages"][cut:]}
    with LiveServer(settings) as fresh, fresh.http() as http:
        answer = http.post("/v1/chat/completions", json=body).json()["choices"][0]["message"]["content"]
        assert note in answer
        scene = http.get(f"/v1/generations/{shown(answer)[0]}").json()["scene"]
    assert [thing["kind"] for thing in scene["objects"]] == drawn


@pytest.mark.parametrize("stream", [True, False])
def test_the_seeds_conversation_turn_by_turn_with_local_edits(
    server: LiveServer, client: openai.OpenAI, stream: bool
) -> None:
    messages: list[dict[str, Any]] = []
    ids: list[str] = []
    pictures: list[Any] = []
    expected_sources = [None, 0, 0, 1, 3]
    for turn, said in enumerate(SAID):
        messages.append({"role": "user", "content": said})
        text = ask(client, messages, stream=stream)
        source = expected_sources[turn]
        assert call_of(text).get("gen_id") == (None if source is None else ids[source])
        assert (
            call_of(text)["prompt"]
            == call_of(
                "".join(message["content"] for message in SEED["messages"][2 * turn + 1 : 2 * turn + 2])
            )["prompt"]
            if turn < 4
            else "锅盖上再加根筷子"
        )
        gen_id, url = shown(text)
        ids.append(gen_id)
        pictures.append(pixels(httpx.get(url, trust_env=False).content))
        if source is not None:
            scene = httpx.get(f"{server.url}/v1/generations/{gen_id}", trust_env=False).json()["scene"]
            added = scene["objects"][-1]["id"]
            left, top, right, bottom = scene["layout"][added]["box"]
            box = changed_box(pictures[source], pictures[turn])
            assert box is not None, "the edit must be seen"
            assert left <= box[0]
            assert top <= box[1]
            assert right >= box[2]
            assert bottom >= box[3]
    assert len(set(ids)) == 5


@pytest.mark.parametrize(
    ("said", "language"),
    [("a red apple on a table", "en"), ("画三只猫", "zh"), ("dos gatos", "en"), ("犬を描いて", "en")],
)
def test_four_languages_get_a_picture_and_a_dialect(
    server: LiveServer, client: openai.OpenAI, said: str, language: str
) -> None:
    messages: list[dict[str, Any]] = [{"role": "user", "content": said}]
    text = ask(client, messages, model="paintover")
    assert ("> Generation complete ✅" in text) == (language == "en")
    gen_id, url = shown(text)
    assert is_gen_id(gen_id)
    assert pixels(httpx.get(url, trust_env=False).content).shape == (1024, 1024, 3)


def test_several_pictures_in_one_answer(server: LiveServer, client: openai.OpenAI) -> None:
    answer = client.chat.completions.create(
        model="paintover", messages=[{"role": "user", "content": "画一只猫，16:9"}], n=3
    )
    text = answer.choices[0].message.content
    assert text is not None
    read = read_answer(text)
    assert read is not None
    assert len(read.pictures) == 3
    shapes = {
        pixels(httpx.get(picture.url or "", trust_env=False).content).shape for picture in read.pictures
    }
    assert shapes == {(768, 1368, 3)}
    assert "%" not in text
    assert answer.usage is not None
    assert answer.usage.total_tokens == answer.usage.prompt_tokens + answer.usage.completion_tokens


@pytest.mark.parametrize("stream", [True, False])
def test_several_calls_are_answered_one_after_the_other(client: openai.OpenAI, *, stream: bool) -> None:
    messages: list[dict[str, Any]] = [
        {"role": "user", "content": "draw three: one cat, one dog in a red hat and one tree in the snow"}
    ]
    first = read_answers(ask(client, messages, stream=stream))
    assert [one.call.prompt for one in first if one.call] == ["cat", "dog in a red hat", "tree in the snow"]
    drawn = [picture.gen_id for one in first for picture in one.pictures]
    assert len(set(drawn)) == 3
    messages.append({"role": "user", "content": "make every picture a watercolour"})
    changed = read_answers(ask(client, messages, stream=stream))
    assert [one.call.sources for one in changed if one.call] == [(gen_id,) for gen_id in drawn]
    assert all(len(one.pictures) == 1 for one in changed)
    messages.append({"role": "user", "content": "the second picture, add a ball"})
    assert call_of(ask(client, messages, stream=stream))["gen_id"] == drawn[1]


def test_the_same_request_with_several_calls_is_drawn_once(server: LiveServer) -> None:
    body = {
        "model": "paintover",
        "messages": [{"role": "user", "content": "画两张：一张猫，一张狗"}],
    }
    headers = {"Idempotency-Key": "several"}
    with httpx.Client(base_url=server.url, timeout=60) as opened:
        answers = [
            opened.post("/v1/chat/completions", json=body, headers=headers).json()["choices"][0]["message"][
                "content"
            ]
            for _ in range(2)
        ]
    assert answers[0] == answers[1]
    assert len(read_answers(answers[0])) == 2


def test_all_that_is_asked_in_the_background_is_accepted(server: LiveServer) -> None:
    body = {"background": True, "messages": [{"role": "user", "content": "画两张：一张船，一张桥"}]}
    with server.http() as http:
        accepted = http.post("/v1/chat/completions", json=body).json()
        (other,) = accepted["beside"]
        asked = [
            http.get(f"/v1/tasks/{task_id}").json()["call"]["prompt"] for task_id in (accepted["id"], other)
        ]
    assert asked == ["船", "桥"]


def test_a_step_back_shows_the_very_picture_and_draws_nothing(
    server: LiveServer, client: openai.OpenAI
) -> None:
    messages: list[dict[str, Any]] = []
    texts = []
    for said in ("画一只猫", "给它戴顶帽子", "撤销"):
        messages.append({"role": "user", "content": said})
        texts.append(ask(client, messages))
    (first, _), (_, _), (again, url) = (shown(text) for text in texts)
    assert call_of(texts[2])["gen_id"] == first != again
    kept = [httpx.get(f"{server.url}/v1/generations/{one}", trust_env=False).json() for one in (first, again)]
    assert kept[0]["scene"] == kept[1]["scene"]
    assert httpx.get(kept[0]["url"], trust_env=False).content == httpx.get(url, trust_env=False).content


def test_a_question_gets_words_and_no_picture(server: LiveServer, client: openai.OpenAI) -> None:
    messages: list[dict[str, Any]] = [{"role": "user", "content": "画一匹马，3:2"}]
    ask(client, messages)
    messages.append({"role": "user", "content": "第一张多大？"})
    text = ask(client, messages)
    assert read_answer(text) is None
    assert "1256" in text
    assert "840" in text


def test_a_picture_that_the_user_sends_is_the_source(server: LiveServer, client: openai.OpenAI) -> None:
    from tests.pixels import png_data_url

    parts = [
        {"type": "text", "text": "给它加个相框"},
        {"type": "image_url", "image_url": {"url": png_data_url(np.full((200, 300, 3), 120, np.uint8))}},
    ]
    messages: list[dict[str, Any]] = [{"role": "user", "content": parts}]
    text = ask(client, messages)
    gen_id, _ = shown(text)
    known = httpx.get(f"{server.url}/v1/generations/{gen_id}", trust_env=False).json()
    source = httpx.get(f"{server.url}/v1/generations/{known['sources'][0]}", trust_env=False).json()
    assert source["origin"] == "uploaded"
    assert (source["width"], source["height"]) == (300, 200)


def test_models_are_listed(server: LiveServer, client: openai.OpenAI) -> None:
    names = {model.id for model in client.models.list()}
    assert {"paintover", "gpt-4o-image", "gpt-4o-image-vip"} <= names


@pytest.mark.parametrize("form", ["{url}", "[点击下载]({download})", "![image]({url})", "{url}?x=1"])
def test_an_answer_of_which_only_the_link_is_left_is_edited(
    server: LiveServer, client: openai.OpenAI, form: str
) -> None:
    gen_id, url = shown(ask(client, [{"role": "user", "content": "画一只猫和一条狗，比例3:2"}]))
    left = form.format(url=url, download=url.replace("/cdn/", "/cdn/download/"))
    text = ask(client, [{"role": "assistant", "content": left}, {"role": "user", "content": "给猫戴上帽子"}])
    assert call_of(text) == {"prompt": "给猫戴上帽子", "ratio": "3:2", "gen_id": gen_id}


def test_a_link_of_ours_in_the_middle_of_a_sentence_is_a_picture(
    server: LiveServer, client: openai.OpenAI
) -> None:
    gen_id, url = shown(ask(client, [{"role": "user", "content": "画一只猫和一条狗，比例3:2"}]))
    download = url.replace("/cdn/", "/cdn/download/")
    left = f"画好了，在这里：{url}，[下载]({download})；喜欢吗？ And see https://elsewhere.example/a.png."
    text = ask(client, [{"role": "assistant", "content": left}, {"role": "user", "content": "给猫戴上帽子"}])
    assert call_of(text) == {"prompt": "给猫戴上帽子", "ratio": "3:2", "gen_id": gen_id}


def test_a_picture_of_ours_that_the_user_sends_back_is_known(
    server: LiveServer, client: openai.OpenAI
) -> None:
    gen_id, url = shown(ask(client, [{"role": "user", "content": "画一只猫和一条狗，比例3:2"}]))
    parts = [{"type": "image_url", "image_url": {"url": url}}, {"type": "text", "text": "给猫戴上帽子"}]
    call = call_of(ask(client, [{"role": "user", "content": parts}]))
    assert (call["gen_id"], call["ratio"]) == (gen_id, "3:2")


def test_an_explicit_call_without_a_ratio_keeps_the_sources(
    server: LiveServer, client: openai.OpenAI
) -> None:
    gen_id, _ = shown(ask(client, [{"role": "user", "content": "画一只猫，21:9"}]))
    said = json.dumps({"prompt": "给猫戴上帽子", "gen_id": gen_id}, ensure_ascii=False)
    assert call_of(ask(client, [{"role": "user", "content": said}]))["ratio"] == "21:9"
