"""Kế hoạch: what the official plan fixes, from the uploaded file to the issued conference.

Serves every clause of the plan: legal bases, aims, content, time, place, tasks, recipients.
"""
