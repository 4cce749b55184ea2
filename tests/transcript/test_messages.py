import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paintover.domain.conversation import AssistantTurn, Conversation, ShownPicture, Upload, UserTurn
from paintover.transcript.messages import read_conversation
from tests.pace import units_of

SEED = json.loads((Path(__file__).parents[1] / "golden" / "seed_request.json").read_text("utf-8"))
GEN = "gen_01jqwte8yjf7haxqc521b7z2wf"
URL = "https://h.example/cdn/20250403/k0kVgLClcJyhH3Pybb5AInvsLptmQV.png"
CAT = "https://i.example/cat.JPG"


def user(content: object, **extra: object) -> dict[str, object]:
    return {"role": "user", "content": content, **extra}


def assistant(content: object, **extra: object) -> dict[str, object]:
    return {"role": "assistant", "content": content, **extra}


def only_turn(message: Mapping[str, object]) -> UserTurn:
    (turn,) = read_conversation([message]).turns
    assert isinstance(turn, UserTurn)
    return turn


def test_the_seed() -> None:
    conversation = read_conversation(SEED["messages"])
    assert conversation.request.text == "锅盖上再加根筷子"
    assert [(picture.gen_id, picture.said) for picture in conversation.pictures()] == [
        ("gen_01jqwte8yjf7haxqc521b7z2wf", "画个牛马"),
        ("gen_01jqwtksnne8mtahpxcdyzna0m", "牛的脸上遮个布"),
        ("gen_01jqwtrwp4eq1brqdfasvft8nm", "最开始的图片改一下吧，让马的脸上遮个布"),
        ("gen_01jqwtvfgkea98036y6gbb345v", "我又改了，刚才牛遮布的那一条修改一下，让牛的头上顶着锅盖"),
    ]
    assert [picture.call.sources for picture in conversation.pictures() if picture.call] == [
        (),
        ("gen_01jqwte8yjf7haxqc521b7z2wf",),
        ("gen_01jqwte8yjf7haxqc521b7z2wf",),
        ("gen_01jqwtksnne8mtahpxcdyzna0m",),
    ]


@pytest.mark.parametrize(
    "part",
    [
        {"type": "image_url", "image_url": {"url": CAT, "detail": "high"}},
        {"type": "image_url", "image_url": CAT},
        {"type": "input_image", "image_url": CAT},
        {"type": "image", "image": CAT},
        {"image_url": {"url": f" {CAT}\n"}},
    ],
)
def test_picture_parts(part: dict[str, object]) -> None:
    turn = only_turn(user([{"type": "text", "text": "加帽子"}, part]))
    assert turn == UserTurn(text="加帽子", uploads=(Upload(ref="upload:1", url=CAT),))


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ("画猫", "画猫"),
        (None, ""),
        (["画", {"type": "input_text", "text": "猫"}], "画\n猫"),
        ({"type": "text", "text": "画猫"}, "画猫"),
        ([{"type": "audio", "audio": {}}, 7, None, ["x"]], ""),
        (7, ""),
        ("a\ud800b", "a\ufffdb"),
    ],
)
def test_words_in_every_form(content: object, text: str) -> None:
    assert only_turn(user(content, model="gpt-4o-image", name=None)) == UserTurn(text=text)


@pytest.mark.parametrize(
    ("text", "links", "words"),
    [
        (f"{CAT} 加帽子", [CAT], "加帽子"),
        (f"{CAT}把猫换成狗", [CAT], "把猫换成狗"),
        (f"{CAT}?x=1&y=.png#z 加", [f"{CAT}?x=1&y=.png#z"], "加"),
        (f" {CAT}\nhttps://i.example/2.webp\n合成", [CAT, "https://i.example/2.webp"], "合成"),
        (CAT, [CAT], ""),
        ("data:image/png;base64,iVBORw0KGgo= 加帽子", ["data:image/png;base64,iVBORw0KGgo="], "加帽子"),
        (f"把 {CAT} 变蓝", [], f"把 {CAT} 变蓝"),
        ("https://example.org/page 画这个", [], "https://example.org/page 画这个"),
        ("https://i.example/a.pngx 画这个", [], "https://i.example/a.pngx 画这个"),
    ],
)
def test_a_link_at_the_start_of_the_text_is_an_upload(text: str, links: list[str], words: str) -> None:
    turn = only_turn(user(text))
    assert [upload.url for upload in turn.uploads] == links
    assert turn.text == words


def test_a_link_that_an_earlier_answer_shows_stays_in_the_words() -> None:
    for link in (URL, URL.replace("/cdn/", "/cdn/download/")):
        conversation = read_conversation([user("猫"), assistant(f"![{GEN}]({URL})"), user(f"{link} 加帽子")])
        assert conversation.request == UserTurn(text=f"{link} 加帽子")


def test_uploads_are_numbered_over_the_whole_conversation() -> None:
    one, two = "data:image/png;base64,AAAA", "iVBORw0KGgo="
    messages = [
        user([{"type": "image_url", "image_url": one}, {"type": "text", "text": "一"}]),
        user("二"),
        assistant("好的。"),
        user([{"type": "image_url", "image_url": {"url": two}}], images=[CAT, {"image_url": {"url": one}}]),
    ]
    conversation = read_conversation(messages)
    assert [(upload.ref, upload.url) for upload in conversation.uploads()] == [
        ("upload:1", one),
        ("upload:2", two),
        ("upload:3", CAT),
        ("upload:4", one),
    ]
    assert [type(turn) for turn in conversation.turns] == [UserTurn, UserTurn, AssistantTurn, UserTurn]


def test_roles() -> None:
    conversation = read_conversation(
        [
            {"role": "system", "content": "Be kind."},
            {"role": "developer", "content": [{"type": "text", "text": "Be brief."}]},
            {"role": "tool", "content": f"> gen_id: `{GEN}`"},
            {"role": "function", "content": "x"},
            {"content": "no role"},
            {"role": ["user"], "content": "no role either"},
            user("猫"),
        ]
    )
    assert conversation == Conversation(turns=(UserTurn(text="猫"),), system="Be kind.\nBe brief.")


@pytest.mark.parametrize(
    ("message", "pictures"),
    [
        (assistant([{"type": "text", "text": f"![{GEN}]({URL})"}]), [ShownPicture(gen_id=GEN, url=URL)]),
        (
            assistant([{"type": "output_text", "text": f"![{GEN}]({URL})"}]),
            [ShownPicture(gen_id=GEN, url=URL)],
        ),
        (assistant(None, images=[{"type": "image_url", "image_url": {"url": URL}}]), [ShownPicture(url=URL)]),
        (
            assistant("", images=[{"image_url": URL}, {"image_url": CAT}]),
            [ShownPicture(url=URL), ShownPicture(url=CAT)],
        ),
        (
            assistant(f"> gen_id: `{GEN}`", images=[{"image_url": {"url": URL}}]),
            [ShownPicture(gen_id=GEN, url=URL)],
        ),
        (
            assistant(f"![{GEN}]({URL})", images=[{"image_url": {"url": URL}}]),
            [ShownPicture(gen_id=GEN, url=URL)],
        ),
        (
            assistant(f"> gen_id: `{GEN}`", images=[{"image_url": CAT}, {"image_url": URL}]),
            [ShownPicture(gen_id=GEN)],
        ),
        (assistant([{"type": "image_url", "image_url": {"url": URL}}]), [ShownPicture(url=URL)]),
    ],
)
def test_pictures_of_assistant_messages(message: dict[str, object], pictures: list[ShownPicture]) -> None:
    (turn,) = read_conversation([user("猫"), message]).turns[1:]
    assert isinstance(turn, AssistantTurn)
    assert turn.answer is not None
    assert list(turn.answer.pictures) == pictures


def test_plain_words_and_empty_answers() -> None:
    turns = read_conversation(
        [assistant("好的。"), assistant(None, tool_calls=[]), assistant("", images=[None, {}])]
    ).turns
    assert turns == (AssistantTurn(text="好的。"), AssistantTurn(text=""), AssistantTurn(text=""))
    assert read_conversation([]).request == UserTurn(text="")


SIZE = 6_000_000


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(f"{CAT} " * (SIZE // 30), id="links"),
        pytest.param("https://a" * (SIZE // 9), id="schemes"),
        pytest.param("https://a" + ".png?" * (SIZE // 5) + "\u3000", id="extensions"),
        pytest.param("https://a/" + ".pn" * (SIZE // 3), id="near extensions"),
        pytest.param("data:image/png;base64," + "A" * SIZE, id="a picture"),
        pytest.param(" " * SIZE, id="spaces"),
        pytest.param("\ud800a" * (SIZE // 2), id="surrogates"),
    ],
)
def test_six_megabytes_from_a_user_read_in_little_time(text: str) -> None:
    assert units_of(lambda: read_conversation([user(text)]), enough=16) < 16


JSON: st.SearchStrategy[Any] = st.recursive(
    st.one_of(
        st.none(), st.booleans(), st.floats(), st.integers(), st.text(st.characters(exclude_categories=[]))
    ),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["type", "text", "image_url", "url", "image", "images", "content"]),
            inner,
            max_size=4,
        )
    ),
    max_leaves=12,
)


@given(
    st.lists(
        st.fixed_dictionaries(
            {"role": st.sampled_from(["user", "assistant", "system", "tool"]) | JSON, "content": JSON},
            optional={"images": JSON, "name": JSON},
        )
        | JSON,
        max_size=4,
    )
)
def test_no_json_makes_it_raise(messages: list[Any]) -> None:
    conversation = read_conversation(messages)
    conversation.pictures()
    for turn in conversation.turns:
        turn.text.encode()
    assert [upload.ref for upload in conversation.uploads()] == [
        f"upload:{place}" for place, _ in enumerate(conversation.uploads(), 1)
    ]
