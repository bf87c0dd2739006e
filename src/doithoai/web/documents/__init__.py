"""Officials' pages of papers: every kind, its preview, its issue, the register."""
