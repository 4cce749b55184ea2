"""`paintover draw`: one picture into a file, without a server."""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import Iterator
from contextlib import ExitStack, aclosing, contextmanager
from pathlib import Path
from typing import Annotated

from cyclopts import Parameter
from rich.console import Console
from rich.progress import Progress

from paintover.cli.bar import progress_bar
from paintover.cli.client import Json, print_json
from paintover.cli.graphics import Canvas
from paintover.cli.inline import PREVIEWS, Live, open_canvas, show
from paintover.cli.words import Words
from paintover.domain.call import Output, OutputFormat, Plan
from paintover.domain.conversation import Conversation, UserTurn
from paintover.domain.errors import BadRequest, EngineFailed, StoreFailed
from paintover.domain.ids import new_task_id
from paintover.domain.ratio import parse_ratio
from paintover.engines.building import build_router
from paintover.engines.protocol import Engine, Painted, Picture, Preview, StageDone, Work
from paintover.intake.guarded import GuardedIntake
from paintover.planner.offline import OfflinePlanner
from paintover.planner.protocol import Wishes
from paintover.settings import Settings, read_settings, terminal_program, user_language
from paintover.tasks.encoding import encoded

FORMATS: dict[str, OutputFormat] = {".png": "png", ".webp": "webp", ".jpg": "jpeg", ".jpeg": "jpeg"}
"""How a file is written, by the ending of its name."""
QUALITY = 92


def draw(
    prompt: Annotated[str, Parameter(help="What to draw, in your own words.")],
    *,
    output: Annotated[
        Path, Parameter(name=["--output", "-o"], help="The file to write: .png, .webp or .jpg.")
    ],
    ratio: Annotated[
        str | None, Parameter(help="Shape such as 3:2; otherwise what the words say, or square.")
    ] = None,
    seed: Annotated[int | None, Parameter(help="The same seed and words give the same picture.")] = None,
    engine: Annotated[str | None, Parameter(help="The engine that draws.")] = None,
    json: Json = False,
) -> None:
    """Draw one picture, write it to a file, and show it where this is a terminal that can."""
    settings = read_settings({"engine": engine})
    wanted = FORMATS.get(output.suffix.lower())
    if wanted is None:
        raise BadRequest(f"'{output.name}' does not say what to write: end its name in {', '.join(FORMATS)}.")
    file = Output(format=wanted, compression=QUALITY if wanted == "jpeg" else 100)
    screen = Console(highlight=False, quiet=json)
    canvas = (
        open_canvas(screen, inline=settings.inline, program=terminal_program()) if not json else Canvas("off")
    )
    view = _View(screen, canvas, Words(user_language(settings)))
    picture = asyncio.run(_draw(prompt, file, ratio=ratio, seed=seed, settings=settings, view=view))
    image, media_type = encoded(picture.image, picture.media_type, file, by=picture.output)
    try:
        output.write_bytes(image)
    except OSError as exc:
        raise StoreFailed(f"Cannot write {output}: {exc.strerror}.") from exc
    if json:
        print_json(
            {
                "file": str(output),
                "width": picture.width,
                "height": picture.height,
                "media_type": media_type,
                "seed": picture.seed,
                "engine": settings.engine,
                "prompt": prompt,
                "notes": list(picture.notes),
            }
        )
        return
    show(screen, image, canvas)
    console = Console(stderr=True, highlight=False)
    console.print(f"{output}  {picture.width} x {picture.height}, seed {picture.seed}", soft_wrap=True)
    for note in picture.notes:
        console.print(note, markup=False)


class _View:
    """Where what is going on can be seen: on standard output where that is a terminal, else on standard error, where the
    output goes to a file."""

    def __init__(self, screen: Console, canvas: Canvas, words: Words) -> None:
        self.words = words
        self.live = Live(screen, canvas)
        self.previews = 0 if canvas.protocol == "off" else PREVIEWS
        self._console = screen if screen.is_terminal else Console(stderr=True, quiet=screen.quiet)

    @contextmanager
    def opened(self) -> Iterator[Progress]:
        """The bar, and the place for what is unfinished; nothing is left of them."""
        with ExitStack() as stack:
            stack.callback(self.live.erase)  # when the bar has gone
            yield stack.enter_context(progress_bar(self._console))


async def _draw(
    prompt: str, file: Output, *, ratio: str | None, seed: int | None, settings: Settings, view: _View
) -> Picture:
    wishes = Wishes(ratio=parse_ratio(ratio) if ratio else None, n=1, seed=seed)
    plan = await OfflinePlanner().plan(Conversation(turns=(UserTurn(text=prompt),)), wishes)
    async with (
        aclosing(GuardedIntake(max_bytes=settings.fetch_max_bytes)) as intake,
        aclosing(
            build_router(
                intake,
                engine=settings.engine,
                options=settings.engine_options(),
                engines=settings.engines,
                models={},
            )
        ) as engine,
    ):
        return await _paint(engine, _work(plan, prompt, file, previews=view.previews), view)


def _work(plan: Plan, prompt: str, file: Output, *, previews: int) -> Work:
    width, height = plan.call.ratio.size()
    return Work(
        task_id=new_task_id(),
        prompt=plan.call.prompt or prompt,
        ratio=plan.call.ratio,
        width=width,
        height=height,
        n=1,
        seed=secrets.randbelow(2**31) if plan.call.seed is None else plan.call.seed,
        language=plan.language,
        output=file,
        previews=previews,
    )


async def _paint(engine: Engine, work: Work, view: _View) -> Picture:
    with view.opened() as progress:
        bar = progress.add_task(view.words("running"), total=1.0, percent="")
        async with aclosing(engine.paint(work)) as events:
            async for event in events:
                match event:
                    case StageDone(stage, fraction):
                        progress.update(
                            bar,
                            completed=fraction,
                            description=view.words.step(stage),
                            percent=f"{fraction:.0%}",
                        )
                    case Preview():
                        view.live.draw(event.image)
                    case Painted():
                        return event.picture
    raise EngineFailed("The engine ended without a picture.")
