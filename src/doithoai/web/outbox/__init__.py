"""Messages of a conference, and what the system tells a signed-in person."""
