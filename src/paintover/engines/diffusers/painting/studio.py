"""Drawing an order with a pipeline."""

from __future__ import annotations

import inspect
import traceback
from collections.abc import Callable, Set
from typing import Any

import diffusers
import numpy as np
import torch
import transformers
from PIL import Image

from paintover.engines.diffusers.frames import (
    Drawn,
    Failed,
    FromWorker,
    Over,
    Paint,
    Pixels,
    Shown,
    Stage,
    Withheld,
)
from paintover.engines.diffusers.painting.previews import unpacked
from paintover.engines.diffusers.painting.shelf import Loaded, Shelf, free_memory
from paintover.engines.diffusers.painting.troubles import CancelledOrderError, ModelError, is_out_of_memory

DECODING = 0.1
"""The share of the work that is left when all steps are done."""
_MULTIPLE = 16
"""Sides are multiples of so many pixels at the least: eight for the autoencoder, two for the patches of a transformer."""


class Studio:
    """Draws one order at a time, and tells what happens."""

    def __init__(self, tell: Callable[[FromWorker], None], cancelled: Set[int]) -> None:
        """`cancelled` holds the orders that nobody waits for any more; another thread adds to it."""
        self._tell = tell
        self._cancelled = cancelled
        self._shelf = Shelf()
        for library in (diffusers, transformers):
            library.utils.logging.set_verbosity_error()
            library.utils.logging.disable_progress_bar()
        if torch.cuda.is_available():
            # The processor gives the same sums each time as it is; a card only if it is told to.
            torch.backends.cudnn.benchmark = False
            torch.use_deterministic_algorithms(True, warn_only=True)
            torch.utils.deterministic.fill_uninitialized_memory = False

    def paint(self, order: Paint) -> None:
        """Draw it, whatever comes of it; the last that is told is `Over` or `Failed`."""
        number = order.order
        try:
            self._check(order)
            self._draw(order)
        except CancelledOrderError:
            self._tell(Over(number))
        except ModelError as exc:
            self._tell(Failed(number, "model", str(exc), _story(exc)))
        except Exception as exc:  # noqa: BLE001
            # The boundary of the process: libraries raise anything, and the next order shall be drawn all the same.
            if is_out_of_memory(exc):
                self._tell(Failed(number, "memory", "", _story(exc)))
            else:
                self._tell(Failed(number, "broken", "", _story(exc)))
        else:
            self._tell(Over(number))
            return
        free_memory()

    def _draw(self, order: Paint) -> None:
        loaded = self._shelf.take(
            order.model,
            budget=order.memory_bytes,
            loading=lambda: self._tell(Stage(order.order, "load", 0.0)),
        )
        pipe = loaded.pipe(order.pipeline)
        self._check(order)
        if not order.places:
            return
        loaded.lay(pipe, order.loras)
        self._tell(Stage(order.order, "draw", 0.0))
        sitting = _Sitting(order, pipe, loaded, self._tell, self._check)
        for batch in _batches(order):
            self._draw_batch(sitting, batch)

    def _draw_batch(self, sitting: _Sitting, batch: tuple[int, ...]) -> None:
        """Draw several at once, or fewer at a time where memory does not suffice."""
        loaded, pixels = sitting.loaded, sitting.width * sitting.height
        if len(batch) > 1 and loaded.most_pixels is not None and len(batch) * pixels >= loaded.most_pixels:
            self._halve(sitting, batch)
            return
        try:
            sitting.draw(batch)
            return
        except Exception as exc:
            if not is_out_of_memory(exc):
                raise
            # What the traceback holds must be let go of before anything is freed.
            exc.__traceback__ = None
            failed = exc
        free_memory()
        if self._shelf.clear(keep=sitting.order.model):
            sitting.draw(batch)
        elif len(batch) > 1:
            loaded.most_pixels = len(batch) * pixels
            self._halve(sitting, batch)
        else:
            raise failed

    def _halve(self, sitting: _Sitting, batch: tuple[int, ...]) -> None:
        half = (len(batch) + 1) // 2
        self._draw_batch(sitting, batch[:half])
        self._draw_batch(sitting, batch[half:])

    def _check(self, order: Paint) -> None:
        if order.order in self._cancelled:
            raise CancelledOrderError


class _Sitting:
    """One order and what it is drawn with."""

    def __init__(
        self,
        order: Paint,
        pipe: Any,
        loaded: Loaded,
        tell: Callable[[FromWorker], None],
        check: Callable[[Paint], None],
    ) -> None:
        self.order = order
        self.loaded = loaded
        self._pipe = pipe
        self._tell = tell
        self._check = check
        self._takes = inspect.signature(pipe.__call__).parameters
        self._done = 0
        self._shown = dict.fromkeys(order.places, 0)
        multiple = max(_MULTIPLE, 2 * int(getattr(pipe, "vae_scale_factor", 8)))
        self.width = _up(order.width, multiple)
        self.height = _up(order.height, multiple)
        self._colours = loaded.colours() if order.previews else None
        self._whole = sum(len(batch) for batch in _batches(order))

    def draw(self, batch: tuple[int, ...]) -> None:
        """Draw these places at once, and tell of those that are wanted."""
        self._check(self.order)
        arguments = self._arguments(batch)
        try:
            with torch.no_grad():
                answer = self._pipe(**arguments)
        finally:
            if hasattr(self._pipe, "maybe_free_model_hooks"):
                self._pipe.maybe_free_model_hooks()
        self._check(self.order)
        flagged = getattr(answer, "nsfw_content_detected", None) or [False] * len(batch)
        for at, place in enumerate(batch):
            if place not in self.order.places:
                continue
            if flagged[at]:
                self._tell(Withheld(self.order.order, place))
            else:
                self._tell(Drawn(self.order.order, place, _pixels(answer.images[at])))
        self._done += len(batch)
        self._tell(Stage(self.order.order, "draw", self._done / self._whole))

    def _arguments(self, batch: tuple[int, ...]) -> dict[str, Any]:
        order = self.order
        # Noise is made by the processor, so that a seed means the same on every device.
        chance = [torch.Generator("cpu").manual_seed(order.seeds[place]) for place in batch]
        said: dict[str, Any] = {
            **order.arguments,
            "prompt": order.prompt,
            "generator": chance[0] if len(chance) == 1 else chance,
            "num_images_per_prompt": len(batch),
            "width": self.width,
            "height": self.height,
            "max_area": self.width * self.height,
            "output_type": "np",
        }
        if "callback_on_step_end" in self._takes:
            said["callback_on_step_end"] = self._step_of(batch)
        if order.sources:
            said |= self._sources(order)
        if "strength" in said and (steps := said.get("num_inference_steps")):
            # With too small a share of the steps there would be none.
            said["strength"] = max(said["strength"], min(1.0, 1.01 / steps))
        return {name: value for name, value in said.items() if name in self._takes}

    def _sources(self, order: Paint) -> dict[str, Any]:
        images = [_image(source) for source in order.sources]
        if "strength" in self._takes or "mask_image" in self._takes:
            images = [image.resize((self.width, self.height), Image.Resampling.LANCZOS) for image in images]
        said: dict[str, Any] = {"image": images if len(images) > 1 else images[0]}
        if "image_reference" in self._takes and len(images) > 1:
            said = {"image": images[0], "image_reference": images[1]}
        if "mask_image" in self._takes:
            size = (self.width, self.height)
            said["mask_image"] = (
                Image.new("L", size, 255)
                if order.mask is None
                else _image(order.mask).resize(size, Image.Resampling.NEAREST)
            )
        return said

    def _step_of(self, batch: tuple[int, ...]) -> Callable[..., dict[str, Any]]:
        def stepped(pipe: Any, step: int, timestep: Any, held: dict[str, Any]) -> dict[str, Any]:
            self._check(self.order)
            steps = max(1, int(getattr(pipe, "num_timesteps", 0) or step + 1))
            share = min(1.0, (step + 1) / steps)
            fraction = (self._done + share * (1 - DECODING) * len(batch)) / self._whole
            self._tell(Stage(self.order.order, "draw", fraction))
            if self._colours is not None and (latents := held.get("latents")) is not None:
                self._show(pipe, batch, share, latents)
            return held

        return stepped

    def _show(self, pipe: Any, batch: tuple[int, ...], share: float, latents: torch.Tensor) -> None:
        # Spread over the steps: the first ones show nothing but noise.
        due = [
            (at, place)
            for at, place in enumerate(batch)
            if place in self._shown
            and self._shown[place] < self.order.previews
            and share >= (self._shown[place] + 1) / (self.order.previews + 1)
        ]
        if not due:
            return
        looks = unpacked(pipe, latents, self.width, self.height)
        if looks is None or self._colours is None or len(self._colours.weights) != looks.shape[1] + 1:
            self._colours = None
            return
        for at, place in due:
            self._shown[place] += 1
            self._tell(Shown(self.order.order, place, self._colours.look(looks[at])))


def _batches(order: Paint) -> list[tuple[int, ...]]:
    """The places in batches. One that is drawn in part is drawn in whole: its bytes are then what they were before."""
    batches = [
        tuple(range(first, min(first + order.batch, len(order.seeds))))
        for first in range(0, len(order.seeds), order.batch)
    ]
    return [batch for batch in batches if set(batch) & set(order.places)]


def _up(side: int, multiple: int) -> int:
    return max(multiple, -(-side // multiple) * multiple)


def _image(pixels: Pixels) -> Image.Image:
    mode = "RGB" if pixels.bands == 3 else "L"
    return Image.frombytes(mode, (pixels.width, pixels.height), pixels.data)


def _pixels(image: Any) -> Pixels:
    """A finished picture: height x width x 3, from 0 to 1.

    Raises:
        ModelError: it is none, since the weights' numbers left their range.
    """
    if not np.isfinite(image).all():
        raise ModelError(
            "The model's numbers left the range of their kind. Whoever runs this server has to set another dtype: "
            "bfloat16 or float32."
        )
    height, width, _ = image.shape
    bytes_ = (np.clip(image[..., :3], 0, 1) * 255).round().astype(np.uint8)
    return Pixels(width, height, 3, bytes_.tobytes())


def _story(error: BaseException) -> str:
    return "".join(traceback.format_exception(error))
