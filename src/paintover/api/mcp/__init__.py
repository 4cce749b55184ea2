"""The Model Context Protocol at `/mcp` (streamable HTTP), for programs whose language model uses tools.

`wire` says what the tools take and answer, `tools` does it over the same tasks and generations as every other surface,
`recall` finds the picture that words point at, `server` speaks the protocol with the official SDK, and `surface` opens
the door. The SDK takes a second to import, so `server` is imported by the first request that needs it.
"""

from __future__ import annotations

from paintover.api.mcp.surface import Mcp, McpSessions

__all__ = ["Mcp", "McpSessions"]
