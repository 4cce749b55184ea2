"""Lets other people's clients talk to a server of ours: `python tools/client_tests.py [openai] [litellm] [node]`.

``openai`` fetches the source distribution of the SDK and runs its own published tests, as they are and once more with a
picture where they upload "Example data". Each failure must have a known reason, see `REASONS` and docs/clients.md. Needs a
network for the package index, and Node for ``node``; everything is put below build/clients.
"""

from __future__ import annotations

import base64
import os
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile
import xml.etree.ElementTree as ElementTree
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from tests.live import LiveServer  # noqa: E402

from paintover.logs import configure_logs  # noqa: E402
from paintover.settings import Settings  # noqa: E402

CLIENTS = ROOT / "tools" / "clients"
BUILD = ROOT / "build" / "clients"
PYTHON = BUILD / "venv" / "bin" / "python"
REQUIREMENTS = (CLIENTS / "requirements.txt").read_text(encoding="utf-8")
TESTS = ("test_images", "test_files", "test_models", "chat/test_completions", "test_responses")
PLACEHOLDER = 'b"Example data"'

REASONS = {
    "uploads bytes that are no picture": r"not PNG, JPEG, WebP",
    "asks for the file 'file_id', which nobody has uploaded": r"no file file_id",
    "uploads for another purpose than pictures": r"'purpose' is one of",
    "asks for 0 files": r"'limit' is a whole number",
    "asks for a response that was never made": r"no response resp_",
    "asks for a response without any input": r"'input' is empty",
    "goes on from a conversation, which are not kept": r"Conversations are not kept",
    "compacts a conversation of words": r"/v1/responses/compact",
    "asks for, changes or lists stored chat completions, which are not kept": r"at /v1/chat/completions",
    "asks for a model that this server does not list": r"no such model",
    "deletes a model": r"DELETE is not possible at /v1/models",
    "draws on a picture with a 'markup', which cannot be read": r"'markup' cannot be read",
}


def set_up() -> None:
    """The clients' own environment."""
    BUILD.mkdir(parents=True, exist_ok=True)
    if not PYTHON.exists():
        subprocess.run([sys.executable, "-m", "venv", BUILD / "venv"], check=True)
    pip = [PYTHON, "-m", "pip", "--quiet", "--disable-pip-version-check"]
    subprocess.run([*pip, "install", "-r", CLIENTS / "requirements.txt"], check=True)


def sdk_source() -> Path:
    """The unpacked source distribution of the SDK's pinned version."""
    match = re.search(r"^openai==(\S+)$", REQUIREMENTS, re.MULTILINE)
    assert match is not None
    folder = BUILD / f"openai-{match[1]}"
    if not folder.exists():
        command = [
            "download",
            "--quiet",
            "--no-deps",
            "--no-binary",
            ":all:",
            f"openai=={match[1]}",
            "-d",
            BUILD,
        ]
        subprocess.run([PYTHON, "-m", "pip", *command], check=True)
        with tarfile.open(BUILD / f"openai-{match[1]}.tar.gz") as archive:
            archive.extractall(BUILD, filter="data")
    return folder


def sdk_tests(source: Path, url: str, tests: tuple[str, ...]) -> int:
    """Run some of the SDK's tests and print what became of them; how many failures have no known reason."""
    report = BUILD / "report.xml"
    files = [f"tests/api_resources/{name}.py" for name in tests]
    options = ["-q", "-o", "addopts=", "--tb=line", "-p", "no:cacheprovider", f"--junit-xml={report}"]
    environment = {**os.environ, "TEST_API_BASE_URL": f"{url}/v1"}
    subprocess.run(
        [PYTHON, "-m", "pytest", *options, *files],
        cwd=source,
        env=environment,
        stdout=subprocess.DEVNULL,
        check=False,
    )
    counted: Counter[str] = Counter()
    reasons: Counter[str] = Counter()
    unexplained = 0
    for case in ElementTree.parse(report).iter("testcase"):
        surface = str(case.get("classname")).split(".")[-2].removeprefix("test_")
        failure = case.find("failure") if case.find("failure") is not None else case.find("error")
        counted[f"{surface} {'passed' if failure is None else 'failed'}"] += 1
        if failure is None:
            continue
        said = f"{failure.get('message')} {failure.text}"
        reason = next((reason for reason, pattern in REASONS.items() if re.search(pattern, said)), None)
        if reason is None:
            unexplained += 1
            print(f"UNEXPLAINED {case.get('classname')}.{case.get('name')}: {failure.get('message')}")
        else:
            reasons[f"{surface}: {reason}"] += 1
    print("; ".join(f"{name} {count}" for name, count in sorted(counted.items())))
    for reason, count in sorted(reasons.items()):
        print(f"  {count:3} {reason}")
    return unexplained


def with_pictures(source: Path, picture: bytes) -> Path:
    """A copy of the SDK's source whose image tests upload `picture`."""
    copy = source.with_name(source.name + "-pictures")
    shutil.rmtree(copy, ignore_errors=True)
    shutil.copytree(source, copy)
    tests = copy / "tests" / "api_resources" / "test_images.py"
    text = tests.read_text(encoding="utf-8")
    tests.write_text(text.replace(PLACEHOLDER, repr(picture)), encoding="utf-8")
    return copy


def drawn(live: LiveServer) -> bytes:
    """A picture of the illustrator's, which it can edit."""
    with live.openai() as client:
        (datum,) = client.images.generate(prompt="an ox", size="256x256").data or ()
    return base64.b64decode(datum.b64_json or "")


def main(wanted: list[str]) -> int:
    wanted = wanted or ["openai", "litellm", "node"]
    set_up()
    configure_logs("error")
    failed = 0
    with (
        tempfile.TemporaryDirectory() as folder,
        LiveServer(Settings(data=folder, port=0, log_level="error")) as live,
    ):
        if "openai" in wanted:
            source = sdk_source()
            print(f"{source.name}, its own tests:")
            failed += sdk_tests(source, live.url, TESTS)
            print(f"{source.name}, its own tests of images with a picture to upload:")
            failed += sdk_tests(with_pictures(source, drawn(live)), live.url, ("test_images",))
        if "litellm" in wanted:
            print("litellm:", flush=True)
            failed += subprocess.run(
                [PYTHON, CLIENTS / "litellm_check.py", live.url],
                env={**os.environ, "LITELLM_LOCAL_MODEL_COST_MAP": "True"},
                check=False,
            ).returncode
        if "node" in wanted:
            print("openai for Node:", flush=True)
            for name in ("package.json", "node_check.mjs"):
                shutil.copy(CLIENTS / name, BUILD / name)
            subprocess.run(["npm", "install", "--silent", "--no-audit", "--no-fund"], cwd=BUILD, check=True)
            failed += subprocess.run(["node", "node_check.mjs", live.url], cwd=BUILD, check=False).returncode
    return min(failed, 1)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
