"""How much of a lesion is viable, and how long it is."""
