"""Readers of .txt, .md, .docx and .pdf: a file's bytes in, lines and elements out."""
