"""The conference seen whole: from plan file to conference, the rail of stages, what waits.

No tables: only functions that touch two rooms or more.
"""
