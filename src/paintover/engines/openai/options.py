"""What an operator can say about an upstream server, and what is known of those that are common.

A *profile* holds a vendor's quirks: the sizes it draws, what may be sent to it, what it does by itself. Every quirk can
be set one by one, so that a server without a profile of its own needs no code.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta

from paintover.domain.errors import BadRequest
from paintover.engines.options import read_options
from paintover.engines.protocol import Capabilities, EditsFrom
from paintover.engines.upstream.bounds import Bounds

DialectName = Literal["images", "chat", "responses"]
ProfileName = Literal[
    "auto",
    "generic",
    "gpt-image",
    "gpt-image-2",
    "gpt-image-2.5",
    "dall-e-3",
    "together",
    "openrouter",
    "sd-server",
    "paintover",
    "relay",
]

ReferencesName = Literal["files", "image_url", "reference_images", "ref_images", "input_references"]

_SIZE = re.compile(r"([1-9]\d{1,4})x([1-9]\d{1,4})")
_KEY = re.compile(r"[!-~]*")
_HEADER = re.compile(r"[A-Za-z0-9-]{1,100}")
_URL = re.compile(r"https?://[!-~]+")
_PATH = re.compile(r"/[!-~]+")


class Profile(msgspec.Struct, frozen=True, kw_only=True):
    """A vendor's quirks."""

    sizes: tuple[str, ...] = ()
    """The only sizes that it draws, as ``1024x1536``; none: any."""
    bounds: Bounds = Bounds()
    """Within which it draws any size."""
    edits: bool = True
    """Whether it edits pictures that it is sent."""
    max_sources: int = 1
    masks: bool = False
    seeds: bool = False
    """Whether a seed may be sent to it, which then decides the bytes."""
    quality: bool = False
    """Whether it may be asked for a quality."""
    transparency: bool = False
    """Whether it may be asked for a clear background."""
    partial_images: int = 0
    """The most unfinished pictures that it can be asked to stream; 0: it has no streams. Images and Responses only."""
    response_format: bool = True
    """Whether it may be asked for base64 instead of a link. Images only."""
    sides: bool = False
    """Whether it is told ``width`` and ``height`` instead of ``size``. Images only."""
    path: str = "/images/generations"
    """Where it draws, behind the address at which its API begins. Images only."""
    references: ReferencesName = "files"
    """How an edit's pictures are sent: as ``files`` of a form to ``/images/edits``, or in the member of that name of a JSON
    request to `path`; ``image_url`` is one picture, ``ref_images`` has no ``data:`` before its base64. Images only."""
    extra_args: bool = False
    """Whether it reads what OpenAI has no field for, the seed among it, out of the prompt: what stands in a tag
    ``sd_cpp_extra_args``. Images only."""
    image_config: bool = False
    """Whether it is told the shape as ``aspect_ratio`` in an ``image_config``, as OpenRouter reads it. Chat only."""
    progress: bool = False
    """Whether its chat answers tell percentages."""
    calls: bool = False
    """Whether it obeys a call that is written as JSON, and edits its own pictures by their gen_id. Images and chat only."""
    finds_again: bool = False
    """Whether it heeds an Idempotency-Key."""


_GPT_IMAGE = Profile(
    sizes=("1024x1024", "1536x1024", "1024x1536"),
    max_sources=16,
    masks=True,
    quality=True,
    transparency=True,
    partial_images=3,
    response_format=False,
)
_GPT_IMAGE_2_5 = msgspec.structs.replace(
    _GPT_IMAGE,
    sizes=(),
    bounds=Bounds(multiple=16, min_pixels=655_360, max_pixels=8_294_400, max_side=3840, max_ratio=3),
)

PROFILES: dict[str, Profile] = {
    "generic": Profile(),
    "gpt-image": _GPT_IMAGE,
    "gpt-image-2": msgspec.structs.replace(_GPT_IMAGE_2_5, transparency=False),
    "gpt-image-2.5": _GPT_IMAGE_2_5,
    "dall-e-3": Profile(sizes=("1024x1024", "1792x1024", "1024x1792"), edits=False),
    "together": Profile(
        bounds=Bounds(multiple=8),
        seeds=True,
        response_format=False,
        sides=True,
        references="image_url",
    ),
    "openrouter": Profile(quality=True, response_format=False, path="/images", references="input_references"),
    "sd-server": Profile(seeds=True, response_format=False, extra_args=True),
    "paintover": Profile(
        max_sources=16,
        masks=True,
        seeds=True,
        quality=True,
        partial_images=3,
        progress=True,
        calls=True,
        finds_again=True,
    ),
    "relay": Profile(max_sources=16, progress=True),
}
"""By name. ``relay`` is a server of the chat transcript format that is not Paintover."""


class OpenAIOptions(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The options of the engine `openai`. Those without a value follow the profile."""

    url: str = "https://api.openai.com/v1"
    """Where the server's API begins."""
    key: str = ""
    model: str = ""
    """The model that is asked for."""
    dialect: DialectName = "images"
    """``images``: the Images API; ``chat``: completions whose answer shows a picture; ``responses``: the Responses API
    with its image tool."""
    profile: ProfileName = "auto"
    """``auto`` tells it from the model's name."""
    parameters: dict[str, Any] = {}
    """Sent along with every request."""
    headers: dict[str, str] = {}
    """Headers that it wants besides the usual ones."""
    query: dict[str, str] = {}
    """What it wants behind the ``?`` of every address, such as Azure's ``api-version``."""
    timeout_s: Annotated[float, Meta(gt=0)] = 180.0
    """The longest that one picture may take."""
    requests: Annotated[int, Meta(ge=1, le=256)] = 8
    """How many requests may be open at once; each is for one picture."""
    max_bytes: Annotated[int, Meta(ge=1024)] = 64 * 1024 * 1024
    """The longest answer."""
    allow: tuple[str, ...] = ()
    """Networks that links to its pictures may lead to although they are private, such as ``192.168.1.0/24``."""
    proxy: str = ""
    """The proxy through which it is reached."""
    sizes: tuple[str, ...] | None = None
    bounds: Bounds | None = None
    edits: bool | None = None
    max_sources: Annotated[int, Meta(ge=1, le=64)] | None = None
    masks: bool | None = None
    seeds: bool | None = None
    quality: bool | None = None
    transparency: bool | None = None
    partial_images: Annotated[int, Meta(ge=0, le=3)] | None = None
    response_format: bool | None = None
    sides: bool | None = None
    path: str | None = None
    references: ReferencesName | None = None
    extra_args: bool | None = None
    image_config: bool | None = None
    progress: bool | None = None
    calls: bool | None = None
    finds_again: bool | None = None

    def quirks(self) -> Profile:
        """The profile, with what was set in its place."""
        base = PROFILES[self.profile if self.profile != "auto" else _profile_of(self.model)]
        given = {
            name: value for name in Profile.__struct_fields__ if (value := getattr(self, name)) is not None
        }
        return msgspec.structs.replace(base, **given)


def read_openai_options(options: Mapping[str, Any]) -> OpenAIOptions:
    """Read and check the options.

    Raises:
        BadRequest: an option is not known or not usable. The key is never repeated.
    """
    read = read_options(OpenAIOptions, options, engine="openai")
    if not read.model:
        raise BadRequest("The engine 'openai' needs the name of a model: set PAINTOVER_OPENAI_MODEL.")
    if _URL.fullmatch(read.url) is None:
        raise BadRequest("The engine 'openai' needs an http or https address: set PAINTOVER_OPENAI_URL.")
    if _KEY.fullmatch(read.key) is None:
        raise BadRequest("The key of the engine 'openai' has white space or letters in it that no key has.")
    for name, value in read.headers.items():
        if _HEADER.fullmatch(name) is None or not value.isascii() or not value.isprintable():
            raise BadRequest(f"'{name[:40]!r}' is no header that the engine 'openai' can send.")
    if _PATH.fullmatch(read.quirks().path) is None:
        raise BadRequest(
            "The option 'path' of the engine 'openai' begins with a '/', such as /images/generations."
        )
    if wrong := [size for size in read.quirks().sizes if _SIZE.fullmatch(size) is None]:
        raise BadRequest(f"'{wrong[0][:20]}' is no size for the engine 'openai': write it as 1024x1536.")
    return read


def capabilities_of(options: OpenAIOptions) -> Capabilities:
    """What a server with these options can do."""
    quirks, dialect = options.quirks(), options.dialect
    edits: set[EditsFrom] = set()
    if quirks.edits:
        edits = {"pixels", "scene"} if dialect != "responses" and quirks.calls else {"pixels"}
    sizes = tuple((int(match[1]), int(match[2])) for text in quirks.sizes if (match := _SIZE.fullmatch(text)))
    return Capabilities(
        edits=frozenset(edits),
        max_sources=1 if dialect == "images" and quirks.references == "image_url" else quirks.max_sources,
        masks=quirks.masks and quirks.edits and dialect == "images" and quirks.references == "files",
        sizes=sizes or None,
        seeds=quirks.seeds and dialect != "responses",
        quality=quirks.quality,
        transparency=quirks.transparency and dialect != "chat",
        previews=quirks.partial_images > 0 and dialect != "chat",
        progress=quirks.progress and dialect == "chat",
        finds_again=quirks.finds_again,
    )


def _profile_of(model: str) -> str:
    name = model.rsplit("/", 1)[-1].lower()
    if name.startswith(("gpt-image-1", "chatgpt-image")):
        return "gpt-image"
    if re.match(r"gpt-image-2(?![.\d])", name):
        return "gpt-image-2"
    if name.startswith("gpt-image"):
        return "gpt-image-2.5"
    if name in ("dall-e-3", "paintover"):
        return name
    return "relay" if name.startswith("gpt-4o-image") else "generic"
