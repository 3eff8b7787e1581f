"""What analysts run: the Processing provider, one algorithm a file, its help beside it in both languages."""
