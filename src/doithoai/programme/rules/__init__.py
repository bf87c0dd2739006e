"""Decisions of the programme that need no database: kinds, times, proposals, words to say."""
