"""The PDF reader: glyphs placed on a page put back into lines, columns and tables."""
