"""Pages of the conclusions room."""
