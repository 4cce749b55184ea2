"""A bounded memory of finished pixels, shared by all tasks."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable

from paintover.engines.illustrator.sprites.raster import Sprite


class SpriteCache:
    """Least recently used sprites up to `max_bytes`; safe between threads. What it returns must not be written to."""

    def __init__(self, max_bytes: int) -> None:
        self.max_bytes = max_bytes
        self._held = 0
        self._sprites: OrderedDict[Hashable, Sprite] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, key: Hashable, make: Callable[[], Sprite]) -> Sprite:
        """The sprite under that key, made if it is not there."""
        with self._lock:
            if (found := self._sprites.get(key)) is not None:
                self._sprites.move_to_end(key)
                return found
        made = make()
        with self._lock:
            if key not in self._sprites:
                self._sprites[key] = made
                self._held += made.rgba.nbytes
            while self._held > self.max_bytes and self._sprites:
                _, dropped = self._sprites.popitem(last=False)
                self._held -= dropped.rgba.nbytes
        return made

    def clear(self) -> None:
        """Forget everything."""
        with self._lock:
            self._sprites.clear()
            self._held = 0
