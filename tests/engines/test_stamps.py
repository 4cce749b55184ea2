"""Which files an engine's options name, and whether they have changed."""

from __future__ import annotations

from pathlib import Path

import pytest

from paintover.engines.stamps import named_files, stamp_of


def test_files_are_found_at_any_depth_and_nothing_else_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    names = ["a.json", "b.safetensors", "c.txt", "d.json"]
    for name in names:
        Path(name).write_text(name, encoding="utf-8")
    Path("folder").mkdir()
    options = {
        "draw": {"file": "a.json"},
        "loras": {"ink": {"model": str(tmp_path / "b.safetensors"), "weight": 0.5}},
        "several": ["c.txt", "folder", "", "x" * 9000, "a\0b", "~nobody-at-all/x", 3, None],
        "home": "~/d.json",
        "key": "sk-verysecret0123456789",
        "url": "http://127.0.0.1:8188",
    }
    found = named_files(options)
    assert set(found) == {"a.json", str(tmp_path / "b.safetensors"), "c.txt", "~/d.json"}
    Path("a.json").write_text("longer than it was", encoding="utf-8")
    assert [name for name, stamp in named_files(options).items() if stamp != found[name]] == ["a.json"]
    Path("a.json").unlink()
    assert "a.json" not in named_files(options)
    assert stamp_of("a.json") is None
    assert stamp_of("folder") is None
