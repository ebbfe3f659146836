"""Commands that measure, side by side."""
