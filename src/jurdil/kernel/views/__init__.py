"""The kernel's pages: parse, call an act or a query, render."""
