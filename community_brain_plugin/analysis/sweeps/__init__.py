"""Back-to-back checks: which grids a second inspector walks, and what the first one missed there."""
