"""The append-only, hash-chained record of who did what; domain events; retention and erasure."""
