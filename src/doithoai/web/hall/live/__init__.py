"""The small process that streams the hall to every screen: one snapshot an event, sent to all."""
