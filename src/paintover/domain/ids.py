"""Identifiers: TypeIDs, a prefix and a base32 UUIDv7 (jetify TypeID specification 0.3).

A task id is minted when a request is accepted, a generation id when its picture is done, so ids sort by time.
"""

from __future__ import annotations

import hashlib
import re

from typeid import TypeID
from typeid.codecs.base32 import encode

ID_SUFFIX = r"[0-7][0-9a-hjkmnp-tv-z]{25}"
"""Regular expression source of what follows the prefix of an id."""
GEN_ID_PATTERN = rf"gen_{ID_SUFFIX}"
"""Regular expression source of one generation id, lower case, without anchors."""
TASK_ID_PATTERN = rf"task_{ID_SUFFIX}"
"""Regular expression source of one task id, lower case, without anchors."""
FILE_ID_PATTERN = rf"file_{ID_SUFFIX}"
"""Regular expression source of one file id, lower case, without anchors."""

_GEN = re.compile(GEN_ID_PATTERN)
_TASK = re.compile(TASK_ID_PATTERN)
_FILE = re.compile(FILE_ID_PATTERN)


def new_gen_id() -> str:
    """A fresh generation id such as ``gen_01jqwte8yjf7haxqc521b7z2wf``."""
    return str(TypeID(prefix="gen"))


def new_task_id() -> str:
    """A fresh task id such as ``task_01jqwtd9rvev28cr2kechxszq1``."""
    return str(TypeID(prefix="task"))


def is_gen_id(text: str) -> bool:
    """Whether the whole text is a well-formed generation id (says nothing about its existence)."""
    return _GEN.fullmatch(text) is not None


def is_task_id(text: str) -> bool:
    """Whether the whole text is a well-formed task id (says nothing about its existence)."""
    return _TASK.fullmatch(text) is not None


def new_file_id() -> str:
    """A fresh file id such as ``file_01jqwv0c2dfrw9x1k5m8e3t7nz``."""
    return str(TypeID(prefix="file"))


def is_file_id(text: str) -> bool:
    """Whether the whole text is a well-formed file id (says nothing about its existence)."""
    return _FILE.fullmatch(text) is not None


def new_response_id() -> str:
    """A fresh response id such as ``resp_01jqwv1m8ff1htqk7w0z3r5b2c``, for a response that no task answers."""
    return str(TypeID(prefix="resp"))


def new_share_id() -> str:
    """A fresh share id such as ``share_01jqwv3n4bf8xr2m6c9t5h1k7d``."""
    return str(TypeID(prefix="share"))


def response_id_of(task_id: str) -> str:
    """The id of the response that a task, the first of its request, answers."""
    return "resp_" + task_id.removeprefix("task_")


def response_id_of_key(key: str, *, owner: str) -> str:
    """The id of the response in words that answers the owner's request under an Idempotency-Key: always the same."""
    digest = hashlib.sha256(f"{owner}\n{key}".encode("utf-8", "surrogatepass")).digest()
    return f"resp_{encode(digest[:16])}"
