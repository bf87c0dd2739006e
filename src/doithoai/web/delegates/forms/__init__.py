"""Forms of the delegates room: shape only."""
