"""Matching workers to vacancies: who fits, and who is placed."""
