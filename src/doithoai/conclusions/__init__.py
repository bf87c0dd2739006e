"""Kết luận, cam kết: the conclusion notice in four parts and every promise until it is kept.

Serves "tham mưu Ủy ban nhân dân tỉnh kết luận đối thoại" and "thông báo kết luận".
"""
