"""Serves a store: the view, a page for each thing, a SPARQL endpoint with its editor, and descriptions; read only.

========================  =======================================================================================
address                   what it answers
========================  =======================================================================================
``/``                     the view of the whole store (:mod:`qurultay.view`)
``/id/PATH``              303 to the page or the data of the thing with this IRI, as ``Accept`` says
``/page/PATH``            its page; data where ``Accept`` prefers them
``/data/PATH.ttl``        its data as Turtle; also ``.jsonld`` and ``.nq``
``/sparql``               SPARQL 1.1 Protocol; without a query the service description
``/query``                the editor, with the shipped questions
``/void``                 the data set's description, also at ``/.well-known/void``
``/health``               which state of the store is read
========================  =======================================================================================

The server itself reads no store. It hands each question to one of its worker processes (:mod:`qurultay.serve.pool`), which reads a copy of
the store that never changes (:mod:`qurultay.serve.copies`), has no network (:mod:`qurultay.serve.jail`) and is killed when the time is up.
"""

from __future__ import annotations

from qurultay.serve.settings import Limits, Settings

__all__ = ["Limits", "Settings"]
