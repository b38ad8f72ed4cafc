"""Corridor: one open platform that carries out the matrix of migration and development projects."""

__version__ = "0.1.0"
