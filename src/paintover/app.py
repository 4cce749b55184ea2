"""The wiring: the only place where the parts are put together."""
