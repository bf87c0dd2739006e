"""Officials' pages of questions: list, one question with its decision, typing in slips."""
