"""Officials' pages of answers: list, referring a question, one answer with every verdict on it."""
