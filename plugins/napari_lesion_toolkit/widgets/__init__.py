"""What is seen: views that paint values and say what was chosen."""
