"""Cơ quan, cán bộ: provinces, agencies with the years in which they exist, and accounts.

Names in a plan resolve to the agencies of that province at that date (domain: reform of 2025).
"""
