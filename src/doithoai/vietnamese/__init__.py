"""What is true of written Vietnamese anywhere: letters, dates, numbers, names, outlines."""
