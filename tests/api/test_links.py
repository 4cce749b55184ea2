from __future__ import annotations

import pytest

from paintover.api.links import Links

PATH = "20261122/" + "aZ09" * 8 + ".png"
LINKS = Links("https://draw.example.org")


def test_links_stand_under_the_public_url() -> None:
    assert LINKS.picture(PATH) == f"https://draw.example.org/cdn/{PATH}"
    assert LINKS.download(PATH) == f"https://draw.example.org/cdn/download/{PATH}"


def test_the_public_url_may_be_known_later_and_end_in_a_slash() -> None:
    port = 0
    links = Links(lambda: f"http://127.0.0.1:{port}/")
    port = 8787
    assert links.picture(PATH) == f"http://127.0.0.1:8787/cdn/{PATH}"


@pytest.mark.parametrize(
    "url",
    [
        LINKS.picture(PATH),
        LINKS.download(PATH),
        f"http://DRAW.example.org/cdn/{PATH}",
        f"http://127.0.0.1:1234/cdn/{PATH}",
        f"http://localhost/cdn/download/{PATH}",
        f"http://[::1]:80/cdn/{PATH}",
        f"https://moved.example.org:444/cdn/{PATH}",
        f"https://draw.example.org/cdn/{PATH}?x=1",
        f"https://draw.example.org/cdn/{PATH}#x",
    ],
)
def test_links_of_ours_are_read_back(url: str) -> None:
    assert LINKS.path_of(url) == PATH


@pytest.mark.parametrize(
    "url",
    [
        "",
        PATH,
        f"/cdn/{PATH}",
        f"ftp://draw.example.org/cdn/{PATH}",
        f"https://draw.example.org/cdn/{PATH}/",
        f"https://draw.example.org/cdn/x/../{PATH}",
        f"https://draw.example.org/{PATH}",
        f"https://draw.example.org/cdn/{PATH[:-4]}.svg",
        "https://draw.example.org/v1/models",
        "http://[::1/cdn/" + PATH,
        "data:image/png;base64,AAAA",
    ],
)
def test_other_urls_are_not(url: str) -> None:
    assert LINKS.path_of(url) is None
