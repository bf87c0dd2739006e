"""Management commands: the console's way into the same actions as the pages."""
