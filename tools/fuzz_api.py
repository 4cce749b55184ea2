"""Fuzzes every route that /openapi.json describes, with schemathesis, and says what does not conform. Run by `make fuzz`.

A server with the instant engine is started on loopback, with a key for each pass. No answer may be of status 500 or
above, and each must be of a status, a type and a shape that the description has for its route, those of server-sent
events and of error codes included. Three passes, since one header or one key would not do for all: the routes in
general; `/mcp`, which wants to know that its client takes events; and the keys, which revoke what they are asked with.
"""

from __future__ import annotations

import argparse
import asyncio
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx

from paintover.domain.scope import Scope
from paintover.engines.instant import InstantEngine
from paintover.parts import open_parts
from paintover.settings import Settings

CHECKS = (
    "not_a_server_error",
    "status_code_conformance",
    "content_type_conformance",
    "response_schema_conformance",
    "response_headers_conformance",
    "unsupported_method",
)
PASSES: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("the routes", ("--exclude-path-regex", "^/(v1/keys|mcp)")),
    ("/mcp", ("--include-path", "/mcp", "-H", "Accept: application/json, text/event-stream")),
    ("the keys", ("--include-path-regex", "^/v1/keys")),
)
SETTINGS = {
    "engine": "instant",
    "owner_requests_per_minute": 10_000_000,
    "owner_stream_limit": 1_000,
    "owner_queue_limit": 100_000,
    "fetch_timeout_s": 0.3,
    "log_level": "error",
}
_CASES = re.compile(r"^\s+([\d,]+) generated", re.MULTILINE)
_FAILURES = re.compile(r"(\d+) unique failure")


def main() -> None:
    """Run all passes; the exit status is 1 when anything did not conform."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--examples", type=int, default=20, help="the most cases for each route and kind of data"
    )
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    began, cases, failures = time.monotonic(), 0, 0
    with tempfile.TemporaryDirectory() as folder:
        keys = asyncio.run(_keys(folder))
        with _server(folder) as url:
            for (name, options), key in zip(PASSES, keys, strict=True):
                output = _fuzz(
                    url, key, (*options, "--max-examples", str(asked.examples), "--seed", str(asked.seed))
                )
                made = sum(int(found.replace(",", "")) for found in _CASES.findall(output))
                failed = sum(map(int, _FAILURES.findall(output)))
                if failed or not made:
                    print(output)
                print(f"{name}: {made:,} cases, {failed} failures")
                cases, failures = cases + made, failures + failed + (not made)
            healthy = httpx.get(f"{url}/healthz", trust_env=False).status_code == 200
    print(f"{cases:,} cases in {time.monotonic() - began:.0f} s, {failures} failures; up after: {healthy}")
    raise SystemExit(bool(failures) or not healthy)


async def _keys(folder: str) -> list[str]:
    async with open_parts(Settings(data=folder), InstantEngine()) as parts:
        return [await parts.keys.create(name, scopes=Scope) for name, _ in PASSES]


@contextmanager
def _server(folder: str) -> Iterator[str]:
    environment = {f"PAINTOVER_{name.upper()}": str(value) for name, value in SETTINGS.items()}
    command = [str(Path(sys.executable).with_name("paintover")), "serve", "--port", "0", "--data", folder]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, env=environment
    ) as process:
        assert process.stdout is not None
        try:
            for line in process.stdout:
                if match := re.search(r"browser +(http://127\.0\.0\.1:\d+)/", line):
                    yield match[1]
                    return
            raise SystemExit("The server did not start.")
        finally:
            process.terminate()


def _fuzz(url: str, key: str, options: tuple[str, ...]) -> str:
    command = [str(Path(sys.executable).with_name("schemathesis")), "run", f"{url}/openapi.json"]
    command += ["-H", f"Authorization: Bearer {key}", "--checks", ",".join(CHECKS), "--continue-on-failure"]
    command += ["--phases", "examples,coverage,fuzzing,stateful"]
    command += ["--request-timeout", "40", "--no-color", *options]
    with tempfile.TemporaryDirectory() as folder:
        # It keeps what it has learnt where it runs; each run here begins anew.
        done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=folder)
    return done.stdout + done.stderr


if __name__ == "__main__":
    main()
