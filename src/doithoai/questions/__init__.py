"""Câu hỏi, kiến nghị: what people send, what is chosen of it, and where each one stands.

Serves "tiếp nhận, tổng hợp, lựa chọn câu hỏi, kiến nghị" of the host and office in both plans.
"""
