"""From a text to an `Utterance`: words, phrases, clauses, in every language that is understood."""
