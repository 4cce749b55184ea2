"""What is asked of an engine, and why the planner thinks so."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from paintover.domain.ratio import SQUARE, Ratio

Action = Literal["generate", "edit", "answer"]
"""`generate` draws anew, `edit` starts from sources, `answer` replies in words without a picture."""

Language = Literal["zh", "en"]
"""The two dialects that the server itself speaks."""


OutputFormat = Literal["png", "webp", "jpeg"]
Quality = Literal["auto", "low", "medium", "high"]
"""How much work a picture is worth, for engines that know the difference."""
Background = Literal["auto", "opaque", "transparent"]

Moderation = Literal["auto", "low"]
"""How strictly an order is judged: as usual, or only by what is certain. What is forbidden by name always is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Output:
    """How the file of a picture is written."""

    format: OutputFormat | None = None
    """None leaves it as the engine wrote it."""
    compression: int = 100
    """0 (smallest) to 100 (best) for WebP, which at 100 loses nothing, and JPEG; PNG never loses anything."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """One request to an engine, or a question to be answered in words.

    `sources` names the pictures to start from: a gen_id, or ``upload:K`` for the K-th picture (from 1) that the
    user sent in the whole conversation. `prompt` holds the user's words without those that only point at a picture.
    """

    action: Action
    prompt: str
    ratio: Ratio = SQUARE
    n: int = 1
    sources: tuple[str, ...] = ()
    seed: int | None = None
    """Given by the caller; otherwise the task draws one."""
    size: tuple[int, int] | None = None
    """Width and height in pixels; None is what `ratio` makes of about a megapixel."""
    keeps_shape: bool = False
    """The picture is shaped as its first source, whatever `ratio` says: a link's shape is known when it is fetched."""
    as_it_is: bool = False
    """Nothing is to change: the one source is wanted again, as after a step back."""
    mask: str | None = None
    """The picture whose fully transparent pixels say where the first source may change; named as sources are. The
    result has the first source's size."""
    quality: Quality = "auto"
    background: Background = "auto"
    output: Output = field(default_factory=Output)
    previews: int = 0
    """How many unfinished renderings of each picture are wanted, at most."""
    keeps_previews: bool = False
    """Whether they are kept with the task, for whoever resumes its answer."""
    glances: bool = False
    """Whether they are for somebody who looks on while it is drawn: small, and forgotten when the task ends."""
    moderation: Moderation = "auto"


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A stretch of the request (user messages in a row joined by line feeds), by character offsets, and what it is."""

    start: int
    end: int
    kind: Literal["reference", "instruction", "ratio", "count", "quoted", "call"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """An earlier picture with its weight and, in words, what spoke for it ("第 2 张：牛的脸上遮个布")."""

    source: str
    score: float
    because: str
    ordinal: int | None = None
    """Its place among the drawn pictures, from 1; None for one that the user sent, or that is not known here."""
    features: tuple[str, ...] = ()
    """What is known of it under this request, in the user's language ("改自第 1 张", "它那一步说到“牛”")."""


Doubt = Literal["margin", "guess", "elsewhere", "unheard", "merge", "correction", "long"]
"""``margin``: another picture fits nearly as well. ``guess``: nothing is known by the words. ``elsewhere``: an edit that
points at nothing was taken away from the latest picture. ``unheard``: words seem to point, at nothing that is known.
``merge``, ``correction``: hard to tell by rules. ``long``: many pictures, and the choice rests on what they show."""

Trouble = Literal[
    "late", "unreachable", "limited", "locked", "rejected", "broken", "oversized", "refused", "unreadable", "invalid", "resting",
]  # fmt: skip
"""Why a model's word could not be had or taken. ``late``: no answer within the deadline. ``unreachable``: no connection, or
it broke. ``limited``: the endpoint has no room (429). ``locked``: it does not take the key. ``rejected``: it does not take the
request, or has no such model. ``broken``: an error of its own. ``oversized``: more than an answer can be. ``refused``: the
model does not want to. ``unreadable``: no call. ``invalid``: a call that the conversation does not allow. ``resting``: not
asked, since it has just failed several times."""
Repair = Literal["action", "pictures", "uploads", "prompt", "ratio", "n"]
"""What of a model's call was put right: the part that was left out, misspelled, or not the user's."""

CLOSE_MARGIN = 0.15
"""The margin below which the runner-up may as well have been meant."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """Why a call is what it is: stored with the task and shown to whoever asks."""

    rule: str
    """The stable name of the rule that decided, for example ``latest``, ``ordinal``, ``content``, ``explicit_call``."""
    because: str
    """One sentence in the user's language."""
    chosen: tuple[Candidate, ...] = ()
    runner_up: Candidate | None = None
    margin: float = 1.0
    """How clearly the chosen picture won, 0 (a coin toss) to 1 (certain)."""
    spans: tuple[Span, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    """Why the rules alone are not sure of this call; empty when they are."""
    planner: Literal["offline", "llm"] = "offline"
    """Who decided: the rules, or a language model."""
    repairs: tuple[Repair, ...] = ()
    """What of the model's call was put right."""
    fallback: Trouble | None = None
    """Why the rules decided although a model was to be asked."""
    planner_tokens: int = 0
    """What the model has read and written, as far as its endpoint tells."""

    @property
    def is_close(self) -> bool:
        """Whether another picture may as well have been meant."""
        return self.runner_up is not None and self.margin < CLOSE_MARGIN


Topic = Literal[
    "size", "count", "prompt", "change", "ratio", "list", "contents", "about", "pleasantry", "other"
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What a call with action `answer` asks: a topic, and the pictures that it is about."""

    topic: Topic
    about: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """A planner's whole answer. `question` is set exactly when ``call.action == "answer"``."""

    call: Call
    evidence: Evidence
    language: Language
    """The language of the conversation, which our own model name answers in."""
    question: Question | None = field(default=None)
    more: tuple[Plan, ...] = ()
    """What else is to be drawn in the same answer, in order, when one request asks for several different things.
    `call` alone stands for all of it where only one call can be made: it asks for as many pictures."""
