"""Looking at a model's files without loading any: whether all are there, and whether loading them could run a program.

Weights are taken as safetensors alone. Every other kind of file (pickles: .bin, .pt, .ckpt) is a program that runs when it
is loaded, and so is a .py file that comes with a model.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from paintover.domain.errors import BadRequest, EngineFailed
from paintover.engines.stamps import Stamp, stamp_of

INDEX = "model_index.json"
MOST_INDEX_BYTES = 16 * 1024 * 1024
_HUB = re.compile(r"[A-Za-z0-9][\w.-]*/[\w.-]+")
_PICKLES = frozenset({".bin", ".pt", ".pth", ".ckpt", ".pkl", ".pickle", ".msgpack", ".h5", ".onnx"})
_SAFE = ".safetensors"
HUB_TIMEOUT_S = 10.0


def is_hub_id(name: str) -> bool:
    """Whether a model's name means a repository of the hub, rather than a folder or file here."""
    return bool(_HUB.fullmatch(name)) and not Path(name).exists()


def local(name: str) -> Path:
    """The path that a model's name means; it may begin with ``~``."""
    return Path(name).expanduser()


def index_of(name: str, revision: str = "") -> dict[str, Any]:
    """A pipeline's own list of its parts. Of a repository of the hub it is fetched if it was never seen: a few hundred
    bytes.

    Raises:
        BadRequest: there is no such pipeline, or what is there is none.
        EngineFailed: the hub cannot be reached, and the model has not been fetched before.
    """
    if is_hub_id(name):
        return _read_index(_from_hub(name, revision), name)
    path = local(name)
    if path.is_file():
        raise BadRequest(
            f"The model '{name}' is a single file. Name a folder in the form of diffusers (with a {INDEX}): "
            "StableDiffusionXLPipeline.from_single_file(...).save_pretrained(...) makes one of it."
        )
    if not path.is_dir():
        raise BadRequest(f"There is no folder '{name}', and it is no repository's name (OWNER/NAME).")
    if not (path / INDEX).is_file():
        raise BadRequest(f"The folder '{name}' holds no pipeline of diffusers: it has no {INDEX}.")
    return _read_index(path / INDEX, name)


def check_model(name: str, *, revision: str = "", variant: str = "") -> None:
    """Find out whether a pipeline can be loaded, by its files alone. Those of a repository of the hub are looked at when it
    is loaded, since what is missing is then fetched.

    Raises:
        BadRequest: it is none.
        EngineFailed: a file is missing, or is of a kind that is not loaded; it is named. Also where a repository has never
            been seen and the hub cannot be reached.
    """
    index = index_of(name, revision)
    if not is_hub_id(name):
        check_folder(local(name), index, name=name, variant=variant)


def check_folder(folder: Path, index: dict[str, Any], *, name: str, variant: str = "") -> None:
    """`check_model` for the files that lie in `folder`.

    Raises:
        EngineFailed: as there.
    """
    for part, library in parts_of(index):
        if (folder / part / f"{library}.py").exists():
            raise EngineFailed(
                f"The model '{name}' brings a program of its own ({part}/{library}.py), which is never run here. "
                "Whoever runs this server has to choose another."
            )
        held = folder / part
        if not held.is_dir():
            raise EngineFailed(_lacks(name, f"the folder {part}"))
        if (held / "config.json").is_file():
            _check_weights(held, part, name=name, variant=variant)


def size_of(folder: Path, index: dict[str, Any], *, variant: str = "") -> int:
    """How many bytes the weights of a pipeline's files have."""
    return sum(file.stat().st_size for part, _ in parts_of(index) for file in _chosen(folder / part, variant))


def stamps_of(folder: Path, index: dict[str, Any], *, variant: str = "") -> dict[str, Stamp]:
    """The stamps of what a pipeline is loaded from, by their paths: differs when somebody has put other weights there."""
    files = [folder / INDEX]
    for part, _ in parts_of(index):
        files += [folder / part / "config.json", *_chosen(folder / part, variant)]
    return {str(file): stamp for file in files if (stamp := stamp_of(file)) is not None}


def check_lora(name: str, file: str) -> None:
    """
    Raises:
        EngineFailed: there is no such LoRA, or it is of a kind that is not loaded.
    """
    if file and Path(file).suffix != _SAFE:
        raise EngineFailed(_pickled(name, file))
    if is_hub_id(name):
        return
    path = local(name)
    if path.is_file():
        if path.suffix != _SAFE:
            raise EngineFailed(_pickled(name, path.name))
    elif not path.is_dir():
        raise EngineFailed(f"There is no LoRA '{name}'. Whoever runs this server has to put it there.")
    elif file and not (path / file).is_file():
        raise EngineFailed(_lacks(name, file))
    elif not file and len(found := sorted(path.glob(f"*{_SAFE}"))) != 1:
        what = f"has {len(found)} files" if found else "has no file"
        raise EngineFailed(f"The LoRA '{name}' {what} that end in {_SAFE}: say which with 'file'.")


def parts_of(index: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """The parts that a pipeline has, each with the library that it comes from."""
    for part, made_of in index.items():
        match made_of:
            case [str(library), str(_)]:
                yield part, library


def _check_weights(held: Path, part: str, *, name: str, variant: str) -> None:
    files = [file.name for file in held.iterdir()]
    if not _chosen(held, variant):
        if not variant and (others := sorted(file for file in files if file.endswith(_SAFE))):
            raise EngineFailed(
                f"The model '{name}' has weights of a variant alone ({part}/{others[0]}): name it with 'variant'."
            )
        if pickled := sorted(file for file in files if Path(file).suffix in _PICKLES):
            raise EngineFailed(_pickled(name, f"{part}/{pickled[0]}"))
        raise EngineFailed(
            _lacks(name, f"weights in {part}" + (f" of the variant {variant}" * bool(variant)))
        )
    for index in held.glob(f"*{_SAFE}.index.json"):
        for shard in sorted(set(_read(index, name).get("weight_map", {}).values())):
            if not (held / str(shard)).is_file() and _is_chosen(index.name, variant):
                raise EngineFailed(_lacks(name, f"{part}/{shard}"))


def _chosen(held: Path, variant: str) -> list[Path]:
    if not held.is_dir():
        return []
    every = [file for file in held.iterdir() if file.name.endswith(_SAFE)]
    chosen = [file for file in every if _is_chosen(file.name, variant)]
    # A part that has no weights of the variant is taken with its usual ones.
    return chosen or [file for file in every if variant and _is_chosen(file.name, "")]


def _is_chosen(file: str, variant: str) -> bool:
    """Whether a file of weights is of a variant: ``model.fp16-00001-of-00002.safetensors``."""
    inner = re.sub(r"-\d{5}-of-\d{5}", "", file.removesuffix(".index.json").removesuffix(_SAFE))
    return inner.partition(".")[2] == variant


def _read_index(path: Path, name: str) -> dict[str, Any]:
    index = _read(path, name)
    if not isinstance(index.get("_class_name"), str):
        raise BadRequest(
            f"The model '{name}' brings a pipeline of its own, which is never run here. Choose one that diffusers has."
        )
    return index


def _read(path: Path, name: str) -> dict[str, Any]:
    try:
        if path.stat().st_size > MOST_INDEX_BYTES:
            raise BadRequest(f"The file {path.name} of the model '{name}' is too long.")
        read = msgspec.json.decode(path.read_bytes())
    except OSError as exc:
        raise BadRequest(
            f"The file {path.name} of the model '{name}' cannot be read: {exc.strerror}."
        ) from exc
    except msgspec.DecodeError as exc:
        raise BadRequest(f"The file {path.name} of the model '{name}' is no JSON: {exc}.") from exc
    if not isinstance(read, dict):
        raise BadRequest(f"The file {path.name} of the model '{name}' is damaged.")
    return read


def _from_hub(name: str, revision: str) -> Path:
    # Only with the extra is it there, and only a repository's name needs it.
    from huggingface_hub import hf_hub_download, try_to_load_from_cache
    from huggingface_hub.errors import (
        EntryNotFoundError,
        GatedRepoError,
        LocalEntryNotFoundError,
        RepositoryNotFoundError,
        RevisionNotFoundError,
    )

    if isinstance(seen := try_to_load_from_cache(name, INDEX, revision=revision or None), str):
        return Path(seen)
    try:
        return Path(hf_hub_download(name, INDEX, revision=revision or None, etag_timeout=HUB_TIMEOUT_S))
    except LocalEntryNotFoundError as exc:
        raise EngineFailed(
            f"The model '{name}' has not been fetched yet, and the hub cannot be reached. Fetch it with "
            f"'hf download {name}', or name the folder of a copy."
        ) from exc
    except EntryNotFoundError as exc:
        raise BadRequest(
            f"The repository '{name}' holds no pipeline of diffusers: it has no {INDEX}."
        ) from exc
    except GatedRepoError as exc:
        raise EngineFailed(
            f"The model '{name}' has terms that somebody must accept on its page; then set HF_TOKEN."
        ) from exc
    except RevisionNotFoundError as exc:
        raise BadRequest(f"The repository '{name}' has no revision '{revision}'.") from exc
    except RepositoryNotFoundError as exc:
        raise BadRequest(f"There is no folder and no public repository '{name}'.") from exc
    except OSError as exc:
        raise EngineFailed(f"The hub gives no answer about the model '{name}'. Try again later.") from exc


def _lacks(name: str, what: str) -> str:
    return f"The model '{name}' lacks {what}. Whoever runs this server has to fetch it in whole."


def _pickled(name: str, file: str) -> str:
    return (
        f"'{name}' has its weights as {file}, a kind of file that can run a program when it is loaded. "
        f"Only {_SAFE} is taken: whoever runs this server has to choose another, or convert it."
    )
