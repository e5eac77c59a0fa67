"""Checks that what must always hold does hold, by reading the rows. Repairs nothing."""
