"""Corpus: many reports on one core, all cores or a cluster; panels and tables."""
