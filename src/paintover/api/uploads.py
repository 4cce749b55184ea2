"""`/v1/files` (OpenAI's Files API): pictures that are uploaded once, to be named by their ids in later requests.

POST   /v1/files                    a form with `file` and `purpose`
GET    /v1/files                    the owner's; ?limit= ?after= ?order= ?purpose=
GET    /v1/files/{file_id}
GET    /v1/files/{file_id}/content
DELETE /v1/files/{file_id}

What is kept is the picture made anew from its pixels, so a file of another kind is refused, and `content` gives a PNG.
"""

from __future__ import annotations

import asyncio
import re
from datetime import timedelta
from typing import Any, cast, get_args

import msgspec
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from paintover.api.admission import whole_body
from paintover.api.auth import owner_of
from paintover.api.forms import Form, is_form, last, read_form
from paintover.api.paging import cursor_of
from paintover.domain.errors import BadRequest, NotFound
from paintover.domain.file import Purpose, UploadedFile
from paintover.store.files import Files, Order
from paintover.tasks.keep import Keeper
from paintover.tasks.uploads import Uploads

MAX_NAME_CHARACTERS = 255
MOST_ASKED = 10_000
MOST_TOLD = 1_000
"""Who asks for more files at once gets so many, and that there are more."""
MIN_SECONDS, MAX_SECONDS = 3_600, 2_592_000
"""How soon and how late a file may expire, from an hour to thirty days."""
_NOT_IN_NAMES = re.compile(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


class FileRoutes:
    """Keeps, shows and deletes files."""

    def __init__(self, *, files: Files, uploads: Uploads, keeper: Keeper) -> None:
        self._files = files
        self._uploads = uploads
        self._keeper = keeper

    def routes(self) -> list[Route]:
        """The routes of this surface."""
        return [
            Route("/v1/files", self.create, methods=["POST"]),
            Route("/v1/files", self.show_all, methods=["GET"]),
            Route("/v1/files/{file_id}", self.show, methods=["GET"]),
            Route("/v1/files/{file_id}", self.delete, methods=["DELETE"]),
            Route("/v1/files/{file_id}/content", self.content, methods=["GET"]),
        ]

    async def create(self, request: Request) -> Response:
        """Check a picture and keep it."""
        content_type = request.headers.get("content-type", "")
        if not is_form(content_type):
            raise BadRequest("Send the file as multipart/form-data, with the fields 'file' and 'purpose'.")
        form = await asyncio.to_thread(read_form, await whole_body(request.receive), content_type)
        purpose, expires_in = _purpose(form), _expires_in(form)
        sent = form.files.get("file", [])
        if len(sent) != 1:
            raise BadRequest("Send one picture as 'file'.", param="file")
        file = await self._uploads.file(
            sent[0].content,
            owner=owner_of(request),
            name=_name(sent[0].name),
            purpose=purpose,
            expires_in=expires_in,
        )
        return _json(_shown(file))

    async def show_all(self, request: Request) -> Response:
        """A page of the owner's files, newest first unless asked otherwise."""
        page = await self._files.page(
            owner=owner_of(request),
            limit=_limit(request),
            after=cursor_of(request),
            order=_order(request),
            purpose=request.query_params.get("purpose") or None,
        )
        shown = [_shown(file) for file in page.items]
        return _json(
            {
                "object": "list",
                "data": shown,
                "has_more": page.next_cursor is not None,
                "first_id": shown[0]["id"] if shown else None,
                "last_id": shown[-1]["id"] if shown else None,
            }
        )

    async def show(self, request: Request) -> Response:
        """What is known of one file."""
        return _json(_shown(await self._found(request)))

    async def content(self, request: Request) -> Response:
        """The picture itself."""
        file = await self._found(request)
        headers = {
            "cache-control": "private, no-store",
            "content-security-policy": "default-src 'none'",
            "content-disposition": f'attachment; filename="{file.file_id}.png"',
        }
        return Response(await self._keeper.bytes_of(file.digest), 200, headers, file.media_type)

    async def delete(self, request: Request) -> Response:
        """Forget one file. Pictures that were made from it stay, and so does it as their source."""
        file_id = request.path_params["file_id"]
        if not await self._files.delete(file_id, owner=owner_of(request)):
            raise _no_such_file(file_id)
        return _json({"id": file_id, "object": "file", "deleted": True})

    async def _found(self, request: Request) -> UploadedFile:
        file_id = request.path_params["file_id"]
        file = await self._files.get(file_id, owner=owner_of(request))
        if file is None:
            raise _no_such_file(file_id)
        return file


def _no_such_file(file_id: str) -> NotFound:
    return NotFound(f"There is no file {file_id} here.", param="file_id")


def _purpose(form: Form) -> Purpose:
    purpose = last(form.fields.get("purpose", [""]))
    if purpose not in get_args(Purpose):
        raise BadRequest(
            f"'purpose' is one of {', '.join(get_args(Purpose))}: only pictures are kept here.",
            param="purpose",
        )
    return cast(Purpose, purpose)


def _expires_in(form: Form) -> timedelta | None:
    """After its making, from ``expires_after[anchor]`` and ``expires_after[seconds]``."""
    anchor, seconds = (form.fields.get(f"expires_after[{name}]") for name in ("anchor", "seconds"))
    if anchor is None and seconds is None:
        return None
    text = last(seconds or [""])
    if last(anchor or [""]) != "created_at" or not (text.isascii() and text.isdecimal() and len(text) <= 9):
        raise BadRequest(
            "'expires_after' has an 'anchor', which is 'created_at', and whole 'seconds'.",
            param="expires_after",
        )
    if not MIN_SECONDS <= int(text) <= MAX_SECONDS:
        raise BadRequest(
            f"A file expires after {MIN_SECONDS} to {MAX_SECONDS} seconds.", param="expires_after"
        )
    return timedelta(seconds=int(text))


def _name(sent: str) -> str:
    """What a file may be called: the last part of a path, without what would disturb a line of text."""
    name = _NOT_IN_NAMES.sub("", re.split(r"[/\\]", sent)[-1]).strip()[:MAX_NAME_CHARACTERS]
    return name if name.strip(".") else "picture"


def _limit(request: Request) -> int:
    asked = request.query_params.get("limit", str(MOST_TOLD))
    if not (asked.isascii() and asked.isdecimal() and len(asked) <= 9 and 1 <= int(asked) <= MOST_ASKED):
        raise BadRequest(f"'limit' is a whole number from 1 to {MOST_ASKED}.", param="limit")
    return min(int(asked), MOST_TOLD)


def _order(request: Request) -> Order:
    asked = request.query_params.get("order", "desc")
    if asked not in get_args(Order):
        raise BadRequest(f"'order' is one of {', '.join(get_args(Order))}.", param="order")
    return cast(Order, asked)


def _shown(file: UploadedFile) -> dict[str, Any]:
    shown = {
        "id": file.file_id,
        "object": "file",
        "bytes": file.byte_length,
        "created_at": int(file.created_at.timestamp()),
        "filename": file.name,
        "purpose": file.purpose,
        "status": "processed",
    }
    if file.gone_at is not None:
        shown["expires_at"] = int(file.gone_at.timestamp())
    return shown


def _json(body: Any) -> Response:
    return Response(msgspec.json.encode(body), media_type="application/json")
