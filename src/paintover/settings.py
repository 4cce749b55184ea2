"""Everything that can be configured: one frozen object, and the one reader of the environment.

A value is looked up in this order: what the command line says, the environment (``PAINTOVER_PORT``), the file
``paintover.toml`` in the working directory (``port = 8787``), the default below.
"""

from __future__ import annotations

import locale
import os
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta

from paintover.domain.errors import BadRequest
from paintover.domain.usage import ANY, MICROS, Price, PriceList
from paintover.engines.stamps import Stamp, named_files, stamp_of
from paintover.engines.tables import EngineTable, ModelTable

PREFIX = "PAINTOVER_"
TABLES = frozenset({"engines", "models", "prices"})
"""Settings that have no spelling in the environment."""
FILE_NAME = "paintover.toml"
_LOCALE = ("LC_ALL", "LC_MESSAGES", "LANG")
_VARIABLE = re.compile(r"\$\{([A-Za-z_][A-Za-z0-9_]*)\}")
SECRET = frozenset({"key", "planner_key", "openai_key", "moderation_key", "engines", "models"})
"""Settings that are never shown."""


class PriceTable(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What pictures of one kind cost: ``[[prices]]``. ``*`` stands for everything."""

    model: str = ANY
    engine: str = ANY
    quality: Literal["*", "auto", "low", "medium", "high"] = ANY
    size: Annotated[str, Meta(pattern=r"^(\*|[1-9]\d{0,4}x[1-9]\d{0,4})$")] = ANY
    """``1024x1536``: the picture's own pixels."""
    picture: Annotated[float, Meta(ge=0, le=1_000_000)] = 0.0
    """For each picture."""
    megapixel: Annotated[float, Meta(ge=0, le=1_000_000)] = 0.0
    """For each million of its pixels."""


class Settings(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """All settings; each has an environment name made of ``PAINTOVER_`` and its own in capitals."""

    host: str = "127.0.0.1"
    """The address to listen on. Beyond loopback a key must exist."""
    port: Annotated[int, Meta(ge=0, le=65535)] = 8787
    """The port to listen on; 0 takes a free one."""
    data: str = "data"
    """The folder that holds the database and the pictures."""
    public_url: str = ""
    """Scheme and host that links carry, such as ``https://draw.example.org``; empty: the address listened on."""
    engine: str = "illustrator"
    """The engine that draws."""
    planner: Literal["", "offline", "auto", "llm"] = ""
    """Who works out what is meant: ``offline`` by rules alone; ``auto`` asks a language model where the rules are not
    sure; ``llm`` asks it always, but for what can be computed. Empty: ``auto`` where ``planner_url`` or ``planner_gguf`` is
    set."""
    planner_url: str = ""
    """An endpoint that speaks OpenAI's chat completions, up to its ``/v1``, such as ``http://127.0.0.1:11434/v1``."""
    planner_model: str = ""
    """The name of the language model there."""
    planner_key: str = ""
    """The key that the endpoint asks for. It is sent there and nowhere else, and never logged."""
    planner_gguf: str = ""
    """A file with a language model, such as ``~/models/qwen2.5-3b-instruct-q4_k_m.gguf``, that the server runs itself instead
    of asking an endpoint. It needs ``paintover[gguf]``."""
    planner_deadline_s: Annotated[float, Meta(gt=0, le=120)] = 8.0
    """How long a request waits for the language model before the rules decide."""
    openai_url: str = "https://api.openai.com/v1"
    """Where the API of the engine ``openai`` begins."""
    openai_key: str = ""
    """The key for it."""
    openai_model: str = ""
    """The model that it is asked for."""
    openai_dialect: Literal["images", "chat", "responses"] = "images"
    """How it is spoken to: the Images API, chat completions that show a picture, or the Responses API."""
    openai_profile: str = "auto"
    """Whose quirks it has: ``gpt-image``, ``gpt-image-2``, ``gpt-image-2.5``, ``dall-e-3``, ``together``, ``openrouter``, ``sd-server``, ``paintover``, ``relay`` or ``generic``; ``auto`` goes by the model."""
    openai_timeout_s: Annotated[float, Meta(gt=0)] = 180.0
    """How long one of its pictures may take."""
    openai_allow: str = ""
    """Networks that links to its pictures may lead to although they are private, separated by commas."""
    workers: Annotated[int, Meta(ge=1, le=64)] = 2
    """How many tasks are drawn at the same time."""
    queue_limit: Annotated[int, Meta(ge=1)] = 4096
    """How many tasks may wait; one more is answered with 429."""
    owner_queue_limit: Annotated[int, Meta(ge=1)] = 60
    """How many tasks of one owner may wait."""
    owner_stream_limit: Annotated[int, Meta(ge=1)] = 40
    """How many answers one owner may have open."""
    owner_requests_per_minute: Annotated[int, Meta(ge=1, le=10_000_000)] = 6000
    """How often one owner may ask; as many requests may come at once."""
    attempts: Annotated[int, Meta(ge=1, le=20)] = 3
    """How often a task is tried whose error may pass."""
    backoff_s: Annotated[float, Meta(gt=0)] = 1.0
    """How long the second attempt waits; doubled before each further one."""
    crash_limit: Annotated[int, Meta(ge=1, le=1000)] = 3
    """How often the server itself may die while it draws a task; then the task is given up."""
    queue_timeout_s: Annotated[float, Meta(gt=0)] = 3600.0
    """How long a task may wait in the queue before it fails."""
    rejoin_window_s: Annotated[float, Meta(ge=0)] = 600.0
    """For how long the same request joins its task again after its connection broke."""
    drain_s: Annotated[float, Meta(ge=0)] = 10.0
    """How long running tasks may go on when the server is asked to stop."""
    webhook_allow: str = ""
    """Networks that webhooks may reach although they are forbidden, such as ``127.0.0.1/32``, separated by commas; at any
    port, and over http too."""
    webhook_backoff_s: Annotated[float, Meta(gt=0)] = 5.0
    """How long the second try of a webhook waits; doubled before each further one."""
    max_n: Annotated[int, Meta(ge=1, le=64)] = 8
    """The most pictures that one request may ask for."""
    max_body_bytes: Annotated[int, Meta(ge=1024)] = 48 * 1024 * 1024
    """The largest request body."""
    task_timeout_s: Annotated[float, Meta(gt=0)] = 300.0
    """How long one task may draw before it fails."""
    heartbeat_s: Annotated[float, Meta(gt=0)] = 3.0
    """A dot is added to the status line after this long without news."""
    keepalive_s: Annotated[float, Meta(gt=0)] = 10.0
    """A comment is sent after this long in which nothing else was."""
    download_link: bool = True
    """Whether the download line follows each picture."""
    offer_alternative: bool = True
    """Whether an answer whose picture was a close call offers the other one in a sentence; never under the names whose
    transcripts are kept to the byte."""
    fetch_timeout_s: Annotated[float, Meta(gt=0, le=30)] = 2.5
    """How long all foreign links of one request may take together."""
    fetch_max_bytes: Annotated[int, Meta(ge=1024)] = 20 * 1024 * 1024
    """The largest picture that is fetched or uploaded."""
    owner_file_limit: Annotated[int, Meta(ge=1)] = 1_000
    """How many uploaded files one owner may keep."""
    owner_file_bytes: Annotated[int, Meta(ge=1024)] = 1024 * 1024 * 1024
    """How many bytes the uploaded files of one owner may have together."""
    owner_conversation_limit: Annotated[int, Meta(ge=1)] = 5_000
    """How many conversations of the studio are kept for one owner."""
    owner_conversation_bytes: Annotated[int, Meta(ge=1024)] = 1024 * 1024 * 1024
    """How many bytes they may have together, with the pictures that were sent in them."""
    moderation_list: str = ""
    """A file with words, phrases and patterns that are not drawn, one a line: see [moderation](moderation.md)."""
    moderation_url: str = ""
    """An endpoint that judges requests and pictures as OpenAI's ``POST /v1/moderations`` does, up to its ``/v1``."""
    moderation_key: str = ""
    """The key that it asks for. It is sent there and nowhere else, and never logged."""
    moderation_model: str = "omni-moderation-latest"
    """The model that it is asked for."""
    moderation_timeout_s: Annotated[float, Meta(gt=0, le=60)] = 5.0
    """How long one of its verdicts may take."""
    moderation_unreachable: Literal["refuse", "allow"] = "refuse"
    """What follows when it gives no verdict: ``refuse`` fails the task, ``allow`` draws."""
    moderation_pictures: bool = True
    """Whether it is shown the pictures that users send and those that were drawn; else it judges words alone."""
    moderation_nsfw: bool = False
    """Whether a classifier in this process looks at all pictures for nudity. It needs ``paintover[nsfw]``."""
    moderation_nsfw_score: Annotated[float, Meta(ge=0, le=1)] = 0.8
    """From which of its scores on a picture is refused, 0 to 1."""
    moderation_low_score: Annotated[float, Meta(ge=0, le=1)] = 0.9
    """From which score on a picture or a request is refused that asks for ``"moderation": "low"``; 0 makes no difference
    between ``low`` and ``auto``."""
    prices: tuple[PriceTable, ...] = ()
    """What pictures cost, the first that fits first: see [usage](usage.md). In the file only."""
    currency: str = "USD"
    """What the prices are in."""
    planner_price: Annotated[float, Meta(ge=0)] = 0.0
    """What a million tokens of the language model cost."""
    engines: dict[str, EngineTable] = {}
    """Engines by names of yours, with their options: see [engines](engines.md). In the file only."""
    models: dict[str, ModelTable] = {}
    """Which engines draw for which model name: see [engines](engines.md). In the file only."""
    url: str = ""
    """The server that the command line's own clients talk to; empty: the usual address of one on this machine."""
    key: str = ""
    """The key that the command line's own clients send to a server."""
    language: Literal["", "en", "zh"] = ""
    """The language of the command line's own words; empty: the locale's."""
    inline: Literal["auto", "kitty", "iterm2", "sixel", "blocks", "off"] = "auto"
    """How pictures are shown in a terminal: by one of the protocols for it, in half blocks, or not at all; ``auto`` asks the
    terminal."""
    head_timeout_s: Annotated[float, Meta(gt=0)] = 10.0
    """How long a client may take to send a request's head."""
    body_timeout_s: Annotated[float, Meta(gt=0)] = 15.0
    """How long it may take to send the body, and one second more for each 8 KiB of it."""
    write_timeout_s: Annotated[float, Meta(gt=0)] = 30.0
    """For how long a client may leave what has been sent to it unread; then it is cut off, and can come back."""
    log_level: str = "info"
    """``debug``, ``info``, ``warning`` or ``error``."""

    def __repr__(self) -> str:
        return f"Settings({', '.join(f'{name}={value!r}' for name, value in self.__rich_repr__())})"

    def __rich_repr__(self) -> list[tuple[str, Any]]:
        values = msgspec.structs.asdict(self)
        return [(name, "***" if value and name in SECRET else value) for name, value in values.items()]

    def price_list(self) -> PriceList:
        """What is charged."""
        prices = [
            Price(
                model=table.model,
                engine=table.engine,
                quality=table.quality,
                size=table.size,
                picture_micros=round(table.picture * MICROS),
                megapixel_micros=round(table.megapixel * MICROS),
            )
            for table in self.prices
        ]
        # A price for a million tokens is one in millionths for each.
        return PriceList(prices=prices, planner_token_micros=self.planner_price, currency=self.currency)

    def engine_options(self) -> dict[str, Any]:
        """What the settings say about the engine that draws, in its own options' names."""
        if self.engine != "openai":
            return {}
        named = {
            name.removeprefix("openai_"): value
            for name, value in msgspec.structs.asdict(self).items()
            if name.startswith("openai_")
        }
        return named | {"allow": texts_of(self.openai_allow)}

    def engine_files(self) -> dict[str, Stamp]:
        """The files that the options of any engine name, each with its stamp: see `named_files`."""
        found = named_files(self.engine_options())
        for table in self.engines.values():
            found |= named_files(table.options)
        return found


def texts_of(value: str) -> tuple[str, ...]:
    """The parts of a value that holds several, separated by commas."""
    return tuple(text.strip() for text in value.split(",") if text.strip())


def setting_names() -> tuple[str, ...]:
    """The settings' names, in the order of their declaration."""
    return Settings.__struct_fields__


def read_settings(
    overrides: Mapping[str, Any] | None = None,
    *,
    environment: Mapping[str, str] | None = None,
    folder: Path | None = None,
    defaults: Mapping[str, Any] | None = None,
) -> Settings:
    """Gather the settings. `defaults` stand in for those below where a command has others of its own.

    Raises:
        BadRequest: a value is not of its setting's form, or the file names a setting that does not exist.
    """
    environment = os.environ if environment is None else environment
    values: dict[str, Any] = dict(defaults or {})
    path = (folder or Path()) / FILE_NAME
    if path.is_file():
        try:
            values.update(_filled(tomllib.loads(path.read_text(encoding="utf-8")), environment))
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as exc:
            raise BadRequest(f"{FILE_NAME} cannot be read: {exc}.") from exc
        except OSError as exc:
            raise BadRequest(f"{FILE_NAME} cannot be read: {exc.strerror}.") from exc
        except RecursionError as exc:
            raise BadRequest(f"{FILE_NAME} cannot be read: its values stand too deep in each other.") from exc
    for name in setting_names():
        if name not in TABLES and (text := environment.get(PREFIX + name.upper())) is not None:
            values[name] = text
    values.update({name: value for name, value in (overrides or {}).items() if value is not None})
    try:
        return msgspec.convert(values, Settings, strict=False)
    except msgspec.ValidationError as exc:
        raise BadRequest(f"The settings are not usable: {exc}.") from exc


FOLLOWED = frozenset(
    {"engine", "engines", "models", "prices", "currency", "planner_price"}
    | {name for name in Settings.__struct_fields__ if name.startswith("openai_")}
)
"""Settings whose changes in the file a running server follows; the others count from its next start on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SettingsSource:
    """Where a server's settings come from, so that they can be gathered again: see `read_settings`."""

    overrides: Mapping[str, Any] = field(default_factory=dict)
    environment: Mapping[str, str] | None = None
    folder: Path = field(default_factory=Path.cwd)

    def read(self) -> Settings:
        """Gather the settings.

        Raises:
            BadRequest: as `read_settings`.
        """
        return read_settings(self.overrides, environment=self.environment, folder=self.folder)

    def stamp(self) -> Stamp | None:
        """Differs whenever the file does; None while there is none."""
        return stamp_of(self.folder / FILE_NAME)


def terminal_program(environment: Mapping[str, str] | None = None) -> str:
    """The name by which the terminal's own program makes itself known, such as ``Apple_Terminal``; "" for most."""
    environment = os.environ if environment is None else environment
    return environment.get("LC_TERMINAL") or environment.get("TERM_PROGRAM") or ""


def user_language(settings: Settings, environment: Mapping[str, str] | None = None) -> Literal["en", "zh"]:
    """The language of the command line's own words: the setting's, else the locale's, where it is one of ours."""
    if settings.language:
        return settings.language
    environment = os.environ if environment is None else environment
    # POSIX: the first of these that is set counts.
    named = next((value for name in _LOCALE if (value := environment.get(name))), "") or locale.getlocale()[0]
    return "zh" if (named or "").lower().startswith(("zh", "chinese")) else "en"


def _filled(value: Any, environment: Mapping[str, str]) -> Any:
    """What a file says, with ``${NAME}`` taken from the environment, so that keys need not stand in files.

    Raises:
        BadRequest: there is no such variable.
    """
    if isinstance(value, dict):
        return {name: _filled(inner, environment) for name, inner in value.items()}
    if isinstance(value, list):
        return [_filled(inner, environment) for inner in value]
    if isinstance(value, str) and (match := _VARIABLE.fullmatch(value)) is not None:
        if match[1] not in environment:
            raise BadRequest(f"{FILE_NAME} takes a value from the variable {match[1]}, which is not set.")
        return environment[match[1]]
    return value
