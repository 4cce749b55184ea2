"""A model's files are looked at before anything is loaded: what is missing or dangerous is named."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from paintover.domain.errors import BadRequest, EngineFailed, PaintoverError
from paintover.engines.diffusers.folder import check_lora, check_model, index_of, is_hub_id, size_of

INDEX = {
    "_class_name": "StableDiffusionPipeline",
    "_diffusers_version": "0.42.1",
    "scheduler": ["diffusers", "DDIMScheduler"],
    "unet": ["diffusers", "UNet2DConditionModel"],
    "safety_checker": [None, None],
    "requires_safety_checker": False,
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A pipeline of a scheduler and a denoiser."""
    write(tmp_path / "model_index.json", INDEX)
    write(tmp_path / "scheduler" / "scheduler_config.json", {})
    write(tmp_path / "unet" / "config.json", {})
    (tmp_path / "unet" / "diffusion_pytorch_model.safetensors").write_bytes(bytes(10))
    return tmp_path


def write(path: Path, content: object) -> None:
    path.parent.mkdir(exist_ok=True)
    path.write_text(json.dumps(content), encoding="utf-8")


def error(folder: Path | str, *, variant: str = "") -> str:
    with pytest.raises(PaintoverError) as caught:
        check_model(str(folder), variant=variant)
    return caught.value.message


def test_a_whole_folder_is_fine(folder: Path) -> None:
    check_model(str(folder))
    assert size_of(folder, INDEX) == 10


def test_a_folder_that_holds_no_pipeline_is_told(tmp_path: Path) -> None:
    assert "it has no model_index.json" in error(tmp_path)
    assert "There is no folder" in error(tmp_path / "nowhere" / "at" / "all")
    (tmp_path / "sdxl.safetensors").touch()
    assert "from_single_file" in error(tmp_path / "sdxl.safetensors")
    for content in ("{", "[]", "\x00"):
        (tmp_path / "model_index.json").write_text(content, encoding="utf-8")
        assert "model_index.json" in error(tmp_path)


def test_what_is_missing_is_named(folder: Path) -> None:
    (folder / "unet" / "diffusion_pytorch_model.safetensors").unlink()
    assert "lacks weights in unet" in error(folder)
    (folder / "unet" / "config.json").unlink()
    (folder / "unet").rmdir()
    assert "lacks the folder unet" in error(folder)


def test_a_part_of_split_weights_that_is_missing_is_named(folder: Path) -> None:
    (folder / "unet" / "diffusion_pytorch_model.safetensors").unlink()
    names = [f"diffusion_pytorch_model-0000{at}-of-00002.safetensors" for at in (1, 2)]
    index = folder / "unet" / "diffusion_pytorch_model.safetensors.index.json"
    write(index, {"weight_map": dict(zip("ab", names, strict=True))})
    (folder / "unet" / names[0]).touch()
    assert names[1] in error(folder)
    (folder / "unet" / names[1]).touch()
    check_model(str(folder))


@pytest.mark.parametrize("name", ["diffusion_pytorch_model.bin", "model.ckpt", "weights.pt"])
def test_pickles_are_refused(folder: Path, name: str) -> None:
    (folder / "unet" / "diffusion_pytorch_model.safetensors").rename(folder / "unet" / name)
    told = error(folder)
    assert f"unet/{name}" in told
    assert "safetensors" in told


def test_programs_that_come_with_a_model_are_refused(folder: Path) -> None:
    write(folder / "model_index.json", {**INDEX, "unet": ["mine", "MyNet"]})
    (folder / "unet" / "mine.py").touch()
    assert "unet/mine.py" in error(folder)
    write(folder / "model_index.json", {**INDEX, "_class_name": ["pipeline", "MyPipeline"]})
    assert "never run" in error(folder)


def test_a_variant_is_asked_for_by_its_name(folder: Path) -> None:
    usual = folder / "unet" / "diffusion_pytorch_model.safetensors"
    usual.rename(folder / "unet" / "diffusion_pytorch_model.fp16.safetensors")
    assert "name it with 'variant'" in error(folder)
    check_model(str(folder), variant="fp16")
    assert "of the variant bf16" in error(folder, variant="bf16")


def test_loras_are_safetensors_that_are_there(tmp_path: Path) -> None:
    (tmp_path / "a.safetensors").touch()
    check_lora(str(tmp_path / "a.safetensors"), "")
    check_lora(str(tmp_path), "")
    check_lora(str(tmp_path), "a.safetensors")
    check_lora("somebody/some-lora", "")
    (tmp_path / "b.safetensors").touch()
    (tmp_path / "c.bin").touch()
    for name, file, words in (
        (str(tmp_path), "", "has 2 files"),
        (str(tmp_path), "d.safetensors", "lacks d.safetensors"),
        (str(tmp_path), "c.bin", "c.bin"),
        (str(tmp_path / "c.bin"), "", "c.bin"),
        (str(tmp_path / "nowhere" / "at" / "all"), "", "There is no LoRA"),
    ):
        with pytest.raises(EngineFailed, match=words):
            check_lora(name, file)


def test_a_repositorys_name_is_told_from_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert is_hub_id("owner/name-1.0")
    assert not any(map(is_hub_id, ("./name", "/a/b", "~/a", "name", "a/b/c", "../a")))
    (tmp_path / "owner" / "name").mkdir(parents=True)
    assert not is_hub_id("owner/name")
    with pytest.raises(BadRequest, match=r"model_index\.json"):
        index_of("owner/name")
