"""What can be done with people: one file per verb."""
