"""The matrix: 63 activities, their parts, and what Corridor claims of them."""
