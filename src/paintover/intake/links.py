"""Reading a foreign link, strictly.

Most ways of smuggling an address past a check live on two parsers that disagree about where the host ends. Here one
strict reader decides, and what it decides is what is connected to: nothing downstream reads the link again.
Spellings that a browser would repair (backslashes, white space, missing slashes) are refused instead.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address
from typing import Literal
from urllib.parse import quote, urljoin

import httpx2

from paintover.domain.errors import FetchFailed, ForbiddenAddress
from paintover.intake.addresses import Address

MAX_LINK_CHARACTERS = 8192
FIRST_FREE_PORT = 1024
"""Ports from here up may be named in a link; below it only 80 and 443, where no other protocol waits."""

_LINK = re.compile(r"(https?)://([^/?#]*)([^#]*)(?:#.*)?", re.IGNORECASE)
_AUTHORITY = re.compile(r"(\[[0-9A-Fa-f:.]{2,45}\]|[^\[\]:]+)(?::([0-9]{0,5}))?")
_UNWELCOME = re.compile(r"[\x00-\x20\x7f-\xa0\\\u2028\u2029\ud800-\udfff]")
_LABEL = re.compile(r"[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?")
_NUMBER = re.compile(r"[0-9]+|0[xX][0-9A-Fa-f]*")
_TARGET_SAFE = "/?:@!$&'()*+,;=-._~%[]"


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A link taken apart; everything in it is plain ASCII."""

    scheme: Literal["http", "https"]
    host: str
    """A lower-case DNS name without a trailing dot, or an address without brackets."""
    port: int
    target: str
    """Path and query, beginning with a slash."""
    address: Address | None
    """The host, where it is an address."""

    @property
    def host_header(self) -> str:
        """Host and, unless it is the scheme's own, port, as in the request's Host field."""
        host = f"[{self.host}]" if isinstance(self.address, IPv6Address) else self.host
        return host if self.port == _default_port(self.scheme) else f"{host}:{self.port}"

    def __str__(self) -> str:
        return f"{self.scheme}://{self.host_header}{self.target}"


def read_link(text: str, *, any_port: bool = False) -> Link:
    """Take a link apart. With `any_port` the port is left for the caller to judge; see `is_common_port`.

    Raises:
        FetchFailed: no http or https link, or one that is spelled wrong.
        ForbiddenAddress: a spelling that hides the host: user names, numbers for hosts, percent signs, backslashes.
    """
    if len(text) > MAX_LINK_CHARACTERS:
        raise FetchFailed(
            f"The link is longer than {MAX_LINK_CHARACTERS} characters; upload the picture instead."
        )
    if _UNWELCOME.search(text):
        raise ForbiddenAddress(
            "The link has white space, backslashes or control characters in it; remove them."
        )
    match = _LINK.fullmatch(text)
    if match is None:
        raise FetchFailed("Only links that begin with http:// or https:// can be fetched.")
    scheme: Literal["http", "https"] = "https" if match[1].lower() == "https" else "http"
    host, port_text = _split_authority(match[2])
    name, address = _read_host(host)
    port = int(port_text) if port_text else _default_port(scheme)
    if not (1 <= port <= 65535 if any_port else is_common_port(port)):
        raise ForbiddenAddress(
            "The link names a port that is not fetched from; use 80, 443 or one above 1023."
        )
    target = quote(match[3], safe=_TARGET_SAFE)
    return Link(
        scheme=scheme,
        host=name,
        port=port,
        target=target if target.startswith("/") else "/" + target,
        address=address,
    )


def is_common_port(port: int) -> bool:
    """Whether any link may name the port."""
    return port in (80, 443) or FIRST_FREE_PORT <= port <= 65535


def follow(link: Link, location: str) -> Link:
    """Where a redirect from `link` to `location` leads; the new link is read as strictly as the first.

    Raises:
        FetchFailed, ForbiddenAddress: as `read_link`; also a step from https down to http.
    """
    if _UNWELCOME.search(location):
        raise ForbiddenAddress("The link redirects to an address that is spelled in a misleading way.")
    try:
        joined = urljoin(str(link), location)
    except ValueError as exc:
        raise FetchFailed("The link redirects to something that is no link.") from exc
    onward = read_link(joined)
    if link.scheme == "https" and onward.scheme == "http":
        raise FetchFailed("The link redirects from https to http; give the link of the picture itself.")
    return onward


def _default_port(scheme: str) -> int:
    return 443 if scheme == "https" else 80


def _split_authority(authority: str) -> tuple[str, str]:
    if "@" in authority:
        raise ForbiddenAddress("The link has a user name before its host; remove it.")
    if "%" in authority:
        raise ForbiddenAddress("The link's host has a percent sign in it; write the host plainly.")
    match = _AUTHORITY.fullmatch(authority)
    if match is None:
        raise FetchFailed("The link has no readable host name.")
    return match[1], match[2] or ""


def _read_host(host: str) -> tuple[str, Address | None]:
    if host.startswith("["):
        try:
            v6 = IPv6Address(host[1:-1])
        except ValueError as exc:
            raise FetchFailed("The link has no readable host name.") from exc
        return v6.compressed, v6
    name = _to_ascii(host).removesuffix(".")
    labels = name.split(".")
    if _NUMBER.fullmatch(labels[-1]):
        # A resolver would read 2130706433, 0x7f.1 or 0177.0.0.1 as addresses; only the plain form is taken.
        try:
            v4 = IPv4Address(name)
        except ValueError as exc:
            raise ForbiddenAddress("The link's host is a number; write a host name.") from exc
        return v4.compressed, v4
    if len(name) > 253 or not all(_LABEL.fullmatch(label) for label in labels):
        raise FetchFailed("The link has no readable host name.")
    return name, None


def _to_ascii(host: str) -> str:
    if host.isascii():
        return host.lower()
    try:
        return httpx2.URL(scheme="https", host=host).raw_host.decode("ascii")
    except (httpx2.InvalidURL, UnicodeError) as exc:
        raise FetchFailed("The link has no readable host name.") from exc
