"""Template components: the pieces every page is made of (shown at /design)."""
