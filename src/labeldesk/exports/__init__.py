"""Exports: a frozen copy of the labels at one moment, counted and hashed."""
