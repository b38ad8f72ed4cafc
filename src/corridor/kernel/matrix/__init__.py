"""The 63 rows of the matrix of projects, what Corridor claims of them, and their pages."""
