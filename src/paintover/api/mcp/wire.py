"""What each tool takes and answers; the JSON Schemas that clients are shown are made from these."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta

from paintover.api.generations import GenerationItem, LineageBody
from paintover.domain.errors import BadRequest
from paintover.domain.task import TaskState

URI_PREFIX = "paintover://generations/"
"""Before a gen_id it names a picture as a resource."""

Shape = Annotated[
    str,
    Meta(description="Width to height, such as '3:2' or '9:16', from 1:4 to 4:1. Not needed with 'size'."),
]
Size = Annotated[str, Meta(description="Pixels, such as '1536x1024'.")]
Count = Annotated[int, Meta(description="How many pictures.", ge=1, le=64)]
Seed = Annotated[int, Meta(description="The same seed and words draw the same picture.", ge=0, le=2**63 - 1)]
Style = Annotated[
    str, Meta(description="How it is drawn, such as 'watercolour', 'pixel art' or 'line drawing'.")
]
Wait = Annotated[
    bool,
    Meta(description="False answers at once with the task's id; 'get_task' then tells what became of it."),
]


class GenerateArguments(msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """Draw new pictures."""

    prompt: Annotated[
        str, Meta(description="What to draw, in any language, in your own words.", min_length=1)
    ]
    ratio: Shape | None = None
    size: Size | None = None
    n: Count = 1
    seed: Seed | None = None
    style: Style | None = None
    quality: Annotated[
        Literal["auto", "low", "medium", "high"], Meta(description="How much work a picture is worth.")
    ] = "auto"
    wait: Wait = True


class EditArguments(msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """Change an earlier picture; nothing that was drawn before is lost."""

    instruction: Annotated[
        str,
        Meta(
            description="What to change, such as 'put a hat on the cat'. Without 'source' its words may also say which "
            "picture is meant ('the one with the boat: make it night'); if they do not, it is the latest.",
            min_length=1,
        ),
    ]
    source: Annotated[
        str | list[str] | None,
        Meta(
            description="Which picture to start from: a gen_id, several gen_ids to bring together, 'latest', words that "
            "point at it ('the first one', 'the one with the boat'), an https link, a data URL, or the id of a file."
        ),
    ] = None
    ratio: Shape | None = None
    n: Count = 1
    seed: Seed | None = None
    style: Style | None = None
    wait: Wait = True


class ListArguments(msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """List the pictures, newest first."""

    limit: Annotated[int, Meta(description="How many.", ge=1, le=100)] = 20
    after: Annotated[str, Meta(description="The 'next_cursor' of the page before.")] | None = None


class LineageArguments(msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """Show what a picture was made from, or what was made from it."""

    gen_id: Annotated[str, Meta(description="The picture.")]
    direction: Annotated[
        Literal["ancestors", "descendants", "all"],
        Meta(description="What it was made from, what was made from it, or the whole tree around it."),
    ] = "all"


class TaskArguments(msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """Tell how far a task is, with its pictures once it has ended."""

    task_id: Annotated[str, Meta(description="The id that 'generate_image' or 'edit_image' answered with.")]


Arguments = GenerateArguments | EditArguments | ListArguments | LineageArguments | TaskArguments


class TaskBody(msgspec.Struct, frozen=True, kw_only=True):
    """A task and the pictures that it has made so far."""

    task_id: str
    state: TaskState
    progress: Annotated[int, Meta(description="0 to 100.")]
    prompt: str
    sources: Annotated[tuple[str, ...], Meta(description="The pictures that it starts from.")]
    because: Annotated[str, Meta(description="Why those pictures are taken to be meant.")]
    images: list[GenerationItem]
    notes: Annotated[tuple[str, ...], Meta(description="What the engine has to say about its work.")]
    changes: Annotated[tuple[str, ...], Meta(description="What an edit has changed, as its engine tells it.")]
    error: Annotated[str | None, Meta(description="Why there are no pictures, or fewer than asked for.")]


class PageBody(msgspec.Struct, frozen=True, kw_only=True):
    """One page of pictures, newest first."""

    images: list[GenerationItem]
    next_cursor: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ToolForm:
    """A tool as clients are shown it."""

    name: str
    title: str
    takes: type[Arguments]
    answers: type[TaskBody] | type[PageBody] | type[LineageBody]
    draws: bool = False
    """Whether it needs a key that may draw."""

    @property
    def description(self) -> str:
        """What it does, in a sentence or two."""
        return f"{' '.join((self.takes.__doc__ or '').split())} {_MORE[self.name]}"


_MORE = {
    "generate_image": "Answers with the pictures, their gen_ids and their links.",
    "edit_image": "Only what the instruction names changes. Answers with the new picture, its gen_id and its link.",
    "list_images": "Each has its gen_id, prompt, size, sources and links.",
    "get_lineage": "Every edit is a branch of a tree: its nodes are pictures, its edges lead from source to edit.",
    "get_task": "A task goes on when nobody waits for it.",
}
TOOLS = (
    ToolForm(
        name="generate_image", title="Draw a picture", takes=GenerateArguments, answers=TaskBody, draws=True
    ),
    ToolForm(name="edit_image", title="Edit a picture", takes=EditArguments, answers=TaskBody, draws=True),
    ToolForm(name="list_images", title="List pictures", takes=ListArguments, answers=PageBody),
    ToolForm(name="get_lineage", title="Show a picture's tree", takes=LineageArguments, answers=LineageBody),
    ToolForm(name="get_task", title="Look after a task", takes=TaskArguments, answers=TaskBody),
)


def schema_of(kind: type[msgspec.Struct]) -> dict[str, Any]:
    """JSON Schema (2020-12) of a structure, an object at its root."""
    (_,), parts = msgspec.json.schema_components([kind], ref_template="#/$defs/{name}")
    others = dict(parts)
    root = others.pop(kind.__name__)
    return {**root, "$defs": others} if others else root


def read_arguments(form: ToolForm, given: Mapping[str, Any] | None) -> Arguments:
    """A call's arguments, checked.

    Raises:
        BadRequest: one is missing, unknown, of another type, or out of its range.
    """
    try:
        return msgspec.convert(dict(given or {}), form.takes)
    except msgspec.ValidationError as exc:
        known = ", ".join(form.takes.__struct_fields__)
        raise BadRequest(f"{form.name} cannot be called like this: {exc}. It takes {known}.") from exc
