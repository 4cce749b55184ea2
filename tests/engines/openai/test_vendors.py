"""Every block of docs/vendors.md, run against a stand-in that takes and answers what that vendor has published."""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Callable, Mapping
from contextlib import aclosing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from paintover.domain.errors import (
    BadRequest,
    EngineFailed,
    EngineUnavailable,
    NotDrawable,
    OutOfMemory,
    Refused,
)
from paintover.engines.protocol import Painted
from paintover.intake.guarded import GuardedIntake
from paintover.parts import open_router
from paintover.settings import read_settings
from paintover.testing import an_order, events_of
from paintover.testing.orders import a_mask, a_photograph
from tests.engines.openai.upstream import B64, Answer, Request, Upstream, chat, reply

PAGE = (Path(__file__).parents[3] / "docs" / "vendors.md").read_text(encoding="utf-8")
BLOCKS = [
    (heading, block)
    for heading, text in re.findall(r"^## ([^\n]+)\n(.*?)(?=^## |\Z)", PAGE, re.DOTALL | re.MULTILINE)
    for block in re.findall(r"^```toml\n(.*?)^```", text, re.DOTALL | re.MULTILINE)
]
KEY = "key-0123456789"
ENVIRONMENT = {
    f"{name}_KEY": KEY for name in ("OPENAI_API", "AZURE_OPENAI_API", "TOGETHER_API", "OPENROUTER_API", "LITELLM")
}  # fmt: skip

Body = Mapping[str, Any]


def openai_error(status: int, words: str) -> object:
    return {"error": {"message": words, "type": "invalid_request_error", "param": None, "code": None}}


@dataclass(frozen=True)
class Vendor:
    """What a vendor takes, and the shape of its answers."""

    paths: tuple[str, ...]
    """Of drawing and of editing."""
    fields: frozenset[str]
    """What it knows; anything else is refused, as the strictest do."""
    answer: Callable[[Body], Answer]
    auth: tuple[str, str] | None = None
    """The header that it wants."""
    checks: Callable[[Body], str | None] = lambda body: None
    """What it finds wrong with a request."""
    error: Callable[[int, str], object] = openai_error
    """The body of an error; bytes are no JSON."""
    edit_fields: frozenset[str] = field(default=frozenset())
    """Of a form; empty where an edit is JSON, too."""
    seed: Callable[[Body], object] = lambda body: body["seed"]
    refusal: tuple[int, object] | None = None
    """How it says that a policy forbids it, where that is documented."""
    tells_memory: bool = True
    """Whether its words say that it was out of memory."""


def base64_only(body: Body) -> Answer:
    return reply({"created": 1713833628, "data": [{"b64_json": B64}], "usage": {"total_tokens": 100}})


def nulls(body: Body) -> Answer:
    return reply(
        {"created": 1, "data": [{"b64_json": B64, "url": None, "revised_prompt": None}], "size": None}
    )


def together(body: Body) -> Answer:
    image = {"index": 0, "b64_json": B64, "type": "b64_json"}
    return reply({"id": "o", "model": body["model"], "object": "list", "data": [image]})


def sglang(body: Body) -> Answer:
    image = {
        "b64_json": B64,
        "url": None,
        "revised_prompt": body["prompt"],
        "file_path": None,
        "resize": None,
    }
    return reply(
        {"id": "i", "created": 1, "data": [image], "peak_memory_mb": 1.0, "usage": {"image_count": 1}}
    )


def sd_server(body: Body) -> Answer:
    return reply({"created": 1, "data": [{"b64_json": B64}], "output_format": "png"})


def localai(body: Body) -> Answer:
    image = {"embedding": None, "index": 0, "b64_json": B64}
    return reply({"created": 1, "id": "3f", "data": [image], "usage": {"total_tokens": 0}})


def openrouter(body: Body) -> Answer:
    image = {"b64_json": B64, "media_type": "image/png"}
    return reply({"created": 1748372400, "data": [image], "usage": {"total_tokens": 4175, "cost": 0.04}})


def in_chat(body: Body) -> Answer:
    image = {"type": "image_url", "image_url": {"url": f"data:image/png;base64,{B64}"}, "index": 0}
    return chat("Here is your picture.", images=[image])


def gpt_image(body: Body) -> str | None:
    match = re.fullmatch(r"(\d+)x(\d+)", str(body.get("size")))
    if match is None:
        return "Invalid size."
    width, height = int(match[1]), int(match[2])
    if width % 16 or height % 16 or not 1 / 3 <= width / height <= 3 or max(width, height) > 3840:
        return "Width and height must be divisible by 16, and the aspect ratio between 1:3 and 3:1."
    return None if 655_360 <= width * height <= 8_294_400 else "Invalid number of pixels."


def plain_size(body: Body) -> str | None:
    return None if re.fullmatch(r"\d+x\d+", str(body.get("size"))) else "Invalid size format."


def base64_wanted(body: Body) -> str | None:
    if body.get("response_format") != "b64_json":
        return "response_format='url' requires cloud storage to be configured."
    return plain_size(body) or (None if "seed" in body else "every picture would be the same")


def in_steps_of_8(body: Body) -> str | None:
    if body.get("response_format") not in ("base64", "url"):
        return "response_format must be base64 or url."
    if not body.get("image_url", "data:image/png;base64,").startswith("data:image/png;base64,"):
        return "no picture"
    return None if body["width"] % 8 == body["height"] % 8 == 0 else "multiples of 8"


def in_plain_base64(body: Body) -> str | None:
    for text in body.get("ref_images", ()):
        base64.b64decode(text, validate=True)
    return plain_size(body)


def links_to_pictures(body: Body) -> str | None:
    for part in body.get("input_references", ()):
        if part["type"] != "image_url" or not part["image_url"]["url"].startswith("data:image/"):
            return "Invalid input"
    return plain_size(body)


def images_asked_for(body: Body) -> str | None:
    if body["image_config"] not in ({"aspect_ratio": "4:3"}, {"aspect_ratio": "1:1"}):
        return "another shape was asked for"
    return None if "image" in body.get("modalities", ()) else "no image was asked for"


def extra_args(body: Body) -> dict[str, Any]:
    """What sd-server reads: the first tag of all."""
    match = re.search(r"<sd_cpp_extra_args>(.*?)</sd_cpp_extra_args>", body["prompt"])
    assert match is not None
    read: dict[str, Any] = json.loads(match[1])
    return read


BEARER = ("authorization", f"Bearer {KEY}")
GENERATIONS, EDITS = "/v1/images/generations", "/v1/images/edits"
COMMON = frozenset({"model", "prompt", "n", "size"})
GPT = COMMON | {"quality", "background", "stream", "partial_images", "output_format", "user", "moderation"}
EXTENDED = COMMON | {
    "response_format", "output_format", "seed", "num_inference_steps", "guidance_scale", "negative_prompt",
}  # fmt: skip
FILES = frozenset({"image", "image[]", "mask"})
BLOCKED: tuple[int, object] = 400, {
    "error": {
        "message": "Your request was rejected by the safety system.",
        "type": "image_generation_user_error", "param": None, "code": "moderation_blocked",
    }
}  # fmt: skip
FILTERED: tuple[int, object] = 400, {
    "created": 1698435368,
    "error": {
        "code": "contentFilter", "message": "Your task failed as a result of our safety system.",
        "inner_error": {"code": "ResponsibleAIPolicyViolation", "content_filter_results": {}},
    },
}  # fmt: skip
FLAGGED: tuple[int, object] = 403, {
    "error": {
        "code": 403, "message": "Input was flagged",
        "metadata": {"reasons": ["violence"], "flagged_input": "an ox", "provider_name": "P", "model_slug": "m"},
    }
}  # fmt: skip


def detail(status: int, words: str) -> object:
    return {"detail": words}


def text(status: int, words: str) -> object:
    return {"error": words}


def localai_error(status: int, words: str) -> object:
    return {"error": {"code": status, "message": words, "type": ""}}


def openrouter_error(status: int, words: str) -> object:
    return {"error": {"code": status, "message": words}}


def litellm_error(status: int, words: str) -> object:
    name = "BadRequestError" if status == 400 else "InternalServerError"
    said = f"litellm.{name}: OpenAIException - {words}. Received Model Group=secret\nAvailable Model Group Fallbacks=None"
    return {"error": {"message": said, "type": None, "param": None, "code": str(status)}}


def unhandled(status: int, words: str) -> object:
    return detail(status, words) if status < 500 else b"Internal Server Error"


VENDORS: dict[str, list[Vendor]] = {
    "OpenAI": [
        Vendor((GENERATIONS, EDITS), GPT, base64_only, BEARER, gpt_image, edit_fields=GPT | FILES, refusal=BLOCKED)
    ],
    "Azure": [
        Vendor(
            tuple(f"/openai/v1/images/{what}?api-version=preview" for what in ("generations", "edits")),
            GPT, base64_only, BEARER, gpt_image, edit_fields=GPT | FILES, refusal=FILTERED,
        ),
        Vendor(
            tuple(
                f"/openai/deployments/my-gpt-image/images/{what}?api-version=2025-04-01-preview"
                for what in ("generations", "edits")
            ),
            GPT, base64_only, ("api-key", KEY), gpt_image, edit_fields=GPT | FILES, refusal=FILTERED,
        ),
    ],
    "Together": [
        Vendor(
            (GENERATIONS,) * 2,
            frozenset({
                "model", "prompt", "n", "width", "height", "steps", "seed", "negative_prompt", "guidance_scale",
                "image_url", "response_format", "output_format",
            }),
            together, BEARER, in_steps_of_8,
        )
    ],
    "vLLM-Omni": [Vendor((GENERATIONS, EDITS), EXTENDED, nulls, checks=plain_size, error=detail)],
    "SGLang": [
        Vendor(
            (GENERATIONS, EDITS), EXTENDED, sglang, checks=base64_wanted, error=unhandled, tells_memory=False,
            edit_fields=EXTENDED | FILES - {"mask"},
        )
    ],
    "LocalAI": [
        Vendor(
            (GENERATIONS,) * 2, COMMON | {"response_format", "step", "mode", "seed", "ref_images", "negative_prompt"},
            localai, checks=in_plain_base64, error=localai_error,
        )
    ],
    "stable-diffusion.cpp": [
        Vendor(
            (GENERATIONS, EDITS), COMMON | {"output_format"}, sd_server, checks=plain_size, error=text,
            edit_fields=COMMON | {"output_format"} | FILES - {"mask"}, seed=lambda body: extra_args(body)["seed"],
        )
    ],
    "OpenRouter": [
        Vendor(
            ("/api/v1/images",) * 2,
            COMMON | {"quality", "background", "output_format", "seed", "input_references", "provider"},
            openrouter, BEARER, links_to_pictures, openrouter_error, refusal=FLAGGED,
        ),
        Vendor(
            ("/api/v1/chat/completions",) * 2,
            frozenset({"model", "messages", "stream", "modalities", "image_config"}),
            in_chat, BEARER, images_asked_for, openrouter_error, refusal=FLAGGED,
        ),
    ],
    "LiteLLM": [
        Vendor(
            (GENERATIONS, EDITS), GPT, nulls, BEARER, gpt_image, litellm_error, GPT | FILES,
            refusal=(400, litellm_error(400, "litellm.ContentPolicyViolationError: AzureException - no")),
        ),
        Vendor(
            ("/v1/chat/completions",) * 2, frozenset({"model", "messages", "stream"}), in_chat, BEARER, error=litellm_error
        ),
    ],
}  # fmt: skip


class VendorServer(Upstream):
    """Answers as a vendor does."""

    def __init__(self, vendor: Vendor) -> None:
        super().__init__()
        self._vendor = vendor
        self.bodies: list[dict[str, Any]] = []
        self.breaks_with: tuple[int, object] | None = None

    def answer_to(self, request: Request) -> Answer:
        vendor = self._vendor
        if request.path not in vendor.paths:
            return self._wrong(404, f"no such route: {request.path}")
        if vendor.auth is not None and request.headers.get(vendor.auth[0]) != vendor.auth[1]:
            return self._wrong(401, "Access denied")
        if vendor.auth != BEARER and "authorization" in request.headers:
            return self._wrong(401, "a key that is none")
        is_form = request.headers["content-type"].startswith("multipart/form-data")
        body = _form(request) if is_form else request.json()
        self.bodies.append(body)
        known = vendor.edit_fields if is_form else vendor.fields
        if unknown := sorted(set(body) - known):
            return self._wrong(400, f"Unknown parameter: '{unknown[0]}'.")
        if (wrong := vendor.checks(body)) is not None:
            return self._wrong(400, wrong)
        if self.breaks_with is not None:
            status, said = self.breaks_with
            return self._wrong(status, said) if isinstance(said, str) else reply(said, status=status)
        return vendor.answer(body)

    def _wrong(self, status: int, words: str) -> Answer:
        error = self._vendor.error(status, words)
        kind = "text/plain" if isinstance(error, bytes) else "application/json"
        return reply(error, status=status, kind=kind)


def _form(request: Request) -> dict[str, Any]:
    """The fields of a form; files as how many there are."""
    found: dict[str, Any] = {}
    boundary = request.headers["content-type"].split("boundary=")[1].encode()
    for part in request.body.split(b"--" + boundary)[1:-1]:
        head, _, value = part.partition(b"\r\n\r\n")
        match = re.search(rb'name="([^"]+)"', head)
        assert match is not None
        name = match[1].decode()
        found[name] = found.get(name, 0) + 1 if b"filename=" in head else value.removesuffix(b"\r\n").decode()
    return found


def _settings(block: str, folder: Path, host: str) -> Any:
    moved, count = re.subn(r'(url = ")https?://[^/"]+', rf"\g<1>{host}", block)
    if not count:
        moved = block.replace("options = {", f'options = {{ url = "{host}/v1",')
    (folder / "paintover.toml").write_text(moved, encoding="utf-8")
    return read_settings(environment=ENVIRONMENT, folder=folder)


def _cases() -> list[tuple[str, int, str]]:
    seen: dict[str, int] = {}
    cases = []
    for heading, block in BLOCKS:
        cases.append((heading, seen.get(heading, 0), block))
        seen[heading] = seen.get(heading, 0) + 1
    return cases


def test_every_block_has_its_stand_in() -> None:
    assert [(heading, place) for heading, place, _ in _cases()] == [
        (heading, place) for heading, vendors in VENDORS.items() for place in range(len(vendors))
    ]


@pytest.mark.parametrize(
    ("heading", "place", "block"), _cases(), ids=lambda value: str(value)[:20].split("\n")[0]
)
async def test_a_block_draws_edits_and_tells_what_went_wrong(
    tmp_path: Path, heading: str, place: int, block: str
) -> None:
    vendor = VENDORS[heading][place]
    async with VendorServer(vendor) as server:
        settings = _settings(block, tmp_path, server.url.removesuffix("/v1"))
        async with (
            aclosing(GuardedIntake()) as intake,
            aclosing(open_router(settings, intake)) as router,
        ):
            engine = router.entries[0].engine
            events = await events_of(engine, an_order("an ox", ratio="4:3", n=2))
            painted = [event.picture for event in events if isinstance(event, Painted)]
            assert len(painted) == len(server.bodies) == 2
            assert all(picture.media_type == "image/png" for picture in painted)
            if engine.capabilities.seeds:
                assert len({vendor.seed(body) for body in server.bodies}) == 2

            photograph = a_photograph()
            mask = a_mask(photograph.width, photograph.height) if engine.capabilities.masks else None
            edit = an_order("a hat", *[photograph] * engine.capabilities.max_sources, ratio="4:3", mask=mask)
            if not engine.capabilities.edits:
                with pytest.raises(NotDrawable):
                    await events_of(engine, edit)
            else:
                events = await events_of(engine, edit)
                assert len([event for event in events if isinstance(event, Painted)]) == 1
                sent = server.requests[-1].body
                assert photograph.image in sent or base64.b64encode(photograph.image) in sent
            for status, words, kind in (
                (400, "the words are too long", BadRequest),
                (500, "CUDA out of memory. Tried to allocate 20 GiB", OutOfMemory),
            ):
                server.breaks_with = status, words
                with pytest.raises(
                    kind if status == 400 or vendor.tells_memory else EngineUnavailable
                ) as caught:
                    await events_of(engine, an_order("an ox"))
                assert KEY not in caught.value.message
                assert "litellm" not in caught.value.message
                assert "secret" not in caught.value.message
                assert status != 400 or words in caught.value.message
            if vendor.refusal is not None:
                server.breaks_with = vendor.refusal
                with pytest.raises(Refused):
                    await events_of(engine, an_order("an ox"))
            await engine.check()


async def test_sd_server_is_told_its_seed_and_not_what_a_user_writes_into_the_words(tmp_path: Path) -> None:
    (block,) = [block for heading, block in BLOCKS if heading == "stable-diffusion.cpp"]
    async with VendorServer(VENDORS["stable-diffusion.cpp"][0]) as server:
        settings = _settings(block, tmp_path, server.url.removesuffix("/v1"))
        async with aclosing(GuardedIntake()) as intake, aclosing(open_router(settings, intake)) as router:
            words = 'an ox<sd_cpp_extra_args>{"width": 90000}</sd_cpp_extra_args>'
            await events_of(router.entries[0].engine, an_order(words, seed=41))
    (body,) = server.bodies
    assert extra_args(body) == {"sample_params": {"sample_steps": 20}, "seed": 41}
    assert body["prompt"].endswith(words)


async def test_a_wrong_key_is_the_operators_and_is_told_without_it(tmp_path: Path) -> None:
    heading, block = BLOCKS[0]
    async with VendorServer(VENDORS[heading][0]) as server:
        settings = _settings(block, tmp_path, server.url.removesuffix("/v1"))
        wrong = json.loads(json.dumps({"key": "sk-wrong"}))
        settings.engines["openai-images"].options.update(wrong)
        async with aclosing(GuardedIntake()) as intake, aclosing(open_router(settings, intake)) as router:
            with pytest.raises(EngineFailed, match="whoever runs it") as caught:
                await events_of(router.entries[0].engine, an_order("an ox"))
    assert "sk-wrong" not in caught.value.message
