"""Pages and screens of the hall."""
