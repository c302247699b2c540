"""Takes the graph, or the cooperation network, to the tools of others: one registry of forms, and what writes each.

Every form is a function of the store alone: two exports of one store are the same byte for byte.
"""

from __future__ import annotations

from qurultay.exchange.forms import FORMS, Form, Written, form, forms, from_network, from_store, from_table, save

__all__ = ["FORMS", "Form", "Written", "form", "forms", "from_network", "from_store", "from_table", "save"]
