"""What can be done with a job."""
