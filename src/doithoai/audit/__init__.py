"""Nhật ký: the append-only trail of who did what to which thing, when, from where.

Every action of every room writes here in its own transaction; nothing is ever changed or removed.
"""
