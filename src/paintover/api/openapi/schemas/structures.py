"""The structures that read and write bodies, of which most shapes are made."""

from __future__ import annotations

from typing import Any

import msgspec

from paintover.api.chat.fields import FieldsBody
from paintover.api.chat.wire import ChatRequest
from paintover.api.conversations import (
    ConversationBody,
    ConversationChange,
    ConversationItem,
    ConversationListBody,
    TurnFields,
)
from paintover.api.generations import (
    DeletedPicture,
    DependentsBody,
    GenerationBody,
    GenerationItem,
    LineageBody,
    ListBody,
    Marks,
)
from paintover.api.images.wire import ImagesBody
from paintover.api.keys import KeyRequest
from paintover.api.models import ModelList
from paintover.api.openapi.schemas import chat, images, responses
from paintover.api.openapi.schemas.fields import with_meanings
from paintover.api.openapi.schemas.shapes import Schema, ref
from paintover.api.responses.wire import (
    CreateBody,
    DeletedBody,
    ImageCallItem,
    ImageTool,
    ItemListBody,
    MessageItem,
)
from paintover.api.shares import ShareItem, ShareListBody, ShareRequest
from paintover.domain.call import Evidence

_STRUCTURES: tuple[Any, ...] = (
    *(ChatRequest, FieldsBody, ImagesBody, KeyRequest, Marks, ModelList, Evidence),
    *(DependentsBody, DeletedPicture, GenerationItem, GenerationBody, LineageBody, ListBody),
    *(CreateBody, ImageTool, responses.RESPONSE, ImageCallItem, MessageItem, DeletedBody, ItemListBody),
    *(ConversationChange, ConversationItem, ConversationBody, ConversationListBody, TurnFields),
    *(ShareRequest, ShareItem, ShareListBody),
)
_ANSWERED = (
    *(
        "DependentsBody",
        "DeletedPicture",
        "GenerationItem",
        "GenerationBody",
        "LineageBody",
        "ListBody",
        "EdgeBody",
        "ModelList",
        "ModelItem",
        "ModelCapabilities",
        "ResponseBody",
        "ImageCallItem",
    ),
    *("MessageItem", "OutputText", "ItemError", "ErrorFields", "IncompleteFields", "UsageFields"),
    *("InputDetails", "OutputDetails", "DeletedBody", "ItemListBody"),
    *("ConversationItem", "ConversationBody", "ConversationListBody", "ShareItem", "ShareListBody"),
)
"""Structures that are only written: their fields are always all there, and there are no others."""


def shapes() -> dict[str, Schema]:
    """Their shapes, by name, and those of the requests that are read in several ways."""
    _, made = msgspec.json.schema_components(_STRUCTURES, ref_template="#/components/schemas/{name}")
    read = made.pop("ImagesBody")
    made["ChatRequest"] = chat.request(made["ChatRequest"], made.pop("FieldsBody")["properties"])
    made["CreateBody"] = responses.request(made["CreateBody"])
    made["ResponseBody"] = responses.answer(made["ResponseBody"])
    made["ImageTool"]["properties"] = with_meanings(made["ImageTool"]["properties"])
    # A set's order differs from one start to the next, and with it the description's ETag would.
    made["KeyRequest"]["properties"]["scopes"]["default"].sort()
    for name in ("ConversationChange", "ConversationBody"):
        made[name]["properties"]["turns"]["items"] = ref("TurnFields")
    for name in _ANSWERED:
        made[name] |= {"additionalProperties": False, "required": list(made[name]["properties"])}
    return {**made, **images.requests(read)}
