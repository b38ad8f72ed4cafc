"""Matching rounds: criteria, ranking, allocation, publication."""
