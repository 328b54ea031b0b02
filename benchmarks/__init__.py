"""Measures this generator against others on one synthetic site: ``python -m benchmarks --help`` tells how."""
