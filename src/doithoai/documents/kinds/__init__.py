"""Official papers as facts and what they say: one file a kind, no query, no font."""
