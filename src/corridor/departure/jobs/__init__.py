"""Vacancies: posted, checked, published, found, filled."""
