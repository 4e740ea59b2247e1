"""Did a hot path get slower? Counts of work answer, not times: no load changes them."""
