"""Shared mechanisms, each used by many rows."""
