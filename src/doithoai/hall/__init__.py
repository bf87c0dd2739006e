"""Điều hành hội trường: the run sheet, the queue of questions, the screens, the minutes.

Serves "trực tiếp trao đổi, trả lời ý kiến, kiến nghị tại Hội nghị".
"""
