"""Every component on one page, for those who write pages."""
