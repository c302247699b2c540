"""Qurultay reads news about institutional cooperation and builds a knowledge graph from it."""

__version__ = "0.1.0"
