"""One agency's work in all rooms."""
