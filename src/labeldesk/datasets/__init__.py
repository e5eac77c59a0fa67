"""Datasets: uploaded files in the default datastore, and reading them row by row without changing a character."""
