"""The Word reader: a .docx package taken apart without trusting a byte of it."""
