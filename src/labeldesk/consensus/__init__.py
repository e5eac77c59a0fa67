"""Many answers to one: when an item is done, and with which final label."""
