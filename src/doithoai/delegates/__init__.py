"""Đại biểu: who comes and how many, from the plan's table of seats.

Serves the annex "Danh sách dự kiến số lượng đại biểu" and the composition clause.
"""
