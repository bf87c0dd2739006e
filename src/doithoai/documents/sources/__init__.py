"""From a conference to the facts of each paper: the only part of this floor that queries."""
