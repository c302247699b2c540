"""Repair mends what has one right answer, and every clean span leads back to its words."""

import random
from itertools import pairwise

import pytest

from qurultay.language.joins import Vocabulary, glued
from qurultay.language.repair import repair
from qurultay.model import Span

CHARACTERS = [
    ("byte order mark", "\ufeffŞura", "Şura"),
    ("entity", "&quot;Açıq qapı&quot; günü", '"Açıq qapı" günü'),
    ("entity of an entity", "A &amp;amp; B, C&amp;nbsp;D", "A & B, C D"),
    ("numeric entity", "ke&#231;id &#x2014; yol", "keçid — yol"),
    ("no entity", "R&D; AT&T və B&K", "R&D; AT&T və B&K"),
    ("soft hyphen", "pro\u00adku\u00adror", "prokuror"),
    ("zero width", "Ba\u200bkı", "Bakı"),
    ("no-break and thin spaces", "31\u00a0852\u2009iş", "31 852 iş"),
    ("line ends", "a.\r\nB.\rC.", "a.\nB.\nC."),
    ("split accents", "s\u0327ura, и\u0306од, Nguye\u0302\u0303n", "şura, йод, Nguyễn"),
    ("dot over i", "ki\u0307tab", "kitab"),
    ("stress", "за\u0301мок", "замок"),
    ("Windows-1252 as Latin-1", "TDT\x92nin \x93yol\x94", "TDT’nin “yol”"),
    ("tags", "Bir.<br/>İki <b>üç</b>", "Bir.\nİki üç"),
    ("less than", "5 < 6 və 7 > 2", "5 < 6 və 7 > 2"),
    ("Latin in a Cyrillic word", "Cовет прокурoров", "Совет прокуроров"),
    ("Cyrillic in a Latin word", "Prоkurоrluq, ədliyyә", "Prokurorluq, ədliyyə"),
    ("two scripts side by side", "Sayt.kzсо слов", "Sayt.kzсо слов"),
    ("nothing wrong", "Hər şey yaxşıdır.", "Hər şey yaxşıdır."),
    ("empty", "", ""),
]


@pytest.mark.parametrize(("text", "clean"), [row[1:] for row in CHARACTERS], ids=[row[0] for row in CHARACTERS])
def test_characters(text: str, clean: str) -> None:
    assert repair(text).text == clean


LINES = [
    ("word broken", "Komissiya işin gedi\n\nşatını izləyib.", "Komissiya işin gedişatını izləyib."),
    ("name broken", "Katib Oktay Səmə\n\ndov danışıb.", "Katib Oktay Səmədov danışıb."),
    (
        "both are words",
        "Qərar yeni qaydalar\n\nhaqqında idi. Yeni qaydalar haqqında.",
        "Qərar yeni qaydalar haqqında idi. Yeni qaydalar haqqında.",
    ),
    ("too long for one", "Onlar müqavilələrin\n\nhazırlanmasına baxıb.", "Onlar müqavilələrin hazırlanmasına baxıb."),
    ("after a comma", "Sədr,\n\nsonra isə katib gəlib.", "Sədr, sonra isə katib gəlib."),
    ("after a full stop", "İş bitib.\n\nsonra getdilər", "İş bitib.\n\nsonra getdilər"),
    ("before a capital", "Şuranın iclası\n\nBakıda olub.", "Şuranın iclası\n\nBakıda olub."),
    ("a list after a colon", "Gündəlik:\n\nbüdcə;\n\nplan.", "Gündəlik:\n\nbüdcə;\n\nplan."),
    ("hyphenated", "Onlar koordi-\nasiya qurub.", "Onlar koordiasiya qurub."),
    ("compound at a line end", "Hüquq-mühafizə. Yeni hüquq-\nmühafizə işi.", "Hüquq-mühafizə. Yeni hüquq-mühafizə işi."),
    (
        "wrapped",
        "The delegation of the ministry went to a northern city for\nTalks and a round of meetings with judges of the\nCourt on Friday.",
        "The delegation of the ministry went to a northern city for Talks and a round of meetings with judges of the Court on Friday.",
    ),
]


@pytest.mark.parametrize(("text", "clean"), [row[1:] for row in LINES], ids=[row[0] for row in LINES])
def test_lines(text: str, clean: str) -> None:
    assert repair(text).text == clean


def test_lines_that_stand_alone_are_not_joined() -> None:
    text = "Səfər başa çatıb\npaylaş: 17\nQonaqlar gedib."
    assert repair(text).text != text
    assert repair(text, stands_alone=lambda line: line.startswith("paylaş")).text == text


@pytest.mark.parametrize(
    ("left", "right", "one"),
    [
        ("və", "ziyyət", True),
        ("rəh", "bərlik", True),
        ("yeni", "bina", False),
        ("sənədin", "hazırlanmasında", False),
        ("bu", "gün", False),
        ("Mirzə", "liyev", True),
    ],
)
def test_glued(left: str, right: str, one: bool) -> None:
    words = Vocabulary("Vəziyyət yeni, sənəd hazırlanması.", [], {"və", "bina", "bu", "gün", "bugün", "sənədin"}.__contains__)
    assert glued(left, right, words) is one


def test_span_covers_what_was_dropped_inside_but_not_beside() -> None:
    text = "Bu\u00ad gün mövcud və\n\nziyyət &mdash; ağır\u200b."
    clean = repair(text, is_word={"vəziyyət"}.__contains__)
    assert clean.text == "Bu gün mövcud vəziyyət — ağır."
    for words, original in [("Bu", "Bu"), ("Bu gün", "Bu\u00ad gün"), ("vəziyyət", "və\n\nziyyət"), ("—", "&mdash;"), ("ağır", "ağır")]:
        start = clean.text.index(words)
        assert clean.span(start, start + len(words)).of(text) == original


@pytest.mark.parametrize(("start", "end"), [(0, 0), (3, 2), (0, 99), (-1, 1)])
def test_span_outside_is_refused(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="no such span"):
        repair("Bakı").span(start, end)


def test_spans_of_any_dirty_text_are_in_order_and_inside() -> None:
    pieces = [
        "Ba",
        "kı",
        " ",
        "\n\n",
        "&nbsp;",
        "&quot;",
        "\u00ad",
        "\ufeff",
        "e\u0301",
        "-\n",
        ". ",
        "Şu",
        "ra",
        "\r\n",
        "С",
        "&",
        "<br>",
        "9",
    ]
    chance = random.Random(7)
    for _ in range(300):
        text = "".join(chance.choice(pieces) for _ in range(25))
        clean = repair(text)
        spans = [clean.span(at, at + 1) for at in range(len(clean.text))]
        assert all(one.start <= other.start and one.end <= other.end for one, other in pairwise(spans))
        assert all(span.end <= len(text) for span in spans)
        unchanged = [span for at, span in enumerate(spans) if span.of(text) == clean.text[at]]
        assert len(unchanged) >= len(clean.text) // 3
        if clean.text:
            assert clean.span(0, len(clean.text)) == Span(spans[0].start, spans[-1].end)
