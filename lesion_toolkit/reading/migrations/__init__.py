"""Versions of the tables of a store, oldest first."""
