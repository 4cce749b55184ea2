"""Pictures that the user sends, within a request or ahead of it: checked and kept before the task is accepted.

So a picture that is none is refused with an HTTP error, and the task's record holds ids instead of megabytes. Links
are not visited here; they are part of the task.
"""

from __future__ import annotations

import asyncio
import hashlib
from collections import OrderedDict
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from paintover.domain.conversation import Conversation
from paintover.domain.errors import BadRequest
from paintover.domain.file import Purpose, UploadedFile
from paintover.domain.generation import Generation, Origin
from paintover.domain.ids import new_file_id
from paintover.domain.task import TrailStep
from paintover.intake.data_url import read_data_url
from paintover.intake.pictures import accept_picture_async
from paintover.store.files import Files
from paintover.store.generations import Generations
from paintover.tasks.compositing import check_mask
from paintover.tasks.keep import Keeper
from paintover.tasks.trail import trail_of

MAX_UPLOADS = 16
"""The most pictures that one call may start from."""
_REMEMBERED = 1024
_Key = tuple[str, Origin, bytes]
"""Whose it is, what for, and the digest of what was sent."""


class Uploads:
    """Keeps uploads. Clients send the whole conversation again each time, so what was kept is remembered."""

    def __init__(self, *, generations: Generations, files: Files, keeper: Keeper) -> None:
        self._generations = generations
        self._files = files
        self._keeper = keeper
        self._kept_as: OrderedDict[_Key, str] = OrderedDict()

    async def trail(
        self, conversation: Conversation, sources: Iterable[str], *, owner: str
    ) -> tuple[TrailStep, ...]:
        """The trail of `sources`, in which every upload that came as bytes is kept.

        Raises:
            BadPicture: an upload is no acceptable picture.
            BadRequest: there are too many.
        """
        steps = trail_of(conversation, sources)
        uploads = [step for step in steps if step.name.startswith("upload:")]
        if len(uploads) > MAX_UPLOADS:
            raise BadRequest(
                f"At most {MAX_UPLOADS} pictures can be sent with one request.", param="messages"
            )
        return tuple([await self._with_bytes_kept(step, owner) for step in steps])

    async def _with_bytes_kept(self, step: TrailStep, owner: str) -> TrailStep:
        if (
            not step.name.startswith("upload:")
            or step.url is None
            or step.url.startswith(("http://", "https://"))
        ):
            return step
        kept = await self.keep_written(step.url, owner=owner)
        return replace(step, url=None, kept_as=kept.gen_id)

    async def keep_written(self, written: str, *, owner: str, origin: Origin = "uploaded") -> Generation:
        """As `keep`, of a data URL or bare base64."""
        key = (owner, origin, hashlib.sha256(written.encode("utf-8", "surrogatepass")).digest())
        return await self._remembered(key, lambda: read_data_url(written))

    async def keep(self, raw: bytes, *, owner: str, origin: Origin = "uploaded") -> Generation:
        """Check a picture's file and keep it, unless the owner has it: then it is the one that is here. So who sends a
        picture of ours back edits that very one, with all that is known of it.

        Raises:
            BadPicture: it is no acceptable picture, or no mask where it should be one.
        """
        return await self._remembered((owner, origin, hashlib.sha256(raw).digest()), lambda: raw)

    async def file(
        self, raw: bytes, *, owner: str, name: str, purpose: Purpose, expires_in: timedelta | None
    ) -> UploadedFile:
        """Check a picture's file and keep it under an id of its own, for later requests. A picture of the owner's that
        comes back is kept as it is here.

        Raises:
            BadPicture: it is no acceptable picture.
            QuotaExceeded: the owner keeps as much as is allowed.
        """
        await self._files.check_room(0, owner=owner)
        digest = hashlib.sha256(raw).hexdigest()
        ours = await self._generations.by_digest(digest, owner=owner)
        if ours is None:
            picture = await accept_picture_async(raw)
            image, media_type = picture.image, picture.media_type
        else:
            image, media_type = raw, ours.media_type
        await self._files.check_room(len(image), owner=owner)
        now = datetime.now(UTC)
        file = UploadedFile(
            file_id=new_file_id(),
            owner=owner,
            name=name,
            purpose=purpose,
            media_type=media_type,
            digest=await self._keeper.put(image),
            byte_length=len(image),
            created_at=now,
            gone_at=None if expires_in is None else now + expires_in,
        )
        await self._files.add(file)
        return file

    async def keep_file(self, file_id: str, *, owner: str, origin: Origin = "uploaded") -> Generation | None:
        """An uploaded file as a picture to start from; None when the owner has none of that id.

        Raises:
            BadPicture: it is no mask where it should be one.
        """
        file = await self._files.get(file_id, owner=owner)
        if file is None:
            return None
        return await self.keep(await self._keeper.bytes_of(file.digest), owner=owner, origin=origin)

    async def _remembered(self, key: _Key, read: Callable[[], bytes]) -> Generation:
        owner, origin, _ = key
        known = self._kept_as.get(key)
        generation = None if known is None else await self._generations.get(known, owner=owner)
        if generation is None:
            generation = await self._kept(await asyncio.to_thread(read), owner, origin)
        self._kept_as[key] = generation.gen_id
        self._kept_as.move_to_end(key)
        if len(self._kept_as) > _REMEMBERED:
            self._kept_as.popitem(last=False)
        return generation

    async def _kept(self, raw: bytes, owner: str, origin: Origin) -> Generation:
        if origin != "mask":
            ours = await self._generations.by_digest(hashlib.sha256(raw).hexdigest(), owner=owner)
            if ours is not None:
                return ours
        picture = await accept_picture_async(raw)
        if origin == "mask":
            await asyncio.to_thread(check_mask, picture.image)
        digest = hashlib.sha256(picture.image).hexdigest()
        generation = await self._generations.by_digest(digest, owner=owner, origin=origin)
        if generation is None:
            generation = await self._keeper.found(picture, owner=owner, origin=origin)
            await self._generations.add(generation)
        return generation
