"""What docs/engines.md shows works as it stands there."""

from __future__ import annotations

import re
from contextlib import aclosing
from pathlib import Path
from typing import Any

import msgspec

from paintover.engines.comfyui.options import ComfyOptions, read_comfy_options
from paintover.engines.diffusers.arguments import loras_for
from paintover.engines.diffusers.frames import Lora
from paintover.engines.diffusers.options import DiffusersOptions, EditTable, LoraTable, read_diffusers_options
from paintover.engines.openai.options import PROFILES, OpenAIOptions
from paintover.intake.guarded import GuardedIntake
from paintover.parts import open_router
from paintover.settings import read_settings
from tests.engines.comfyui.standin import ComfyStandIn
from tests.live import LiveServer

PAGE = (Path(__file__).parents[2] / "docs" / "engines.md").read_text(encoding="utf-8")
FILE, SHARED, COMFY, KONTEXT, SDXL, LOCAL = re.findall(r"^```toml\n(.*?)^```", PAGE, re.DOTALL | re.MULTILINE)
NOBODY = "http://127.0.0.1:9/v1"


async def test_the_file_is_read_and_its_engines_are_there(tmp_path: Path) -> None:
    (tmp_path / "paintover.toml").write_text(FILE, encoding="utf-8")
    settings = read_settings(environment={"OPENAI_API_KEY": "sk-secret"}, folder=tmp_path)
    assert settings.engines["gpt"].options["key"] == "sk-secret"
    assert "sk-secret" not in repr(settings)
    async with aclosing(open_router(settings, GuardedIntake())) as router:
        assert router.models == ("flux",)
        assert router.name == "openai"


def test_a_fallback_draws_and_the_answer_says_so(tmp_path: Path) -> None:
    file = FILE.replace("http://127.0.0.1:8000/v1", NOBODY).replace(
        'model = "gpt-image-1"', f'model = "gpt-image-1", url = "{NOBODY}"'
    )
    (tmp_path / "paintover.toml").write_text(
        f'data = "{tmp_path / "data"}"\nport = 0\n{file}', encoding="utf-8"
    )
    settings = read_settings(environment={"OPENAI_API_KEY": "sk-secret"}, folder=tmp_path)
    with LiveServer(settings) as live, live.openai() as client, live.http() as http:
        create: Any = client.chat.completions.create
        for model, absent in (("flux", "flux"), ("paintover", "gpt")):
            told = create(model=model, messages=[{"role": "user", "content": "an ox and a horse"}])
            text = told.choices[0].message.content
            assert "Generation complete" in text
            assert f"“{absent}” was out of reach just now; “illustrator” drew this in its place." in text
        drawn = http.get("/v1/generations").json()["data"][0]["gen_id"]
        assert http.get(f"/v1/generations/{drawn}").json()["engine"] == "illustrator"


def test_comfyui_draws_as_the_page_says(tmp_path: Path) -> None:
    with ComfyStandIn() as comfy:
        file = COMFY.replace("http://127.0.0.1:8188", comfy.url)
        (tmp_path / "paintover.toml").write_text(
            f'data = "{tmp_path / "data"}"\nport = 0\n{file}', encoding="utf-8"
        )
        with LiveServer(read_settings(environment={}, folder=tmp_path)) as live, live.openai() as client:
            messages: list[Any] = [{"role": "user", "content": "an ox and a horse"}]
            create: Any = client.chat.completions.create
            for wish in ("put a hat on the ox", "make it night"):
                told = create(model="paintover", messages=messages).choices[0].message.content
                assert "Generation complete" in told
                messages += [{"role": "assistant", "content": told}, {"role": "user", "content": wish}]
            create(model="paintover", messages=messages)
    drawn, *edited = (body["prompt"] for body in comfy.prompts)
    assert drawn["6"]["inputs"]["text"] == "an ox and a horse"
    assert ["10" in nodes for nodes in edited] == [True, True]


def test_a_workflow_of_ones_own_is_written_as_the_page_says(tmp_path: Path) -> None:
    (tmp_path / "paintover.toml").write_text(KONTEXT, encoding="utf-8")
    table = read_settings(environment={}, folder=tmp_path).engines["kontext"]
    edit = read_comfy_options(table.options).edit
    assert edit is not None
    assert edit.inputs["sources"] == ["142.image", "147.image"]


def test_a_share_of_the_orders_is_written_as_the_page_says(tmp_path: Path) -> None:
    (tmp_path / "paintover.toml").write_text(SHARED, encoding="utf-8")
    table = read_settings(environment={}, folder=tmp_path).models["photo"]
    assert (table.engines, table.weights) == (["comfy-a", "comfy-b", "gpt"], {"comfy-a": 3, "comfy-b": 1})


def test_models_on_this_computer_are_written_as_the_page_says(tmp_path: Path) -> None:
    (tmp_path / "paintover.toml").write_text(SDXL, encoding="utf-8")
    settings = read_settings(environment={}, folder=tmp_path)
    options = read_diffusers_options(settings.engines["sdxl"].options)
    loras = {
        name: Lora(name=name, model=table.model, file=table.file) for name, table in options.loras.items()
    }
    (laid,) = loras_for(settings.models["pixel"].parameters, loras)
    assert (laid.name, laid.file, laid.weight) == ("pixel", "pixel-art-xl.safetensors", 0.9)
    (tmp_path / "paintover.toml").write_text(LOCAL, encoding="utf-8")
    engines = read_settings(environment={}, folder=tmp_path).engines
    assert read_diffusers_options(engines["kontext"].options).offload == "model"
    edit = read_diffusers_options(engines["qwen"].options).edit
    assert edit is not None
    assert edit.model == "Qwen/Qwen-Image-Edit-2509"


def test_every_option_and_profile_stands_on_the_page() -> None:
    names = [
        *msgspec.structs.asdict(OpenAIOptions()),
        *msgspec.structs.asdict(ComfyOptions()),
        *DiffusersOptions.__struct_fields__,
        *EditTable.__struct_fields__,
        *LoraTable.__struct_fields__,
        *PROFILES,
    ]
    assert [name for name in names if f"`{name}`" not in PAGE] == []
