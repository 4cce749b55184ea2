"""Tasks: accepted, queued, run, recovered, and watched by whoever waits for them."""
