"""What docs/engines.md shows works as it stands there."""

from __future__ import annotations

import re
from contextlib import aclosing
from pathlib import Path
from typing import Any

import msgspec

from paintover.app import open_router
from paintover.engines.openai.options import PROFILES, OpenAIOptions
from paintover.intake.guarded import GuardedIntake
from paintover.settings import read_settings
from tests.live import LiveServer

PAGE = (Path(__file__).parents[2] / "docs" / "engines.md").read_text(encoding="utf-8")
(FILE,) = re.findall(r"^```toml\n(.*?)^```", PAGE, re.DOTALL | re.MULTILINE)
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


def test_every_option_and_profile_stands_on_the_page() -> None:
    names = [*msgspec.structs.asdict(OpenAIOptions()), *PROFILES]
    assert [name for name in names if f"`{name}`" not in PAGE] == []
