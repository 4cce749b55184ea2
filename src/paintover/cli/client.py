"""What the commands share that talk to a running server."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Annotated, Any

import httpx
import msgspec
from cyclopts import Parameter

from paintover.domain.errors import FetchFailed, NotFound, PaintoverError, Unauthorized
from paintover.settings import read_settings

DEFAULT_URL = "http://127.0.0.1:8787"
RETRIES = 15
"""How often in a row a broken connection is made anew before the server is given up: about a minute."""
SILENCE_S = 60.0
"""A connection that says nothing for so long is broken; a server sends a comment far more often."""

Url = Annotated[
    str | None, Parameter(help="The server's address; PAINTOVER_URL otherwise, else one on this machine.")
]
Key = Annotated[str | None, Parameter(help="Your key; PAINTOVER_KEY otherwise.")]
Json = Annotated[bool, Parameter(name="--json", negative=(), help="Print JSON, for programs.")]


@contextmanager
def open_client(url: str | None, key: str | None) -> Iterator[httpx.Client]:
    """A client of the server at `url`, with the key of the settings unless one is given; so with the address.

    Raises:
        FetchFailed: `url` is no address.
    """
    settings = read_settings()
    key = key or settings.key
    url = (url or settings.url or DEFAULT_URL).strip()
    headers = {"Authorization": f"Bearer {key}"} if key else {}
    if not url.startswith(("http://", "https://")):
        raise FetchFailed(f"'{url}' is no server's address: it begins with http:// or https://.")
    try:
        client = httpx.Client(
            base_url=url, headers=headers, timeout=httpx.Timeout(30, read=SILENCE_S), trust_env=False
        )
    except (httpx.InvalidURL, UnicodeEncodeError) as exc:
        raise FetchFailed(
            "The server's address or the key cannot be read; check how they are spelled."
        ) from exc
    with client:
        yield client


def ask(client: httpx.Client, method: str, path: str, **options: Any) -> Any:
    """One request; the answer's JSON. `options` are httpx's.

    Raises:
        PaintoverError: the server cannot be reached, or says no; the message is the server's own.
    """
    try:
        response = client.request(method, path, **options)
    except httpx.HTTPError as exc:
        raise unreachable(client) from exc
    check(response)
    try:
        return msgspec.json.decode(response.content)
    except msgspec.DecodeError as exc:
        raise FetchFailed(_NOT_OURS) from exc


def print_json(body: Any) -> None:
    """One JSON document on standard output, for programs."""
    print(msgspec.json.format(msgspec.json.encode(body), indent=2).decode())


def check(response: httpx.Response) -> None:
    """Take only a good answer; of any other the body is read.

    Raises:
        NotFound, Unauthorized, FetchFailed: the server said no, in its own words.
    """
    if response.is_success:
        return
    kinds: dict[int, type[PaintoverError]] = {401: Unauthorized, 404: NotFound}
    raise kinds.get(response.status_code, FetchFailed)(_message(response.read()))


def records(lines: Iterator[str]) -> Iterator[dict[str, Any]]:
    """Server-sent events as JSON objects with their id (WHATWG HTML, 9.2.6); a record that is cut off is left out.

    Raises:
        FetchFailed: what is told is no JSON object.
    """
    name, told = "", ""
    for line in lines:
        if line.startswith("id: "):
            name = line[4:]
        elif line.startswith("data: "):
            told = line[6:]
        elif not line and told:
            try:
                yield {"id": name, **msgspec.json.decode(told)}
            except (msgspec.DecodeError, TypeError) as exc:
                raise FetchFailed("The server tells events that are not ours; is the address right?") from exc
            told = ""


def unreachable(client: httpx.Client) -> FetchFailed:
    """The error for a server that does not answer."""
    return FetchFailed(
        f"The server at {str(client.base_url).rstrip('/')} cannot be reached: start one with 'paintover serve'."
    )


_NOT_OURS = "The server answered with something that is not ours; is the address right?"


def _message(body: bytes) -> str:
    try:
        return str(msgspec.json.decode(body)["error"]["message"])
    except (msgspec.DecodeError, KeyError, TypeError):
        return _NOT_OURS
