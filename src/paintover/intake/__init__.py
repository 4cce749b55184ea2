"""What comes in from outside: foreign links and uploaded pictures, each behind its guards.

`fetch.Fetcher` visits links without ever reaching an address that a server must not be talked into visiting;
`data_url.read_data_url` reads pictures written into the request; `pictures.accept_picture` turns any of their bytes
into a picture of ours, made of pixels only; `guarded.GuardedIntake` is all of this for engines. Nothing else in Paintover touches foreign bytes.
"""
