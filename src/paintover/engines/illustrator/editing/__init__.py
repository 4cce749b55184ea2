"""From an utterance to a scene: a new one, or the stored one changed by no more than was asked."""
