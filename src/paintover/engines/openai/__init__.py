"""Any OpenAI-compatible server as an engine, through the official SDK.

`options` says what can be set and what is known of vendors; `images`, `chat` and `responses` each speak one dialect;
`client` bounds what a server may send; `failures` makes our errors of theirs; `engine` puts it together.
"""

from paintover.engines.openai.engine import OpenAIEngine, build

__all__ = ["OpenAIEngine", "build"]
