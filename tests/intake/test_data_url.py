"""Data URLs in every spelling that clients send, and nothing but `BadPicture` for the rest."""

from __future__ import annotations

import base64
import tracemalloc
from contextlib import suppress
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paintover.domain.errors import BadPicture
from paintover.intake.data_url import is_data_url, read_data_url


@given(st.binary(min_size=1), st.sampled_from(["image/png", "", "IMAGE/JPEG;charset=x", "text/plain"]))
def test_bytes_come_back_from_every_spelling(raw: bytes, media_type: str) -> None:
    plain = base64.b64encode(raw).decode()
    safe = base64.urlsafe_b64encode(raw).decode()
    lines = base64.encodebytes(raw).decode()
    for text in (
        plain,
        safe,
        lines,
        plain.rstrip("="),
        f"data:{media_type};base64,{plain}",
        f"DATA:{media_type};BASE64,{quote(plain, safe='')}",
        f" data:{media_type};base64,{lines}\n",
        f"data:{media_type},{quote(raw, safe='')}",
    ):
        assert read_data_url(text) == raw


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "data:",
        "data:image/png;base64",
        "data:image/png;base64,",
        "data:,",
        "!!!!",
        "a",
        "data:,牛",
        "A\ud800",
    ],
)
def test_what_is_no_picture_is_refused(text: str) -> None:
    with pytest.raises(BadPicture):
        read_data_url(text)


@given(
    st.one_of(
        st.text(), st.builds("data:{}".format, st.text()), st.builds("data:;base64,{}".format, st.text())
    )
)
def test_any_text_is_read_or_refused(text: str) -> None:
    with suppress(BadPicture):
        assert read_data_url(text)


def test_the_limit_is_exact_and_found_before_decoding() -> None:
    for size, fits in ((999, True), (1000, True), (1001, False), (1002, False)):
        raw = bytes(size)
        for text in (base64.b64encode(raw).decode(), "data:," + quote(raw)):
            if fits:
                assert read_data_url(text, max_bytes=1000) == raw
            else:
                with pytest.raises(BadPicture, match="larger than"):
                    read_data_url(text, max_bytes=1000)
    huge = "data:image/png;base64," + "A" * (64 * 2**20)
    tracemalloc.start()
    with pytest.raises(BadPicture, match="larger than 20 MiB"):
        read_data_url(huge)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 2**20


def test_a_data_url_is_told_from_other_text() -> None:
    assert is_data_url("data:,x")
    assert is_data_url("DATA:image/png;base64,AAAA")
    assert not is_data_url("https://h.example/data:")
