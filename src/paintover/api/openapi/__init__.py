"""What the server answers, described: `GET /openapi.json` (OpenAPI 3.2) and, to be read, `GET /docs`.

`schemas` holds the shapes of bodies, most of them made from the structures that read and write those; `paths` says what
each route takes and answers; `document` joins them; `page` writes them as HTML. Tests hold all of it against the routes
and against real answers.
"""

from __future__ import annotations

from paintover.api.openapi.document import document
from paintover.api.openapi.surface import routes

__all__ = ["document", "routes"]
