"""Words shared by all features: errors, names, ids, text offsets. Imports nothing of ours and no framework."""
