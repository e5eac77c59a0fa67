"""The bell: the last events that concern a person, kept for 30 days."""
