"""The strict reader of links: what it takes apart, what it refuses, and that it does nothing else."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from paintover.domain.errors import FetchError, FetchFailed, ForbiddenAddress
from paintover.intake.links import MAX_LINK_CHARACTERS, follow, read_link


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("HTTPS://Example.ORG", "https://example.org/"),
        ("http://example.org:80/a?b#c", "http://example.org/a?b"),
        ("https://example.org:8443/a", "https://example.org:8443/a"),
        ("http://example.org.:8080", "http://example.org:8080/"),
        ("http://[2606:4700:0:0::1]:8080/", "http://[2606:4700::1]:8080/"),
        (
            "http://例子.example/牛?名=锅 盖".replace(" ", "%20"),
            "http://xn--fsqu00a.example/%E7%89%9B?%E5%90%8D=%E9%94%85%20%E7%9B%96",
        ),
        ("http://127.0.0.1/", "http://127.0.0.1/"),
        ("http://example.org?a", "http://example.org/?a"),
    ],
)
def test_links_become_canonical(text: str, canonical: str) -> None:
    link = read_link(text)
    assert str(link) == canonical
    assert read_link(canonical) == link


@pytest.mark.parametrize(
    ("text", "error"),
    [
        ("http://a b/", ForbiddenAddress),
        ("http://a\\b/", ForbiddenAddress),
        ("http://u@h.example/", ForbiddenAddress),
        ("http://h%2e.example/", ForbiddenAddress),
        ("http://1.2.3/", ForbiddenAddress),
        ("http://example.0x10/", ForbiddenAddress),
        ("http://h.example:443443/", FetchFailed),
        ("http://h.example:22/", ForbiddenAddress),
        ("http://h..example/", FetchFailed),
        ("http://-h.example/", FetchFailed),
        ("http://./", FetchFailed),
        (f"http://{'a' * 64}.example/", FetchFailed),
        (f"http://{'a.' * 130}example/", FetchFailed),
        ("ftp://h.example/", FetchFailed),
        ("h.example/a.png", FetchFailed),
        ("http://" + "a" * MAX_LINK_CHARACTERS, FetchFailed),
        ("", FetchFailed),
    ],
)
def test_misleading_links_are_refused(text: str, error: type[FetchError]) -> None:
    with pytest.raises(error):
        read_link(text)


def test_redirects_are_relative_to_their_link() -> None:
    link = read_link("https://h.example/a/b.png?c")
    assert str(follow(link, "d.png")) == "https://h.example/a/d.png"
    assert str(follow(link, "//other.example/x")) == "https://other.example/x"
    assert str(follow(link, "?e")) == "https://h.example/a/b.png?e"
    with pytest.raises(FetchFailed, match="from https to http"):
        follow(link, "http://h.example/a")
    with pytest.raises(FetchError):
        follow(link, "//[::1/")


hosts = st.sampled_from(
    ["h.example", "127.0.0.1", "[::1]", "127.1", "0x7f.1", "例子.example", "a@b", "", "%31", "。"]
)


@settings(max_examples=500)
@given(
    st.one_of(
        st.text(),
        st.builds("http://{}".format, st.text(max_size=40)),
        st.builds("http://{}{}{}".format, hosts, st.text(max_size=4), hosts),
    )
)
def test_any_text_is_read_or_refused(text: str) -> None:
    with suppress(FetchError):
        link = read_link(text)
        assert str(link).isascii()
        assert read_link(str(link)) == link
        assert link.target.startswith("/")


@given(st.text(max_size=60))
def test_any_redirect_is_read_or_refused(location: str) -> None:
    with suppress(FetchError):
        assert follow(read_link("https://h.example/a"), location).scheme == "https"
