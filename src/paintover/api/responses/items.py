"""What a request brings in, and what it goes on from, as the conversation that a chat would have told.

Items are settled once: pictures that came as bytes are kept, ids are looked up, and what is left names its pictures by
link and id. So a stored response holds no megabytes, and its line reads the same each time. An answer of ours is written
as a chat's assistant would have said it, which the planner's reader knows; so a line of responses and a chat of the same
words lead to the same call.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from typing import Any

from paintover.api.links import Links
from paintover.api.references import Reference, References
from paintover.api.responses.names import read_call_name, read_message_name
from paintover.domain.call import Call
from paintover.domain.conversation import EchoedCall
from paintover.domain.errors import BadRequest, NotFound
from paintover.domain.generation import Generation
from paintover.domain.ids import is_gen_id
from paintover.domain.response import StoredResponse
from paintover.domain.task import Task, TaskState
from paintover.store.generations import Generations
from paintover.store.responses import Responses
from paintover.store.tasks import Tasks
from paintover.transcript.grammar import DIALECTS, image_line
from paintover.transcript.writer import AnswerWriter

Item = dict[str, Any]
Message = dict[str, Any]

MAX_PICTURES = 128
"""The most pictures that the items of one request may name."""
_ROLES = ("user", "assistant", "system", "developer")
_UNFINISHED = ("failed", "in_progress", "generating", "incomplete")


class Items:
    """Settles items, and makes messages of them. Every look-up names the owner."""

    def __init__(
        self,
        *,
        references: References,
        responses: Responses,
        tasks: Tasks,
        generations: Generations,
        links: Links,
    ) -> None:
        self._references = references
        self._responses = responses
        self._tasks = tasks
        self._generations = generations
        self._links = links

    async def settle(self, given: Sequence[Any], *, owner: str) -> tuple[Item, ...]:
        """The items of a request, their pictures kept and named. What is no message and no picture (calls of other
        tools, reasoning) is left out.

        Raises:
            BadRequest: an item cannot be read, or there are too many pictures.
            BadPicture: one that came as bytes is no acceptable picture.
            NotFound: an id is nobody's, or another owner's.
        """
        settling = _Settling(self._references, self._responses, self._generations, self._links, owner)
        items = [await settling.item(one, f"input[{place}]") for place, one in enumerate(given)]
        return tuple(item for item in items if item is not None)

    async def line(self, response_id: str, *, owner: str) -> list[Message]:
        """The messages of the owner's response of that id, and of all that it goes on from.

        Raises:
            NotFound: there is no such response, or it is not the owner's.
            BadRequest: it is still being drawn.
        """
        line = await self._responses.line(response_id, owner=owner)
        if not line or line[-1].response_id != response_id:
            raise NotFound(f"There is no response {response_id} here.", param="previous_response_id")
        task_ids = [task_id for response in line for task_id in response.task_ids]
        tasks = await self._tasks.get_many(task_ids, owner=owner)
        if any(not task.state.is_final for task in tasks.values()):
            raise BadRequest(
                f"The response {response_id}, or one before it, is still being drawn: wait for its end, then go on "
                "from it.",
                param="previous_response_id",
            )
        drawn = await self._generations.of_tasks(task_ids, owner=owner)
        messages: list[Message] = []
        for response in line:
            messages += await self.messages(response.items, owner=owner)
            messages += self._answer(response, tasks, drawn)
        return messages

    async def messages(self, items: Sequence[Item], *, owner: str) -> list[Message]:
        """Settled items as the messages of a chat. Pictures that are named behind the last thing that the user says
        are what it is about, as if they had been sent with it."""
        last = max((place for place, item in enumerate(items) if item.get("role") == "user"), default=None)
        gen_ids = [item["gen_id"] for item in items if "gen_id" in item]
        known = await self._generations.get_many(gen_ids, owner=owner)
        messages: list[Message] = []
        told, attached = (items, ()) if last is None else (items[: last + 1], items[last + 1 :])
        for is_ours, group in groupby(told, _is_ours):
            run = list(group)
            messages += self._said_by_us(run, known) if is_ours else map(_message, run)
        pictures = [known[item["gen_id"]] for item in attached if item.get("gen_id") in known]
        if pictures:
            links = [self._links.picture(one.path) for one in pictures]
            content = [{"type": "input_image", "image_url": link} for link in links]
            messages[-1] = {**messages[-1], "content": [*messages[-1]["content"], *content]}
        return messages

    def _said_by_us(self, run: Sequence[Item], known: Mapping[str, Generation]) -> list[Message]:
        """What an assistant said in a row: its pictures, or else its words (which link to the same pictures)."""
        calls = [item for item in run if item["type"] == "image_generation_call"]
        if not calls:
            return [_message(item) for item in run]
        messages = []
        for name, batch in groupby(calls, lambda item: _batch_of(item, known)):
            pictures = [known[item["gen_id"]] for item in batch if item.get("gen_id") in known]
            if not pictures:
                messages.append(_assistant(self._failed("not_found", "")))
                continue
            first = pictures[0]
            call = EchoedCall(
                prompt=first.prompt,
                ratio=str(first.ratio),
                sources=first.sources,
                n=len(pictures) if len(pictures) > 1 else None,
            )
            messages.append(_assistant(self._pictured(call if first.prompt else None, name, pictures)))
        return messages

    def _answer(
        self,
        response: StoredResponse,
        tasks: Mapping[str, Task],
        drawn: Mapping[str, list[Generation]],
    ) -> list[Message]:
        if response.words is not None:
            return [_assistant(response.words)]
        messages = []
        for task_id in response.task_ids:
            task, pictures = tasks.get(task_id), drawn.get(task_id, [])
            if task is None:
                continue
            if pictures:
                text = self._pictured(task.call, task_id, pictures)
            else:
                code = task.error_code if task.state is not TaskState.SUCCEEDED else None
                text = self._failed(code or "engine_failed", task.error_message or "", task)
            messages.append(_assistant(text))
        return messages

    def _pictured(self, call: Call | EchoedCall | None, task_id: str, pictures: Sequence[Generation]) -> str:
        writer = AnswerWriter(DIALECTS["en"], download_link=False, whole=True)
        deltas = [] if call is None else writer.echo(call)
        deltas += writer.task(task_id) if task_id.startswith("task_") else []
        for one in pictures:
            deltas += writer.picture(one.gen_id, self._links.picture(one.path))
        return "".join(deltas)

    def _failed(self, code: str, message: str, task: Task | None = None) -> str:
        writer = AnswerWriter(DIALECTS["en"], download_link=False, whole=True)
        deltas = [] if task is None else [*writer.echo(task.call), *writer.task(task.task_id)]
        return "".join([*deltas, *writer.failed(code, message)])


class _Settling:
    """One request's items."""

    def __init__(
        self,
        references: References,
        responses: Responses,
        generations: Generations,
        links: Links,
        owner: str,
    ) -> None:
        self._references = references
        self._responses = responses
        self._generations = generations
        self._links = links
        self._owner = owner
        self._pictures = 0

    async def item(self, given: Any, param: str) -> Item | None:
        if not isinstance(given, dict):
            raise BadRequest(
                f"'{param}' is no item: send an object with a 'role' and a 'content'.", param=param
            )
        kind = given.get("type")
        if kind is None:
            kind = "message" if "role" in given else "item_reference" if "id" in given else None
        match kind:
            case "message":
                return await self._message(given, param)
            case "image_generation_call":
                return await self._call(given, param)
            case "item_reference":
                return await self._referred(given, param)
            case str():
                return None
            case _:
                raise BadRequest(f"'{param}' is no item: it has neither a 'role' nor a 'type'.", param=param)

    async def _message(self, given: Item, param: str) -> Item:
        role, content = given.get("role"), given.get("content")
        if role not in _ROLES:
            raise BadRequest(f"The 'role' of '{param}' is one of {', '.join(_ROLES)}.", param=param)
        parts = content if isinstance(content, list) else [] if content is None else [content]
        settled = [await self._part(part, role, f"{param}.content[{at}]") for at, part in enumerate(parts)]
        return {
            "type": "message",
            "role": role,
            "status": "completed",
            "content": [part for part in settled if part is not None],
        }

    async def _part(self, part: Any, role: str, param: str) -> Item | None:
        if isinstance(part, str):
            return _text(part, role)
        if not isinstance(part, dict):
            raise BadRequest(f"'{param}' is neither a text nor an object with a 'type'.", param=param)
        if part.get("type") == "input_audio":
            raise BadRequest("Nobody listens here: say it in words.", param=param)
        if part.get("type") in ("input_image", "image_url", "image", "input_file"):
            return await self._picture(part, param)
        words = next((part[name] for name in ("text", "refusal") if isinstance(part.get(name), str)), None)
        return None if words is None else _text(words, role)

    async def _picture(self, part: Item, param: str) -> Item:
        names = ("gen_id", "file_id", "image_url", "image", "file_data", "file_url", "url")
        given = next((part[name] for name in names if part.get(name)), None)
        if isinstance(given, dict):
            given = given.get("url")
        if not isinstance(given, str) or not given.strip():
            raise BadRequest(
                f"'{param}' holds no picture: give it an 'image_url' (a link or a data URL) or a 'file_id'.",
                param=param,
            )
        generation = await self._found(given.strip(), param)
        told: Item = {"type": "input_image", "detail": "auto"}
        if generation is None:
            return {**told, "image_url": given.strip(), "file_id": None}
        file_id = given if given == part.get("file_id") else None
        link = self._links.picture(generation.path)
        return {**told, "image_url": link, "file_id": file_id, "gen_id": generation.gen_id}

    async def _call(self, given: Item, param: str) -> Item:
        name, result = given.get("id"), given.get("result")
        generation = await self._drawn(name) if isinstance(name, str) else None
        if generation is None and isinstance(result, str) and result.strip():
            # A picture of another server's, or what a client has kept of one of ours.
            generation = await self._found(result.strip(), param)
        told = {"type": "image_generation_call", "id": str(name)}
        if generation is not None:
            self._count()
            prompt = generation.prompt or given.get("revised_prompt")
            return {
                **told,
                "status": "completed",
                "gen_id": generation.gen_id,
                "revised_prompt": prompt if isinstance(prompt, str) else None,
                "result": None,
            }
        if given.get("status") in _UNFINISHED:
            return {**told, "status": "failed", "result": None}
        raise NotFound(f"There is no picture {name} here.", param=param)

    async def _referred(self, given: Item, param: str) -> Item:
        name = given.get("id")
        if not isinstance(name, str):
            raise BadRequest(f"'{param}' refers to an item: give it that item's 'id'.", param=param)
        message = read_message_name(name)
        if message is None:
            return await self._call({"id": name}, param)
        response = await self._responses.get(message.response_id, owner=self._owner)
        if response is not None and message.place is None:
            words = response.words or await self._shown(response)
            return {**_assistant(words), "type": "message", "status": "completed"}
        if response is not None and message.place is not None and message.place < len(response.items):
            return response.items[message.place]
        raise NotFound(f"There is no item {name} here.", param=param)

    async def _shown(self, response: StoredResponse) -> str:
        """What a response's message shows: its pictures."""
        drawn = await self._generations.of_tasks(response.task_ids, owner=self._owner)
        pictures = [one for task_id in response.task_ids for one in drawn.get(task_id, ())]
        return "\n\n".join(image_line(one.gen_id, self._links.picture(one.path)) for one in pictures)

    async def _drawn(self, name: str) -> Generation | None:
        """The picture that an item's id, or a gen_id, names."""
        if is_gen_id(name):
            return await self._generations.get(name, owner=self._owner)
        call = read_call_name(name)
        if call is None:
            return None
        drawn = await self._generations.of_tasks([call.task_id], owner=self._owner)
        return next((one for one in drawn.get(call.task_id, ()) if one.batch_index == call.index), None)

    async def _found(self, text: str, param: str) -> Generation | None:
        self._count()
        return await self._references.find(Reference(text=text), owner=self._owner, param=param)

    def _count(self) -> None:
        self._pictures += 1
        if self._pictures > MAX_PICTURES:
            raise BadRequest(
                f"At most {MAX_PICTURES} pictures can be named by one request: leave earlier items out, and name the "
                "response that this one goes on from.",
                param="input",
            )


def words_in(items: Iterable[Item]) -> Iterable[str]:
    """Every text of settled messages."""
    for item in items:
        for part in item.get("content", ()):
            if isinstance(part.get("text"), str):
                yield part["text"]


def _text(words: str, role: str) -> Item:
    if role == "assistant":
        return {"type": "output_text", "text": words, "annotations": []}
    return {"type": "input_text", "text": words}


def _is_ours(item: Item) -> bool:
    return item["type"] == "image_generation_call" or item.get("role") == "assistant"


def _batch_of(item: Item, known: Mapping[str, Generation]) -> str:
    """The task whose pictures stand together; a picture of no task's stands by itself."""
    generation = known.get(item.get("gen_id", ""))
    return (generation.task_id if generation is not None else None) or item["id"]


def _message(item: Item) -> Message:
    return {"role": item["role"], "content": item["content"]}


def _assistant(text: str) -> Message:
    return {"role": "assistant", "content": [{"type": "output_text", "text": text, "annotations": []}]}
