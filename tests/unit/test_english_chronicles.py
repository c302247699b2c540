"""English: chronicles, whose headings tell the day and the town of what stands under them; signings; events told by what they were for."""
# ruff: noqa: E501 (sentences stay whole)

from __future__ import annotations

import pytest

from qurultay.facts import Reader
from qurultay.model import Article, Value
from tests.unit.telling import told

_PREDICATES = {
    "schema:startDate": "from",
    "schema:endDate": "to",
    "schema:location": "in",
    "q:status": "is",
    "q:speaker": "speaker",
    "schema:attendee": "there",
}


def _events(text: str) -> set[str]:
    """Return what is told of each event, in one line each: "Forum from 2025-03-03 in place/tbilisi"."""
    reading = Reader.default().read(Article("x", text, "en"))
    names = {e.ref: e.path or (e.names[0].text if e.names else e.ref) for e in reading.entities}
    found = set()
    for event in (e for e in reading.entities if e.ref.startswith("e") and e.kind != "Membership"):
        facts = [f for f in reading.facts if f.subject == event.ref and f.predicate in list(_PREDICATES)[:3]]
        values = {f.predicate: f.object.lexical if isinstance(f.object, Value) else names[f.object] for f in facts}
        status = next(f.object for f in reading.facts if f.subject == event.ref and f.predicate == "q:status")
        told_of = [f"{_PREDICATES[p]} {values[p]}" for p in _PREDICATES if p in values]
        found.add(" ".join([event.kind, *told_of, *([] if status == "q:Held" else [str(status).removeprefix("q:").lower()])]))
    return found


_WEEK = """Chronicle of the week, 3-9 March 2025

Monday, 3 March. Tbilisi. Second hearing of amendments to the Law on Courts at the Committee on Legal Issues.

Same day, Ashgabat. A conference on mediation brought together forty judges.

4 March. The Ministry of Justice of Georgia held a seminar on legal aid.

5-6 March, Astana: a round table was held. 7 March: the Ministry of Justice of Kazakhstan hosted a forum.

Thursday, 6 March. Minsk. The meeting of the Council of Chairmen of Supreme Courts, announced for this date, did not take place.

Next week. 11-12 March, Astana: regional forum of women judges. 13 March, Chisinau: general assembly of judges.
"""


def test_headings_tell_the_day_and_the_town_of_what_stands_under_them() -> None:
    assert {
        "Session from 2025-03-03 in place/tbilisi",
        "Conference from 2025-03-03 in place/ashgabat",
        "Seminar from 2025-03-04",
        "Seminar from 2025-03-05 to 2025-03-06 in place/astana",
        "Forum from 2025-03-07 in state/KZ",
        "Forum from 2025-03-11 to 2025-03-12 in place/astana planned",
        "Session from 2025-03-13 in place/chisinau planned",
    } <= _events(_WEEK)


_BULLETIN = """Who met whom

The Postbag, No. 58, Sunday 9 March 2025

MONDAY: TBILISI
A round table on legal aid was held.

The Ministry of Justice of Georgia also hosted a conference.

TUESDAY: BAKU
A forum on cybercrime brought together forty prosecutors.

WEDNESDAY: ASTANA
The Supreme Court of Kazakhstan held a seminar.

COMING UP
- 14 March, Tashkent: conference on mediation.
- 17-18 March, Vienna: workshop on asset recovery.
"""


def test_a_heading_on_a_line_of_its_own_holds_until_the_next() -> None:
    assert {
        "Seminar from 2025-03-03 in place/tbilisi",
        "Conference from 2025-03-03 in place/tbilisi",
        "Forum from 2025-03-04 in place/baku",
        "Seminar from 2025-03-05 in place/astana",
        "Conference from 2025-03-14 in place/tashkent planned",
        "Seminar from 2025-03-17 to 2025-03-18 in place/vienna planned",
    } == _events(_BULLETIN)


def test_an_office_under_a_heading_is_that_of_its_state() -> None:
    text = "The week in justice, 3-7 March 2025\n\n3 March. Budapest. The Minister of Justice received the Ambassador of Kazakhstan.\n\n4 March. Astana. The Prosecutor General met the Ambassador of Hungary.\n"
    reading = Reader.default().read(Article("x", text, "en"))
    paths = {e.path for e in reading.entities}
    assert {"organization/moj-hu", "organization/pgo-kz"} <= paths


def test_what_stands_under_one_day_is_another_event_than_what_stands_under_the_next() -> None:
    text = (
        "Diary, 3-7 March 2025\n\n3 March. Baku. A seminar on mediation was held.\n\n4 March. Baku. The seminar on legal aid was opened.\n"
    )
    assert {"Seminar from 2025-03-03 in place/baku", "Seminar from 2025-03-04 in place/baku"} <= _events(text)


def test_a_dateline_is_no_heading() -> None:
    text = "Ministers meet\n\nBaku, 12 March 2024. A seminar was organised by the Ministry of Justice of Georgia.\n\nA forum was held by the Ministry of Justice of Georgia.\n"
    assert not any("2024-03-12" in event or "place/baku" in event for event in _events(text))


_MASTHEADS = [
    ("The Postbag, No. 58, Sunday 9 February 2025", "2025-02-09"),
    ("No. 44, Friday, 8 November 2024", "2024-11-08"),
    ("PRESS RELEASE | The Hague, 28 November 2024", "2024-11-28"),
    ("Ministry of Justice, Budapest – 26 February 2026", "2026-02-26"),
    ("By our correspondent, October 2, 2025", "2025-10-02"),
]


@pytest.mark.parametrize(("line", "day"), _MASTHEADS)
def test_a_short_line_that_a_day_ends_under_the_headline_dates_the_article(line: str, day: str) -> None:
    text = f"Judges meet\n\n{line}\n\nThe judges of the Supreme Court of Georgia met in Tbilisi to discuss the reform of the courts.\n"
    assert Reader.default().read(Article("x", text, "en")).article.published == day


@pytest.mark.parametrize("line", ["The forum was first held on 9 February 2025 in Astana", "Programme for 8-9 November 2024"])
def test_other_lines_do_not(line: str) -> None:
    text = f"Judges meet\n\n{line}\n\nThe judges of the Supreme Court of Georgia met in Tbilisi to discuss the reform of the courts.\n"
    assert Reader.default().read(Article("x", text, "en")).article.published is None


_LABELS = {
    "Words of welcome: {}": "speaker",
    "Rapporteur: {}": "speaker",
    "First lecturer: {}": "speaker",
    "Opening remarks: {}": "speaker",
    "Witnessing the oath: {}": "attendee",
    "In the jury: {}": "attendee",
    "Also present: {}": "attendee",
}


@pytest.mark.parametrize("label", _LABELS)
def test_a_label_tells_what_people_did(label: str) -> None:
    people = label.format("Giorgi Beridze, Prosecutor General of Georgia; Peter Polt, Prosecutor General of Hungary.")
    found = told(f"A conference was held in Tashkent on 5 March. {people}", "en")
    assert {f"Conference {_LABELS[label]} Giorgi Beridze", f"Conference {_LABELS[label]} Peter Polt"} <= found


_PAIR = "Prosecutor General of Kazakhstan Berik Asylov", "Prosecutor General of Hungary Peter Polt"
_SIGNINGS = [
    f"{_PAIR[0]} and {_PAIR[1]} signed a memorandum of cooperation in Astana on 5 March.",
    f"{_PAIR[0]} signed a memorandum of cooperation with {_PAIR[1]} in Astana on 5 March.",
    f"{_PAIR[0]} and {_PAIR[1]} put their names to a memorandum of cooperation in Astana on 5 March.",
    f"On 5 March, a memorandum of cooperation was signed in Astana by {_PAIR[0]} and {_PAIR[1]}.",
    f"{_PAIR[0]} said in Astana on 5 March after signing, with {_PAIR[1]}, a memorandum of cooperation that trust was growing.",
]


@pytest.mark.parametrize("sentence", _SIGNINGS)
def test_a_signing_by_people_of_two_bodies_is_a_ceremony(sentence: str) -> None:
    assert {
        "Ceremony date 2024-03-05",
        "Ceremony place place/astana",
        "Ceremony attendee Berik Asylov",
        "Ceremony attendee Peter Polt",
        "Memorandum signed 2024-03-05",
    } <= told(sentence, "en")


def test_a_signing_at_another_event_is_none_of_its_own() -> None:
    found = told(f"A forum was held in Astana on 5 March. {_PAIR[0]} and {_PAIR[1]} signed a memorandum.", "en")
    assert "Forum attendee Peter Polt" in found
    assert "Ceremony" not in found


def test_a_signing_by_bodies_is_no_ceremony() -> None:
    found = told("The Ministry of Justice of Georgia and UNDP signed a memorandum in Tbilisi on 5 March.", "en")
    assert "Memorandum signed 2024-03-05" in found
    assert "Ceremony" not in found


_UNTOLD = [
    (
        "A forum opened in Astana on 5 March with Giorgi Beridze, Prosecutor General of Georgia. Officers from Armenia were expected, but their forum was cancelled.",
        "Forum status Cancelled",
    ),
    ("The Ministry of Justice of Georgia opened an office in Batumi.", "Ceremony"),
    ("The conference hall was full on 5 March in Tashkent.", "Conference"),
    ("Prosecutor General of Georgia Giorgi Beridze asked for help on 5 March for a conference in May.", "Conference date 2024-03-05"),
]


@pytest.mark.parametrize(("sentence", "fact"), _UNTOLD)
def test_what_is_no_event_is_not_told(sentence: str, fact: str) -> None:
    assert fact not in told(sentence, "en")


_TOLD_BY = """
"Digital Evidence" was the subject of a round table at the Academy of Justice in Baku on 5 March.
    Seminar date 2024-03-05; Seminar place place/baku; Seminar theme Digital Evidence
The occasion was an international conference on mediation in Tashkent.
    Conference place place/tashkent
The title of the conference was hard to forget. It was held in Tashkent on 5 March.
    Event date 2024-03-05
On 5 March the Ministry of Justice of Georgia sat thirty advocates down for a training on legal aid.
    Training date 2024-03-05; Training organizer organization/moj-ge
On Monday the Prosecutor General's Office of Georgia managed to get eleven heads of agencies into one room for its Integrity Forum.
    Forum date 2024-03-11; Forum organizer organization/pgo-ge
The Ministry of Justice of Georgia organised a conference on mediation. It was held in Tashkent on 5 March.
    Conference date 2024-03-05; Conference place place/tashkent; Conference organizer organization/moj-ge
A conference on mediation brought together judges from Georgia. Organised by the Ministry of Justice of Georgia in Tashkent.
    Conference organizer organization/moj-ge; Conference place place/tashkent
The 17th session of the Council of Prosecutors General was held here on Tuesday.
    Session date 2024-03-12; Session place place/baku
Prosecutor General of Georgia Giorgi Beridze and UNDP Representative Mikael Strand inaugurated a forensic laboratory in Batumi on 5 March.
    Ceremony attendee Giorgi Beridze; Ceremony attendee Mikael Strand; Ceremony date 2024-03-05; Ceremony place place/batumi
A digital forensics laboratory was opened in Bishkek on 9 March.
    Ceremony date 2024-03-09; Ceremony place place/bishkek
A resource centre was opened in Osh by UNDP Representative Mikael Strand.
    Ceremony attendee Mikael Strand; Ceremony place place/osh
The chairman of the Supreme Court of Georgia Giorgi Beridze opened a new courthouse in Batumi.
    Ceremony attendee Giorgi Beridze; Ceremony place place/batumi
A conference was held in Astana on 4 March. A day later the guests attended the opening of the Mediation Centre.
    Ceremony date 2024-03-05; Conference date 2024-03-04
Giorgi Beridze, Prosecutor General of Georgia, unveiled a plaque in Tbilisi on Monday.
    Ceremony attendee Giorgi Beridze; Ceremony date 2024-03-11
Judges from Georgia and Hungary filled the hall of the museum in Tashkent on 5 March. The occasion was a conference on mediation.
    Conference date 2024-03-05
Prosecutor General of Georgia Giorgi Beridze is on a three-day visit to Hungary, which ends tomorrow in Debrecen.
    Visit date 2024-03-11; Visit end 2024-03-13; Visit place state/HU; Visit status Held
The official visit of a delegation led by Prosecutor General of Georgia Giorgi Beridze to Serbia has come to an end. The delegation, which arrived in Belgrade on 8 March, was received on 9 March by Serbian Minister of Justice Dejan Ilić.
    Visit date 2024-03-08; Meeting date 2024-03-09; Meeting attendee Giorgi Beridze
Following the signature yesterday of an agreement between the Ministry of Justice of Georgia and UNDP, prosecutors will be able to exchange data.
    Agreement signed 2024-03-11; Agreement signatory organization/moj-ge
The Ministry of Justice of Georgia held a meeting with UNDP in Tbilisi. An agreement was signed at the meeting on 5 March.
    Agreement signed 2024-03-05; Meeting date 2024-03-05
The meeting of experts which Tashkent was to host on 20 March has been postponed until May.
    Meeting place place/tashkent; Meeting date 2024-05; Meeting status Planned
A conference on mediation was opened in Tashkent on Monday. A day earlier, Giorgi Beridze, Prosecutor General of Georgia, met with Peter Polt, Prosecutor General of Hungary.
    Conference date 2024-03-11; Meeting date 2024-03-10
A conference on mediation took place in Tashkent from Wednesday to Friday. The next will be held from Monday to Wednesday.
    Conference date 2024-03-06; Conference end 2024-03-08
The forum was held in Astana on 6 March. A day before the forum, Giorgi Beridze, Prosecutor General of Georgia, met with Peter Polt, Prosecutor General of Hungary.
    Forum date 2024-03-06; Meeting date 2024-03-05
The Council of Prosecutors General held its session in Astana on 6 March. The last one was in May 2022. On the eve of the session Giorgi Beridze, Prosecutor General of Georgia, was received by Peter Polt, Prosecutor General of Hungary.
    Session date 2024-03-06; Meeting date 2024-03-05
The forum was held in Astana on 6-7 March. Two days after the forum, Giorgi Beridze, Prosecutor General of Georgia, met with Peter Polt, Prosecutor General of Hungary.
    Forum end 2024-03-07; Meeting date 2024-03-09
A seminar for judges was held at Istanbul University on 6 March.
    Seminar place place/istanbul
The meeting of ministers was held in Astana on 6 March and was preceded, on 5 March, by the meeting of senior officials.
    Meeting date 2024-03-05; Meeting date 2024-03-06
"""


def _pairs(table: str) -> list[tuple[str, set[str]]]:
    lines = table.strip().splitlines()
    return [(text, set(facts.strip().split("; "))) for text, facts in zip(lines[::2], lines[1::2], strict=True)]


@pytest.mark.parametrize(("sentences", "facts"), _pairs(_TOLD_BY))
def test_an_event_is_told_by_other_words(sentences: str, facts: set[str]) -> None:
    assert facts <= told(sentences, "en")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Judges of two courts came to Tbilisi.\nThe Supreme Court of Georgia held a conference on mediation in Tbilisi, 9 February 2025.\n"),
        ("az", "Məhkəmələr bir araya gəlib.\nTbilisidə Gürcüstan Ali Məhkəməsinin konfransı keçirilib, 9 fevral 2025.\n"),
        ("tr", "Mahkemeler bir araya geldi.\nTiflis'te Gürcistan Yüksek Mahkemesinin konferansı düzenlendi, 9 Şubat 2025.\n"),
        ("ru", "Суды собрались вместе.\nВ Тбилиси прошла конференция Верховного суда Грузии, 9 февраля 2025 года.\n"),
    ],
)  # fmt: skip
def test_a_sentence_that_ends_with_a_day_is_no_masthead(language: str, text: str) -> None:
    reading = Reader.default().read(Article("x", f"Xəbər Новости Haber News\n{text}", language))
    assert "q:Conference" in {fact.object for fact in reading.facts if fact.predicate == "rdf:type"}


def test_a_byline_is_no_speaker() -> None:
    assert not any(
        "Leyla" in fact for fact in told("The Supreme Court of Georgia held a conference in Tbilisi.\n\nReport: Leyla Hasanova", "en")
    )
