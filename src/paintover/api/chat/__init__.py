"""`POST /v1/chat/completions`, the surface that the project is about.

`wire` reads requests and writes chunks, `answer` tells a task in the words of the transcript, `surface` joins them.
"""

from __future__ import annotations

from paintover.api.chat.answer import ChatSettings
from paintover.api.chat.surface import Chat
from paintover.api.chat.wire import ChatRequest, asked_wishes, read_chat_request

__all__ = ["Chat", "ChatRequest", "ChatSettings", "asked_wishes", "read_chat_request"]
