"""Pictures that a request names: sent along as bytes, by a link, by the id of a file, or by a gen_id.

Like those of a conversation they become the call's sources: what came as bytes is checked and kept before the task is
accepted, what is named by an id is looked up, and foreign links are visited by the task.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from paintover.api.links import Links
from paintover.domain.errors import BadPicture, BadRequest, NotFound
from paintover.domain.generation import Generation, Origin
from paintover.domain.ids import is_file_id, is_gen_id
from paintover.domain.task import TrailStep
from paintover.store.generations import Generations
from paintover.tasks.compositing import is_shaped_alike
from paintover.tasks.desk import Wish
from paintover.tasks.uploads import MAX_UPLOADS, Uploads

_MASK = "upload:mask"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """One picture that a request names, in exactly one of these ways."""

    content: bytes | None = field(default=None, repr=False)
    """The file itself."""
    text: str | None = None
    """A link, a data URL, base64, a gen_id, or the id of a file."""


def read_references(given: Any, *, param: str) -> tuple[Reference, ...]:
    """What a JSON body says under `param`: one picture or several, each a text or an object with ``image_url``,
    ``gen_id``, ``file_id`` or ``url``.

    Raises:
        BadRequest: it is something else.
    """
    if given is None:
        return ()
    several = given if isinstance(given, list) else [given]
    return tuple(_reference(one, param) for one in several)


def _reference(given: Any, param: str) -> Reference:
    if isinstance(given, dict):
        given = next(
            (given[name] for name in ("gen_id", "file_id", "image_url", "url") if given.get(name)), None
        )
        if isinstance(given, dict):
            given = given.get("url")
    if not isinstance(given, str) or not given.strip():
        raise BadRequest(
            f"'{param}' names no picture: give a link, a data URL, a gen_id or a file's id, or an object with "
            "'image_url', 'gen_id' or 'file_id'.",
            param=param,
        )
    return Reference(text=given.strip())


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """The pictures of a request as a call names them."""

    sources: tuple[str, ...] = ()
    mask: str | None = None
    trail: tuple[TrailStep, ...] = ()
    known: tuple[Generation | None, ...] = ()
    """The sources that are here already, in their order; None for a link that is still to be visited."""


def check_mask(mask: Generation | None, source: Generation | None) -> None:
    """What is known already is refused now; a link's picture is looked at when it is fetched.

    Raises:
        BadPicture: the mask is of another shape than the picture that it belongs to.
    """
    if mask is None or source is None:
        return
    if not is_shaped_alike(mask.width, mask.height, source.width, source.height):
        raise BadPicture(
            f"The mask is {mask.width} x {mask.height} pixels and the picture {source.width} x {source.height}: "
            "send a mask of the picture's own size.",
            param="mask",
        )


class References:
    """Finds what requests name, for its owner only."""

    def __init__(self, *, uploads: Uploads, generations: Generations, links: Links) -> None:
        self._uploads = uploads
        self._generations = generations
        self._links = links

    async def name(self, given: Sequence[Reference], mask: Reference | None = None, *, owner: str) -> Named:
        """Keep what came as bytes, and say how a call names all of it.

        Raises:
            BadRequest: there are too many.
            BadPicture: one that came as bytes is no acceptable picture.
            NotFound: an id is nobody's, or another owner's.
        """
        if len(given) > MAX_UPLOADS:
            raise BadRequest(f"At most {MAX_UPLOADS} pictures can be sent with one request.", param="image")
        steps, names, known = [], [], []
        for place, one in enumerate(given, 1):
            found = await self.find(one, owner=owner, param="image")
            if found is None:
                steps.append(TrailStep(name=f"upload:{place}", url=one.text))
                names.append(f"upload:{place}")
            else:
                names.append(found.gen_id)
            known.append(found)
        masked = None
        if mask is not None:
            found = await self.find(mask, owner=owner, param="mask", origin="mask")
            masked = _MASK if found is None else found.gen_id
            if found is None:
                steps.append(TrailStep(name=_MASK, url=mask.text))
        return Named(sources=tuple(names), mask=masked, trail=tuple(steps), known=tuple(known))

    async def masked(self, wish: Wish, named: Named) -> Wish:
        """An edit with the mask that was named for it.

        Raises:
            BadPicture: the mask is of another shape than the edit's first source, as far as that is known.
        """
        if named.mask is None:
            return wish
        name = wish.call.sources[0]
        step = next((step for step in wish.trail if step.name == name), None)
        known = step.kept_as if step is not None and step.kept_as is not None else name
        found = await self._generations.get_many((named.mask, known), owner=wish.owner)
        check_mask(found.get(named.mask), found.get(known))
        call = replace(wish.call, mask=named.mask)
        return replace(wish, call=call, trail=(*wish.trail, *named.trail))

    async def find(
        self, one: Reference, *, owner: str, param: str, origin: Origin = "uploaded"
    ) -> Generation | None:
        """The picture, kept where it came as bytes; None for a link that is still to be visited.

        Raises:
            BadPicture: one that came as bytes is no acceptable picture.
            NotFound: an id is nobody's, or another owner's.
        """
        if one.content is not None:
            return await self._uploads.keep(one.content, owner=owner, origin=origin)
        assert one.text is not None
        if is_gen_id(one.text):
            generation = await self._generations.get(one.text, owner=owner)
            if generation is None:
                raise NotFound(f"There is no picture {one.text} here.", param=param)
            return generation
        if is_file_id(one.text):
            kept = await self._uploads.keep_file(one.text, owner=owner, origin=origin)
            if kept is None:
                raise NotFound(f"There is no file {one.text} here.", param=param)
            return kept
        if one.text.startswith(("http://", "https://")):
            path = self._links.path_of(one.text)
            linked = await self._generations.by_path(path) if path is not None else None
            return linked if linked is not None and linked.owner == owner else None
        return await self._uploads.keep_written(one.text, owner=owner, origin=origin)
