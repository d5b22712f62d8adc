"""The office's own papers: numbers, the way of a legal product, the papers of an expense file."""
