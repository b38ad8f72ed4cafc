"""Countries, regions, currencies and code lists: ISCO, ESCO, ISCED, EQF, CEFR."""
