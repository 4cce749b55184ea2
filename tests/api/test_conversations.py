"""`/v1/conversations` as clients see it."""

from __future__ import annotations

import json
from typing import Any

import httpx
import pytest

from tests.live import LiveServer

PATH = "/v1/conversations"
RAW = '{"turns":[{"id":"a","said":"\\u753b 猫","text":"> ID: `x`\\r\\n","odd":[1.50,{"b":null}],"key":"k"}]}'


@pytest.fixture(autouse=True)
def emptied(http: httpx.Client) -> None:
    for one in http.get(PATH, params={"limit": 100}).json()["data"]:
        assert http.delete(f"{PATH}/{one['id']}").json()["deleted"] is True


def a_turn(name: str, said: str = "画一只猫", **fields: Any) -> dict[str, Any]:
    return {"id": name, "said": said, "text": "", "state": "done", **fields}


def test_turns_come_back_as_they_were_sent_to_the_byte(http: httpx.Client) -> None:
    made = http.put(f"{PATH}/x", content=RAW, headers={"content-type": "application/json"})
    assert made.status_code == 201, made.text
    assert made.headers["etag"] == '"1"'
    found = http.get(f"{PATH}/x")
    assert found.headers["etag"] == '"1"'
    assert RAW.removeprefix('{"turns":[').removesuffix("]}") in found.text
    assert found.json()["turn_ids"] == ["a"]
    assert found.json()["title"] == "画 猫"
    same = http.get(f"{PATH}/x", headers={"if-none-match": '"1"'})
    assert (same.status_code, same.content) == (304, b"")


def test_a_conversation_goes_on_is_renamed_found_and_forgotten(http: httpx.Client) -> None:
    drawn = http.post(
        "/v1/chat/completions", json={"messages": [{"role": "user", "content": "画一只猫"}]}
    ).json()
    text = drawn["choices"][0]["message"]["content"]
    http.put(f"{PATH}/x", json={"turns": [a_turn("a", state="drawing")], "updated_at": 1_700_000_000})
    (item,) = http.get(PATH).json()["data"]
    assert (item["is_open"], item["picture_count"], item["cover"]) == (True, 0, None)
    assert item["updated_at"] == 1_700_000_000
    done = http.patch(f"{PATH}/x", json={"turns": [a_turn("a", text=text)]}, headers={"if-match": '"1"'})
    assert done.status_code == 200, done.text
    assert (done.json()["is_open"], done.json()["picture_count"]) == (False, 1)
    assert done.json()["cover"] in text
    assert http.get(done.json()["cover"]).status_code == 200
    renamed = http.patch(f"{PATH}/x", json={"title": "  My \n cat "})
    assert (renamed.json()["title"], renamed.headers["etag"]) == ("My cat", '"3"')
    assert [one["id"] for one in http.get(PATH, params={"q": "猫"}).json()["data"]] == ["x"]
    assert http.get(PATH, params={"q": "dog"}).json()["data"] == []
    since = http.get(f"{PATH}/x", params={"since": 2}).json()
    assert (since["turn_ids"], since["turns"]) == (["a"], [])
    assert http.delete(f"{PATH}/x").json() == {
        "id": "x",
        "object": "conversation.deleted",
        "deleted": True,
    }
    for gone in (http.get(f"{PATH}/x"), http.delete(f"{PATH}/x"), http.patch(f"{PATH}/x", json={})):
        assert (gone.status_code, gone.json()["error"]["code"]) == (404, "not_found")


def test_two_windows_do_not_undo_each_other(http: httpx.Client) -> None:
    http.put(f"{PATH}/x", json={"turns": [a_turn("a")]})
    again = http.put(f"{PATH}/x", json={"turns": [a_turn("b")]})
    assert (again.status_code, again.json()["error"]["code"]) == (412, "conversation_changed")
    assert again.headers["etag"] == '"1"'
    assert http.patch(f"{PATH}/x", json={"turns": [a_turn("b")]}, headers={"if-match": '"1"'}).is_success
    late = http.patch(f"{PATH}/x", json={"turns": [a_turn("c")]}, headers={"if-match": 'W/"1"'})
    assert (late.status_code, late.headers["etag"]) == (412, '"2"')
    assert http.get(f"{PATH}/x").json()["turn_ids"] == ["a", "b"]
    assert http.delete(f"{PATH}/x", headers={"if-match": '"1"'}).status_code == 412
    gone = http.patch(f"{PATH}/y", json={"turns": []}, headers={"if-match": '"1"'})
    assert gone.status_code == 412
    assert "etag" not in gone.headers


@pytest.mark.parametrize(
    ("body", "says"),
    [
        ("", "not JSON"),
        ("[]", "object"),
        ('{"turns": {}}', "array"),
        ('{"turns": [3]}', "object"),
        ('{"turns": [{"said": "x"}]}', "id"),
        ('{"turns": [{"id": "../x"}]}', "id"),
        ('{"turns": [{"id": "a", "said": 3}]}', "said"),
        ('{"turns": [{"id": "a"}, {"id": "a"}]}', "same id"),
        ('{"turns": [{"id": "a", "said": "\\ud800"}]}', "JSON"),
        ('{"title": "' + "x" * 201 + '"}', "title"),
        ('{"updated_at": 1e300}', "updated_at"),
        ('{"turns": [{"id": "a", "x": ' + "[" * 100_000 + "]" * 100_000 + "}]}", "JSON"),
    ],
)
def test_what_cannot_be_kept_is_told_in_words(http: httpx.Client, body: str, says: str) -> None:
    for method in ("PUT", "PATCH"):
        sent = http.request(
            method, f"{PATH}/x", content=body or "{", headers={"content-type": "application/json"}
        )
        assert sent.status_code == 400, sent.text
        assert says in sent.json()["error"]["message"]


def test_odd_names_queries_and_headers(http: httpx.Client) -> None:
    for name in ("%00", ".x", "x" * 65, "a%2Fb", "é"):
        assert http.get(f"{PATH}/{name}").status_code == 404
        assert http.put(f"{PATH}/{name}", json={}).status_code in (400, 404)
    for query in ({"limit": "0"}, {"after": "x"}, {"q": "x" * 201}):
        assert http.get(PATH, params=query).status_code == 400
    http.put(f"{PATH}/x", json={"turns": [a_turn("a")]})
    assert http.get(f"{PATH}/x", params={"since": "-1"}).status_code == 400
    assert http.patch(f"{PATH}/x", json={}, headers={"if-match": "3"}).status_code == 400
    assert http.patch(f"{PATH}/x", json={}, headers={"if-match": "*"}).headers["etag"] == '"1"'


def test_invented_pictures_make_no_cover(http: httpx.Client, live: LiveServer) -> None:
    text = "> gen_id: `gen_01jqwte8yjf7haxqc521b7z2wf`\n\n![x](https://evil.example/cdn/20260101/x.png)\n"
    made = http.put(f"{PATH}/x", json={"turns": [a_turn("a", text=text)]})
    assert made.json()["cover"] is None
    assert "evil" not in json.dumps(http.get(PATH).json())
