"""From a finished picture to a kept one."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from paintover.domain.generation import Generation, Origin
from paintover.domain.ids import new_gen_id
from paintover.domain.ratio import Ratio
from paintover.engines.protocol import Engine, Picture, SourceImage
from paintover.intake.pictures import AcceptedPicture
from paintover.store.blobs import Blobs
from paintover.store.generations import new_path


class Keeper:
    """Writes pictures to disk and describes them as generations; the caller adds the record to the database."""

    def __init__(self, blobs: Blobs) -> None:
        self._blobs = blobs

    async def painted(
        self,
        picture: Picture,
        *,
        owner: str,
        origin: Origin,
        engine: Engine,
        prompt: str,
        ratio: Ratio,
        sources: tuple[str, ...],
        gen_id: str | None = None,
        task_id: str | None = None,
        batch_index: int = 0,
        origin_url: str | None = None,
    ) -> Generation:
        """The generation of a picture that `engine` drew, of `ratio` unless it has turned it into another shape.

        Raises:
            StoreFailed: the file cannot be written.
        """
        return await self._kept(
            picture,
            owner=owner,
            origin=origin,
            ratio=ratio if _has_shape(picture, ratio) else shape_of(picture.width, picture.height),
            gen_id=gen_id,
            prompt=prompt,
            sources=sources,
            task_id=task_id,
            batch_index=batch_index,
            engine=picture.engine or engine.name,
            engine_version=picture.engine_version or engine.version,
            engine_name=picture.engine_name,
            seed=picture.seed,
            scene=picture.scene,
            notes=picture.notes,
            changes=picture.changes,
            origin_url=origin_url,
        )

    async def found(
        self,
        picture: AcceptedPicture,
        *,
        owner: str,
        origin: Origin,
        gen_id: str | None = None,
        prompt: str = "",
        sources: tuple[str, ...] = (),
        origin_url: str | None = None,
    ) -> Generation:
        """The generation of a picture that was uploaded or fetched.

        Raises:
            StoreFailed: the file cannot be written.
        """
        return await self._kept(
            picture,
            owner=owner,
            origin=origin,
            ratio=shape_of(picture.width, picture.height),
            gen_id=gen_id,
            prompt=prompt,
            sources=sources,
            origin_url=origin_url,
        )

    async def source(self, generation: Generation) -> SourceImage:
        """Load a generation, with its scene and the name of the engine that wrote it."""
        return SourceImage(
            gen_id=generation.gen_id,
            image=await self.image(generation),
            media_type=generation.media_type,
            width=generation.width,
            height=generation.height,
            scene=generation.scene,
            seed=generation.seed,
            engine=generation.engine,
        )

    async def image(self, generation: Generation) -> bytes:
        """The file's bytes."""
        return await self.bytes_of(generation.digest)

    async def bytes_of(self, digest: str) -> bytes:
        """The bytes of that digest.

        Raises:
            StoreFailed: they cannot be read.
        """
        return await self._blobs.get(digest)

    async def put(self, image: bytes) -> str:
        """Write bytes that a record is about to name; their digest.

        Raises:
            StoreFailed: they cannot be written.
        """
        return await self._blobs.put(image)

    async def _kept(
        self, picture: Picture | AcceptedPicture, *, gen_id: str | None, **fields: Any
    ) -> Generation:
        digest = await self._blobs.put(picture.image)
        now = datetime.now(UTC)
        return Generation(
            gen_id=gen_id or new_gen_id(),
            created_at=now,
            width=picture.width,
            height=picture.height,
            media_type=picture.media_type,
            digest=digest,
            byte_length=len(picture.image),
            path=new_path(now, picture.media_type),
            **fields,
        )


TURNED = 1.1
"""By how much the shape of a picture differs from what was ordered where it is another one, and no rounding."""


def _has_shape(picture: Picture, ratio: Ratio) -> bool:
    shape = picture.width / picture.height / ratio.value
    return 1 / TURNED < shape < TURNED


def shape_of(width: int, height: int) -> Ratio:
    """The ratio nearest to a picture's pixels, within the shapes that can be drawn."""
    bounded = min(max(width / height, 0.25), 4.0)
    candidates = (Ratio(w, h) for w in range(1, 22) for h in range(1, 22) if 0.25 <= w / h <= 4)
    return min(
        candidates, key=lambda ratio: (round(abs(ratio.value / bounded - 1), 2), ratio.width + ratio.height)
    )
