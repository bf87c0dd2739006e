"""Pages of planning: a plan's file, its review, the plan of a conference and its tasks."""
