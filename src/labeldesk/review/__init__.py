"""The Data tab: lists of items with their state, final label and labelers."""
