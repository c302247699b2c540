"""Properties of a build: the order of articles changes nothing, nor does a second run, nor a detour."""

from __future__ import annotations

import io
import tempfile

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from qurultay import exports, pipeline, store
from qurultay.model import Article
from qurultay.pipeline import Reads

SENTENCES = ("Anna Bell met Carl Dorn.", "Carl Dorn met Emma Falk.", "Nobody met anybody.", "Broken Bell met Gino Hart.", "Ivan Jung left.")
SLOW = settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def article(number: int, sentence: str) -> Article:
    """Return an article of one sentence."""
    return Article(f"a{number}", sentence, "en", published=f"2024-01-{number + 1:02}")


def exported(articles: list[Article], reader: Reads) -> bytes:
    """Build articles into a new store and return its export."""
    with tempfile.TemporaryDirectory() as folder:
        with store.write(f"{folder}/s") as target:
            list(pipeline.build(articles, target, reader=reader))
        out = io.BytesIO()
        with store.read(f"{folder}/s") as view:
            exports.export(view.quads(), out, form="nquads")
        return out.getvalue()


@SLOW
@given(data=st.data())
def test_order_and_detours_change_nothing(data: st.DataObject, reader: Reads) -> None:
    final = {number: data.draw(st.sampled_from(SENTENCES)) for number in range(4)}
    straight = [article(number, sentence) for number, sentence in final.items()]
    drafts = data.draw(st.lists(st.builds(article, st.integers(0, 3), st.sampled_from(SENTENCES)), max_size=4))
    detour = [*drafts, *data.draw(st.permutations(straight))]
    assert exported(straight, reader) == exported(detour, reader)
