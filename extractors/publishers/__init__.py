"""Publishers with layouts of their own."""
