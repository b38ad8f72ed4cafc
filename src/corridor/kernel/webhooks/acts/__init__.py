"""What the app does: one verb each."""
