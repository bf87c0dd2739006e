"""One conference at a glance, the list of conferences, and the trail of any thing."""
