"""What a key is good for."""

from __future__ import annotations

from enum import StrEnum


class Scope(StrEnum):
    """One thing that a key allows. They do not include each other."""

    READ = "read"
    """To see what its owner has."""
    DRAW = "draw"
    """To draw, upload, cancel and delete."""
    KEYS = "keys"
    """To make, list and revoke keys of its owner, none of which allows more than itself."""
    ADMIN = "admin"
    """To look after the server: what everybody has used, who waits, how the engines fare; and to cancel anybody's task."""


USUAL_SCOPES = frozenset({Scope.READ, Scope.DRAW})
"""What a key allows when nothing else was said."""
LOCAL_SCOPES = USUAL_SCOPES | {Scope.ADMIN}
"""What is allowed on the server's own machine as long as no key was made: there is nobody else to be seen."""
