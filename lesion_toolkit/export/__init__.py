"""Out: reports and tables."""
