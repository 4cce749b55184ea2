"""The pipelines that are loaded, under a budget of memory."""

from __future__ import annotations

import gc
from collections.abc import Callable
from pathlib import Path
from typing import Any

import diffusers
import torch
from diffusers import DiffusionPipeline

from paintover.domain.errors import PaintoverError
from paintover.engines.diffusers.folder import (
    check_folder,
    check_lora,
    index_of,
    is_hub_id,
    local,
    size_of,
    stamps_of,
)
from paintover.engines.diffusers.frames import Lora, Model
from paintover.engines.diffusers.painting.previews import Colours, fit_colours
from paintover.engines.diffusers.painting.readers import readers
from paintover.engines.diffusers.painting.troubles import ModelError, is_out_of_memory
from paintover.engines.stamps import Stamp, stamp_of

_GIB = 1024**3
_DTYPES = {"float32": torch.float32, "float16": torch.float16, "bfloat16": torch.bfloat16}


class Loaded:
    """A pipeline's weights in memory, and the classes that draw with them."""

    def __init__(self, pipe: Any, model: Model, size: int, files: dict[str, Stamp]) -> None:
        """`files` are those that it was loaded from."""
        self._base = pipe
        self._files = files
        self._model = model
        self.size = size
        """Bytes of weights."""
        self._pipes: dict[str, Any] = {type(pipe).__name__: pipe}
        self._loras: dict[str, tuple[str, str, Stamp | None]] = {}
        """By name: the folder or repository, the file in it, and its stamp where it lies here."""
        self._colours: Colours | None = None
        self._is_fitted = False
        self.most_pixels: int | None = None
        """So many pixels at once have been too many."""

    def pipe(self, name: str) -> Any:
        """The class called `name`, with these weights.

        Raises:
            ModelError: it cannot use them.
        """
        if name not in self._pipes:
            kind = getattr(diffusers, name, None)
            if kind is None:
                raise ModelError(f"This release of diffusers has no {name}.")
            try:
                pipe = kind.from_pipe(self._base, dtype=self._base.dtype)
            except (TypeError, ValueError) as exc:
                raise ModelError(f"The weights of the model '{self._model.name}' do not fit {name}.") from exc
            self._pipes[name] = _placed(pipe, self._model)
        return self._pipes[name]

    @property
    def is_of_before(self) -> bool:
        """Whether other files lie now where it was loaded from. None at all, and what is loaded goes on."""
        return any(stamp_of(path) not in (None, stamp) for path, stamp in self._files.items())

    def colours(self) -> Colours | None:
        """How its latents look; None where that cannot be told."""
        if not self._is_fitted:
            self._is_fitted = True
            try:
                self._colours = fit_colours(self._base)
            finally:
                # With `offload` the autoencoder would stay on the card until the next picture is done.
                self._base.maybe_free_model_hooks()
        return self._colours

    def lay(self, pipe: Any, loras: tuple[Lora, ...]) -> None:
        """Lay these LoRAs over the weights, and no others.

        Raises:
            ModelError: one is missing, no safetensors, or made for another model.
        """
        if not self._loras and not loras:
            return
        if not loras:
            pipe.disable_lora()
            return
        if not hasattr(pipe, "load_lora_weights"):
            raise ModelError(f"The model '{self._model.name}' takes no LoRAs.")
        for lora in loras:
            found = _found(lora)
            known = self._loras.get(lora.name)
            if known == found:
                continue
            if known is not None:
                pipe.delete_adapters(lora.name)
                del self._loras[lora.name]
            self._load(pipe, lora, *found[:2])
            self._loras[lora.name] = found
        pipe.enable_lora()
        pipe.set_adapters([lora.name for lora in loras], [lora.weight for lora in loras])

    def _load(self, pipe: Any, lora: Lora, where: str, file: str) -> None:
        try:
            pipe.load_lora_weights(
                where,
                adapter_name=lora.name,
                use_safetensors=True,
                **({"weight_name": file} if file else {}),
            )
        except Exception as exc:
            # Half of it may be there.
            if lora.name in {name for names in pipe.get_list_adapters().values() for name in names}:
                pipe.delete_adapters(lora.name)
            if is_out_of_memory(exc):
                raise
            raise ModelError(
                f"The LoRA '{lora.name}' cannot be laid over the model '{self._model.name}': it is made for another, "
                "or damaged, or cannot be fetched."
            ) from exc
        if not any(lora.name in names for names in pipe.get_list_adapters().values()):
            raise ModelError(f"The LoRA '{lora.name}' is made for another model than '{self._model.name}'.")


class Shelf:
    """What is loaded, the one used last at the end."""

    def __init__(self) -> None:
        self._loaded: dict[Model, Loaded] = {}

    def take(self, model: Model, *, budget: int | None, loading: Callable[[], None]) -> Loaded:
        """A pipeline, loaded if need be. Others go when there is too little room for all.

        Args:
            model: which.
            budget: how many bytes all that are loaded may have together; None: as many as there is room for.
            loading: called before one is loaded.

        Raises:
            ModelError: its files cannot be used, or are more than the budget.
        """
        held = self._loaded.pop(model, None)
        if held is not None and held.is_of_before:
            held = None
            free_memory()
        if held is None:
            loading()
            held = self._fetched(model, budget)
        self._loaded[model] = held
        if budget is not None:
            self._make_room(budget, keep=model)
        return held

    def clear(self, *, keep: Model | None = None) -> bool:
        """Put away everything but `keep`.

        Returns:
            Whether there was anything.
        """
        others = [model for model in self._loaded if model != keep]
        for model in others:
            del self._loaded[model]
        if others:
            free_memory()
        return bool(others)

    def _make_room(self, budget: int, *, keep: Model | None = None, coming: int = 0) -> None:
        for model in list(self._loaded):
            if sum(each.size for each in self._loaded.values()) + coming <= budget:
                return
            if model != keep:
                del self._loaded[model]
                free_memory()

    def _fetched(self, model: Model, budget: int | None) -> Loaded:
        try:
            folder = _folder(model)
            index = index_of(str(folder))
            check_folder(folder, index, name=model.name, variant=model.variant)
        except PaintoverError as exc:
            raise ModelError(exc.message) from exc
        size = size_of(folder, index, variant=model.variant)
        if budget is not None:
            if size > budget:
                raise ModelError(
                    f"The model '{model.name}' has {size / _GIB:.1f} GiB of weights, and memory_gib allows "
                    f"{budget / _GIB:.1f}."
                )
            self._make_room(budget, coming=size)
        # A repository's files lie under a name of their contents: others have another.
        files = {} if is_hub_id(model.name) else stamps_of(folder, index, variant=model.variant)
        try:
            return _loaded(folder, model, files)
        except Exception as exc:
            if not is_out_of_memory(exc) or not self.clear():
                raise
        free_memory()
        return _loaded(folder, model, files)


def free_memory() -> None:
    """Give back what nothing points to any more."""
    gc.collect()
    if torch.cuda.is_available():
        torch.cuda.empty_cache()
    if torch.backends.mps.is_available():
        torch.mps.empty_cache()


def device_of(model: Model) -> str:
    """Where a model is to be.

    Raises:
        ModelError: there is no such device.
    """
    if model.device == "auto":
        if torch.cuda.is_available():
            return "cuda"
        return "mps" if torch.backends.mps.is_available() else "cpu"
    try:
        torch.empty(1, device=model.device)
    except (RuntimeError, AssertionError) as exc:
        raise ModelError(
            f"There is no device '{model.device}' here, or this build of torch does not know it."
        ) from exc
    return model.device


def _found(lora: Lora) -> tuple[str, str, Stamp | None]:
    """Where a LoRA lies: the folder or repository, the file in it, and its stamp where that is known.

    Raises:
        ModelError: it is not there, or no safetensors.
    """
    try:
        check_lora(lora.model, lora.file)
    except PaintoverError as exc:
        raise ModelError(exc.message) from exc
    if is_hub_id(lora.model):
        return lora.model, lora.file, None
    path = local(lora.model)
    if path.is_dir():
        path /= lora.file or next(path.glob("*.safetensors")).name
    return str(path.parent), path.name, stamp_of(path)


def _dtype(model: Model, device: str) -> torch.dtype:
    if model.dtype != "auto":
        return _DTYPES[model.dtype]
    if device == "cpu":
        return torch.float32
    if device.startswith("cuda") and not torch.cuda.is_bf16_supported():
        return torch.float16
    return torch.bfloat16


def _folder(model: Model) -> Path:
    if not is_hub_id(model.name):
        return local(model.name)
    options = {"revision": model.revision, "variant": model.variant}
    try:
        return Path(
            DiffusionPipeline.download(
                model.name, use_safetensors=True, **{name: said for name, said in options.items() if said}
            )
        )
    except (OSError, ValueError) as exc:
        raise ModelError(
            f"The model '{model.name}' cannot be fetched, or has no weights as safetensors. "
            "Whoever runs this server finds the reason in its log."
        ) from exc


def _loaded(folder: Path, model: Model, files: dict[str, Stamp]) -> Loaded:
    device = device_of(model)
    options = {"variant": model.variant} if model.variant else {}
    try:
        instead = readers(folder)
        pipe = DiffusionPipeline.from_pretrained(
            folder,
            use_safetensors=True,
            local_files_only=True,
            dtype=_dtype(model, device),
            **options,
            **dict.fromkeys(instead),
        )
        pipe.register_modules(**instead)
    except (OSError, ValueError, KeyError, TypeError, AttributeError, ImportError) as exc:
        if is_out_of_memory(exc):
            raise
        raise ModelError(
            f"The model '{model.name}' cannot be loaded: a file is damaged, or made for another release of diffusers. "
            "Whoever runs this server finds the reason in its log."
        ) from exc
    parts = [part for part in pipe.components.values() if isinstance(part, torch.nn.Module)]
    size = sum(tensor.nbytes for part in parts for tensor in (*part.parameters(), *part.buffers()))
    if model.tiling and hasattr(getattr(pipe, "vae", None), "enable_tiling"):
        pipe.vae.enable_tiling()
    return Loaded(_placed(pipe, model), model, size, files)


def _is_card(device: str) -> bool:
    """Whether it has a memory of its own, beside which weights can wait."""
    return device.startswith(("cuda", "xpu"))


def _placed(pipe: Any, model: Model) -> Any:
    device = device_of(model)
    if model.offload != "none" and not _is_card(device):
        raise ModelError("The option 'offload' needs a card, and there is none here.")
    if model.offload == "model":
        pipe.enable_model_cpu_offload(device=device)
    elif model.offload == "sequential":
        pipe.enable_sequential_cpu_offload(device=device)
    else:
        pipe.to(device)
    pipe.set_progress_bar_config(disable=True)
    return pipe
