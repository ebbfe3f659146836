"""The command line, one module a noun. ``flows.__main__`` puts them together."""
