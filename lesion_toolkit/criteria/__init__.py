"""What measurements mean: rules as tables, no pixels."""
