"""Tracks of handhelds: along which streets they went, and how that compares with what was planned."""
