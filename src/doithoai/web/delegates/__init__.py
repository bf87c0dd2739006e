"""Pages of delegates: the plan's table of seats."""
