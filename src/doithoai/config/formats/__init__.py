"""How dates and numbers are written in Vietnamese papers."""
