"""One endpoint that speaks OpenAI's chat completions, asked for one call of one tool.

Endpoints differ in what they take, so there are several ways to ask: a tool, or an answer in a JSON schema, each with the
older or the newer names of the sampling parameters. The first way that works is kept. Nothing that an endpoint says, and
never the key, is logged or told: only which trouble it was.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final

import httpx2
import msgspec
import openai

from paintover.domain.call import Trouble

MAX_BYTES: Final = 256 * 1024
"""The largest answer that is read; one call takes less than a hundredth of it."""
MAX_ANSWER_TOKENS: Final = 800
MOST_TOKENS: Final = 10_000_000
"""More than that for one call is a mistake."""
LONGEST_REST_S: Final = 300.0
"""What an endpoint's Retry-After is believed at most."""
TOOL_NAME: Final = "call"

Form = Callable[[Mapping[str, object]], dict[str, Any]]
"""From the JSON schema of the arguments to the fields of a request that ask for them."""

_OLDER: Final[dict[str, Any]] = {"temperature": 0, "max_tokens": MAX_ANSWER_TOKENS}
_NEWER: Final[dict[str, Any]] = {"max_completion_tokens": 4 * MAX_ANSWER_TOKENS}
"""Reasoning models take no temperature, and think on the same account."""
_MAY_LIKE_ANOTHER_WAY: Final = frozenset({400, 422, 501})
_LIMITED: Final = 429
_LOCKED: Final = frozenset({401, 403})
_BROKEN: Final = 500


class UnansweredError(Exception):
    """The model gave no call that could be used."""

    def __init__(self, trouble: Trouble, *, retry_after_s: float | None = None) -> None:
        super().__init__(trouble)
        self.trouble: Trouble = trouble
        self.tokens = 0
        """What was spent on it, as far as it is known."""
        self.retry_after_s = retry_after_s


class OversizedError(httpx2.ReadError):
    """An answer has more bytes than allowed, or is packed, so that nobody knows how many."""


class _Function(msgspec.Struct):
    arguments: Any = None
    name: str = ""


class _ToolCall(msgspec.Struct):
    function: _Function


class _Message(msgspec.Struct):
    content: Any = None
    refusal: str | None = None
    tool_calls: list[_ToolCall] | None = None


class _Choice(msgspec.Struct):
    message: _Message
    finish_reason: str | None = None


class _Completion(msgspec.Struct):
    choices: list[_Choice]
    usage: Any = None


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back: the arguments of the tool, or text that should be them."""

    text: str
    is_call: bool
    tokens: int = 0


@dataclass(frozen=True, slots=True)
class Said:
    """What a model said, as text that should be the arguments' JSON."""

    text: str
    tokens: int = 0
    """What it has read and written for that, as far as its endpoint tells."""


class Endpoint:
    """Asks one model. Made once; used by many requests at a time."""

    def __init__(
        self,
        *,
        url: str,
        model: str,
        key: str = "",
        max_bytes: int = MAX_BYTES,
        form: Form | None = None,
    ) -> None:
        """`url` is the base that ends in ``/v1`` or the like. The key goes nowhere but into the Authorization header.
        `form` is the one way to ask, where it is known; else the usual ones are tried."""
        # Proxies of the environment would get around the bound.
        http = httpx2.AsyncClient(
            transport=_Bounded(max_bytes), trust_env=False, follow_redirects=False, timeout=None
        )
        self._client = openai.AsyncOpenAI(
            base_url=url, api_key=key or "none", max_retries=0, timeout=None, http_client=http
        )
        # The client takes these from the environment, which is not about this endpoint.
        self._client.organization = self._client.project = self._client.admin_api_key = None
        self._model = model
        self._ways = _WAYS if form is None else (_Way(form, _OLDER),)
        self._way = self._ways[0]

    async def ask(self, instructions: str, request: str, arguments: Mapping[str, object]) -> Said:
        """The JSON text of the tool's arguments, as the model wrote it; `arguments` is their JSON schema.

        Waits as long as it takes: the deadline is the caller's.

        Raises:
            UnansweredError: there is none.
        """
        messages = [{"role": "system", "content": instructions}, {"role": "user", "content": request}]
        rejected: UnansweredError | None = None
        tokens = 0
        for way in (self._way, *(other for other in self._ways if other is not self._way)):
            try:
                answer = await self._asked(way, messages, arguments)
            except _OtherWayError:
                rejected = UnansweredError("rejected")
                continue
            tokens += answer.tokens
            if not answer.is_call and way.form is _as_tool:
                # It took the tool and did not use it: some servers pass tools over.
                rejected = UnansweredError("unreadable")
                if "{" not in answer.text:
                    continue
            self._way = way
            return Said(answer.text, tokens)
        rejected = rejected or UnansweredError("rejected")
        rejected.tokens = tokens
        raise rejected

    async def _asked(
        self, way: _Way, messages: list[dict[str, str]], arguments: Mapping[str, object]
    ) -> Answer:
        completions: Any = self._client.chat.completions.with_raw_response
        try:
            response = await completions.create(
                model=self._model, messages=messages, **way.form(arguments), **way.sampling
            )
        except openai.APIStatusError as exc:
            raise _of_status(exc) from None
        except openai.APIConnectionError as exc:
            oversized = isinstance(exc.__cause__, OversizedError)
            raise UnansweredError("oversized" if oversized else "unreachable") from None
        except openai.OpenAIError:
            raise UnansweredError("unreadable") from None
        return _answer_in(response.content)

    async def aclose(self) -> None:
        """Close its connections."""
        await self._client.close()


class _OtherWayError(Exception):
    """The endpoint does not take this way of asking."""


def _as_tool(arguments: Mapping[str, object]) -> dict[str, Any]:
    tool = {"name": TOOL_NAME, "description": "The call that the request comes to.", "parameters": arguments}
    return {
        "tools": [{"type": "function", "function": tool}],
        "tool_choice": {"type": "function", "function": {"name": TOOL_NAME}},
    }


def as_schema(arguments: Mapping[str, object]) -> dict[str, Any]:
    """A `Form` that asks for an answer in the schema."""
    return {
        "response_format": {"type": "json_schema", "json_schema": {"name": TOOL_NAME, "schema": arguments}}
    }


@dataclass(frozen=True, slots=True)
class _Way:
    form: Form
    sampling: dict[str, Any]


_WAYS: Final = tuple(_Way(form, sampling) for sampling in (_OLDER, _NEWER) for form in (_as_tool, as_schema))


def _of_status(exc: openai.APIStatusError) -> Exception:
    status = exc.status_code
    if status in _MAY_LIKE_ANOTHER_WAY:
        return _OtherWayError()
    if status == _LIMITED:
        return UnansweredError("limited", retry_after_s=_seconds(exc.response.headers.get("retry-after")))
    if status in _LOCKED:
        return UnansweredError("locked")
    return UnansweredError("broken" if status >= _BROKEN else "rejected")


def _seconds(text: str | None) -> float | None:
    if text is None or not text.isascii() or not text.isdecimal():
        return None
    return min(float(text[:6]), LONGEST_REST_S)


def _answer_in(body: bytes) -> Answer:
    """The first choice's call, else its text.

    Raises:
        UnansweredError: there is neither, or the model refused.
    """
    try:
        completion = msgspec.json.decode(body, type=_Completion)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        raise UnansweredError("unreadable") from None
    if not completion.choices:
        raise UnansweredError("unreadable")
    choice, tokens = completion.choices[0], _total(completion.usage)
    message = choice.message
    if message.tool_calls:
        return Answer(_text(message.tool_calls[0].function.arguments), is_call=True, tokens=tokens)
    if message.refusal or choice.finish_reason == "content_filter":
        refused = UnansweredError("refused")
        refused.tokens = tokens
        raise refused
    return Answer(_text(message.content), is_call=False, tokens=tokens)


def _total(usage: Any) -> int:
    """The tokens that an endpoint says it has used; 0 where it says nothing that makes sense."""
    if not isinstance(usage, dict):
        return 0
    parts = [usage.get(name) for name in ("prompt_tokens", "completion_tokens")]
    return sum(part for part in parts if type(part) is int and 0 <= part <= MOST_TOKENS)


def _text(said: Any) -> str:
    """Arguments and content are text; some servers send an object, or parts of text."""
    if isinstance(said, str):
        return said
    if isinstance(said, list):
        return "".join(str(part.get("text", "")) for part in said if isinstance(part, dict))
    return "" if said is None else msgspec.json.encode(said).decode()


class _Bounded(httpx2.AsyncBaseTransport):
    """Reads no more of an answer than allowed, whatever its status."""

    def __init__(self, max_bytes: int) -> None:
        self._inner = httpx2.AsyncHTTPTransport(trust_env=False)
        self._max_bytes = max_bytes

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        request.headers["accept-encoding"] = "identity"
        response = await self._inner.handle_async_request(request)
        if response.headers.get("content-encoding", "identity").lower() != "identity":
            await response.aclose()
            raise OversizedError("The answer is packed.", request=request)
        assert isinstance(response.stream, httpx2.AsyncByteStream)
        response.stream = _BoundedStream(response.stream, self._max_bytes, request)
        return response

    async def aclose(self) -> None:
        await self._inner.aclose()


class _BoundedStream(httpx2.AsyncByteStream):
    def __init__(self, inner: httpx2.AsyncByteStream, max_bytes: int, request: httpx2.Request) -> None:
        self._inner = inner
        self._left = max_bytes
        self._request = request

    async def __aiter__(self) -> AsyncIterator[bytes]:
        async for chunk in self._inner:
            self._left -= len(chunk)
            if self._left < 0:
                raise OversizedError("The answer is too large.", request=self._request)
            yield chunk

    async def aclose(self) -> None:
        await self._inner.aclose()
