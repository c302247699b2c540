"""English: guests on a visit, those who receive them one after another, and those who come along."""

from __future__ import annotations

import pytest

from qurultay.facts import Reader
from qurultay.model import Article, Value
from tests.unit.telling import told

_MINISTER = "Minister of Justice of Georgia Giorgi Beridze"
_VISIT = "A delegation led by Pal Kovacs, Chairman of the Supreme Court of Hungary, arrived in Baku on a visit on 5 March. "

_ROUNDS = {
    f"{_MINISTER} on Monday hosted three guests. He met Deputy Secretary General of the OSCE Anna Berg.": {
        "Meeting attendee Anna Berg",
        "Meeting date 2024-03-11",
    },
    f"{_MINISTER} held several meetings in Tbilisi on Monday. He received Ambassador of Hungary Pal Kovacs.": {
        "Meeting attendee Pal Kovacs",
        "Meeting date 2024-03-11",
    },
    f"On Monday {_MINISTER} received foreign guests. His first guest was Ambassador of Hungary Pal Kovacs.": {
        "Meeting attendee Pal Kovacs",
        "Meeting attendee Giorgi Beridze",
        "Meeting date 2024-03-11",
    },
    f"{_MINISTER} met Prosecutor General of Latvia Juris Ozols on Monday. Her next visitor was Ambassador of Hungary Pal Kovacs.": {
        "Meeting attendee Juris Ozols",
        "Meeting attendee Pal Kovacs",
        "Meeting participant state/HU",
    },
    f"{_MINISTER} spoke at a seminar in Tbilisi. Among his guests were Ambassador of Hungary Pal Kovacs and Prosecutor General of "
    "Latvia Juris Ozols.": {"Meeting attendee Pal Kovacs", "Meeting attendee Juris Ozols"},
}


@pytest.mark.parametrize(("sentences", "facts"), _ROUNDS.items())
def test_meetings_of_a_round_are_of_its_day(sentences: str, facts: set[str]) -> None:
    assert facts <= told(sentences, "en")


_THERE = {
    _VISIT + "The guests were welcomed at the Supreme Court by Chairman Rauf Hajizade.": {
        "Meeting participant organization/supreme-court-az",
        "Meeting participant organization/supreme-court-hu",
        "post Rauf Hajizade Chairperson organization/supreme-court-az",
    },
    _VISIT + "The guests were received at the Supreme Court by Chairman Rauf Hajizade, who told them about the reform of the courts.": {
        "Meeting speaker Rauf Hajizade"
    },
    _VISIT + "Kovacs met with Minister of Justice Farid Ahmadov. Ambassador of Hungary Janos Nagy accompanied the guests at the meeting.": {
        "Meeting attendee Janos Nagy"
    },
    _VISIT
    + "The guests were received by Minister of Justice Farid Ahmadov. They were received by Prosecutor General Kamran Aliyev. "
    + "Ambassador of Hungary Janos Nagy accompanied the guests at all meetings.": {"Meeting attendee Janos Nagy"},
    _VISIT + "The delegation is accompanied by Ambassador of Hungary Janos Nagy.": {"Visit attendee Janos Nagy"},
    _VISIT + "Ambassador of Hungary Janos Nagy accompanied the delegation during the visit.": {"Visit attendee Janos Nagy"},
    f"{_MINISTER} spoke at a seminar in Tbilisi on 5 March. On the sidelines he met with Juris Ozols, who heads the Bar of Latvia.": {
        "Meeting attendee Giorgi Beridze",
        "Meeting attendee Juris Ozols",
    },
    "The seminar in Baku was attended by Anar Guliyev, head of the Legal Department of the Ministry of Justice.": {
        "Seminar participant organization/moj-az"
    },
    "The seminar in Baku was attended by Anar Guliyev, the head of the International Relations Department of the Supreme Court.": {
        "Seminar participant organization/supreme-court-az"
    },
    "The supreme courts of Georgia and Hungary signed a memorandum in Baku on 5 March. "
    + "The supreme courts will hold a seminar in Tbilisi on 10 April.": {
        "Seminar organizer organization/supreme-court-ge",
        "Seminar organizer organization/supreme-court-hu",
    },
    f"{_MINISTER} will speak at a symposium on migration law organised by Tbilisi State University together with UNDP in Batumi.": {
        "Seminar organizer organization/undp"
    },
    f"{_MINISTER} made a speech at a conference organised by UNDP together with the OSCE in Batumi on 5 March.": {
        "Conference organizer organization/undp",
        "Conference organizer organization/osce",
    },
}


@pytest.mark.parametrize(("sentences", "facts"), _THERE.items())
def test_hosts_and_companions_are_read(sentences: str, facts: set[str]) -> None:
    assert facts <= told(sentences, "en")


_NOT_THERE = {
    _VISIT
    + "The guests were received by Minister of Justice Farid Ahmadov and later by Rector of Baku State University Leyla Gambarova. "
    + "Speaking at the Ministry of Justice, Ahmadov said that courts are slow.": ("Meeting speaker Leyla Gambarova"),
    f"{_MINISTER} met with Prosecutor General of Latvia Juris Ozols in Batumi. On 3 May 2021 the two signed a memorandum in Riga.": (
        "Meeting date 2021-05-03"
    ),
    f"{_MINISTER} met with Prosecutor General of Latvia Juris Ozols in Batumi. Earlier Anna Berg gave a lecture at Batumi University.": (
        "Meeting attendee Anna Berg"
    ),
    f"{_MINISTER} received Ambassador of Hungary Janos Nagy. He discussed mediation with the ambassador.": "Meeting speaker Giorgi Beridze",
}


@pytest.mark.parametrize(("sentences", "fact"), _NOT_THERE.items())
def test_who_spoke_elsewhere_is_not_at_the_meeting(sentences: str, fact: str) -> None:
    facts = told(sentences, "en")
    assert facts
    assert fact not in facts


def test_a_side_in_a_headline_is_the_office_of_the_article() -> None:
    text = f"Georgian side attends seminar\n\nRiga, 12 March 2024\n\n{_MINISTER} took part in a seminar in Riga."
    reading = Reader.default().read(Article("x", text, "en"))
    paths = {e.ref: e.path for e in reading.entities}
    assert {paths[str(f.object)] for f in reading.facts if f.predicate == "q:participant"} == {"organization/moj-ge"}


_DELEGATIONS = {
    "Prosecutor General of Hungary Pal Kovacs arrived in Baku on a visit at the head of a delegation consisting of Head of the Legal "
    "Department Anna Toth and prosecutor Janos Nagy on 5 March.": {
        "Visit attendee Pal Kovacs",
        "Visit attendee Anna Toth",
        "Visit attendee Janos Nagy",
    },
    "Minister of Justice of Hungary Pal Kovacs visited Tbilisi on 5 March with a delegation consisting of Ambassador Anna Toth and Rector "
    "of the National University of Public Service Janos Nagy.": {"Visit attendee Anna Toth", "Visit attendee Janos Nagy"},
    _VISIT + "The guest came with a delegation composed of judges Anna Toth and Janos Nagy.": {"Visit attendee Pal Kovacs"},
    "The Asia Integrity Forum was held in Seoul on 5 March.": {"Forum place place/seoul", "Forum date 2024-03-05"},
    f"{_MINISTER} took part in the Central Asia Justice Forum organised by UNDP in Almaty on 5 March.": {
        "Forum attendee Giorgi Beridze",
        "Forum organizer organization/undp",
    },
    "The Caspian Anti-Corruption Conference took place in Astana on 5 March.": {"Conference place place/astana"},
    "The forum of ombudsmen was first held in Samarkand in 2022.": {"Forum place place/samarkand", "Forum date 2022"},
    "A monitoring visit will be made to prisons in Osh in November.": {
        "Visit place place/osh",
        "Visit status Planned",
        "Visit date 2024-11",
    },
    "A working visit was paid to Osh by prosecutors of Georgia on 5 March.": {"Visit date 2024-03-05"},
    "Judges of five states met in Batumi on 4 March for a conference. The two-day event, “Courts in the Digital Age”, ended on Tuesday. It "
    "was opened by Minister of Justice of Georgia Giorgi Beridze.": {
        "Conference theme Courts in the Digital Age",
        "Conference speaker Giorgi Beridze",
    },
    f"{_MINISTER} told a session of the International Legal Forum in Batumi on 5 March that courts are slow.": {
        "Session date 2024-03-05",
        "Session speaker Giorgi Beridze",
    },
    f"{_MINISTER} spoke at a forum in Riga on 5 March. He discussed the training of judges with Prosecutor General of Latvia Juris "
    "Ozols.": {"Meeting attendee Giorgi Beridze", "Meeting attendee Juris Ozols"},
}


@pytest.mark.parametrize(("sentences", "facts"), _DELEGATIONS.items())
def test_delegations_and_named_events_are_read(sentences: str, facts: set[str]) -> None:
    assert facts <= told(sentences, "en")


def test_the_day_of_a_session_is_not_that_of_its_forum() -> None:
    facts = told(f"{_MINISTER} told a session of the International Legal Forum in Batumi on 5 March that courts are slow.", "en")
    assert "Forum date 2024-03-05" not in facts


_TWO_MEETINGS = (
    "Minister of Justice of Hungary Pal Kovacs met with Minister of Justice of Georgia Giorgi Beridze on 5 March. He was received by "
    "Prosecutor General of Georgia Ana Rusu on 6 March. "
)


@pytest.mark.parametrize(
    "sentence",
    [
        "Ambassador of Latvia Eszter Farkas sat in on the talks between the two ministers.",
        "Ambassador of Latvia Eszter Farkas attended the meeting between Kovacs and Beridze.",
        "Ambassador of Latvia Eszter Farkas took part in the talks between the two ministers.",
    ],
)
def test_talks_between_two_are_those_at_which_they_were(sentence: str) -> None:
    reading = Reader.default().read(Article("x", f"News\n\nBaku, 12 March 2024\n\n{_TWO_MEETINGS}{sentence}", "en"))
    names = {e.ref: e.names[0].text for e in reading.entities if e.names}
    dates = {f.subject: f.object.lexical for f in reading.facts if f.predicate == "schema:startDate" and isinstance(f.object, Value)}
    there = {f.subject for f in reading.facts if f.predicate == "schema:attendee" and names.get(str(f.object)) == "Eszter Farkas"}
    assert {dates.get(event) for event in there} == {"2024-03-05"}


_TALKS = {
    f"{_MINISTER} spoke at a forum in Riga on 5 March. His conversation with Prosecutor General of Latvia Juris Ozols focused on courts.": {
        "Meeting attendee Juris Ozols",
        "Meeting attendee Giorgi Beridze",
    },
    f"{_MINISTER} spoke at a forum in Riga on 5 March. His talks with Ambassador of Hungary Janos Nagy centred on mediation.": {
        "Meeting attendee Janos Nagy"
    },
    "Pal Kovacs, Rector of the Pushkin Kazan State Law University, spoke at a seminar in Riga.": {
        "post Pal Kovacs Rector Pushkin Kazan State Law University"
    },
    "Minister of Justice of Hungary Pal Kovacs was received by Senate Deputy Speaker Leyla Aliyeva on 5 March.": {
        "Meeting participant Senate",
        "post Leyla Aliyeva DeputyChairperson Senate",
    },
    "Alan Kovacs met Chair of the Constitutional Court of Georgia Ana Rusu, who told him about the procedure introduced in the country. "
    "The meeting was held on 5 March.": {"Meeting attendee Ana Rusu"},
}


@pytest.mark.parametrize(("sentences", "facts"), _TALKS.items())
def test_talks_told_by_nouns_are_read(sentences: str, facts: set[str]) -> None:
    assert facts <= told(sentences, "en")


def test_who_is_of_neither_side_did_not_speak_at_a_meeting_of_two() -> None:
    text = f"{_MINISTER} met with Prosecutor General of Latvia Juris Ozols on 5 March.\n\n"
    assert "Meeting speaker Anna Berg" not in told(text + "Rector of Baku State University Anna Berg said that trainees would come.", "en")
    assert "Meeting speaker Anna Berg" in told(text + "Deputy Prosecutor General of Latvia Anna Berg said that trainees would come.", "en")


def test_a_clause_of_a_verb_alone_is_read() -> None:
    facts = told(f"{_MINISTER} met with Prosecutor General of Latvia Juris Ozols on 5 March. Applauded, he left.", "en")
    assert "Meeting attendee Juris Ozols" in facts
