"""Grids of every kind, their versions in time and their lineage."""
