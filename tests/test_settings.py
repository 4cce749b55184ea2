from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from paintover.domain.errors import BadRequest
from paintover.settings import Settings, read_settings, setting_names


def test_the_nearest_source_wins(tmp_path: Path) -> None:
    (tmp_path / "paintover.toml").write_text('port = 1\nengine = "a"\nworkers = 3\n', encoding="utf-8")
    environment = {"PAINTOVER_PORT": "2", "PAINTOVER_ENGINE": "b", "PORT": "9"}
    settings = read_settings({"port": 3, "engine": None}, environment=environment, folder=tmp_path)
    assert (settings.port, settings.engine, settings.workers, settings.host) == (3, "b", 3, "127.0.0.1")


def test_texts_become_what_the_setting_is(tmp_path: Path) -> None:
    environment = {"PAINTOVER_DOWNLOAD_LINK": "false", "PAINTOVER_HEARTBEAT_S": "0.5"}
    settings = read_settings(environment=environment, folder=tmp_path)
    assert (settings.download_link, settings.heartbeat_s) == (False, 0.5)


@pytest.mark.parametrize(
    ("environment", "file"),
    [
        ({"PAINTOVER_PORT": "x"}, ""),
        ({"PAINTOVER_PORT": "70000"}, ""),
        ({"PAINTOVER_WORKERS": "0"}, ""),
        ({}, "prot = 1\n"),
        ({}, "port = \n"),
    ],
)
def test_what_is_not_usable_is_said(tmp_path: Path, environment: dict[str, str], file: str) -> None:
    (tmp_path / "paintover.toml").write_text(file, encoding="utf-8")
    with pytest.raises(BadRequest):
        read_settings(environment=environment, folder=tmp_path)


def test_settings_do_not_change() -> None:
    settings = Settings()
    assert set(setting_names()) == set(msgspec.structs.asdict(settings))
    with pytest.raises(AttributeError):
        settings.port = 1  # type: ignore[misc]


def test_keys_are_never_shown() -> None:
    settings = Settings(
        key="po-secret", openai_key="sk-secret", engine="openai", openai_allow="127.0.0.1/32, "
    )
    assert "secret" not in repr(settings) + str(settings) + f"{settings!r}"
    assert settings.engine_options()["key"] == "sk-secret"
    assert settings.engine_options()["allow"] == ("127.0.0.1/32",)
    assert Settings(openai_key="sk-secret").engine_options() == {}


def test_tables_are_read_from_the_file_with_keys_from_the_environment(tmp_path: Path) -> None:
    (tmp_path / "paintover.toml").write_text(
        '[engines.a]\nengine = "openai"\noptions = { key = "${MY_KEY}", tags = ["${MY_KEY}", "$x"] }\n',
        encoding="utf-8",
    )
    settings = read_settings(environment={"MY_KEY": "sk-1", "PAINTOVER_ENGINES": "x"}, folder=tmp_path)
    assert settings.engines["a"].options == {"key": "sk-1", "tags": ["sk-1", "$x"]}
    with pytest.raises(BadRequest, match="MY_KEY"):
        read_settings(environment={}, folder=tmp_path)


@pytest.mark.parametrize(
    "file",
    [
        "[engines.a]\n",
        "[models.a]\nengines = []\n",
        '[engines.a]\nengine = "x"\ncolour = 1\n',
        "engines = 5\n",
    ],
)
def test_tables_that_are_not_usable_are_said(tmp_path: Path, file: str) -> None:
    (tmp_path / "paintover.toml").write_text(file, encoding="utf-8")
    with pytest.raises(BadRequest):
        read_settings(environment={}, folder=tmp_path)
