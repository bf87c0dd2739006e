"""Pages of the programme: the plan's draft, part by part."""
