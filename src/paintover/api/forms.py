"""Bodies of `multipart/form-data` (RFC 7578): fields and files, all in memory, since the door bounds the body."""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Iterable
from dataclasses import dataclass, field

from python_multipart.exceptions import FormParserError
from python_multipart.multipart import Field, File, FormParser, parse_options_header

from paintover.domain.errors import BadRequest

# What is wrong with a form is told to whoever sent it.
logging.getLogger("python_multipart").setLevel(logging.CRITICAL)

MAX_PARTS = 128
"""The most fields and files of one form."""
MAX_FIELD_BYTES = 256 * 1024
"""The longest field that is no file; a prompt of 32,000 letters of any script fits."""


@dataclass(frozen=True, slots=True)
class SentFile:
    """A file within a form. Its name and its type are claims of whoever sent it."""

    name: str
    content: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Form:
    """A form's fields and files by name, each with all that was sent under it, in order."""

    fields: dict[str, list[str]]
    files: dict[str, list[SentFile]]

    def digest(self) -> str:
        """SHA-256 over everything in the form, hexadecimal: the same for the same form, whatever its boundary is."""
        digest = hashlib.sha256()
        for name in sorted(self.fields):
            _add(digest, name, *self.fields[name])
        for name in sorted(self.files):
            _add(digest, name, *(hashlib.sha256(file.content).hexdigest() for file in self.files[name]))
        return digest.hexdigest()


def is_form(content_type: str) -> bool:
    """Whether a request with that Content-Type holds a form."""
    return content_type.lower().startswith("multipart/form-data")


def read_form(body: bytes, content_type: str) -> Form:
    """Take a whole body apart. Takes some milliseconds for each MiB: a large one belongs on a thread.

    Raises:
        BadRequest: it is no form, is cut off, or has too many parts or too long a field.
    """
    form = Form({}, {})
    parts, is_whole = 0, False

    def count() -> None:
        nonlocal parts
        parts += 1
        if parts > MAX_PARTS:
            raise BadRequest(f"The form has more than {MAX_PARTS} parts; send fewer.")

    def on_field(sent: Field) -> None:
        count()
        value = sent.value or b""
        if len(value) > MAX_FIELD_BYTES:
            raise BadRequest(f"A field of the form is longer than {MAX_FIELD_BYTES // 1024} KiB.")
        form.fields.setdefault(_text(sent.field_name), []).append(_text(value))

    def on_file(sent: File) -> None:
        count()
        sent.file_object.seek(0)
        found = SentFile(_text(sent.file_name), sent.file_object.read())
        form.files.setdefault(_text(sent.field_name), []).append(found)
        sent.close()

    def on_end() -> None:
        nonlocal is_whole
        is_whole = True

    _, options = parse_options_header(content_type)
    try:
        parser = FormParser(
            "multipart/form-data",
            on_field,
            on_file,
            on_end,
            boundary=options.get(b"boundary"),
            config={"MAX_MEMORY_FILE_SIZE": len(body) + 1},
        )
        parser.write(body)
        parser.finalize()
    except (FormParserError, ValueError) as exc:
        raise BadRequest(
            "The body is not a whole form. Send multipart/form-data with its boundary in the Content-Type."
        ) from exc
    if not is_whole:
        raise BadRequest("The form is cut off before its last boundary; send it again.")
    return form


def _text(sent: bytes | None) -> str:
    try:
        return (sent or b"").decode()
    except UnicodeDecodeError as exc:
        raise BadRequest("The form's names and fields are UTF-8 text.") from exc


def _add(digest: hashlib._Hash, name: str, *values: str) -> None:
    for text in (name, str(len(values)), *values):
        written = text.encode("utf-8", "surrogatepass")
        digest.update(f"{len(written)}:".encode() + written)


def last(values: Iterable[str]) -> str:
    """Of a field that was sent several times the last counts."""
    return [*values][-1]
