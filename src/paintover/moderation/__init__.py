"""What may not be drawn: by a list of words, by an endpoint that judges, by a classifier of pictures."""
