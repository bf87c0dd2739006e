"""Văn bản: facts become a paper, a paper becomes DOCX, PDF or HTML, and is issued with a number.

Layout after Nghị định 30/2020/NĐ-CP.
"""
