"""Pipelines of the library diffusers as an engine, in a process of their own.

The server's side never imports torch: `options` is what an operator writes, `folder` looks at a model's files, `catalogue`
reads out of the library's source what a pipeline can do, `arguments` says what it is given, `frames` are the messages to
the worker process, `worker` starts it, watches it and ends it, and `engine` puts it together. The other side, `painting`, is
what runs in that process.
"""

from paintover.engines.diffusers.engine import DiffusersEngine, build

__all__ = ["DiffusersEngine", "build"]
