"""Forms of planning pages: the shape of what officials type, nothing about who may or when."""
