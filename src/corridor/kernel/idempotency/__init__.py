"""A write by API that is asked for twice is done once, and answered twice."""
