"""What a reading looks like to one who debugs the grammar."""

import io

from rich.console import Console

from qurultay.explain import render
from qurultay.model import Article, Entity, Evidence, Fact, Mention, Reading, Span


def test_what_the_reference_data_names_is_shown_by_its_path_and_the_words_met() -> None:
    text = "Görüş Bakıda keçirilib."
    reading = Reading(
        Article("a", text),
        entities=(Entity("e1", "Meeting"), Entity("p1", "Place", path="place/baku")),
        facts=(Fact("e1", "schema:location", "p1", (Evidence(Span(6, 12), "Bakıda", "place"),)),),
        mentions=(Mention(Span(6, 12), "p1", "place"),),
    )
    output = io.StringIO()
    render(reading, Console(file=output, width=200))
    lines = output.getvalue().splitlines()
    assert next(line for line in lines if line.startswith("  p1")).split() == ["p1", "Place", "place/baku", "✓", "“Bakıda”"]
    assert "    schema:location           p1 place/baku" in lines
    assert [line for line in lines if line != line.rstrip()] == []
