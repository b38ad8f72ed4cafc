"""Long work in a database-backed queue: lease, heartbeat, attempts, sweep."""
