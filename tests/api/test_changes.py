"""What an edit has changed is told wherever a picture is, and under the other names only where clients ask for it."""

from __future__ import annotations

from typing import Any

from tests.live import LiveServer

SAID = ("an ox and a horse", "make the ox white")
LINE = "Changed: ox – white"


def _talk(server: LiveServer, model: str) -> tuple[str, str, str]:
    """The texts of two answers, and the id of the second picture."""
    messages: list[dict[str, Any]] = []
    with server.http() as http:
        for said in SAID:
            messages.append({"role": "user", "content": said})
            answer = http.post("/v1/chat/completions", json={"model": model, "messages": messages})
            assert answer.status_code == 200, answer.text
            messages.append(answer.json()["choices"][0]["message"])
        newest = http.get("/v1/generations?limit=1").json()["data"][0]["gen_id"]
    return messages[1]["content"], messages[3]["content"], newest


def test_our_own_name_says_it_after_the_picture_and_only_of_edits(server: LiveServer) -> None:
    first, second, gen_id = _talk(server, "paintover")
    assert "Changed" not in first
    assert second.rstrip().endswith(LINE)
    assert second.index("![gen_") < second.index(LINE)
    with server.http() as http:
        assert http.get(f"/v1/generations/{gen_id}").json()["changes"] == LINE


def test_the_names_of_others_keep_to_what_their_clients_know(server: LiveServer) -> None:
    _, second, gen_id = _talk(server, "gpt-4o-image")
    assert second.splitlines()[-1].startswith("[点击下载]")
    with server.http() as http:
        assert http.get(f"/v1/generations/{gen_id}").json()["changes"] == "改了：牛——白色"


def test_a_picture_of_the_images_api_has_it(server: LiveServer) -> None:
    with server.http() as http:
        first = http.post(
            "/v1/images/generations", json={"prompt": SAID[0], "response_format": "url"}
        ).json()["data"][0]
        assert "changes" not in first
        body = {"prompt": SAID[1], "gen_id": first["gen_id"], "response_format": "url"}
        second = http.post("/v1/images/edits", json=body).json()["data"][0]
        assert second["changes"] == LINE
        assert "notes" not in second


def test_a_response_says_it(server: LiveServer) -> None:
    with server.http() as http:
        first = http.post("/v1/responses", json={"model": "paintover", "input": SAID[0]}).json()
        body = {"model": "paintover", "input": SAID[1], "previous_response_id": first["id"]}
        second = http.post("/v1/responses", json=body).json()
    texts = [
        part["text"] for item in second["output"] if item["type"] == "message" for part in item["content"]
    ]
    assert LINE in "".join(texts)


def test_a_deleted_picture_says_nothing_any_more(server: LiveServer) -> None:
    _, _, gen_id = _talk(server, "paintover")
    with server.http() as http:
        assert http.delete(f"/v1/generations/{gen_id}").status_code in (200, 204)
        found = http.get(f"/v1/generations/{gen_id}")
        assert LINE not in found.text
