"""What can go wrong while loading and drawing."""

from __future__ import annotations

import torch


class ModelError(Exception):
    """A model's files cannot be used; the message is a sentence for whoever asked."""


class CancelledOrderError(Exception):
    """Nobody waits for the order any more."""


def is_out_of_memory(error: BaseException) -> bool:
    """Whether memory did not suffice: each kind of device says so in its own way."""
    if isinstance(error, torch.OutOfMemoryError | MemoryError):
        return True
    words = str(error).lower()
    return isinstance(error, RuntimeError) and ("out of memory" in words or "can't allocate memory" in words)
