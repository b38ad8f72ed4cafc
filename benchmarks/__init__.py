"""Benchmarks: ratios against named peers in the same run, never an absolute time as a verdict."""
