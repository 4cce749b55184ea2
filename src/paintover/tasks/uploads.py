"""Pictures that the user sends within the request: checked and kept before the task is accepted.

So a picture that is none is refused with an HTTP error, and the task's record holds ids instead of megabytes. Links
are not visited here; they are part of the task.
"""

from __future__ import annotations

import hashlib
from collections import OrderedDict
from collections.abc import Iterable
from dataclasses import replace

from paintover.domain.conversation import Conversation
from paintover.domain.errors import BadRequest
from paintover.domain.task import TrailStep
from paintover.intake.data_url import read_data_url
from paintover.intake.pictures import accept_picture_async
from paintover.store.generations import Generations
from paintover.tasks.keep import Keeper
from paintover.tasks.trail import trail_of

MAX_UPLOADS = 16
"""The most pictures that one call may start from."""
_REMEMBERED = 1024


class Uploads:
    """Keeps uploads. Clients send the whole conversation again each time, so what was kept is remembered."""

    def __init__(self, *, generations: Generations, keeper: Keeper) -> None:
        self._generations = generations
        self._keeper = keeper
        self._kept_as: OrderedDict[tuple[str, bytes], str] = OrderedDict()

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
        return replace(step, url=None, kept_as=await self._keep(step.url, owner))

    async def _keep(self, data_url: str, owner: str) -> str:
        key = (owner, hashlib.sha256(data_url.encode()).digest())
        if key not in self._kept_as:
            picture = await accept_picture_async(read_data_url(data_url))
            digest = hashlib.sha256(picture.image).hexdigest()
            generation = await self._generations.by_digest(digest, owner=owner, origin="uploaded")
            if generation is None:
                generation = await self._keeper.found(picture, owner=owner, origin="uploaded")
                await self._generations.add(generation)
            self._kept_as[key] = generation.gen_id
            if len(self._kept_as) > _REMEMBERED:
                self._kept_as.popitem(last=False)
        self._kept_as.move_to_end(key)
        return self._kept_as[key]
