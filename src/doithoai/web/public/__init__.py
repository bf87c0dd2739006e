"""What citizens see without an account: conferences, asking, following one's question, answers."""
