"""What runs in the worker process: the only place that imports torch. It knows no server, only the wire.

`shelf` loads pipelines and puts them away, `studio` draws, `previews` looks at what is not finished, and `__main__` takes
orders. Needs the extra `diffusers`.
"""
