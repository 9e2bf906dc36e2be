"""Tracing: promises tied to later results, with a verdict and its reasons."""
