"""The documentation says what the code does."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from tests.live import LiveServer

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", README, re.DOTALL | re.MULTILINE)


def run(program: str, name: str) -> None:
    """Run a program of the docs; what it leaves open (a client) is closed, as its end would."""
    names: dict[str, object] = {}
    exec(compile(program, name, "exec"), names)
    for value in names.values():
        close = getattr(value, "close", None)
        if callable(close) and not isinstance(value, type):
            close()


def test_the_reference_is_what_the_code_says() -> None:
    done = subprocess.run([sys.executable, ROOT / "tools" / "make_docs.py", "--check"], cwd=ROOT, check=False)
    assert done.returncode == 0, "run 'make docs'"


def test_the_gallery_is_of_the_prompts_with_a_star() -> None:
    done = subprocess.run([sys.executable, ROOT / "tools" / "gallery.py", "--check"], cwd=ROOT, check=False)
    assert done.returncode == 0, "run 'make docs'"


@pytest.mark.parametrize("block", blocks("python"))
def test_the_readmes_program_runs(server: LiveServer, block: str, capsys: pytest.CaptureFixture[str]) -> None:
    run(block.replace("http://127.0.0.1:8787", server.url), "README.md")
    printed = capsys.readouterr().out
    assert '"gen_id": "gen_' in printed
    assert "Generation complete" in printed


@pytest.mark.parametrize("block", blocks("bash"))
def test_the_readmes_command_runs(server: LiveServer, block: str) -> None:
    command = shlex.split(block.replace("\\\n", " ").replace("http://127.0.0.1:8787", server.url))
    done = subprocess.run(
        [*command, "--silent", "--noproxy", "*"], capture_output=True, text=True, check=True
    )
    assert "Generation complete" in done.stdout
    assert done.stdout.rstrip().endswith("data: [DONE]")


def test_links_in_the_docs_lead_somewhere() -> None:
    for page in [ROOT / "README.md", *(ROOT / "docs").rglob("*.md")]:
        for target in re.findall(r"\]\(([^)#]+)\)", page.read_text(encoding="utf-8")):
            if not target.startswith(("http://", "https://")):
                assert (page.parent / target).exists(), f"{page.name}: {target}"


def test_every_change_fragment_is_one_sentence_of_a_known_kind() -> None:
    for fragment in (ROOT / "changelog.d").glob("*.*.md"):
        assert fragment.name.split(".")[1] in {"added", "changed", "fixed", "removed", "security"}, (
            fragment.name
        )
        assert fragment.read_text(encoding="utf-8").strip().endswith(".")


def test_no_file_names_a_machine_or_a_registry() -> None:
    tracked = subprocess.run(
        ["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout.split()
    pattern = re.compile(r"/(?:wor[k]|roo[t]|hom[e])/|registry\.npmj[s]|pypi\.or[g]|files\.pythonhoste[d]")
    for name in tracked:
        path = ROOT / name
        if path.suffix in {".py", ".md", ".toml", ".txt", ".js", ".html", ".css", ""} and path.is_file():
            assert not pattern.search(path.read_text(encoding="utf-8", errors="replace")), name


@pytest.mark.parametrize(
    "block",
    [
        block
        for page in ("images.md", "responses.md")
        for block in re.findall(
            r"^```python\n(.*?)^```",
            (ROOT / "docs" / page).read_text(encoding="utf-8"),
            re.DOTALL | re.MULTILINE,
        )
    ],
)
def test_the_programs_about_surfaces_run(
    server: LiveServer, block: str, capsys: pytest.CaptureFixture[str]
) -> None:
    run(block.replace("http://127.0.0.1:8787", server.url), "docs")
    assert "gen_" in capsys.readouterr().out
