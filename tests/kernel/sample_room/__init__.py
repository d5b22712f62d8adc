"""A room of the tests' own, with one importer, so that whole processes can import something."""
