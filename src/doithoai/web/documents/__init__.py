"""Pages of official papers."""
