"""The Images API (OpenAI): `POST /v1/images/generations`, and what belongs to it.

`wire` reads requests, `answer` tells a task in the API's words, `relay` in those of the services that resell it, and
`surface` joins them.
"""

from __future__ import annotations

from paintover.api.images.surface import Images, ImagesSettings

__all__ = ["Images", "ImagesSettings"]
