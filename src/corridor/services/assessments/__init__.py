"""Tests and interviews: sessions, places, marks, results that count."""
