"""The Responses API (OpenAI) with its image generation tool: `POST /v1/responses`, and what belongs to it.

`wire` reads requests and shapes answers, `names` are the ids of items, `items` makes a conversation of what a request
brings in and goes on from, `answer` tells the tasks in the API's words, and `surface` joins them.
"""

from __future__ import annotations

from paintover.api.responses.answer import ResponsesSettings
from paintover.api.responses.surface import ResponsesRoutes

__all__ = ["ResponsesRoutes", "ResponsesSettings"]
