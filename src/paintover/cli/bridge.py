"""Between the standard streams of a program that starts tools as processes and a server's `/mcp`: every message of the
Model Context Protocol is passed on as it is, by the official SDK's own transports for both sides. Imported by
`paintover mcp` alone, since the SDK takes a second.
"""

from __future__ import annotations

import logging

import anyio
import httpx2
import mcp_types as types
import msgspec
from mcp.client.streamable_http import streamable_http_client
from mcp.server.stdio import stdio_server
from mcp.shared.inbound import (
    MCP_METHOD_HEADER,
    MCP_NAME_HEADER,
    MCP_PROTOCOL_VERSION_HEADER,
    NAME_BEARING_METHODS,
    encode_header_value,
)
from mcp.shared.message import ClientMessageMetadata, SessionMessage

SILENCE_S = 60.0
"""A connection that says nothing for so long is broken; a server sends a comment far more often."""
_PARSE_ERROR = types.JSONRPCError(
    jsonrpc="2.0", id=None, error=types.ErrorData(code=types.PARSE_ERROR, message="This line is no message.")
)
_VERSION = "protocolVersion"
logging.getLogger("mcp").setLevel(logging.CRITICAL)


async def bridge(url: str, key: str) -> None:
    """Pass messages between standard input and output and the server at `url`, until the input ends."""
    transport = _TellingTransport(trust_env=False)
    headers = {"Authorization": f"Bearer {key}"} if key else {}
    timeout = httpx2.Timeout(30.0, read=SILENCE_S)
    async with (
        httpx2.AsyncClient(transport=transport, headers=headers, timeout=timeout) as http,
        stdio_server() as (said, saying),
        # It writes until its streams are closed.
        said,
        saying,
        streamable_http_client(f"{url.rstrip('/')}/mcp", http_client=http, max_sse_event_size=None) as (
            heard,
            asking,
        ),
        anyio.create_task_group() as group,
    ):
        stamps = _Stamps()

        async def answers() -> None:
            async for message in heard:
                if isinstance(message, SessionMessage):
                    stamps.learn(message.message)
                    await saying.send(SessionMessage(message.message))

        group.start_soon(answers)
        async for message in said:
            if isinstance(message, SessionMessage):
                await asking.send(stamps.stamped(message.message))
            else:
                await saying.send(SessionMessage(_PARSE_ERROR))
        group.cancel_scope.cancel()


class _Stamps:
    """The headers that HTTP wants beside a message: by its own envelope (from revision 2026-07-28 on), or by the version
    that was agreed on when the session began."""

    def __init__(self) -> None:
        self._agreed: str | None = None
        self._opening: types.RequestId | None = None

    def stamped(self, message: types.JSONRPCMessage) -> SessionMessage:
        """A message of the client's, with its headers."""
        headers: dict[str, str] = {}
        if isinstance(message, types.JSONRPCRequest):
            if message.method == "initialize":
                self._opening, self._agreed = message.id, None
            headers = _envelope_headers(message)
        if not headers and self._agreed is not None:
            headers = {MCP_PROTOCOL_VERSION_HEADER: self._agreed}
        return SessionMessage(message, ClientMessageMetadata(headers=headers or None))

    def learn(self, message: types.JSONRPCMessage) -> None:
        """Keep the version that the server agrees to."""
        if isinstance(message, types.JSONRPCResponse) and message.id == self._opening:
            version = message.result.get(_VERSION)
            self._opening, self._agreed = None, version if isinstance(version, str) else None


def _envelope_headers(message: types.JSONRPCRequest) -> dict[str, str]:
    params = message.params or {}
    version = (params.get("_meta") or {}).get(types.PROTOCOL_VERSION_META_KEY)
    if not isinstance(version, str):
        return {}
    headers = {MCP_PROTOCOL_VERSION_HEADER: version, MCP_METHOD_HEADER: message.method}
    field = NAME_BEARING_METHODS.get(message.method)
    if field is not None and isinstance(name := params.get(field), str):
        headers[MCP_NAME_HEADER] = encode_header_value(name)
    return headers


class _TellingTransport(httpx2.AsyncHTTPTransport):
    """Turns what is no message of the protocol into one that says what to do: a server that has gone, and its door's
    refusals."""

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        try:
            response = await super().handle_async_request(request)
        except httpx2.TransportError as exc:
            return _refusal(
                503, f"The server cannot be reached any more: {exc}. Start it, then connect again."
            )
        if response.status_code < 400:
            return response
        body = await response.aread()
        await response.aclose()
        try:
            told = msgspec.json.decode(body)
            if "jsonrpc" in told:
                return httpx2.Response(response.status_code, headers=response.headers, content=body)
            message = str(told["error"]["message"])
        except (msgspec.DecodeError, KeyError, TypeError):
            message = body.decode("utf-8", "replace")[:500] or "The server says no."
        return _refusal(response.status_code, message)


def _refusal(status: int, message: str) -> httpx2.Response:
    error = {"jsonrpc": "2.0", "id": None, "error": {"code": types.INTERNAL_ERROR, "message": message}}
    return httpx2.Response(
        status, headers={"content-type": "application/json"}, content=msgspec.json.encode(error)
    )
