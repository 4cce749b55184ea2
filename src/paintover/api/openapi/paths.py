"""What each route takes and answers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, get_args

from paintover.api.formats import FORMATS
from paintover.api.generations import LAST_SECOND, LISTED, MOST_WORDS_CHARACTERS
from paintover.api.openapi.schemas import BYTES, LIMITS, TEXT, Schema, only, ref
from paintover.domain.lineage import Direction
from paintover.domain.scope import Scope
from paintover.domain.task import TaskState
from paintover.store.files import Order

Method = Literal["get", "post", "put", "patch", "delete"]
JSON = "application/json"
FORM = "multipart/form-data"
EVENTS = "text/event-stream"


@dataclass(frozen=True, slots=True, kw_only=True)
class Operation:
    """One method of one route."""

    path: str
    method: Method
    tag: str
    summary: str
    more: str = ""
    """Further sentences."""
    scope: Scope | Literal["any"] | None = None
    """What a key must allow, `any` where each will do; None for what is answered to everybody."""
    parameters: tuple[Schema, ...] = ()
    takes: Mapping[str, Schema] = field(default_factory=dict)
    """The body by its media type."""
    answers: Mapping[int, tuple[str, Mapping[str, Schema]]]
    """By status: what it means, and the body by its media type."""
    errors: tuple[int, ...] = ()
    """Statuses of its errors beside those that every route of its kind has."""

    @property
    def name(self) -> str:
        """Its name for programs that make clients of descriptions."""
        words = [part.strip("{}").replace(".", "_") for part in self.path.split("/") if part and part != "v1"]
        return "_".join([self.method, *words]) if words else "page"


def query(name: str, schema: Schema, meaning: str) -> Schema:
    """A part of the query that may be left out."""
    return {"name": name, "in": "query", "required": False, "schema": schema, "description": meaning}


def header(name: str, schema: Schema, meaning: str, *, required: bool = False) -> Schema:
    """A header."""
    return {"name": name, "in": "header", "required": required, "schema": schema, "description": meaning}


def named(name: str, meaning: str) -> Schema:
    """A part of the path."""
    return {"name": name, "in": "path", "required": True, "schema": TEXT, "description": meaning}


_SECONDS: Schema = {"type": "integer", "minimum": 0}
_STRETCH = (
    query("start_time", _SECONDS, "Seconds since 1970; thirty days before the end unless said otherwise."),
    query("end_time", _SECONDS, "Seconds since 1970; now unless said otherwise."),
    query("bucket_width", only("1h", "1d", "all"), "How long each stretch of time is; `1d` by default."),
    query("group_by", TEXT, "`model`, `engine`, `key` or `owner`; several with commas."),
)
LIMIT = query("limit", {"type": "integer", "minimum": 1, "maximum": 100, "default": 20}, "How many.")
AFTER = query("after", TEXT, "The `next_cursor` of the page before.")
REPEAT = header(
    "Idempotency-Key",
    {"type": "string", "minLength": 1, "maxLength": 255},
    "The same key with the same body is the same task, drawn and counted once.",
)
TASK_ID = named("task_id", "A task's id.")
GEN_ID = named("gen_id", "A picture's id.")
FILE_ID = named("file_id", "A file's id.")
ASYNC = query("async", only("true", "false", "1", "0"), "`true` answers at once with the task's id.")
STORED = (404,)
DRAWS = (404, 409, 502, 504)

_PICTURE_TYPES = ("image/png", "image/webp", "image/jpeg")


def _json(name: str) -> Mapping[str, Schema]:
    return {JSON: ref(name)}


def _ok(name: str, meaning: str) -> Mapping[int, tuple[str, Mapping[str, Schema]]]:
    return {200: (meaning, _json(name))}


def _events(name: str, *words: str) -> Schema:
    """Server-sent events whose data is of that shape, written as JSON, or one of the words."""
    data: Schema = {"type": "string", "contentMediaType": JSON, "contentSchema": ref(name)}
    either = {"anyOf": [data, only(*words)]} if words else data
    return {
        "type": "object",
        "description": f"Server-sent events; the data of each is a `{name}`.",
        "properties": {"data": either, "event": TEXT, "id": TEXT},
        "required": ["data"],
    }


def _pictures(meaning: str) -> Mapping[int, tuple[str, Mapping[str, Schema]]]:
    kinds = dict.fromkeys(_PICTURE_TYPES, BYTES)
    return {
        200: (meaning, kinds),
        206: ("A part of it.", kinds),
        304: ("The client has it already.", {}),
    }


def operations() -> tuple[Operation, ...]:
    """Every method of every route."""
    return (
        *_drawing(),
        *_responses(),
        *_tasks(),
        *_kept(),
        *_conversations(),
        *_shares(),
        *_keys(),
        *_usage(),
        *_admin(),
        *_mcp(),
        *_public(),
    )


def _drawing() -> tuple[Operation, ...]:
    events = _events("ChatCompletionChunk", "[DONE]")
    images = _events("ImageStreamEvent")
    told_images = {JSON: {"anyOf": [ref("ImagesAnswer"), ref("RelayAccepted")]}, EVENTS: images}
    doors = (
        ("generations", "Draw pictures", "ImageGenerationRequest", "ImageEditForm"),
        ("edits", "Change a picture", "ImageEditRequest", "ImageEditForm"),
        ("variations", "Draw a picture once more", "ImageVariationRequest", "ImageVariationForm"),
    )
    return (
        Operation(
            path="/v1/chat/completions",
            method="post",
            tag="Chat",
            summary="Say what to draw or what to change",
            more="The whole conversation comes with each request; which earlier picture is meant is worked out from it.",
            scope=Scope.DRAW,
            parameters=(REPEAT,),
            takes=_json("ChatRequest"),
            answers={
                200: ("The transcript of the answer.", {JSON: ref("ChatCompletion"), EVENTS: events}),
                202: ("The task, when asked for in the background.", _json("AcceptedTask")),
            },
            errors=DRAWS,
        ),
        *(
            Operation(
                path=f"/v1/images/{door}",
                method="post",
                tag="Images",
                summary=summary,
                scope=Scope.DRAW,
                parameters=(ASYNC, REPEAT),
                takes={JSON: ref(body), FORM: ref(form)},
                answers={200: ("The pictures; with `async` the task's id.", told_images)},
                errors=DRAWS,
            )
            for door, summary, body, form in doors
        ),
        Operation(
            path="/v1/images/tasks/{task_id}",
            method="get",
            tag="Images",
            summary="Poll a task, in the shape of services that resell image models",
            scope=Scope.READ,
            parameters=(TASK_ID,),
            answers=_ok("RelayTask", "The task."),
            errors=STORED,
        ),
        Operation(
            path="/v1/models",
            method="get",
            tag="Models",
            summary="List the names that may be asked for",
            scope=Scope.READ,
            answers=_ok("ModelList", "The names."),
        ),
        Operation(
            path="/v1/models/{name}",
            method="get",
            tag="Models",
            summary="Show one",
            scope=Scope.READ,
            parameters=(named("name", "A model's name."),),
            answers=_ok("ModelItem", "The name."),
            errors=STORED,
        ),
    )


def _responses() -> tuple[Operation, ...]:
    named_response = named("response_id", "A response's id.")
    events = _events("ResponseStreamEvent")
    order = query("order", only("asc", "desc"), "Oldest or newest first.")
    seen: Schema = {"type": "integer", "minimum": 0, "maximum": 10**18 - 1}
    return (
        Operation(
            path="/v1/responses",
            method="post",
            tag="Responses",
            summary="Draw, or go on from an earlier response",
            scope=Scope.DRAW,
            parameters=(REPEAT,),
            takes=_json("CreateBody"),
            answers={200: ("The response.", {JSON: ref("ResponseBody"), EVENTS: events})},
            errors=DRAWS,
        ),
        Operation(
            path="/v1/responses/{response_id}",
            method="get",
            tag="Responses",
            summary="Show a response, or follow it",
            scope=Scope.READ,
            parameters=(
                named_response,
                query("stream", only("true", "false"), "`true` tells its events, from the first on."),
                query("starting_after", seen, "The `sequence_number` of the last event that you have seen."),
            ),
            answers={200: ("The response.", {JSON: ref("ResponseBody"), EVENTS: events})},
            errors=STORED,
        ),
        Operation(
            path="/v1/responses/{response_id}",
            method="delete",
            tag="Responses",
            summary="Forget a response",
            more="What is still being drawn of it is stopped; its pictures stay.",
            scope=Scope.DRAW,
            parameters=(named_response,),
            answers=_ok("DeletedBody", "It is gone."),
            errors=STORED,
        ),
        Operation(
            path="/v1/responses/{response_id}/cancel",
            method="post",
            tag="Responses",
            summary="Stop what is still being drawn of a response",
            scope=Scope.DRAW,
            parameters=(named_response,),
            answers=_ok("ResponseBody", "The response, whatever has become of it."),
            errors=STORED,
        ),
        Operation(
            path="/v1/responses/{response_id}/input_items",
            method="get",
            tag="Responses",
            summary="List what its request brought in",
            scope=Scope.READ,
            parameters=(
                named_response,
                LIMIT,
                query("after", TEXT, "The last id of the page before."),
                order,
            ),
            answers=_ok("ItemListBody", "One page."),
            errors=STORED,
        ),
    )


def _tasks() -> tuple[Operation, ...]:
    return (
        Operation(
            path="/v1/tasks",
            method="get",
            tag="Tasks",
            summary="List your tasks, newest first",
            scope=Scope.READ,
            parameters=(query("state", only(*TaskState), "Only those in this state."), LIMIT, AFTER),
            answers=_ok("TaskList", "One page."),
        ),
        Operation(
            path="/v1/tasks/{task_id}",
            method="get",
            tag="Tasks",
            summary="Show a task",
            scope=Scope.READ,
            parameters=(TASK_ID,),
            answers=_ok("Task", "The task."),
            errors=STORED,
        ),
        Operation(
            path="/v1/tasks/{task_id}/events",
            method="get",
            tag="Tasks",
            summary="Follow a task to its end",
            more="A stream resumes after the event that `after` or `Last-Event-ID` names. With `Accept: application/json` "
            "it is one answer instead, with what is new, after 25 seconds at the latest.",
            scope=Scope.READ,
            parameters=(
                TASK_ID,
                query(
                    "after",
                    {"type": "integer", "minimum": 0, "maximum": 10**18 - 1},
                    "The last event that you have seen.",
                ),
                query(
                    "previews",
                    only("0", "1"),
                    "`1` also tells the unfinished renderings that the request asked for: of each picture that is not "
                    "there yet the newest.",
                ),
                header(
                    "Last-Event-ID",
                    {"type": "string", "pattern": "^[0-9]{1,18}$"},
                    "The same, as browsers send it.",
                ),
            ),
            answers={
                200: (
                    "What has happened.",
                    {
                        JSON: ref("TaskEvents"),
                        EVENTS: _events("TaskEvent"),
                    },
                )
            },
            errors=STORED,
        ),
        Operation(
            path="/v1/tasks/{task_id}/cancel",
            method="post",
            tag="Tasks",
            summary="Stop a task",
            more="What it has drawn already is kept. One that is over stays as it is.",
            scope=Scope.DRAW,
            parameters=(TASK_ID,),
            answers=_ok("Task", "The task, whatever has become of it."),
            errors=STORED,
        ),
    )


def _kept() -> tuple[Operation, ...]:
    direction = query(
        "direction", only(*get_args(Direction)), "What it was made from, what was made from it, or both."
    )
    origins, moment = "|".join(LISTED), {"type": "integer", "minimum": 0, "maximum": LAST_SECOND}
    most_files: Schema = {"type": "integer", "minimum": 1, "maximum": 10_000, "default": 1_000}
    return (
        Operation(
            path="/v1/generations",
            method="get",
            tag="Pictures",
            summary="List your pictures, newest first",
            scope=Scope.READ,
            parameters=(
                LIMIT,
                AFTER,
                query("favourite", {"type": "boolean"}, "Whether to list favourites alone."),
                query(
                    "origin",
                    {"type": "string", "pattern": f"^({origins})(,({origins}))*$"},
                    "Where they come from; several with commas.",
                ),
                query("ratio", LIMITS["ratio"] | {"type": "string"}, "Those of this shape."),
                query("engine", TEXT, "Those that this engine drew."),
                query(
                    "q",
                    {"type": "string", "maxLength": MOST_WORDS_CHARACTERS},
                    "Words that all occur in what they were asked for with.",
                ),
                query("since", moment, "Those made then or later, in seconds since 1970."),
                query("until", moment, "Those made before then."),
            ),
            answers=_ok("ListBody", "One page."),
        ),
        Operation(
            path="/v1/generations/{gen_id}",
            method="get",
            tag="Pictures",
            summary="Show all that is known of a picture",
            scope=Scope.READ,
            parameters=(GEN_ID,),
            answers=_ok("GenerationBody", "The picture."),
            errors=STORED,
        ),
        Operation(
            path="/v1/generations/{gen_id}",
            method="patch",
            tag="Pictures",
            summary="Mark a picture as a favourite, or no longer",
            scope=Scope.DRAW,
            parameters=(GEN_ID,),
            takes=_json("Marks"),
            answers=_ok("GenerationBody", "The picture."),
            errors=STORED,
        ),
        Operation(
            path="/v1/generations/{gen_id}",
            method="delete",
            tag="Pictures",
            summary="Delete a picture",
            more="Its link, words and scene are gone at once, its bytes soon after. Its place in the tree stays, so that what was made from it keeps its lineage. Deleting it again does nothing.",
            scope=Scope.DRAW,
            parameters=(GEN_ID,),
            answers=_ok("DeletedPicture", "It is gone."),
            errors=STORED,
        ),
        Operation(
            path="/v1/generations/{gen_id}/dependents",
            method="get",
            tag="Pictures",
            summary="Show what would miss a picture that is deleted",
            scope=Scope.READ,
            parameters=(GEN_ID,),
            answers=_ok(
                "DependentsBody",
                "The edits of it, the conversations that show it, and the links by which others see it.",
            ),
            errors=STORED,
        ),
        Operation(
            path="/v1/generations/{gen_id}/lineage",
            method="get",
            tag="Pictures",
            summary="Show the tree that it stands in",
            scope=Scope.READ,
            parameters=(GEN_ID, direction),
            answers=_ok("LineageBody", "A part of the tree."),
            errors=STORED,
        ),
        Operation(
            path="/v1/generations/{gen_id}/file",
            method="get",
            tag="Pictures",
            summary="Fetch a picture as a file of another format",
            more="An SVG can be had of what the illustrator has drawn.",
            scope=Scope.READ,
            parameters=(
                GEN_ID,
                query("format", only(*FORMATS), "Left out: as it is kept."),
                query("quality", {"type": "integer", "minimum": 0, "maximum": 100}, "Of WebP and JPEG."),
            ),
            answers={200: ("The file.", {**dict.fromkeys(_PICTURE_TYPES, BYTES), "image/svg+xml": TEXT})},
            errors=(404, 502),
        ),
        Operation(
            path="/v1/files",
            method="post",
            tag="Files",
            summary="Upload a picture",
            more="It is made anew from its pixels; nothing else of the file is kept.",
            scope=Scope.DRAW,
            takes={FORM: ref("FileForm")},
            answers=_ok("File", "The file."),
        ),
        Operation(
            path="/v1/files",
            method="get",
            tag="Files",
            summary="List your files",
            scope=Scope.READ,
            parameters=(
                query("limit", most_files, "How many."),
                query("after", TEXT, "The last id of the page before."),
                query("order", only(*get_args(Order)), "Newest or oldest first."),
                query("purpose", TEXT, "Only those with this purpose."),
            ),
            answers=_ok("FileList", "One page."),
        ),
        Operation(
            path="/v1/files/{file_id}",
            method="get",
            tag="Files",
            summary="Show a file",
            scope=Scope.READ,
            parameters=(FILE_ID,),
            answers=_ok("File", "What is known of it."),
            errors=STORED,
        ),
        Operation(
            path="/v1/files/{file_id}",
            method="delete",
            tag="Files",
            summary="Delete a file",
            more="Pictures that were made from it stay.",
            scope=Scope.DRAW,
            parameters=(FILE_ID,),
            answers=_ok("FileDeleted", "It is gone."),
            errors=STORED,
        ),
        Operation(
            path="/v1/files/{file_id}/content",
            method="get",
            tag="Files",
            summary="Fetch a file's picture",
            scope=Scope.READ,
            parameters=(FILE_ID,),
            answers={200: ("The picture.", {"image/png": BYTES})},
            errors=STORED,
        ),
    )


def _conversations() -> tuple[Operation, ...]:
    one = named("conversation_id", "A conversation's id, as its client named it.")
    onto = header("If-Match", TEXT, "The `ETag` of what the change was made from.")
    new = header("If-None-Match", only("*"), "Only if there is none of that id yet.")
    found = {"type": "string", "maxLength": 200}
    since = {"type": "integer", "minimum": 0, "maximum": 10**15 - 1}
    changed = _json("ConversationChange")
    return (
        Operation(
            path="/v1/conversations",
            method="get",
            tag="Conversations",
            summary="List or find conversations",
            more="The one touched last first.",
            scope=Scope.READ,
            parameters=(
                LIMIT,
                AFTER,
                query("q", found, "Words that all occur in its title or in what was said."),
            ),
            answers=_ok("ConversationListBody", "One page."),
        ),
        Operation(
            path="/v1/conversations/{conversation_id}",
            method="get",
            tag="Conversations",
            summary="Show a conversation with its turns",
            scope=Scope.READ,
            parameters=(
                one,
                query("since", since, "Only turns that were changed after this revision."),
                header("If-None-Match", TEXT, "The `ETag` of what the client has."),
            ),
            answers={
                200: ("The conversation.", _json("ConversationBody")),
                304: ("The client has it already.", {}),
            },
            errors=STORED,
        ),
        Operation(
            path="/v1/conversations/{conversation_id}",
            method="put",
            tag="Conversations",
            summary="Keep a conversation",
            more="Whole: of what is there nothing else remains, so it must be new, or `If-Match` its newest revision.",
            scope=Scope.DRAW,
            parameters=(one, onto, new),
            takes=changed,
            answers={
                200: ("What has become of it.", _json("ConversationItem")),
                201: ("It is new.", _json("ConversationItem")),
            },
            errors=(412,),
        ),
        Operation(
            path="/v1/conversations/{conversation_id}",
            method="patch",
            tag="Conversations",
            summary="Rename a conversation, or add to it",
            more="Turns take the place of those with the same `id` or come behind all others. With `If-Match` only onto "
            "that very revision.",
            scope=Scope.DRAW,
            parameters=(one, onto),
            takes=changed,
            answers=_ok("ConversationItem", "What has become of it."),
            errors=(404, 412),
        ),
        Operation(
            path="/v1/conversations/{conversation_id}",
            method="delete",
            tag="Conversations",
            summary="Forget a conversation",
            more="Its pictures stay.",
            scope=Scope.DRAW,
            parameters=(one, onto),
            answers=_ok("ConversationDeleted", "It is gone."),
            errors=(404, 412),
        ),
    )


def _shares() -> tuple[Operation, ...]:
    token = named("token", "The link's own.")
    return (
        Operation(
            path="/v1/shares",
            method="post",
            tag="Shares",
            summary="Make a link to a conversation or a picture",
            more="Whoever has it sees what is there now, without a key.",
            scope=Scope.DRAW,
            takes=_json("ShareRequest"),
            answers={201: ("The link.", _json("ShareItem"))},
            errors=STORED,
        ),
        Operation(
            path="/v1/shares",
            method="get",
            tag="Shares",
            summary="List live links",
            more="The newest first.",
            scope=Scope.READ,
            parameters=(
                LIMIT,
                AFTER,
                query("conversation_id", TEXT, "Only those to this conversation."),
                query("gen_id", TEXT, "Only those to this picture."),
            ),
            answers=_ok("ShareListBody", "One page."),
        ),
        Operation(
            path="/v1/shares/{share_id}",
            method="delete",
            tag="Shares",
            summary="Take a link back",
            scope=Scope.DRAW,
            parameters=(named("share_id", "A link's id."),),
            answers=_ok("ShareDeleted", "Nobody sees anything by it any more."),
            errors=STORED,
        ),
        Operation(
            path="/s/{token}",
            method="get",
            tag="Shares",
            summary="The page of a link",
            parameters=(token,),
            answers={
                200: ("The page.", {"text/html": TEXT}),
                404: ("A page that says that the link is no more.", {"text/html": TEXT}),
            },
        ),
        Operation(
            path="/s/{token}/talk.json",
            method="get",
            tag="Shares",
            summary="What the page shows",
            parameters=(token,),
            answers={200: ("Title and turns.", {JSON: {"type": "object"}})},
            errors=STORED,
        ),
        Operation(
            path="/s/{token}/{picture}",
            method="get",
            tag="Shares",
            summary="One of its pictures",
            parameters=(
                token,
                named("picture", "Its gen_id."),
                header("If-None-Match", TEXT, "The `ETag` of what the client has."),
            ),
            answers={
                200: ("The picture.", dict.fromkeys(_PICTURE_TYPES, BYTES)),
                206: ("A part of it.", dict.fromkeys(_PICTURE_TYPES, BYTES)),
                304: ("The client has it already.", {}),
            },
            errors=(404, 416),
        ),
    )


def _keys() -> tuple[Operation, ...]:
    return (
        Operation(
            path="/v1/keys",
            method="get",
            tag="Keys",
            summary="List your keys",
            scope=Scope.KEYS,
            answers=_ok("KeyList", "Without their secrets."),
        ),
        Operation(
            path="/v1/keys",
            method="post",
            tag="Keys",
            summary="Make a key",
            more="It allows no more than the key that makes it.",
            scope=Scope.KEYS,
            takes=_json("KeyRequest"),
            answers={201: ("The key, shown this once.", _json("MadeKey"))},
        ),
        Operation(
            path="/v1/keys/{key_id}",
            method="delete",
            tag="Keys",
            summary="Revoke a key, with all that were made with it",
            scope=Scope.KEYS,
            parameters=(named("key_id", "A key's id."),),
            answers=_ok("KeyDeleted", "It is of no use any more."),
            errors=STORED,
        ),
    )


def _usage() -> tuple[Operation, ...]:
    return (
        Operation(
            path="/v1/usage",
            method="get",
            tag="Usage",
            summary="What was asked for, what came of it, and what it cost",
            scope=Scope.READ,
            parameters=(
                *_STRETCH,
                query("owner", TEXT, "Somebody's id, or `*` for everybody: needs a key with `admin`."),
            ),
            answers=_ok("Usage", "The sums."),
        ),
    )


def _admin() -> tuple[Operation, ...]:
    return (
        Operation(
            path="/v1/admin",
            method="get",
            tag="Admin",
            summary="The queue, everybody's tasks, the engines and the process, as they are now",
            more="Of others' tasks ids, sizes and states are shown, never words or pictures.",
            scope=Scope.ADMIN,
            parameters=(
                query(
                    "limit",
                    {"type": "integer", "minimum": 1, "maximum": 100, "default": 20},
                    "How many waiting tasks, failed tasks and owners, each.",
                ),
            ),
            answers=_ok("Admin", "All of it."),
        ),
        Operation(
            path="/v1/admin/tasks/{task_id}/cancel",
            method="post",
            tag="Admin",
            summary="Stop anybody's task",
            more="One that is over stays as it is.",
            scope=Scope.ADMIN,
            parameters=(named("task_id", "Its id."),),
            answers=_ok("AdminTask", "The task, whatever has become of it."),
            errors=(404,),
        ),
        Operation(
            path="/v1/admin/usage",
            method="get",
            tag="Admin",
            summary="What everybody has used",
            scope=Scope.ADMIN,
            parameters=(*_STRETCH, query("owner", TEXT, "Somebody's id; everybody without it.")),
            answers=_ok("AdminUsage", "The sums."),
        ),
        Operation(
            path="/v1/me",
            method="get",
            tag="Keys",
            summary="What the key that is sent is good for",
            scope="any",
            answers=_ok("Me", "Who is asking."),
        ),
    )


def _mcp() -> tuple[Operation, ...]:
    version = header("MCP-Protocol-Version", TEXT, "The revision of the protocol that was agreed on.")
    session = header(
        "Mcp-Session-Id", TEXT, "Of revisions before 2026-07-28: the session that `initialize` has opened."
    )
    stream = _events("RpcMessage")
    accept = "Its errors are those of JSON-RPC, but for the door's, which are as everywhere."
    return (
        Operation(
            path="/mcp",
            method="post",
            tag="MCP",
            summary="Send a message of the Model Context Protocol",
            more=f"{accept} The header `Accept` must allow JSON and server-sent events.",
            scope=Scope.READ,
            parameters=(version, session),
            takes=_json("RpcMessage"),
            answers={
                200: ("The answer.", {JSON: ref("RpcMessage"), EVENTS: stream}),
                202: ("A message that has no answer was taken.", {}),
            },
            errors=(404, 406),
        ),
        Operation(
            path="/mcp",
            method="get",
            tag="MCP",
            summary="Listen to a session",
            more=accept,
            scope=Scope.READ,
            parameters=(version, session),
            answers={200: ("Its messages.", {EVENTS: stream})},
            errors=(404, 405, 406, 409),
        ),
        Operation(
            path="/mcp",
            method="delete",
            tag="MCP",
            summary="End a session",
            more=accept,
            scope=Scope.READ,
            parameters=(version, session),
            answers={200: ("It is over.", {})},
            errors=(404, 405, 406),
        ),
    )


def _public() -> tuple[Operation, ...]:
    rest = named("rest", "`YYYYMMDD/` and the picture's own name, as its link has it.")
    shown = (
        header("Range", TEXT, "Which bytes, such as `bytes=0-1023`."),
        header("If-None-Match", TEXT, "The `ETag` of what the client has."),
    )
    known = (header("If-None-Match", TEXT, "The `ETag` of what the client has."),)
    file_types = ("text/css", "text/javascript", "application/json", "image/svg+xml")
    unchanged: tuple[str, Mapping[str, Schema]] = ("The client has it already.", {})

    def page(path: str, summary: str, kind: str, schema: Schema = TEXT) -> Operation:
        answers = {200: (summary + ".", {kind: schema}), 304: unchanged}
        return Operation(
            path=path, method="get", tag="Page", summary=summary, parameters=known, answers=answers
        )

    return (
        Operation(
            path="/healthz",
            method="get",
            tag="Server",
            summary="Whether work is taken",
            answers={200: ("It is.", _json("Health")), 503: ("It is not.", _json("Health"))},
        ),
        Operation(
            path="/cdn/{rest}",
            method="get",
            tag="Pictures",
            summary="A picture's own link",
            more="Whoever has the link may see the picture. It is answered exactly as it is written, without a query.",
            parameters=(rest, *shown),
            answers=_pictures("The picture."),
            errors=(404, 416),
        ),
        Operation(
            path="/cdn/download/{rest}",
            method="get",
            tag="Pictures",
            summary="The same, to be saved as a file",
            parameters=(rest, *shown),
            answers=_pictures("The picture."),
            errors=(404, 416),
        ),
        Operation(
            path="/cdn/small/{rest}",
            method="get",
            tag="Pictures",
            summary="A small copy of a picture",
            more="A picture's own link with a longest side of 160, 320 or 640 pixels in front of its date.",
            parameters=(
                named("rest", "The side, `/`, and the rest of the picture's own link."),
                *known,
            ),
            answers={200: ("The copy.", {"image/webp": BYTES}), 304: unchanged},
            errors=(404,),
        ),
        page("/", "The page", "text/html"),
        page("/favicon.ico", "Its icon", "image/svg+xml"),
        Operation(
            path="/static/{version}/{path}",
            method="get",
            tag="Page",
            summary="Its files",
            parameters=(named("version", "Of the page."), named("path", "The file's."), *known),
            answers={
                200: ("The file.", {kind: {} if kind == JSON else TEXT for kind in file_types}),
                304: unchanged,
            },
            errors=(404,),
        ),
        page("/openapi.json", "This description", JSON, {"type": "object"}),
        page("/docs", "This description, to be read", "text/html"),
    )
