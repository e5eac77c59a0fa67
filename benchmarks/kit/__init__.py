"""What every benchmark needs: the machine, a real server process, seeded rows, the raw limits, a place for results."""
