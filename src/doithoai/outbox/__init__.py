"""Hộp thư đi: messages waiting to go, by e-mail or within the system; each goes once.

Serves every "gửi", "thông báo", "phát hành" and reminder; knows no room above it.
"""
