"""Webhooks: other people's systems are told of events, signed, again and again until they hear."""
