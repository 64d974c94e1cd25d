"""Phases of one exam, and exams over time, onto one geometry."""
