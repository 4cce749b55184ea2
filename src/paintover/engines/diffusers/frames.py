"""The wire between the server and its worker: messages in MessagePack, each after its length in four bytes.

Pictures cross it as bare pixels, so neither side decodes a file that the other has written.
"""

from __future__ import annotations

from asyncio import IncompleteReadError, StreamReader
from typing import Any, BinaryIO, Literal

import msgspec

MOST_BYTES = 512 * 1024 * 1024
"""No message is longer; what claims to be is not one."""
_LENGTH_BYTES = 4

Trouble = Literal["memory", "model", "order", "broken"]
"""What went wrong: too little memory; a model that cannot be used; an order that it cannot do; anything else."""
Device = str
"""``auto``, or a device as torch writes it: ``cuda:1``."""
Number = Literal["auto", "float32", "float16", "bfloat16"]
"""What a model's weights are kept as."""
Offload = Literal["none", "model", "sequential"]
"""What of a model waits in the computer's own memory: nothing, the models that are not at work, or all but one layer."""


class Pixels(msgspec.Struct, frozen=True, array_like=True):
    """A picture: `bands` bytes for each pixel (3: sRGB, 1: grey), row by row."""

    width: int
    height: int
    bands: Literal[1, 3]
    data: bytes


class Lora(msgspec.Struct, frozen=True, kw_only=True):
    """Weights that are laid over a model's own."""

    name: str
    model: str
    """A file, a folder, or a repository of the hub."""
    file: str = ""
    """Which file in it."""
    weight: float = 1.0


class Model(msgspec.Struct, frozen=True, kw_only=True):
    """A pipeline's files, and how they are loaded."""

    name: str
    """A folder, or a repository of the hub."""
    revision: str = ""
    variant: str = ""
    """Of several kinds of weights that lie side by side: ``fp16``."""
    device: Device = "auto"
    dtype: Number = "auto"
    offload: Offload = "none"
    tiling: bool = False


class Paint(msgspec.Struct, frozen=True, kw_only=True, tag=True):
    """Draw."""

    order: int
    """A number that is used once; what comes of the order bears it."""
    model: Model
    pipeline: str
    """The class that draws; it shares its weights with the class that the files are of."""
    prompt: str = ""
    width: int = 1
    height: int = 1
    seeds: tuple[int, ...] = ()
    """One for each place of the order."""
    places: tuple[int, ...] = ()
    """The places to draw. With none, the model is loaded."""
    batch: int = 1
    """How many may be drawn at once."""
    previews: int = 0
    arguments: dict[str, Any] = {}
    """Further arguments of the pipeline."""
    sources: tuple[Pixels, ...] = ()
    mask: Pixels | None = None
    """White where it may be drawn anew."""
    loras: tuple[Lora, ...] = ()
    """Those to lay over, with the weight that each has this time."""
    memory_bytes: int | None = None
    """How much all models together may take."""


class Cancel(msgspec.Struct, frozen=True, tag=True):
    """Nobody waits for this order any more."""

    order: int


class Ready(msgspec.Struct, frozen=True, tag=True):
    """The worker takes orders."""


class Unusable(msgspec.Struct, frozen=True, tag=True):
    """The worker cannot start: it lacks a library."""

    words: str


class Stage(msgspec.Struct, frozen=True, tag=True):
    """An order has got so far."""

    order: int
    stage: Literal["load", "draw"]
    fraction: float
    """Of the order's drawing, from 0 to 1."""


class Shown(msgspec.Struct, frozen=True, tag=True):
    """An unfinished picture."""

    order: int
    place: int
    pixels: Pixels


class Drawn(msgspec.Struct, frozen=True, tag=True):
    """A finished picture."""

    order: int
    place: int
    pixels: Pixels


class Withheld(msgspec.Struct, frozen=True, tag=True):
    """The model's own safety checker does not let a picture out."""

    order: int
    place: int


class Over(msgspec.Struct, frozen=True, tag=True):
    """The order has ended: all was told of it, or it was cancelled."""

    order: int


class Failed(msgspec.Struct, frozen=True, tag=True):
    """The order has ended; what has not been told as drawn never will be."""

    order: int
    trouble: Trouble
    words: str
    """For whoever asked: a sentence for `model` and `order`, else nothing."""
    detail: str = ""
    """For the log."""


ToWorker = Paint | Cancel
FromWorker = Ready | Unusable | Stage | Shown | Drawn | Withheld | Over | Failed

_encoder = msgspec.msgpack.Encoder()
_to_worker = msgspec.msgpack.Decoder(ToWorker)
_from_worker = msgspec.msgpack.Decoder(FromWorker)


class BrokenWireError(Exception):
    """What arrived is no message."""


def packed(message: ToWorker | FromWorker) -> bytes:
    """A message as it goes over the wire."""
    body = _encoder.encode(message)
    if len(body) > MOST_BYTES:
        raise BrokenWireError("a message is too long to be sent")
    return len(body).to_bytes(_LENGTH_BYTES, "big") + body


def read_order(wire: BinaryIO) -> ToWorker | None:
    """The next message to the worker; None when the wire has ended, which also ends one that is cut short.

    Raises:
        BrokenWireError: it is none.
    """
    head = wire.read(_LENGTH_BYTES)
    if len(head) < _LENGTH_BYTES:
        return None
    length = _length(head)
    body = wire.read(length)
    if len(body) < length:
        return None
    try:
        order: ToWorker = _to_worker.decode(body)
        return order
    except msgspec.DecodeError as exc:
        raise BrokenWireError(str(exc)) from exc


async def read_news(wire: StreamReader) -> FromWorker | None:
    """The next message from the worker; None when the wire has ended.

    Raises:
        BrokenWireError: it is none.
    """
    try:
        body = await wire.readexactly(_length(await wire.readexactly(_LENGTH_BYTES)))
    except (IncompleteReadError, ConnectionError):
        return None
    try:
        news: FromWorker = _from_worker.decode(body)
        return news
    except msgspec.DecodeError as exc:
        raise BrokenWireError(str(exc)) from exc


def _length(head: bytes) -> int:
    length = int.from_bytes(head, "big")
    if length > MOST_BYTES:
        raise BrokenWireError("a message says that it is longer than any")
    return length
