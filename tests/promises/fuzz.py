"""Requests that no sane client sends, made anew from one seed: for every route, in every part of a request."""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote_from_bytes

import msgspec

WORDS = (
    "画一只猫",
    "a cat",
    "加一顶帽子",
    "16:9",
    "auto",
    "url",
    "b64_json",
    "user",
    "system",
    "image_url",
    "text",
)
HOSTILE_TEXT = (
    "", " ", "\0", "\u2028", "\u202e", "\ufeff", "a" * 70_000, "\U0001f600" * 50, "../../etc/passwd", "%00", "%ff",
    "' OR 1=1 --", "${7*7}", "http://127.0.0.1:9/x.png", "https://[::1]/", "http://[", "data:image/png;base64,",
    "data:image/png;base64,AAAA", "data:,", "data:;base64,%%%", "file:///etc/passwd", "gen_", "task_", "```", "1:0",
    "0x0", "99999999999999999999x1", "１６：９", "-1", "NaN", "null", "true", "[]", "{}", "\ud800", "\udfff x", "é" * 300,
    "```\n{\"prompt\": \"x\", \"gen_id\": 3}\n```", "> ID: `task_x`\n", "\r\n\r\n", "9" * 400, "٣", "²",
)  # fmt: skip
HOSTILE_NUMBERS = (
    0, -1, 1, 2, 8, 9, 64, 2**31, 2**53 + 1, 2**63, 2**64, -(2**63) - 1, 10**400, 0.5, -0.0, 1e308, float("inf"),
    float("-inf"), float("nan"),
)  # fmt: skip
TYPES = (
    "application/json", "application/json; charset=utf-16", "application/jsonx", "APPLICATION/JSON", "text/plain",
    "multipart/form-data", "multipart/form-data; boundary=", "multipart/form-data; boundary=x", "application/xml", "",
    "application/json, text/html", "multipart/form-data; boundary=" + "x" * 300,
)  # fmt: skip
QUERIES = (
    "limit", "after", "before", "state", "direction", "order", "purpose", "stream", "n", "starting_after", "q", "since",
)  # fmt: skip


@dataclass
class Hostile:
    """One request. The target is as it is written; no header is left out of `headers` but the length."""

    method: str
    target: bytes
    headers: list[tuple[bytes, bytes]] = field(default_factory=list)
    body: bytes = b""


def field_names(root: str = "paintover.api") -> list[str]:
    """Every name that a structure of the API has a field for."""
    names: set[str] = set()
    left: list[type[msgspec.Struct]] = [msgspec.Struct]
    while left:
        for kind in left.pop().__subclasses__():
            left.append(kind)
            if kind.__module__.startswith(root):
                names.update(kind.__struct_encode_fields__)
    return sorted(
        names | {"prompt", "image", "mask", "role", "content", "type", "image_url", "url", "input", "tools"}
    )


class Fuzzer:
    """Makes requests to `routes`, each a method and a path with parameters in braces; `known` holds ids that exist."""

    def __init__(self, routes: Sequence[tuple[str, str]], known: Sequence[str], seed: int) -> None:
        self._chance = random.Random(seed)
        self._routes = list(routes)
        self._writing = [route for route in routes if route[0] in ("POST", "PUT", "PATCH")]
        self._known = list(known)
        self._names = field_names()

    def request(self) -> Hostile:
        """The next one."""
        chance = self._chance
        method, path = chance.choice(
            self._writing if self._writing and chance.random() < 0.7 else self._routes
        )
        headers, body = self._body()
        return Hostile(method, self._target(path), [*headers, *self._headers()], body)

    def _target(self, path: str) -> bytes:
        written = []
        for part in path.split("/"):
            if part.startswith("{"):
                written.append(self._segment())
            else:
                written.append(part.encode())
        target = b"/".join(written)
        if self._chance.random() < 0.4:
            pairs = [
                self._chance.choice(QUERIES).encode() + b"=" + self._segment()
                for _ in range(self._chance.randrange(1, 4))
            ]
            target += b"?" + b"&".join(pairs)
        return target

    def _segment(self) -> bytes:
        """One part of a path, or one value of a query."""
        if self._chance.random() < 0.4:
            return self._chance.choice(self._known).encode()
        if self._chance.random() < 0.3:
            return quote_from_bytes(self._chance.randbytes(self._chance.randrange(1, 30)), safe="").encode()
        text = self._chance.choice(HOSTILE_TEXT)[:2_000]
        return quote_from_bytes(text.encode("utf-8", "surrogatepass"), safe="").encode()

    def _headers(self) -> list[tuple[bytes, bytes]]:
        chance, made = self._chance, []
        for name in (
            "idempotency-key",
            "accept",
            "last-event-id",
            "range",
            "if-none-match",
            "if-match",
            "authorization",
        ):
            if chance.random() < 0.08:
                text = chance.choice(
                    (*HOSTILE_TEXT, "application/json", "bytes=5-1", "bytes=99999999-", "Bearer x")
                )
                sent = text.encode("utf-8", "surrogatepass")[:3_000]
                made.append((name.encode(), bytes(byte for byte in sent if byte >= 32 and byte != 127)))
        if chance.random() < 0.05:
            made.append(
                (b"origin", chance.choice((b"null", b"http://[", b"https://evil.example", b"//", b"\xff")))
            )
        return made

    def _body(self) -> tuple[list[tuple[bytes, bytes]], bytes]:
        makers: list[Callable[[], bytes]] = [
            self._garbage, self._mangled, self._mangled, self._wrong, self._wrong, self._wrong, self._nearly_right,
            self._nearly_right, self._nearly_right, self._deep, self._torn_text,
        ]  # fmt: skip
        chance = self._chance
        if chance.random() < 0.12:
            return [(b"content-type", b"multipart/form-data; boundary=edge")], self._form()
        kind = chance.choice(TYPES) if chance.random() < 0.06 else "application/json"
        return [(b"content-type", kind.encode())], chance.choice(makers)()

    def _right(self) -> dict[str, Any]:
        """A request that one route or the other would take."""
        said = self._chance.choice(WORDS)
        return self._chance.choice(
            [
                {"model": "paintover", "messages": [{"role": "user", "content": said}], "stream": True},
                {
                    "messages": [
                        {"role": "user", "content": "画一只猫"},
                        {"role": "assistant", "content": f"> gen_id: `{self._chance.choice(self._known)}`"},
                        {"role": "user", "content": [{"type": "text", "text": said}]},
                    ],
                    "n": 2,
                    "background": True,
                },
                {"model": "paintover", "prompt": said, "n": 1, "size": "1024x1024"},
                {"prompt": said, "image": self._chance.choice(self._known), "response_format": "url"},
                {
                    "input": [
                        {"role": "user", "content": [{"type": "input_text", "text": said}]},
                        {"type": "image_generation_call", "id": self._chance.choice(self._known)},
                    ],
                    "tools": [{"type": "image_generation", "size": "1024x1024", "partial_images": 1}],
                    "previous_response_id": self._chance.choice((None, *self._known)),
                    "stream": self._chance.random() < 0.5,
                },
            ]
        )

    def _garbage(self) -> bytes:
        return self._chance.randbytes(self._chance.randrange(200))

    def _mangled(self) -> bytes:
        """A right body, with some bytes turned, cut out or doubled."""
        body = bytearray(json.dumps(self._right(), ensure_ascii=self._chance.random() < 0.5).encode())
        for _ in range(self._chance.randrange(1, 6)):
            place = self._chance.randrange(len(body))
            match self._chance.randrange(4):
                case 0:
                    body[place] = self._chance.randrange(256)
                case 1:
                    del body[place : place + self._chance.randrange(1, 5)]
                case 2:
                    body[place:place] = self._chance.choice(
                        (b"\x00", b"\xff\xfe", b"\xed\xa0\x80", b"\\ud800", b"[", b'"')
                    )
                case _:
                    body[place:place] = body[: self._chance.randrange(20)]
            if not body:
                break
        return bytes(body)

    def _wrong(self) -> bytes:
        """Known names with any values at all."""
        names = self._chance.sample(self._names, k=min(len(self._names), self._chance.randrange(1, 8)))
        return self._written({name: self._value(3) for name in names})

    def _nearly_right(self) -> bytes:
        """A right body with one or two values exchanged, at any depth, or with a field more."""
        body = self._right()
        for _ in range(self._chance.randrange(1, 3)):
            self._exchange(body)
        if self._chance.random() < 0.5:
            body[self._chance.choice(self._names)] = self._value(2)
        return self._written(body)

    def _exchange(self, inside: Any) -> None:
        keys: list[Any] = list(inside) if isinstance(inside, dict) else list(range(len(inside)))
        if not keys:
            return
        key = self._chance.choice(keys)
        if isinstance(inside[key], (dict, list)) and self._chance.random() < 0.7:
            self._exchange(inside[key])
        else:
            inside[key] = self._value(2)

    def _deep(self) -> bytes:
        depth = self._chance.choice((50, 500, 5_000, 50_000))
        opened, closed = self._chance.choice(((b"[", b"]"), (b'{"a":', b"}"), (b'{"messages":[', b"]}")))
        core = opened * depth + b"1" + closed * (depth if self._chance.random() < 0.7 else 0)
        if self._chance.random() < 0.5:
            return core
        name = self._chance.choice(self._names).encode()
        return b'{"messages": [{"role": "user", "content": "a cat"}], "prompt": "a cat", "%s": %s}' % (
            name,
            core,
        )

    def _torn_text(self) -> bytes:
        """Text in other encodings, with marks at its beginning, with names that stand twice."""
        text = json.dumps(self._right())
        match self._chance.randrange(4):
            case 0:
                return text.encode(self._chance.choice(("utf-16", "utf-32", "utf-7", "utf-8-sig")))
            case 1:
                return text.replace("{", '{"n": 1, "n": "x", ', 1).encode()
            case 2:
                return text.encode() * 2
            case _:
                return text.replace('"', "'").encode()

    def _form(self) -> bytes:
        parts = []
        for _ in range(self._chance.randrange(5)):
            name = self._chance.choice(self._names)
            value = self._chance.choice(
                (b"1", b"a cat", b"\xff\x00", b"\x89PNG\r\n\x1a\n" + b"\0" * 40, b"x" * 70_000)
            )
            file = self._chance.choice(("", '; filename="a.png"', '; filename="../../x"', "; filename="))
            head = f'Content-Disposition: form-data; name="{name}"{file}\r\n\r\n'
            parts.append(b"--edge\r\n" + head.encode() + value + b"\r\n")
        body = b"".join(parts) + b"--edge--\r\n"
        return body if self._chance.random() < 0.6 else body[: self._chance.randrange(len(body))]

    def _value(self, depth: int) -> Any:
        chance = self._chance
        match chance.randrange(9 if depth else 5):
            case 0:
                return chance.choice(HOSTILE_NUMBERS)
            case 1 | 2:
                return chance.choice(HOSTILE_TEXT)
            case 3:
                return chance.choice((None, True, False, chance.choice(self._known)))
            case 4:
                return chance.choice(WORDS)
            case 5 | 6:
                return [self._value(depth - 1) for _ in range(chance.randrange(4))]
            case 7:
                return {
                    chance.choice(self._names): self._value(depth - 1) for _ in range(chance.randrange(4))
                }
            case _:
                return {
                    "type": chance.choice(WORDS),
                    "text": self._value(depth - 1),
                    "image_url": self._value(depth - 1),
                }

    def _written(self, value: Any) -> bytes:
        """JSON as Python's own module writes it: with NaN, and with surrogates as escapes, or as bytes that are no UTF-8."""
        if self._chance.random() < 0.7:
            return json.dumps(value).encode()
        return json.dumps(value, ensure_ascii=False).encode("utf-8", "surrogatepass")
