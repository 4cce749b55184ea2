"""The description as a page: HTML without a script, in the page's own type, from its own style sheet."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from html import escape
from typing import Any

from paintover.api.openapi.document import TAGS

_CODE = re.compile(r"`([^`]+)`")
_STRONG = re.compile(r"\*\*([^*]+)\*\*")


def page_of(described: Mapping[str, Any]) -> str:
    """A whole document of HTML. Every word of the description is escaped."""
    by_tag: dict[str, list[str]] = defaultdict(list)
    shared = described["components"]["responses"]
    for path, methods in described["paths"].items():
        for method, operation in methods.items():
            by_tag[operation["tags"][0]].append(_operation(path, method, operation, shared))
    info = described["info"]
    chapters = "".join(
        f'<section id="{_anchor(tag)}"><h2>{escape(tag)}</h2><p>{_words(meaning)}</p>{"".join(by_tag[tag])}</section>'
        for tag, meaning in TAGS.items()
    )
    shapes = "".join(
        f'<details id="{escape(name)}"><summary><code>{escape(name)}</code></summary>{_json(schema)}</details>'
        for name, schema in described["components"]["schemas"].items()
    )
    links = "".join(f'<a href="#{_anchor(tag)}">{escape(tag)}</a>' for tag in [*TAGS, "Shapes"])
    about = "".join(f"<p>{_words(part)}</p>" for part in info["description"].split("\n\n"))
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        '<meta name="color-scheme" content="light dark">'
        f"<title>{escape(info['title'])}: the API</title>"
        '<link rel="icon" href="/favicon.ico" type="image/svg+xml">'
        '<link rel="stylesheet" href="/static/docs/docs.css"></head><body>'
        f"<header><h1>{escape(info['title'])} {escape(info['version'])}</h1>"
        f'<nav aria-label="Chapters">{links}<a href="/openapi.json">openapi.json</a></nav></header>'
        f"<main>{about}{chapters}"
        f'<section id="{_anchor("Shapes")}"><h2>Shapes</h2><p>The bodies that are named above.</p>{shapes}</section></main></body></html>'
    )


def _operation(path: str, method: str, operation: Mapping[str, Any], shared: Mapping[str, Any]) -> str:
    parts = [f"<p>{_words(operation['description'])}</p>"]
    if operation.get("parameters"):
        rows = (
            (
                f"<code>{escape(one['name'])}</code>",
                escape(one["in"]),
                _kind(one["schema"]),
                _words(one["description"]),
            )
            for one in operation["parameters"]
        )
        parts.append(_table(("parameter", "in", "kind", "meaning"), rows))
    if "requestBody" in operation:
        taken = (
            (f"<code>{escape(kind)}</code>", _kind(body["schema"]))
            for kind, body in _bodies(operation["requestBody"])
        )
        parts.append(_table(("body", "kind"), taken))
    parts.append(_table(("answer", "body", "meaning"), _answers(operation["responses"], shared)))
    return (
        f'<details id="{escape(operation["operationId"])}"><summary><b class="{method}">{method.upper()}</b> '
        f"<code>{escape(path)}</code> <span>{escape(operation['summary'])}</span></summary>{''.join(parts)}</details>"
    )


def _answers(responses: Mapping[str, Any], shared: Mapping[str, Any]) -> Iterable[tuple[str, ...]]:
    for status, response in responses.items():
        if "$ref" in response:
            meaning = shared[response["$ref"].rpartition("/")[2]]["description"]
            yield (status, '<a href="#Error">Error</a>', _words(meaning))
        else:
            kinds = "<br>".join(
                f"<code>{escape(kind)}</code> {_kind(body.get('schema', body.get('itemSchema')))}"
                for kind, body in _bodies(response)
            )
            yield (status, kinds, _words(response["description"]))


def _bodies(holder: Mapping[str, Any]) -> Iterable[tuple[str, Any]]:
    content: dict[str, Any] = holder.get("content", {})
    return content.items()


def _kind(schema: Mapping[str, Any]) -> str:
    """A schema in a word or two."""
    if "$ref" in schema:
        name = escape(schema["$ref"].rpartition("/")[2])
        return f'<a href="#{name}">{name}</a>'
    if "anyOf" in schema:
        return " or ".join(map(_kind, schema["anyOf"]))
    if "enum" in schema:
        return " ".join(f"<code>{escape(str(value))}</code>" for value in schema["enum"])
    return _words(schema.get("description") or schema.get("type", ""))


def _table(heads: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    """Cells are HTML already."""
    head = "".join(f'<th scope="col">{escape(one)}</th>' for one in heads)
    body = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def _json(schema: Any) -> str:
    return f"<pre>{escape(json.dumps(schema, indent=2, ensure_ascii=False))}</pre>"


def _words(text: str) -> str:
    """Words with code and emphasis in Markdown's spelling."""
    return _STRONG.sub(r"<strong>\1</strong>", _CODE.sub(r"<code>\1</code>", escape(text)))


def _anchor(tag: str) -> str:
    return "chapter-" + escape(tag.lower())
