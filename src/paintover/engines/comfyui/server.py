"""ComfyUI's HTTP routes, as far as an engine needs them. Any method raises what `failures` makes of its answer."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

import httpx2

from paintover.domain.errors import EngineFailed
from paintover.engines.comfyui.failures import of_answer, of_exception, of_refused_prompt
from paintover.engines.comfyui.options import ComfyOptions
from paintover.engines.comfyui.workflow import Nodes
from paintover.engines.upstream.failures import UNREADABLE
from paintover.engines.upstream.transport import CONNECT_TIMEOUT_S, open_transport

FOLDER = "paintover"
"""Where the sources lie in ComfyUI's folder of inputs."""
ANSWER_TIMEOUT_S = 60.0
"""How long a single answer may take: none of them waits for a picture."""
STOP_TIMEOUT_S = 0.6


@dataclass(frozen=True, slots=True)
class File:
    """A picture that ComfyUI has saved, as its answers name it."""

    filename: str
    subfolder: str
    type: str


@dataclass(frozen=True, slots=True)
class Run:
    """A workflow that is over."""

    files: dict[str, list[File]]
    """By node."""
    error: dict[str, Any] | None
    """The data of its ``execution_error``; empty when it was interrupted; None when it went well."""


class ComfyServer:
    """One ComfyUI server."""

    def __init__(self, options: ComfyOptions) -> None:
        self._client = httpx2.AsyncClient(
            base_url=options.url,
            transport=open_transport(max_bytes=options.max_bytes, headers=options.headers, requests=16),
            timeout=httpx2.Timeout(ANSWER_TIMEOUT_S, connect=CONNECT_TIMEOUT_S),
            follow_redirects=False,
            trust_env=False,
        )

    async def classes(self, names: set[str]) -> dict[str, Any]:
        """What the server knows of these classes of nodes, by name; those that it has not are missing."""
        known: dict[str, Any] = {}
        for name in sorted(names):
            answer = await self._json("GET", f"/object_info/{quote(name, safe='')}")
            if isinstance(answer, dict) and isinstance(answer.get(name), dict):
                known[name] = answer[name]
        return known

    async def upload(self, image: bytes) -> str:
        """Put a PNG among the server's inputs; the same picture lies there once.

        Returns:
            What a node that loads a picture wants as its ``image``.
        """
        name = f"{hashlib.sha256(image).hexdigest()[:32]}.png"
        answer = await self._json(
            "POST",
            "/upload/image",
            files={"image": (name, image, "image/png")},
            data={"overwrite": "true", "type": "input", "subfolder": FOLDER},
        )
        match answer:
            case {"name": str(held), "subfolder": str(folder)}:
                return f"{folder}/{held}" if folder else held
        raise EngineFailed(UNREADABLE)

    async def submit(self, nodes: Nodes, *, prompt_id: str, client_id: str, previews: bool) -> str:
        """Queue a workflow under an id of ours.

        Returns:
            The id under which the server knows it: another one when it is too old to take ours.
        """
        body = {
            "prompt": nodes,
            "prompt_id": prompt_id,
            "client_id": client_id,
            "extra_data": {"preview_method": "auto" if previews else "none"},
        }
        try:
            response = await self._client.post("/prompt", json=body)
        except httpx2.HTTPError as exc:
            raise of_exception(exc) from exc
        if response.status_code == 400:
            raise of_refused_prompt(_read(response))
        if (error := of_answer(response)) is not None:
            raise error
        match _read(response):
            case {"prompt_id": str(known)}:
                return known
        raise EngineFailed(UNREADABLE)

    async def run(self, prompt_id: str) -> Run | None:
        """What came of a workflow; None while it is not over, and when the server does not know it."""
        history = await self._json("GET", f"/history/{prompt_id}")
        if not isinstance(history, dict):
            raise EngineFailed(UNREADABLE)
        held = history.get(prompt_id)
        if not isinstance(held, dict):
            return None
        outputs = held.get("outputs")
        files = {
            node: list(_files(output))
            for node, output in (outputs.items() if isinstance(outputs, dict) else ())
        }
        status = held.get("status")
        return Run(files, _error(status) if isinstance(status, dict) else None)

    async def queue(self) -> tuple[set[str], set[str]]:
        """The ids of the workflows that run and of those that wait."""
        answer = await self._json("GET", "/queue")
        if not isinstance(answer, dict):
            raise EngineFailed(UNREADABLE)
        running, waiting = (
            {item[1] for item in answer.get(name) or () if isinstance(item, list) and len(item) > 1}
            for name in ("queue_running", "queue_pending")
        )
        return running, waiting

    async def stop(self, prompt_ids: set[str]) -> None:
        """Take these out of the queue, and interrupt the one of them that runs."""
        timeout = httpx2.Timeout(STOP_TIMEOUT_S)
        await self._json("POST", "/queue", json={"delete": sorted(prompt_ids)}, timeout=timeout)
        running, _ = await self.queue()
        # Older servers interrupt whatever runs, so it has to be ours.
        for prompt_id in running & prompt_ids:
            await self._json("POST", "/interrupt", json={"prompt_id": prompt_id}, timeout=timeout)

    async def picture(self, file: File) -> bytes:
        """The bytes of a saved picture."""
        query = {"filename": file.filename, "subfolder": file.subfolder, "type": file.type}
        try:
            response = await self._client.get("/view", params=query)
        except httpx2.HTTPError as exc:
            raise of_exception(exc) from exc
        if (error := of_answer(response)) is not None:
            raise error
        return bytes(response.content)

    async def aclose(self) -> None:
        """Close the connections."""
        await self._client.aclose()

    async def _json(self, method: str, path: str, **sent: Any) -> Any:
        try:
            response = await self._client.request(method, path, **sent)
        except httpx2.HTTPError as exc:
            raise of_exception(exc) from exc
        if (error := of_answer(response)) is not None:
            raise error
        return _read(response) if response.content else None


def _read(response: httpx2.Response) -> Any:
    try:
        return response.json()
    except (ValueError, RecursionError) as exc:
        raise EngineFailed(UNREADABLE) from exc


def _files(output: object) -> Iterator[File]:
    images = output.get("images") if isinstance(output, dict) else None
    for image in images if isinstance(images, list) else ():
        match image:
            case {"filename": str(name), "subfolder": str(folder), "type": str(kind)}:
                yield File(name, folder, kind)


def _error(status: dict[str, Any]) -> dict[str, Any] | None:
    for message in status.get("messages") or ():
        match message:
            case ["execution_error", dict(data)]:
                return data
            case ["execution_interrupted", _]:
                return {}
    return {"exception_type": "", "node_type": ""} if status.get("status_str") == "error" else None
