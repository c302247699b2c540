"""The cooperation network: bodies, or states, joined by what they did together.

:func:`involvements` asks a store who was involved in what, :func:`cooperation` makes the network of it, and the tables and
the RDF are made from the network: pairs, how central each body is, the communities, and how both change from year to year.
"""

from __future__ import annotations

from qurultay.network.involvements import Body, Involvement, bodies, involvements
from qurultay.network.joining import KINDS, By, cooperation, years
from qurultay.network.measures import Community, Period, Standing, communities, periods, simple, standings
from qurultay.network.tables import TABLES, Of, table
from qurultay.network.told import told

__all__ = [
    "KINDS", "TABLES", "Body", "By", "Community", "Involvement", "Of", "Period", "Standing", "bodies", "communities", "cooperation",
    "involvements", "periods", "simple", "standings", "table", "told", "years",
]  # fmt: skip
