"""A project and its life: names, states, settings, instructions, and the exact tallies its dashboard shows."""
