"""Pages of the programme: items, preparations, honours, speeches, the presenter's script."""
