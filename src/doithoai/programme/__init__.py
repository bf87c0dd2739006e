"""Chương trình: the items of the day in order, who performs each, at what time.

Serves the annex "Dự kiến chương trình".
"""
