"""Full-text search over any kind of record, on SQLite and on PostgreSQL."""
