"""The planner that asks a language model, over any endpoint that speaks OpenAI's chat completions.

`brief` says what the model is told, `endpoint` how it is asked, `deciding` what its answer may come to, and `planner` when it
is asked and what happens when it does not answer.
"""
