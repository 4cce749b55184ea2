"""What of `xllamacpp` is used, with a scripted endpoint in the place of the model."""

from __future__ import annotations

import json
from types import SimpleNamespace
from typing import Any

from tests.llm_endpoint import ScriptedEndpoint


class FakeLlama:
    """To stand in `sys.modules` under the library's name. A `Server` answers as the endpoint does."""

    def __init__(self, endpoint: ScriptedEndpoint) -> None:
        self.endpoint = endpoint
        self.loaded: list[Any] = []
        """The parameters of each server that was made."""
        self.memory_free = 1 << 62
        self.refuses: Exception | None = None
        """What making a server raises."""
        self.alive = 0
        """The servers that nobody has let go of."""
        fake = self

        class Server:
            def __init__(self, parameters: Any) -> None:
                if fake.refuses is not None:
                    raise fake.refuses
                fake.loaded.append(parameters)
                fake.alive += 1
                self.listening_address = fake.endpoint.url.removesuffix("/v1")

            def __del__(self) -> None:
                if hasattr(self, "listening_address"):
                    fake.alive -= 1

        self.Server = Server

    def CommonParams(self) -> SimpleNamespace:  # noqa: N802
        return SimpleNamespace(
            model=SimpleNamespace(path=""), cpuparams=SimpleNamespace(), cpuparams_batch=SimpleNamespace()
        )

    def get_device_info(self) -> list[dict[str, Any]]:
        return [{"name": "GPU0", "memory_free": self.memory_free}, {"name": "CPU", "memory_free": 0}]

    def json_schema_to_grammar(self, schema: dict[str, Any]) -> str:
        return json.dumps(schema)
