"""Forms and lists of the count as PDF: what each prints, from what stands in the house."""
