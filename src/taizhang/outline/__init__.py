"""Outline: headings, parts and their role, sentences, health."""

from taizhang.outline.layout import Layout, Passage, Sentence, lay_out

__all__ = ["Layout", "Passage", "Sentence", "lay_out"]
