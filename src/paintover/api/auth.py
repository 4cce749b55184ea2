"""Who is asking. The owner is decided once, before any surface sees the request."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from starlette.requests import HTTPConnection

from paintover.domain.scope import LOCAL_SCOPES, Scope
from paintover.store.keys import Key

LOCAL_OWNER = "local"
"""The owner of everything when no key has been made and the server listens on loopback."""
OWNER_KEY = "paintover.owner"
KEY_KEY = "paintover.key"
TOLD_KEY = "paintover.told"
"""In the scope: the headers that the answer carries, whoever makes it."""


def owner_of(request: HTTPConnection) -> str:
    """The owner whose key the request carries."""
    owner: str = request.scope[OWNER_KEY]
    return owner


def key_of(request: HTTPConnection) -> Key | None:
    """What is known of the key that the request carries; None where it carries none."""
    key: Key | None = request.scope.get(KEY_KEY)
    return key


def allowed_by(scope: Mapping[str, Any]) -> frozenset[Scope]:
    """What whoever sent a request may do, by its ASGI scope; of one that was let in."""
    key: Key | None = scope.get(KEY_KEY)
    return LOCAL_SCOPES if key is None else key.scopes
