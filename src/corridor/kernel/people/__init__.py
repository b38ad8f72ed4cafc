"""A person, their family unit, and a profile made of claims."""
