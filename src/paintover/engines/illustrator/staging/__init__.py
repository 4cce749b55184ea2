"""Where everything stands: sizes, rows, who bears whom, and where a newcomer fits."""
