"""Rules: packs of decision tables, checked, asked, judged in bulk and compared."""
