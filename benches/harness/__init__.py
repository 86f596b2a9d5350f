"""The parts of benches/run.py: peers, measurements, rows, results, profiles."""
