"""From what ComfyUI says to our own errors. It knows an order by its prompt id, so asking again draws nothing twice.

Of its words only the names of nodes, inputs and models are passed on: they tell whoever runs the server what is missing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import httpx2

from paintover.domain.errors import (
    Busy,
    EngineFailed,
    EngineTimeout,
    EngineUnavailable,
    OutOfMemory,
    PaintoverError,
)
from paintover.engines.upstream.failures import (
    MISCONFIGURED,
    NO_ANSWER,
    UNREACHABLE,
    UNREADABLE,
    cut_off,
    of_wire,
    retry_after,
    spoken,
)

MOST_NAMED = 5
"""How many missing nodes and models one error names."""


def of_exception(error: Exception) -> PaintoverError:
    """Our error for anything that goes wrong on the wire."""
    if (broken := of_wire(error)) is not None:
        return broken
    return (
        cut_off(finds_again=True)
        if isinstance(error, httpx2.HTTPError | OSError)
        else EngineFailed(UNREADABLE)
    )


def of_answer(response: httpx2.Response) -> PaintoverError | None:
    """Our error for an answer that is none to what was asked; None when it is one."""
    status = response.status_code
    if status == 200:
        return None
    wait_s = retry_after(response.headers)
    if status == 429 or (status == 503 and wait_s is not None):
        return Busy("The picture's engine is busy. Try again in a moment.", retry_after_s=wait_s)
    if status in (408, 504):
        return EngineTimeout(NO_ANSWER)
    return EngineUnavailable(UNREACHABLE) if status >= 500 else EngineFailed(MISCONFIGURED)


def of_refused_prompt(body: object) -> PaintoverError:
    """Our error for a workflow that ComfyUI does not take: `body` is what it answered with status 400."""
    named = list(_told(body))
    return not_there(named) if named else EngineFailed(MISCONFIGURED)


def not_there(lacks: list[str]) -> EngineFailed:
    """The error that names what a ComfyUI server lacks for a workflow."""
    shown = ", ".join(spoken(one) for one in lacks[:MOST_NAMED])
    rest = f" and {len(lacks) - MOST_NAMED} more" if len(lacks) > MOST_NAMED else ""
    return EngineFailed(
        f"ComfyUI lacks what the workflow needs: {shown}{rest}. Whoever runs it has to add that."
    )


def of_broken_run(data: Mapping[str, Any]) -> PaintoverError:
    """Our error for a workflow that broke: `data` is that of ComfyUI's message ``execution_error``."""
    kind, words = (str(data.get(name, "")) for name in ("exception_type", "exception_message"))
    if "OutOfMemory" in kind or "out of memory" in words.lower():
        return OutOfMemory(
            "The picture's engine has too little memory for this. Ask for a smaller picture or fewer."
        )
    node = spoken(str(data.get("node_type", ""))) or "a node"
    return EngineFailed(f"ComfyUI broke while drawing, in {node}. Try again, or ask for something else.")


def _told(body: object) -> Iterator[str]:
    errors = body.get("node_errors") if isinstance(body, dict) else None
    for held in errors.values() if isinstance(errors, dict) else ():
        if not isinstance(held, dict):
            continue
        for error in held.get("errors") or ():
            if isinstance(error, dict):
                name = (error.get("extra_info") or {}).get("input_name", "")
                words = str(error.get("message") or error.get("type"))
                yield f"{held.get('class_type')}.{name} ({words})"
    error = body.get("error") if isinstance(body, dict) else None
    if not errors and isinstance(error, dict) and error.get("type") == "missing_node_type":
        yield str((error.get("extra_info") or {}).get("class_type") or error.get("message"))
