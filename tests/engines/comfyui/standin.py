"""A ComfyUI without models: the routes, the socket's messages, the queue and the cache of the real one (as its server.py,
main.py, execution.py and comfy_execution/ have them in the autumn of 2026), nodes that compute flat pictures, and troubles
on demand.

`ComfyStandIn` runs in a thread of its own, as the real one runs in another process, and outlives the engines that use it.
"""

from __future__ import annotations

import asyncio
import hashlib
import heapq
import json
import socket
import struct
import threading
import time
import uuid
from collections.abc import Awaitable, Callable
from contextlib import suppress
from types import TracebackType
from typing import Any, Self

import pyvips
import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route, WebSocketRoute
from starlette.types import ASGIApp
from starlette.websockets import WebSocket, WebSocketDisconnect

from paintover.engines.instant import flat_png

CHECKPOINTS = ["sd_xl_base_1.0.safetensors", "v1-5-pruned.safetensors"]
SAMPLERS = ["euler", "euler_ancestral", "dpmpp_2m"]
CLASSES: dict[str, dict[str, Any]] = {
    "KSampler": {
        "model": ["MODEL"],
        "seed": ["INT", {"default": 0, "min": 0, "max": 2**64 - 1}],
        "steps": ["INT", {"default": 20, "min": 1, "max": 10000}],
        "cfg": ["FLOAT", {"default": 8.0}],
        "sampler_name": [SAMPLERS],
        "scheduler": [["normal", "karras"]],
        "positive": ["CONDITIONING"],
        "negative": ["CONDITIONING"],
        "latent_image": ["LATENT"],
        "denoise": ["FLOAT", {"default": 1.0}],
    },
    # In the newer of the two forms in which lists are declared.
    "CheckpointLoaderSimple": {"ckpt_name": ["COMBO", {"options": CHECKPOINTS}]},
    "EmptyLatentImage": {"width": ["INT"], "height": ["INT"], "batch_size": ["INT"]},
    "CLIPTextEncode": {"text": ["STRING", {"multiline": True}], "clip": ["CLIP"]},
    "VAEDecode": {"samples": ["LATENT"], "vae": ["VAE"]},
    "VAEEncode": {"pixels": ["IMAGE"], "vae": ["VAE"]},
    "SaveImage": {"images": ["IMAGE"], "filename_prefix": ["STRING"]},
    "LoadImage": {"image": [["example.png"], {"image_upload": True}]},
    "ImageScale": {
        "image": ["IMAGE"],
        "upscale_method": [["nearest-exact", "bilinear", "lanczos"]],
        "width": ["INT"],
        "height": ["INT"],
        "crop": [["disabled", "center"]],
    },
    "ImageBlend": {
        "image1": ["IMAGE"],
        "image2": ["IMAGE"],
        "blend_factor": ["FLOAT", {"default": 0.5}],
        "blend_mode": [["normal", "multiply"]],
    },
    "SetLatentNoiseMask": {"samples": ["LATENT"], "mask": ["MASK"]},
}
OUTPUTS = {"SaveImage"}
FEATURES = {
    "supports_preview_metadata": True,
    "max_upload_size": 104857600,
    "node_replacements": True,
    "assets": False,
}


class StoppedError(Exception):
    """Somebody has asked to stop."""


class ComfyStandIn:
    """`with ComfyStandIn() as comfy:` serves at `comfy.url` until the block ends."""

    def __init__(self) -> None:
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self._listener.getsockname()[1]}"
        self.gate = threading.Event()
        """Samplers stand still before their last step while it is not set."""
        self.gate.set()
        self.prompts: list[dict[str, Any]] = []
        """The bodies of all requests to /prompt."""
        self.calls: list[tuple[str, str]] = []
        """Method and path of every request."""
        self.executed: list[str] = []
        """The prompt ids whose sampling began, each time that it did."""
        self.breaks: dict[str, str] = {}
        """The exceptions that sampling ends in, by words of the prompt: type and message with ": " between."""
        self.takes_ids = True
        """Whether it heeds the prompt ids of clients, as it has not always done."""
        self.tells_states = True
        """Whether it tells the state of every node, as it has not always done."""
        self.lacks: set[str] = set()
        """Classes that are not installed."""
        self.answers: dict[str, Callable[[], Awaitable[ASGIApp]]] = {}
        """Answers in place of its own, by path."""
        self.sockets: dict[str, WebSocket] = {}
        self.flags: dict[str, dict[str, Any]] = {}
        self.history: dict[str, dict[str, Any]] = {}
        self._queue: list[tuple[float, str, dict[str, Any], dict[str, Any], list[str]]] = []
        self._running: dict[str, tuple[float, str, dict[str, Any], dict[str, Any], list[str]]] = {}
        self.files: dict[tuple[str, str, str], bytes] = {}
        """By kind, folder and name."""
        self.cache: dict[str, tuple[Any, Any]] = {}
        """What nodes came to, and what they showed, by all that they depend on."""
        self.current: tuple[str | None, str | None] = None, None
        """The client whose workflow runs, and the node."""
        self._number = 0
        self._interrupted = False
        self._arrived: asyncio.Event
        self._thread = threading.Thread(target=lambda: asyncio.run(self._serve()), name="comfyui")
        self._started = threading.Event()

    def __enter__(self) -> Self:
        self._thread.start()
        assert self._started.wait(30)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.gate.set()
        self._server.should_exit = True
        self._thread.join(30)
        self._listener.close()
        assert not self._thread.is_alive()

    def forget(self) -> None:
        """As after a new start: no queue, no history."""
        self._queue.clear()
        self._interrupted = True
        self.history.clear()

    def hang_up(self) -> None:
        """Break every socket."""
        for opened in list(self.sockets.values()):
            asyncio.run_coroutine_threadsafe(opened.close(1001), self._loop).result(10)

    async def _serve(self) -> None:
        self._loop = asyncio.get_running_loop()
        self._arrived = asyncio.Event()
        config = uvicorn.Config(
            self, lifespan="off", log_config=None, ws="websockets-sansio", timeout_graceful_shutdown=1
        )
        self._server = uvicorn.Server(config)
        serving = asyncio.create_task(self._server.serve(sockets=[self._listener]))
        while not self._server.started:  # noqa: ASYNC110  # uvicorn tells nobody
            await asyncio.sleep(0.005)
        working = asyncio.create_task(self._work())
        self._started.set()
        await serving
        working.cancel()
        await asyncio.gather(working, return_exceptions=True)

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        if scope["type"] == "http":
            self.calls.append((scope["method"], scope["path"]))
            for path, answer in self.answers.items():
                if scope["path"].startswith(path):
                    await (await answer())(scope, receive, send)
                    return
        await self._app(scope, receive, send)

    @property
    def _app(self) -> Starlette:
        return Starlette(
            routes=[
                Route("/object_info/{name}", self._object_info),
                Route("/upload/image", self._upload, methods=["POST"]),
                Route("/prompt", self._prompt, methods=["POST"]),
                Route("/queue", self._show_queue, methods=["GET"]),
                Route("/queue", self._change_queue, methods=["POST"]),
                Route("/interrupt", self._interrupt, methods=["POST"]),
                Route("/history/{prompt_id}", self._show_history),
                Route("/view", self._view),
                WebSocketRoute("/ws", self._listen),
            ]
        )

    async def _object_info(self, request: Request) -> Response:
        name = request.path_params["name"]
        if name not in CLASSES or name in self.lacks:
            return JSONResponse({})
        about = {"input": {"required": CLASSES[name]}, "name": name, "output_node": name in OUTPUTS}
        return JSONResponse({name: about})

    async def _upload(self, request: Request) -> Response:
        async with request.form() as form:
            image: Any = form["image"]
            folder, kind = str(form.get("subfolder", "")), str(form.get("type", "input"))
            self.files[kind, folder, image.filename] = await image.read()
        return JSONResponse({"name": image.filename, "subfolder": folder, "type": kind})

    async def _prompt(self, request: Request) -> Response:
        body = await request.json()
        self.prompts.append(body)
        nodes = body["prompt"]
        for node, held in nodes.items():
            if held["class_type"] not in CLASSES or held["class_type"] in self.lacks:
                name = held["class_type"]
                return self._refused(
                    "missing_node_type",
                    f"Node '{name}' not found. The custom node may not be installed.",
                    f"Node ID '#{node}'",
                    {"node_id": node, "class_type": name, "node_title": name},
                )
        outputs = [node for node, held in nodes.items() if held["class_type"] in OUTPUTS]
        if not outputs:
            return self._refused("prompt_no_outputs", "Prompt has no outputs", "")
        if errors := self._node_errors(nodes):
            words = "\n".join(
                f"{each['message']}: {each['details']}" for held in errors.values() for each in held["errors"]
            )
            return self._refused(
                "prompt_outputs_failed_validation", "Prompt outputs failed validation", words, errors=errors
            )
        prompt_id = str(uuid.uuid4())
        if self.takes_ids and (wanted := body.get("prompt_id")) is not None:
            if not isinstance(wanted, str) or str(uuid.UUID(wanted)) != wanted:
                return self._refused("invalid_prompt_id", "prompt_id must be a valid UUID", "")
            prompt_id = wanted
        extra = {**body.get("extra_data", {}), "create_time": int(time.time() * 1000)}
        if "client_id" in body:
            extra["client_id"] = body["client_id"]
        heapq.heappush(self._queue, (self._number, prompt_id, nodes, extra, outputs))
        self._number += 1
        self._arrived.set()
        await self.tell_status()
        return JSONResponse({"prompt_id": prompt_id, "number": self._number - 1, "node_errors": {}})

    def _refused(
        self, kind: str, message: str, details: str, extra: object = None, *, errors: object = None
    ) -> Response:
        error = {"type": kind, "message": message, "details": details, "extra_info": extra or {}}
        return JSONResponse({"error": error, "node_errors": errors or {}}, 400)

    def _node_errors(self, nodes: dict[str, Any]) -> dict[str, Any]:
        errors: dict[str, Any] = {}
        for node, held in nodes.items():
            for name, form in CLASSES[held["class_type"]].items():
                options = (
                    form[0]
                    if isinstance(form[0], list)
                    else form[1].get("options")
                    if len(form) > 1
                    else None
                )
                value = held["inputs"].get(name)
                fault: tuple[str, str] | None = None
                if value is None:
                    fault = ("required_input_missing", "Required input is missing")
                elif held["class_type"] == "LoadImage":
                    folder, _, file = str(value).rpartition("/")
                    if ("input", folder, file) not in self.files:
                        fault = ("custom_validation_failed", "Custom validation failed for node")
                elif isinstance(options, list) and value not in options:
                    fault = ("value_not_in_list", "Value not in list")
                if fault is not None:
                    about = {
                        "type": fault[0],
                        "message": fault[1],
                        "details": f"{name}: '{value}'",
                        "extra_info": {"input_name": name, "input_config": form, "received_value": value},
                    }
                    outputs = [each for each, other in nodes.items() if other["class_type"] in OUTPUTS]
                    errors.setdefault(
                        node, {"errors": [], "dependent_outputs": outputs, "class_type": held["class_type"]}
                    )
                    errors[node]["errors"].append(about)
        return errors

    async def _show_queue(self, request: Request) -> Response:
        return JSONResponse({"queue_running": list(self._running.values()), "queue_pending": self._queue})

    async def _change_queue(self, request: Request) -> Response:
        body = await request.json()
        gone = set(body.get("delete", ()))
        self._queue[:] = [item for item in self._queue if item[1] not in gone]
        heapq.heapify(self._queue)
        await self.tell_status()
        return Response()

    async def _interrupt(self, request: Request) -> Response:
        try:
            prompt_id = (await request.json()).get("prompt_id")
        except json.JSONDecodeError:
            prompt_id = None
        if prompt_id is None or prompt_id in self._running:
            self._interrupted = True
        return Response()

    async def _show_history(self, request: Request) -> Response:
        prompt_id = request.path_params["prompt_id"]
        return JSONResponse({prompt_id: self.history[prompt_id]} if prompt_id in self.history else {})

    async def _view(self, request: Request) -> Response:
        query = request.query_params
        key = (query.get("type", "output"), query.get("subfolder", ""), query["filename"])
        if key not in self.files:
            return Response(status_code=404)
        return Response(self.files[key], media_type="image/png")

    async def _listen(self, opened: WebSocket) -> None:
        sid = opened.query_params.get("clientId") or uuid.uuid4().hex
        await opened.accept()
        self.sockets[sid] = opened
        self.flags.pop(sid, None)
        await opened.send_json({"type": "status", "data": {**self._status(), "sid": sid}})
        client, node = self.current
        if client == sid and node is not None:
            # Without the prompt's id, as the real one has it.
            await opened.send_json({"type": "executing", "data": {"node": node}})
        is_first = True
        with suppress(WebSocketDisconnect, RuntimeError):
            while True:
                told = json.loads(await opened.receive_text())
                if is_first and told.get("type") == "feature_flags":
                    self.flags[sid] = told["data"]
                    await opened.send_json({"type": "feature_flags", "data": FEATURES})
                is_first = False
        # As the real one: also when another has come under this id meanwhile, which then hears nothing any more.
        self.sockets.pop(sid, None)

    def _status(self) -> dict[str, Any]:
        return {"status": {"exec_info": {"queue_remaining": len(self._queue) + len(self._running)}}}

    async def tell_status(self) -> None:
        """Tell everybody how much is queued."""
        for sid in list(self.sockets):
            await self.tell(sid, {"type": "status", "data": self._status()})

    async def _work(self) -> None:
        while True:
            while not self._queue:
                self._arrived.clear()
                await self._arrived.wait()
            item = heapq.heappop(self._queue)
            _, prompt_id, nodes, extra, outputs = item
            self._running[prompt_id] = item
            self._interrupted = False
            await self.tell_status()
            run = _Execution(self, prompt_id, nodes, extra)
            status, files = await run.execute(outputs)
            self.current = None, None
            # The message comes first, the history a moment later, and then the last message, as with the real one.
            await asyncio.sleep(0.01)
            del self._running[prompt_id]
            meta = {
                node: {"node_id": node, "display_node": node, "parent_node": None, "real_node_id": node}
                for node in files
            }
            self.history[prompt_id] = {"prompt": item, "outputs": files, "status": status, "meta": meta}
            await self.tell_status()
            over = {"node": None, "prompt_id": prompt_id}
            await self.tell(extra.get("client_id"), {"type": "executing", "data": over})

    async def tell(self, client_id: str | None, message: dict[str, Any] | bytes) -> None:
        """Send to one client, if it listens."""
        opened = self.sockets.get(client_id or "")
        if opened is None:
            return
        with suppress(RuntimeError, WebSocketDisconnect):
            await (opened.send_bytes(message) if isinstance(message, bytes) else opened.send_json(message))

    def check_interrupted(self) -> None:
        if self._interrupted:
            raise StoppedError

    def load(self, kind: str, folder: str, name: str) -> bytes:
        return self.files[kind, folder, name]

    def save(self, image: bytes, prefix: str) -> dict[str, str]:
        name = f"{prefix}_{len(self.files):05}_.png"
        self.files["output", "", name] = image
        return {"filename": name, "subfolder": "", "type": "output"}


class _Execution:
    """One workflow, node by node."""

    def __init__(
        self, comfy: ComfyStandIn, prompt_id: str, nodes: dict[str, Any], extra: dict[str, Any]
    ) -> None:
        self._comfy = comfy
        self._prompt_id = prompt_id
        self._nodes = nodes
        self._extra = extra
        self._client = extra.get("client_id")
        self._messages: list[Any] = []
        self._results: dict[str, Any] = {}
        self._files: dict[str, Any] = {}
        self._states: dict[str, dict[str, Any]] = {}

    async def execute(self, outputs: list[str]) -> tuple[dict[str, Any], dict[str, Any]]:
        """Its status and its outputs, as they stand in the history."""
        await self._note("execution_start", {})
        order = self._order(outputs)
        cached = [node for node in self._nodes if self._key(node) in self._comfy.cache]
        await self._note("execution_cached", {"nodes": cached})
        node = ""
        try:
            for node in order:
                self._comfy.check_interrupted()
                if (known := self._comfy.cache.get(self._key(node))) is not None:
                    self._results[node], shown = known
                    if shown is not None:
                        await self._show(node, shown)
                else:
                    self._comfy.current = self._client, node
                    await self._state(node, "running", 0, 1)
                    await self._say("executing", {"node": node, "display_node": node})
                    await self._run(node)
                    self._comfy.cache[self._key(node)] = self._results[node], self._files.get(node)
                most = self._states.get(node, {}).get("max", 1)
                await self._state(node, "finished", most, most)
        except StoppedError:
            await self._note("execution_interrupted", self._about(node))
            return {"status_str": "error", "completed": False, "messages": self._messages}, {}
        except ArithmeticError as exc:
            kind, _, words = str(exc).partition(": ")
            about = {
                "exception_message": f"{words}\n",
                "exception_type": kind,
                "traceback": ["…"],
                "current_inputs": {},
                "current_outputs": list(self._nodes),
            }
            await self._note("execution_error", self._about(node) | about)
            return {"status_str": "error", "completed": False, "messages": self._messages}, {}
        await self._note("execution_success", {})
        return {"status_str": "success", "completed": True, "messages": self._messages}, self._files

    def _about(self, node: str) -> dict[str, Any]:
        return {
            "node_id": node,
            "node_type": self._nodes[node]["class_type"],
            "executed": list(self._results),
        }

    def _order(self, outputs: list[str]) -> list[str]:
        order: list[str] = []

        def visit(node: str) -> None:
            if node in order:
                return
            for value in self._nodes[node]["inputs"].values():
                if isinstance(value, list):
                    visit(value[0])
            order.append(node)

        for node in outputs:
            visit(node)
        return order

    def _key(self, node: str) -> str:
        """All that a node's result depends on."""
        inputs = {
            name: self._key(value[0]) if isinstance(value, list) else value
            for name, value in self._nodes[node]["inputs"].items()
        }
        return json.dumps([self._nodes[node]["class_type"], inputs], sort_keys=True)

    async def _state(self, node: str, state: str, value: float, most: float) -> None:
        """Tell the states of all nodes that are no longer pending."""
        self._states[node] = {
            "value": value,
            "max": most,
            "state": state,
            "node_id": node,
            "prompt_id": self._prompt_id,
            "display_node_id": node,
            "parent_node_id": None,
            "real_node_id": node,
        }
        if self._comfy.tells_states:
            await self._say("progress_state", {"nodes": self._states})

    async def _show(self, node: str, shown: Any) -> None:
        self._files[node] = shown
        await self._say("executed", {"node": node, "display_node": node, "output": shown})

    async def _note(self, kind: str, data: dict[str, Any]) -> None:
        data = {"prompt_id": self._prompt_id, **data, "timestamp": int(time.time() * 1000)}
        self._messages.append([kind, data])
        await self._comfy.tell(self._client, {"type": kind, "data": data})

    async def _say(self, kind: str, data: dict[str, Any]) -> None:
        await self._comfy.tell(self._client, {"type": kind, "data": {**data, "prompt_id": self._prompt_id}})

    async def _run(self, node: str) -> None:
        held = self._nodes[node]
        given = {
            name: self._results[value[0]] if isinstance(value, list) else value
            for name, value in held["inputs"].items()
        }
        match held["class_type"]:
            case "EmptyLatentImage":
                self._results[node] = {"size": (given["width"], given["height"])}
            case "CLIPTextEncode":
                self._results[node] = given["text"]
            case "LoadImage":
                folder, _, name = given["image"].rpartition("/")
                pixels: Any = pyvips.Image.new_from_buffer(self._comfy.load("input", folder, name), "")
                self._results[node] = {"size": (pixels.width, pixels.height)}
            case "ImageBlend":
                self._results[node] = given["image1"]
            case "ImageScale":
                self._results[node] = {"size": (given["width"], given["height"])}
            case "KSampler":
                self._results[node] = await self._sample(node, given)
            case "VAEDecode" | "SetLatentNoiseMask":
                self._results[node] = given["samples"]
            case "VAEEncode":
                self._results[node] = given["pixels"]
            case "SaveImage":
                latent = given["images"]
                image = flat_png(*latent["size"], *latent["colour"])
                self._results[node] = None
                await self._show(node, {"images": [self._comfy.save(image, given["filename_prefix"])]})
            case _:
                self._results[node] = None

    async def _sample(self, node: str, given: dict[str, Any]) -> dict[str, Any]:
        self._comfy.executed.append(self._prompt_id)
        for words, fault in self._comfy.breaks.items():
            if words in given["positive"]:
                raise ArithmeticError(fault)
        named = json.dumps([given["positive"], given["negative"], given["seed"], given["steps"]])
        colour = tuple(hashlib.sha256(named.encode()).digest()[:3])
        for step in range(1, 5):
            while step == 4 and not self._comfy.gate.is_set():  # set in another thread
                self._comfy.check_interrupted()
                await asyncio.sleep(0.005)
            self._comfy.check_interrupted()
            await self._state(node, "running", step, 4)
            await self._say("progress", {"value": step, "max": 4, "node": node})
            if self._extra.get("preview_method") == "auto":
                await self._comfy.tell(self._client, self._preview(node, colour))
            await asyncio.sleep(0.01)
        return {"size": given["latent_image"]["size"], "colour": colour}

    def _preview(self, node: str, colour: tuple[int, ...]) -> bytes:
        pixels: Any = pyvips.Image.black(64, 64, bands=3) + [channel // 2 for channel in colour]
        jpeg = bytes(pixels.cast("uchar").copy(interpretation="srgb").jpegsave_buffer())
        if not self._comfy.flags.get(self._client or "", {}).get("supports_preview_metadata"):
            return struct.pack(">II", 1, 1) + jpeg
        whose = {
            "node_id": node,
            "prompt_id": self._prompt_id,
            "display_node_id": node,
            "parent_node_id": None,
            "real_node_id": node,
            "image_type": "image/jpeg",
        }
        about = json.dumps(whose).encode()
        return struct.pack(">II", 4, len(about)) + about + jpeg
