"""The chat's text: how an answer is written, and how earlier ones are read back.

`writer` and `reader` share `grammar`; `quoting` keeps the user's words from being taken for anything else;
`messages` reads whole conversations; `lossless` proves that nothing is lost between the two.
"""
