"""Questions compared: one form of words, near-duplicates, matters, agencies, search keys.

Pure Python on plain values: every result is a proposal with its reason, which a person confirms.
"""
