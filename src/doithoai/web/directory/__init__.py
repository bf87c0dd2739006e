"""Agencies, accounts and holidays: looked up by officials, kept by administrators."""
