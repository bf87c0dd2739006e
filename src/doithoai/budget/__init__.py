"""Kinh phí: the estimate line by line, its appraisal and approval, what was spent, the settlement.

Serves "xây dựng dự toán … gửi Sở Tài chính thẩm định; thanh quyết toán" of the plans.
"""
