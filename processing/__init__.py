"""What analysts run: the Processing provider and its algorithms, one a file."""
