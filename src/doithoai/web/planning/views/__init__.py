"""Pages of planning, by what a person comes to do."""
