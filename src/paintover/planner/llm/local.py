"""A language model that this process runs itself, out of a GGUF file, with llama.cpp.

`xllamacpp` brings llama.cpp as a library. It always listens on a port of loopback too, whether that is used or not; so that is
how the model is asked: by an `Endpoint` like any other, which bounds what it reads, lets go of what is late (a closed
connection ends the computation after the batch at hand), and tells troubles apart. None but this process knows the key
that is made for it.

The answer is held to a grammar that leaves no room for white space, which halves what is written; and a model so held need
not know tools.
"""

from __future__ import annotations

import asyncio
import os
import re
import secrets
import time
from collections.abc import Mapping
from pathlib import Path
from types import ModuleType
from typing import Any, Final, Self

import structlog

from paintover.domain.errors import BadRequest
from paintover.planner.llm.endpoint import Endpoint, Said

CONTEXT_TOKENS: Final = 8192
"""Room for a brief in a vocabulary that knows only English, and for the answer."""
BATCH_TOKENS: Final = 128
"""What is read between two looks at whether anybody still waits."""
CONTEXT_BYTES: Final = 256 * 1024 * 1024
"""What is needed beside the weights, at the least."""
_NAME: Final = "local"
"""It must have one; llama.cpp does not look at it."""
_MAGIC: Final = b"GGUF"
_PART: Final = re.compile(r"-\d{5}-of-(\d{5})\.gguf$")
_QUIET: Final = 1
"""llama.cpp's own level for errors alone."""
_MEMORY: Final = Path("/proc/meminfo")

log = structlog.get_logger()


class LocalModel:
    """See `planner.LanguageModel`. Used by many requests at a time, which it serves one after the other."""

    def __init__(self, server: Any, endpoint: Endpoint) -> None:
        """`server` is what keeps the model loaded; `endpoint` asks it. Made by `load`."""
        self._server = server
        self._endpoint = endpoint
        self._turn = asyncio.Lock()

    @classmethod
    async def load(cls, file: str) -> Self:
        """Load a model, which takes seconds to minutes in which this process does nothing else. `file` may begin with ``~``.

        Raises:
            BadRequest: `xllamacpp` is not installed, there is no such file, it is no model, or memory does not suffice.
        """
        started = time.monotonic()
        key = secrets.token_urlsafe(32)
        llama = _llama()
        server = await asyncio.to_thread(_load, llama, file, key)

        def held_to(arguments: Mapping[str, object]) -> dict[str, Any]:
            compact = {**arguments, "x-guidance": {"whitespace_flexible": False}}
            return {"extra_body": {"grammar": llama.json_schema_to_grammar(compact)}}

        log.info("planner model loaded", file=file, seconds=round(time.monotonic() - started, 3))
        endpoint = Endpoint(url=f"{server.listening_address}/v1", model=_NAME, key=key, form=held_to)
        return cls(server, endpoint)

    async def ask(self, instructions: str, request: str, arguments: Mapping[str, object]) -> Said:
        """See `Endpoint.ask`. Whoever is cancelled while waiting for a turn leaves nothing behind."""
        async with self._turn:
            return await self._endpoint.ask(instructions, request, arguments)

    async def aclose(self) -> None:
        """Wait for who is being answered, then give the memory back."""
        async with self._turn:
            await self._endpoint.aclose()
            # Its end stops llama.cpp's threads.
            self._server = None


def _llama() -> ModuleType:
    try:
        import xllamacpp
    except ModuleNotFoundError as exc:
        raise BadRequest(
            "The setting planner_gguf needs xllamacpp, which is not installed. Install it with: "
            "pip install 'paintover[gguf]'"
        ) from exc
    except ImportError as exc:
        raise BadRequest(
            f"The setting planner_gguf needs xllamacpp, which cannot be loaded here: {exc}."
        ) from exc
    module: ModuleType = xllamacpp
    return module


def _load(llama: ModuleType, file: str, key: str) -> Any:
    path = Path(os.path.expanduser(file))
    _check_memory(llama, _size(path))
    parameters = llama.CommonParams()
    parameters.model.path = str(path)
    parameters.n_ctx = CONTEXT_TOKENS
    parameters.n_parallel = 1
    parameters.n_batch = parameters.n_ubatch = BATCH_TOKENS
    # The other half is for those who draw; and where two threads share a core, one of them is enough.
    threads = max(1, _processors() // 2)
    parameters.cpuparams.n_threads = parameters.cpuparams_batch.n_threads = threads
    # A model that thinks first would think beyond the deadline.
    parameters.enable_reasoning = 0
    # By default it keeps 8 GiB of earlier conversations.
    parameters.cache_ram_mib = 0
    parameters.api_keys = [key]
    parameters.ui = parameters.endpoint_slots = False
    parameters.verbosity = _QUIET
    try:
        return llama.Server(parameters)
    except (RuntimeError, ValueError, MemoryError) as exc:
        raise BadRequest(
            f"The model {path} cannot be loaded: the file is damaged or no language model, this release of xllamacpp does "
            "not know its kind, or memory does not suffice. What llama.cpp said of it stands above."
        ) from exc


def _size(path: Path) -> int:
    """The bytes of a model's file, or of all files of one that was split.

    Raises:
        BadRequest: there is no such file, it cannot be read, or it is no GGUF.
    """
    if not path.is_file():
        raise BadRequest(f"The setting planner_gguf names {path}, where there is no file.")
    try:
        with path.open("rb") as file:
            magic = file.read(len(_MAGIC))
        if magic != _MAGIC:
            raise BadRequest(
                f"The file {path} is no GGUF. Set planner_gguf to a language model in that format, unpacked."
            )
        return sum(part.stat().st_size for part in _parts(path))
    except OSError as exc:
        raise BadRequest(
            f"The model of planner_gguf cannot be read: {exc.filename}: {exc.strerror}."
        ) from exc


def _parts(path: Path) -> list[Path]:
    found = _PART.search(path.name)
    if found is None:
        return [path]
    stem, count = path.name[: found.start()], int(found[1])
    return [path.with_name(f"{stem}-{at:05}-of-{count:05}.gguf") for at in range(1, count + 1)]


def _check_memory(llama: ModuleType, size: int) -> None:
    """Refuse what certainly does not fit: weights are mapped, so that llama.cpp itself would start and then crawl.

    Raises:
        BadRequest: it does not.
    """
    room = sum(_free(device) for device in llama.get_device_info())
    if size + CONTEXT_BYTES > room:
        raise BadRequest(
            f"The model of planner_gguf needs about {_gib(size + CONTEXT_BYTES)} of memory, and {_gib(room)} are free. "
            "Choose a smaller one, or one of fewer bits a weight."
        )


def _free(device: Mapping[str, Any]) -> int:
    free = int(device["memory_free"])
    if device["name"] == "CPU":
        # Of the processor's memory llama.cpp knows only how much there is, not how much is free.
        try:
            known = re.search(r"(?m)^MemAvailable:\s*(\d+) kB", _MEMORY.read_text(encoding="ascii"))
        except OSError:
            return free
        return min(free, int(known[1]) * 1024) if known else free
    return free


def _gib(size: int) -> str:
    return f"{size / 1024**3:.1f} GiB"


def _processors() -> int:
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:
        return os.cpu_count() or 1
