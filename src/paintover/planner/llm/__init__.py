"""The planner that asks a language model, over any endpoint that speaks OpenAI's chat completions, or one of its own.

`brief` says what the model is told, `endpoint` how it is asked, `local` how one is run without anybody else's endpoint,
`deciding` what its answer may come to, and `planner` when it is asked and what happens when it does not answer.
"""
