"""Structured logs: one event a line, JSON unless a person is watching."""

from __future__ import annotations

import logging
import secrets
import sys
from contextvars import ContextVar

import structlog

REQUEST_ID: ContextVar[str] = ContextVar("request_id")
"""The id of the request that is being answered; a plain variable, since binding one for each request costs too much."""


def new_request_id() -> str:
    """A name for one answer, by which whoever had it can ask about it."""
    return f"req_{secrets.token_hex(12)}"


def _add_request_id(
    logger: structlog.typing.WrappedLogger, name: str, event: structlog.typing.EventDict
) -> structlog.typing.EventDict:
    if request_id := REQUEST_ID.get(None):
        event["request_id"] = request_id
    return event


def configure_logs(level: str = "info") -> None:
    """Set up the process's logging. Task and request ids that are bound in the context appear in every line."""
    threshold = logging.getLevelNamesMapping().get(level.upper(), logging.INFO)
    renderer: structlog.typing.Processor = (
        structlog.dev.ConsoleRenderer(exception_formatter=structlog.dev.plain_traceback)
        if sys.stderr.isatty()
        else structlog.processors.JSONRenderer(ensure_ascii=False)
    )
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            _add_request_id,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.format_exc_info,
            renderer,
        ],
        wrapper_class=structlog.make_filtering_bound_logger(threshold),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
        cache_logger_on_first_use=True,
    )
