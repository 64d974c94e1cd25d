"""Who said what of one patient, and when: nothing said is ever lost."""
