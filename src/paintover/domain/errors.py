"""Every error that Paintover raises on purpose, in one tree.

    PaintoverError
    ├── BadRequest              the request cannot be understood or is outside a limit
    │   ├── BadRatio            a ratio or size that is no shape
    │   ├── TooLarge            a body of more bytes than allowed
    │   ├── BadPicture          an uploaded or fetched picture that is not acceptable
    │   ├── QuotaExceeded       more files than one owner may keep
    │   └── NotDrawable         understood, but nothing that this engine can do
    ├── Unauthorized            no key, or not a key of ours
    ├── Forbidden               a key that is not good for this
    ├── NotFound                absent or somebody else's: the same answer for both
    │   └── PictureDeleted      its owner has deleted it
    ├── Refused                 a policy says no
    ├── ModerationFailed        nobody could say whether a policy allows it, after it was drawn
    │   └── ModerationUnavailable   ... before it was drawn: may be tried again
    ├── Conflict                an idempotency key that stands for another request
    ├── Outdated                a change made from what has been changed meanwhile
    ├── Busy                    a limit or a full queue; try again after `retry_after_s`
    │   └── Draining            the server is about to stop; try again after `retry_after_s`
    ├── FetchError              a picture somewhere else could not be had
    │   ├── ForbiddenAddress    the address is one that a server must not be talked into visiting
    │   ├── FetchTooLarge       more bytes than allowed
    │   └── FetchFailed         no answer in time, no such host, a status that is not 200, ...
    ├── SourceLost              an earlier picture is known by name but cannot be restored
    ├── EngineFailed            the engine broke while drawing, and may have drawn
    │   ├── EngineUnavailable   ... it has certainly not drawn, or would find again what it drew: may be tried again
    │   ├── EngineTimeout       ... it did not answer in time
    │   └── OutOfMemory         ... the order is too large for the memory that is left
    └── StoreFailed             disk full, database damaged, ...
        └── FolderInUse         another server has the data folder

Each class has a stable `code`; each message says what the reader can do. Only `api/errors.py` knows HTTP statuses.
"""

from __future__ import annotations

from typing import ClassVar


class PaintoverError(Exception):
    """Base of the tree. `str(error)` is a sentence for the person who sent the request."""

    code: ClassVar[str] = "internal_error"
    may_pass: ClassVar[bool] = False
    """Whether the same task may succeed if it is tried again."""

    def __init__(self, message: str, *, param: str | None = None, retry_after_s: int | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.param = param
        """The request field at fault, in the request's own spelling, where there is one."""
        self.retry_after_s = retry_after_s
        """Whole seconds after which the same request may succeed, where that is known."""


class BadRequest(PaintoverError):
    code = "invalid_request"


class BadRatio(BadRequest):
    code = "invalid_ratio"


class TooLarge(BadRequest):
    code = "request_too_large"


class BadPicture(BadRequest):
    code = "invalid_image"


class QuotaExceeded(BadRequest):
    code = "quota_exceeded"


class NotDrawable(BadRequest):
    code = "not_drawable"


class Unauthorized(PaintoverError):
    code = "invalid_api_key"


class Forbidden(PaintoverError):
    code = "insufficient_permissions"


class NotFound(PaintoverError):
    code = "not_found"


class PictureDeleted(NotFound):
    code = "picture_deleted"


class Refused(PaintoverError):
    code = "moderation_blocked"


class ModerationFailed(PaintoverError):
    code = "moderation_failed"


class ModerationUnavailable(ModerationFailed):
    code = "moderation_unavailable"
    may_pass = True


class Conflict(PaintoverError):
    code = "idempotency_conflict"


class Outdated(PaintoverError):
    code = "conversation_changed"

    def __init__(self, message: str, *, revision: int | None = None) -> None:
        super().__init__(message, param="If-Match")
        self.revision = revision
        """The newest one; None where nothing is there."""


class Busy(PaintoverError):
    code = "rate_limit_exceeded"
    may_pass = True


class Draining(Busy):
    code = "server_draining"


class FetchError(PaintoverError):
    code = "fetch_failed"


class ForbiddenAddress(FetchError):
    code = "forbidden_address"


class FetchTooLarge(FetchError):
    code = "fetch_too_large"


class FetchFailed(FetchError):
    pass


class SourceLost(PaintoverError):
    code = "source_lost"


class EngineFailed(PaintoverError):
    code = "engine_failed"


class EngineUnavailable(EngineFailed):
    code = "engine_unavailable"
    may_pass = True


class EngineTimeout(EngineFailed):
    code = "deadline_exceeded"


class OutOfMemory(EngineFailed):
    code = "out_of_memory"


class StoreFailed(PaintoverError):
    code = "store_failed"
    may_pass = True


class FolderInUse(StoreFailed):
    code = "data_folder_in_use"
    may_pass = False
