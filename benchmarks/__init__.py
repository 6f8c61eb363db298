"""Benchmarks: what Sitrep takes beside what its peers take, in the same run, as a ratio."""
