"""Answers of labelers: submit, skip, correct, history. Rows are only ever added; a correction supersedes."""
