"""People: who they are, how they sign in, what they may do, and the audit log of every change."""
