"""What is done with tables of rules: one verb a file."""
