"""A picture that is kept, with all that is known of how it came to be."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from paintover.domain.ratio import Ratio

Origin = Literal["drawn", "replayed", "fetched", "uploaded", "mask"]
"""`drawn` for a task's call; `replayed` again from a conversation's own calls; `fetched` from a foreign link;
`uploaded` by the user; `mask` for one that only says where an edit may change its source, which no list shows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Generation:
    """One kept picture. Generations never change once written, but for being marked or
    deleted."""

    gen_id: str
    owner: str
    origin: Origin
    created_at: datetime
    ratio: Ratio
    width: int
    """Pixels."""
    height: int
    """Pixels."""
    media_type: str
    """``image/png``, ``image/jpeg``, ..."""
    digest: str
    """SHA-256 of the file's bytes, hexadecimal: the name under which it is stored."""
    byte_length: int
    path: str
    """The capability in its public link: ``YYYYMMDD/<letters and digits>.png``."""
    prompt: str = ""
    sources: tuple[str, ...] = ()
    """gen_ids of the pictures that it was made from, in the call's order."""
    task_id: str | None = None
    batch_index: int = 0
    engine: str | None = None
    engine_version: str | None = None
    engine_name: str | None = None
    """The operator's name for the engine, where it has drawn under one."""
    seed: int | None = None
    scene: dict[str, Any] | None = None
    """The illustrator's own description of what it drew; opaque to everything but that engine."""
    notes: tuple[str, ...] = ()
    """What the engine has to say about its work ("画不出钢琴，用木牌代替"), one sentence each."""
    changes: str | None = None
    """Of an edit, what is different now ("Changed: bowl – blue"); None where its engine cannot tell."""
    origin_url: str | None = None
    """Where a fetched picture was found."""
    is_favourite: bool = False
    """Whether its owner has marked it; this may change."""
    deleted_at: datetime | None = None
    """When its owner deleted it. What is left then is its place in the tree: its id, shape and sources."""
