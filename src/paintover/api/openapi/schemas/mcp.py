"""The Model Context Protocol."""

from __future__ import annotations

from paintover.api.openapi.schemas.shapes import ANYTHING, TEXT, WHOLE, Schema


def shapes() -> dict[str, Schema]:
    """Its shapes, by name."""
    return {
        "RpcMessage": {
            "type": "object",
            "description": "A message of the Model Context Protocol: JSON-RPC 2.0.",
            "properties": {
                "jsonrpc": {"const": "2.0"},
                "id": {"type": ["string", "integer", "null"]},
                "method": TEXT,
                "params": {"type": "object"},
            },
            "required": ["jsonrpc"],
        },
        "RpcError": {
            "type": "object",
            "description": "An error of JSON-RPC 2.0.",
            "properties": {
                "jsonrpc": {"const": "2.0"},
                "id": {"type": ["string", "integer", "null"]},
                "error": {
                    "type": "object",
                    "properties": {"code": WHOLE, "message": TEXT, "data": ANYTHING},
                    "required": ["code", "message"],
                },
            },
            "required": ["jsonrpc", "error"],
        },
    }
