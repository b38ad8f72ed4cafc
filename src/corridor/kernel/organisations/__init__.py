"""Employers, agencies, ministries and other organisations, their staff and verification."""
