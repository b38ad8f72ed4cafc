"""What the record can do."""
