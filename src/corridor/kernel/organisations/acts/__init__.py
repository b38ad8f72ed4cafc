"""What can be done with organisations: one file per verb."""
