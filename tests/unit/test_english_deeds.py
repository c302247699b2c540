"""What people do at events, told without a verb of attending, and when, where and with whom events are told by the way: small tables."""

from __future__ import annotations

import pytest

from tests.unit.telling import told

_SEMINAR = "A seminar took place in Tbilisi on 5 March. "
_DIRECTOR = "Nino Beridze, Director of the Supreme School of Justice of Georgia"
_THERE = {"Seminar attendee Nino Beridze"}
_SPOKE = {"Seminar attendee Nino Beridze", "Seminar speaker Nino Beridze"}


@pytest.mark.parametrize(
    "sentence",
    [
        f"Certificates were handed over by {_DIRECTOR}.",
        f"Participants were awarded diplomas by {_DIRECTOR}.",
        f"{_DIRECTOR}, presented certificates to the participants.",
        f"{_DIRECTOR}, handed out the awards.",
    ],
)
def test_who_hands_out_certificates_was_there_and_need_not_have_spoken(sentence: str) -> None:
    """Who hands something out attends."""
    facts = told(_SEMINAR + sentence, "en")
    assert facts >= _THERE
    assert "Seminar speaker Nino Beridze" not in facts


@pytest.mark.parametrize(
    "sentence",
    [
        f"Ali Kaya, Minister of Justice of Türkiye, opened the seminar alongside {_DIRECTOR}.",
        f"Ali Kaya, Minister of Justice of Türkiye, together with {_DIRECTOR}, addressed the participants.",
        f"Ali Kaya, Minister of Justice of Türkiye, moderated the seminar jointly with {_DIRECTOR}.",
        f"Ali Kaya, Minister of Justice of Türkiye, spoke alongside {_DIRECTOR}.",
        f"Colonel Ali Kaya guided the participants through cases together with {_DIRECTOR}.",
    ],
)
def test_those_speak_who_do_so_together_with_another(sentence: str) -> None:
    """What one does together with another both do."""
    facts = told(_SEMINAR + sentence, "en")
    assert facts >= _SPOKE | {"Seminar speaker Ali Kaya"}
    assert "Meeting attendee Ali Kaya" not in facts


def test_a_case_that_was_handed_over_tells_of_nobody_who_was_there() -> None:
    """What is no certificate is handed over anywhere."""
    sentence = "The file was handed over by Anna Berg, Prosecutor General of Georgia."
    assert "Seminar attendee Anna Berg" not in told(_SEMINAR + sentence, "en")


def test_a_line_of_somebody_before_a_colon_was_said_by_him() -> None:
    """A quotation after a colon is that of who is named right before it."""
    sentence = "The line of the day belongs to Anna Berg, Chief Justice of the Supreme Court of Georgia: “We are learning.”"
    assert "Seminar speaker Anna Berg" in told(_SEMINAR + sentence, "en")


_CASES: dict[str, set[str]] = {
    "On Monday Anna Berg, a member of the Constitutional Court of Georgia since 2021, gave a guest lecture on “Courts and Time” at Khazar "
    "University.": {"Event date 2024-03-11", "Event speaker Anna Berg", "Event theme Courts and Time"},
    "Questions were put to 35 judges from Georgia and Armenia, who met in Vilnius on 5 March for a seminar of UNODC.": {
        "Seminar date 2024-03-05",
        "Seminar place place/vilnius",
        "Seminar participant state/GE",
        "Seminar organizer organization/unodc",
    },
    "The floor was given to the prosecutors general of Georgia and Armenia, who had gathered in Yerevan on 5 March for a conference.": {
        "Conference date 2024-03-05",
        "Conference place place/yerevan",
        "Conference participant organization/pgo-ge",
    },
    "Eurojust took part in the annual meeting of the Consultative Forum of Prosecutors General, which was held in Budapest on 5 March.": {
        "Session date 2024-03-05",
        "Session place place/budapest",
        "Session participant organization/eurojust",
    },
    "The Embassy of Azerbaijan in Germany hosted an evening dedicated to a poet on 5 March.": {"Event date 2024-03-05"},
    "A two-day forum opened in Baku on Monday. The event, hosted by Khazar University together with the Supreme Court, ends today.": {
        "Forum date 2024-03-11",
        "Forum end 2024-03-12",
        "Forum organizer organization/khazar-university",
        "Forum organizer organization/supreme-court-az",
    },
    "Prosecutors today completed a four-day course on investigations.": {"Training date 2024-03-09", "Training end 2024-03-12"},
    "The Bishkek Mediation Week, pencilled in for 20 March, is off.": {"Conference status Cancelled", "Conference place place/bishkek"},
    "A conference has been pencilled in for 20 May in Tashkent.": {"Conference status Planned", "Conference date 2024-05-20"},
    "The seminar is scheduled for Dushanbe in June.": {"Seminar status Planned", "Seminar place place/dushanbe"},
    "2-3 October: annual forum of the Georgian International Arbitration Centre, Tbilisi.": {
        "Forum status Planned",
        "Forum date 2024-10-02",
        "Forum place place/tbilisi",
    },
    "Last year's finals, hosted by Marmara University in Istanbul, were won by a team from Ganja.": {
        "Event date 2023",
        "Event place place/istanbul",
        "Event organizer Marmara University",
    },
    "At a meeting in Vienna on Monday the participants agreed on a timetable.": {"Meeting status Held", "Meeting date 2024-03-11"},
    "A conference was held in Samarkand on 5 March. A set of Samarkand Recommendations was adopted by consensus.": {
        "Document signed 2024-03-05"
    },
    "The text of a joint declaration was approved at a conference in Samarkand on 5 March.": {"Declaration signed 2024-03-05"},
    "A seminar was held in Tbilisi on 5 March. Prof. Jan Hoogland of Leiden University spoke.": {
        "post Jan Hoogland Professor Leiden University"
    },
    "Eurojust's Vice-President, Mr Joaquim Teixeira, was there. President Annelies Hoekstra is due to travel to Tbilisi.": {
        "post Annelies Hoekstra President organization/eurojust"
    },
    "Vice-Minister Alua Omarova signed the memorandum on behalf of the Kazakh side with Minister of Justice of Georgia Anri Beridze.": {
        "post Alua Omarova DeputyMinister organization/moj-kz",
        "Memorandum signatory organization/moj-kz",
    },
}


@pytest.mark.parametrize(("sentences", "facts"), _CASES.items(), ids=range(len(_CASES)))
def test_what_is_told_by_the_way_is_read(sentences: str, facts: set[str]) -> None:
    """Each construction tells these facts."""
    assert told(sentences, "en") >= facts


_CASES_OF_COMPANY: dict[str, set[str]] = {
    "A conference took place in Tbilisi on 5 March. At the conference, Anna Berg, a judge of the Supreme Court of Georgia, unveiled a "
    "book.": {
        "Conference attendee Anna Berg",
        "Conference participant organization/supreme-court-ge",
    },
    "On the first day of an international conference in Budapest, Ali Kaya, Minister of Justice of Türkiye, spoke about courts.": {
        "Conference place place/budapest",
        "Conference speaker Ali Kaya",
    },
    "A study visit of prosecutors to Baku took place on 4-6 March. The visitors were welcomed by Prosecutor General of Azerbaijan Kamran "
    "Aliyev. The Georgian group was headed by Nino Beridze; the Armenian one by Aram Petrosyan, Deputy Prosecutor General of Armenia.": {
        "Visit attendee Kamran Aliyev",
        "Visit attendee Nino Beridze",
        "Visit attendee Aram Petrosyan",
    },
}


@pytest.mark.parametrize(("sentences", "facts"), _CASES_OF_COMPANY.items(), ids=range(len(_CASES_OF_COMPANY)))
def test_who_did_something_at_an_event_was_there(sentences: str, facts: set[str]) -> None:
    """Whatever somebody did at an event, on a day of it or for its guests, he was there."""
    assert told(sentences, "en") >= facts


_NOT: dict[str, str] = {
    "A seminar was held in Tbilisi on 5 March. President Annelies Hoekstra is due to travel there.": "Seminar attendee Annelies Hoekstra",
    "A seminar was held in Tbilisi on 5 March. Clara Montfort has been named judge; she joins from the Supreme Court.": "Seminar attendee "
    "Clara Montfort",
    "The meeting, held on Monday in Baku, was followed by a visit to a shelter run by the Supreme Court of Georgia.": "Visit organizer "
    "organization/supreme-court-ge",
    "Eurojust took part in a session of the Tashkent Law Forum in Tashkent on 5 March.": "Session framework Tashkent Law Forum",
    "A conference was held in Baku on 5 March. The Bishkek Mediation Week is off.": "Conference place place/bishkek status Held",
}


@pytest.mark.parametrize(("sentences", "fact"), _NOT.items(), ids=range(len(_NOT)))
def test_what_is_not_told_is_not_read(sentences: str, fact: str) -> None:
    """Nobody is put into an event, and nothing is held, that the text does not tell."""
    assert fact not in told(sentences, "en")
