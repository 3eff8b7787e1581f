"""Patrol routes: who walks which streets, in which order, and how far that is from the best there can be."""
