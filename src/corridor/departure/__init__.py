"""From the wish to work abroad to the departure gate."""
