"""Links by which others look, as those who make them and those who follow them see them."""

from __future__ import annotations

import json
import re
from typing import Any

import httpx
import pytest

from paintover.store import shares as module
from tests.live import LiveServer


def drawn(http: httpx.Client, words: str, *before: dict[str, str]) -> str:
    body = {"messages": [*before, {"role": "user", "content": words}]}
    answer = http.post("/v1/chat/completions", json=body)
    assert answer.status_code == 200, answer.text
    text: str = answer.json()["choices"][0]["message"]["content"]
    return text


def gens(text: str) -> list[str]:
    return re.findall(r"> gen_id: `(\w+)`", text)


def kept(http: httpx.Client, name: str, *turns: dict[str, Any]) -> None:
    http.delete(f"/v1/conversations/{name}")
    assert http.put(f"/v1/conversations/{name}", json={"turns": list(turns)}).status_code == 201


def a_turn(number: int, said: str, text: str, **fields: Any) -> dict[str, Any]:
    return {"id": str(number), "said": said, "text": text, "state": "done", "key": "secret-key", **fields}


def shared(http: httpx.Client, **what: Any) -> dict[str, Any]:
    made = http.post("/v1/shares", json=what)
    assert made.status_code == 201, made.text
    link: dict[str, Any] = made.json()
    return link


def path_of(link: dict[str, Any]) -> str:
    path: str = httpx.URL(link["url"]).path
    assert re.fullmatch(r"/s/[0-9A-Za-z_-]{32}", path)
    return path


@pytest.fixture
def talk(http: httpx.Client) -> dict[str, Any]:
    """A conversation of two pictures, the second made from the first, and a picture that is no part of it."""
    first = drawn(http, "画一只猫")
    before = [{"role": "user", "content": "画一只猫"}, {"role": "assistant", "content": first}]
    second = drawn(http, "加顶帽子", *before)
    other = drawn(http, "画别的")
    link = re.findall(r"\((http\S+/cdn/\S+)\)", other)[0]
    kept(
        http,
        "x",
        a_turn(1, "画一只猫", first, because="没有别的图"),
        a_turn(2, f"加顶帽子 {link}", second, task="task_secret", facts={"evil": 1}),
        a_turn(3, "还在画", "", state="drawing"),
    )
    return {"shown": gens(first) + gens(second), "other": gens(other)[0]}


def test_a_conversation_is_shown_as_it_was_and_nothing_beside_it(
    http: httpx.Client, talk: dict[str, Any]
) -> None:
    link = shared(http, conversation_id="x")
    path = path_of(link)
    assert (link["title"], link["picture_count"], link["expires_at"]) == ("画一只猫", 2, None)
    page = http.get(path, headers={"accept-language": "zh-CN,zh;q=0.9"})
    assert page.status_code == 200
    assert page.headers["x-robots-tag"].startswith("noindex")
    assert "default-src 'none'" in page.headers["content-security-policy"]
    assert page.headers["cache-control"] == "no-store"
    image = f"{link['url']}/{talk['shown'][-1]}"
    for tag in (
        f'<meta property="og:image" content="{image}">',
        '<meta property="og:title" content="画一只猫">',
        '<meta name="twitter:card" content="summary_large_image">',
        '<meta name="robots" content="noindex, nofollow, noarchive">',
        '<html lang="zh-Hans">',
    ):
        assert tag in page.text
    content = http.get(f"{path}/talk.json")
    turns = content.json()["turns"]
    assert [turn["said"] for turn in turns] == ["画一只猫", "加顶帽子 …"]
    assert turns[1]["facts"][talk["shown"][1]]["sources"] == [talk["shown"][0]]
    for gen_id in talk["shown"]:
        picture = http.get(f"{path}/{gen_id}")
        assert picture.headers["content-type"] == "image/png"
        assert picture.headers["cache-control"] == "private, no-cache"
        again = http.get(f"{path}/{gen_id}", headers={"if-none-match": picture.headers["etag"]})
        assert again.status_code == 304
    # Neither other pictures, nor links that would live on, nor anything of the owner's own record.
    assert http.get(f"{path}/{talk['other']}").status_code == 404
    told = page.text + content.text
    for secret in ("/cdn/", "secret", "task_", "evil", talk["other"], "owner", 'local"'):
        assert secret not in told, secret
    # What is said later is no part of it.
    http.patch("/v1/conversations/x", json={"turns": [a_turn(9, "后来说的", "话")], "title": "改了名"})
    assert http.get(f"{path}/talk.json").json() == content.json()


def test_a_link_is_listed_and_taken_back(http: httpx.Client, talk: dict[str, Any]) -> None:
    one, two = shared(http, conversation_id="x"), shared(http, gen_id=talk["other"])
    assert path_of(one) != path_of(two)
    listed = http.get("/v1/shares", params={"conversation_id": "x"}).json()["data"]
    assert one in listed
    assert two not in listed
    assert http.get("/v1/shares", params={"gen_id": talk["other"]}).json()["data"] == [two]
    turns = http.get(f"{path_of(two)}/talk.json").json()
    assert (turns["kind"], turns["turns"][0]["said"]) == ("picture", "画别的")
    assert http.get(f"{path_of(two)}/{talk['shown'][0]}").status_code == 404
    picture = f"{path_of(one)}/{talk['shown'][0]}"
    assert http.get(picture).status_code == 200
    assert http.delete(f"/v1/shares/{one['id']}").json()["deleted"] is True
    assert http.delete(f"/v1/shares/{one['id']}").status_code == 404
    gone = http.get(path_of(one), headers={"accept-language": "de, en-GB;q=0.5"})
    assert gone.status_code == 404
    assert "leads nowhere any more" in gone.text
    assert "share.js" not in gone.text
    assert http.get(f"{path_of(one)}/talk.json").status_code == 404
    assert http.get(picture).status_code == 404
    assert http.get(path_of(two)).status_code == 200
    # With its conversation a link goes as well.
    three = shared(http, conversation_id="x")
    http.delete("/v1/conversations/x")
    assert http.get(path_of(three)).status_code == 404
    assert http.get("/v1/shares", params={"conversation_id": "x"}).json()["data"] == []


def test_a_link_ends_in_time(
    http: httpx.Client, talk: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    link = shared(http, gen_id=talk["other"], expires_in_s=60)
    assert link["expires_at"] - link["created_at"] == 60
    assert http.get(path_of(link)).status_code == 200
    later = module._now() + 61_000_000
    monkeypatch.setattr(module, "_now", lambda: later)
    for path in ("", "/talk.json", f"/{talk['other']}"):
        assert http.get(path_of(link) + path).status_code == 404
    assert http.get("/v1/shares", params={"gen_id": talk["other"]}).json()["data"] == []


def test_a_picture_that_is_deleted_is_gone_from_its_links(http: httpx.Client, talk: dict[str, Any]) -> None:
    link, last = shared(http, conversation_id="x"), talk["shown"][-1]
    assert http.delete(f"/v1/generations/{last}").status_code == 200
    assert http.get(f"{path_of(link)}/{last}").status_code == 404
    assert f"{link['url']}/{talk['shown'][0]}" in http.get(path_of(link)).text
    assert http.post("/v1/shares", json={"gen_id": last}).status_code == 404


@pytest.mark.parametrize(
    "body",
    [
        "", "{}", "[]", '{"gen_id": 3}', '{"gen_id": "x", "conversation_id": "y"}',
        '{"gen_id": "x", "expires_in_s": 1}', '{"gen_id": "x", "expires_in_s": 1e300}',
    ],
)  # fmt: skip
def test_what_cannot_be_shared_is_told_in_words(http: httpx.Client, body: str) -> None:
    sent = http.post("/v1/shares", content=body or "{", headers={"content-type": "application/json"})
    assert sent.status_code == 400, sent.text
    assert sent.json()["error"]["message"]


def test_what_is_not_there_cannot_be_shared_nor_guessed(
    http: httpx.Client, live: LiveServer, talk: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    for what in ({"conversation_id": "none"}, {"gen_id": "gen_01jqwte8yjf7haxqc521b7z2wf"}):
        assert http.post("/v1/shares", json=what).status_code == 404
    kept(http, "empty", a_turn(1, "还在画", "", state="drawing"))
    assert http.post("/v1/shares", json={"conversation_id": "empty"}).status_code == 400
    link = shared(http, gen_id=talk["other"])
    for path in ("/s/" + "A" * 32, "/s/x", "/s/%00", path_of(link)[:-1], path_of(link) + "x"):
        assert http.get(path).status_code == 404
        assert http.get(f"{path}/talk.json").status_code == 404
    monkeypatch.setattr(module, "MAX_SHARES", 1)
    refused = http.post("/v1/shares", json={"gen_id": talk["other"]})
    assert (refused.status_code, refused.json()["error"]["code"]) == (400, "quota_exceeded")


def test_hostile_turns_make_a_harmless_page(http: httpx.Client) -> None:
    text = "<script>alert(1)</script> ![x](https://evil.example/x.png)"
    nasty = '"><script>alert(1)</script> <!-- BODY --> <!-- TAGS -->'
    kept(http, "bad", a_turn(1, nasty, text, because={"a": [1]}, seconds="1", said2="\\ud800"))
    link = shared(http, conversation_id="bad")
    page = http.get(path_of(link)).text
    assert "<script>alert" not in page
    assert page.count('<div id="page"') == 1
    assert json.loads(http.get(f"{path_of(link)}/talk.json").text)["turns"][0]["because"] == ""
