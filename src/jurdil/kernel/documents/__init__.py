"""The office's papers: rendering, kinds, numbers and the approval chain's rules."""
