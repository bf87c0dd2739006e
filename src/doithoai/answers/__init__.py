"""Trả lời: referral to an agency, its draft, the office's appraisal, the chair's approval.

Serves "tham mưu trả lời", "thẩm định, tổng hợp các nội dung trả lời" of both plans.
"""
