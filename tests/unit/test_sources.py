"""Inputs become articles or rejects."""

from __future__ import annotations

import gzip
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from qurultay.model import Article
from qurultay.sources import Rejected, articles, expected

Write = Callable[[str, str | bytes], Path]

PAGE = """<!doctype html><html lang="az"><head><title>Seminar keçirildi</title><meta charset="utf-8">
<script type="application/ld+json">{"@context": "https://schema.org", "@type": "NewsArticle", "headline": "Seminar keçirildi",
"datePublished": "2024-05-06T10:00:00+04:00", "inLanguage": "az", "publisher": {"@type": "Organization", "name": "Nümunə"},
"url": "https://example.org/a"}</script></head><body><nav>Ana səhifə</nav><article><h1>Seminar keçirildi</h1>
<p>Bakıda prokurorlar üçün seminar keçirilib və orada çoxlu qonaq iştirak edib, tədbir iki gün davam edib.</p>
<p>Tədbirdə təcrübə mübadiləsi barədə fikirlər səslənib, sonda iştirakçılara sertifikatlar təqdim olunub.</p></article></body></html>"""


def only(*inputs: str, **options: str) -> Article | str:
    """Return the one article of the inputs, or the reason why there is none."""
    (found,) = articles(inputs, **options)  # type: ignore[arg-type]
    return found.error.reason if isinstance(found, Rejected) else found


def test_text_is_kept_to_the_letter(write: Write) -> None:
    path = write("baku-1.txt", "\n\n  Bakı\n\nsətir\n")
    assert only(str(path)) == Article("baku-1", "\n\n  Bakı\n\nsətir\n")


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"\xef\xbb\xbfBak\xc4\xb1", "\ufeffBakı"),
        ("Bakı".encode("utf-16"), "Bakı"),
        ("Bakı".encode("utf-16-be").join([b"\xfe\xff", b""]), "Bakı"),
        (b"a\r\nb\rc", "a\nb\nc"),
    ],
    ids=["utf-8 with mark", "utf-16", "utf-16-be with mark", "line ends"],
)
def test_encodings(write: Write, data: bytes, text: str) -> None:
    found = only(str(write("a.txt", data)))
    assert isinstance(found, Article)
    assert found.text == text


def test_jsonl_joins_headline_and_text(write: Write) -> None:
    record = {
        "id": "r1",
        "headline": "Başlıq",
        "text": "Mətn.",
        "published": "2024-05-06",
        "language": "AZ",
        "publisher": "X",
        "url": "https://a.org/b",
    }
    path = write("n.jsonl", json.dumps(record) + "\n\n")
    assert only(str(path)) == Article(
        "r1", "Başlıq\n\nMətn.", language="az", headline="Başlıq", published="2024-05-06", publisher="X", url="https://a.org/b"
    )


def test_compressed_and_standard_input_read_alike(write: Write) -> None:
    line = b'{"id": 7, "text": "T"}\n'
    path = write("n.jsonl.gz", gzip.compress(line))
    assert list(articles([str(path)])) == list(articles(["-"], stdin=io.BytesIO(line))) == [Article("7", "T")]


def test_folder_is_read_in_order_and_gold_is_passed_over(write: Write) -> None:
    for name in ("b.txt", "a.txt", "sub/c.txt", "a.json", "README.md"):
        path = write(name, f"text of {name}")
    found = [item.id for item in articles([str(path.parent)]) if isinstance(item, Article)]
    assert found == ["a", "b", "c"]


def test_second_id_is_rejected_and_names_the_first(write: Write) -> None:
    first, lines = write("x.txt", "T"), write("n.jsonl", '{"id": "x", "text": "T"}\n{"id": "y", "text": "T"}\n{"id": "y", "text": "U"}\n')
    _, again, _, twice = articles([str(first), str(lines)])
    assert isinstance(again, Rejected)
    assert isinstance(twice, Rejected)
    assert str(again.error) == f"{lines}:1: the id 'x' came before (in {first})"
    assert str(twice.error) == f"{lines}:3: the id 'y' came before (in {lines}:2)"


def test_given_date_fills_only_what_is_empty(write: Write) -> None:
    path = write("n.jsonl", '{"id": "x", "text": "T"}\n{"id": "y", "text": "T", "published": "2020-02-02"}\n')
    found = [item.published for item in articles([str(path)], published="2024-05-06") if isinstance(item, Article)]
    assert found == ["2024-05-06", "2020-02-02"]


def test_page_gives_article_and_its_own_word(write: Write) -> None:
    pytest.importorskip("trafilatura")
    found = only(str(write("page.html", PAGE)))
    assert isinstance(found, Article)
    assert (found.id, found.language, found.published, found.publisher) == ("page", "az", "2024-05-06", "Nümunə")
    assert found.headline == "Seminar keçirildi"
    assert found.url == "https://example.org/a"
    assert found.text.startswith("Seminar keçirildi\n\nBakıda prokurorlar")
    assert "Ana səhifə" not in found.text


def test_missing_extra_is_named_and_the_rest_read(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("qurultay.sources.html.find_spec", lambda name: None)
    page, text = write("a.html", PAGE), write("b.txt", "T")
    missing, found = articles([str(page), str(text)])
    assert isinstance(missing, Rejected)
    assert "pip install 'qurultay[html]'" in missing.error.reason
    assert isinstance(found, Article)


def test_inputs_are_read_lazily(write: Write) -> None:
    path = write("a.txt", "T")
    stream = articles([str(path), "nowhere.txt"])
    assert next(stream) == Article("a", "T")


@pytest.mark.parametrize(("names", "count"), [(["a.txt"], 1), (["a.txt", "n.jsonl"], None), (["-"], None), ([], 0)])
def test_expected_count(names: list[str], count: int | None) -> None:
    assert expected(names) == count


def test_unknown_language_is_rejected_and_named(write: Write) -> None:
    lines = ['{"id": "x", "text": "T", "language": "de"}', '{"id": "y", "text": "T"}', '{"id": "z", "text": "T", "language": "AZ-Latn"}']
    path = write("n.jsonl", "\n".join(lines))
    rejected, *rest = articles([str(path)], languages=("az", "en"))
    assert isinstance(rejected, Rejected)
    assert str(rejected.error) == f"{path}:1: the language 'de' is not read (az, en)"
    assert [item.id for item in rest if isinstance(item, Article)] == ["y", "z"]
