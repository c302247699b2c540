"""English: where the name of a body ends and that of its officer begins, whose "its" is, and calls at offices."""
# ruff: noqa: E501 (sentences stay whole)

from __future__ import annotations

import pytest

from qurultay.facts import Reader
from qurultay.model import Article, Value
from tests.unit.telling import told

PGO, ORG = "organization/pgo-", "organization/"
HELD = "The seminar was held in Baku. "


@pytest.mark.parametrize(
    ("sentence", "post"),
    [
        ("Head of the Legal Department of the Ministry of Justice Karim Aliyev spoke.", "Karim Aliyev HeadOfDepartment Legal Department of the Ministry of Justice"),
        ("Chief of the Department of International Cooperation Aytan Huseynli spoke.", "Aytan Huseynli HeadOfDepartment Department of International Cooperation"),
        ("Director of the Institute for Retraining of Judges, Prosecutors and Lawyers Olga Savina spoke.", "Olga Savina Director Institute for Retraining of Judges, Prosecutors and Lawyers"),
        ("Jeren Nuryyeva, Rector of the Institute of State, Law and Democracy, spoke.", "Jeren Nuryyeva Rector Institute of State, Law and Democracy"),
        ("The head of the Centre for Education, Science and Culture Jan Kok spoke.", "Jan Kok Director Centre for Education, Science and Culture"),
        ("The head of the Association of Notaries of Georgia, Nino Lomidze, spoke.", "Nino Lomidze Chairperson Association of Notaries of Georgia"),
    ],
)  # fmt: skip
def test_the_name_of_an_officer_is_no_part_of_that_of_the_body(sentence: str, post: str) -> None:
    assert f"post {post}" in told(HELD + sentence, "en")


@pytest.mark.parametrize(
    ("sentence", "post"),
    [
        ("The guests visited the Anti-Corruption Bureau of Latvia. Its Deputy Chairman Andris Ozols spoke.", "Andris Ozols DeputyChairperson Anti-Corruption Bureau of Latvia"),
        ("The seminar was opened by the Notary Chamber of Georgia. Its president Nino Lomidze spoke.", "Nino Lomidze President Notary Chamber of Georgia"),
        ("Georgia sent Nino Lomidze, chair of the Criminal Board of its Supreme Court.", "Nino Lomidze Chairperson Criminal Board"),
        ("Kazakhstan was represented by Chief Justice Aslan Bekov and Montenegro by Supreme Court President Vesna Radulovic.", f"Vesna Radulovic President {ORG}supreme-court-me"),
        ("Hungary was represented by Deputy Justice Minister Anna Kiss, Serbia by Justice Minister Marko Jovic.", f"Marko Jovic Minister {ORG}moj-rs"),
        ("Nino Lomidze will visit the Anti-Corruption Prosecutor's Office tomorrow, where she will be received by chief prosecutor Anna Rusu.", "Anna Rusu Prosecutor Anti-Corruption Prosecutor's Office"),
        ("The head of the Legal Committee of the parliament, Anar Rzayev, spoke.", "Anar Rzayev Chairperson Legal Committee of the parliament"),
    ],
)  # fmt: skip
def test_whose_an_officer_is(sentence: str, post: str) -> None:
    assert f"post {post}" in told(HELD + sentence, "en")


GUEST = "Prosecutor General of Georgia Giorgi Beridze visited the Ministry of Justice of Azerbaijan"


@pytest.mark.parametrize(
    "sentence",
    [
        f"{GUEST}, where he met with Justice Minister Farid Ahmadov.",
        f"{GUEST}, where he was received by Justice Minister Farid Ahmadov.",
        f"{GUEST} on Monday, where he held talks with Justice Minister Farid Ahmadov.",
    ],
)
def test_whom_one_met_at_an_office_that_he_called_at_he_met_on_that_call(sentence: str) -> None:
    facts = told(sentence, "en")
    assert "Visit" not in facts
    assert facts >= {"Meeting attendee Giorgi Beridze", "Meeting attendee Farid Ahmadov", f"Meeting participant {ORG}moj-az"}


@pytest.mark.parametrize(
    ("sentence", "days"),
    [
        ("The seminar was held in Baku on 5 March 2023. The seminar in Ganja will begin on 1 June.", {"2023-03-05", "2023-06-01"}),
        (
            "The seminar was held in Baku on 5 March 2023. The next one, a forum, will be held in Ganja on 12 May.",
            {"2023-03-05", "2023-05-12"},
        ),
    ],
)
def test_the_year_of_the_first_event_is_that_of_days_near_it(sentence: str, days: set[str]) -> None:

    reading = Reader.default().read(Article("x", f"News of the day\n\n{sentence}", "en"))
    told_days = {f.object.lexical for f in reading.facts if f.predicate == "schema:startDate" and isinstance(f.object, Value)}
    assert days <= told_days


def test_a_day_told_aside_is_not_the_same_day() -> None:
    text = "On 4 March 2024 Justice Minister of Georgia Giorgi Beridze was received in Baku by Prosecutor General of Azerbaijan Kamran Orucov. They spoke of the forum, which will be held in Ganja on 20 March. The same day, Giorgi Beridze met with Minister of Justice of Azerbaijan Farid Ahmadov."
    days = [fact for fact in told(text, "en") if fact.startswith("Meeting date")]
    assert days == ["Meeting date 2024-03-04"]


@pytest.mark.parametrize("apart", ["one after the other", "in turn", "separately"])
def test_guests_received_one_by_one(apart: str) -> None:

    text = f"News of the day\n\nBaku, 12 March 2024\n\nMinister of Justice of Azerbaijan Farid Ahmadov received Justice Minister of Georgia Giorgi Beridze and Justice Minister of Hungary Anna Kiss {apart}."
    kinds = [e.kind for e in Reader.default().read(Article("x", text, "en")).entities if e.kind == "Meeting"]
    assert len(kinds) == 2


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        (
            "The seminar was held in Baku on 5 March. The delegations were headed by:\n- Ms. Nino Lomidze, Head of the Legal Department of the Ministry of Justice of Georgia;\n- Mr. Marko Jovic, Deputy Director General of the Directorate of International Law of the Ministry of Justice of Serbia.\nIt ended with a song.",
            {"Seminar attendee Nino Lomidze", "Seminar attendee Marko Jovic", f"Seminar participant {ORG}moj-ge", f"Seminar participant {ORG}moj-rs"},
        ),
        (
            "The seminar was held in Baku on 5 March. It was attended by:\n\u2022 Nino Lomidze, Justice Minister of Georgia\n\u2022 Marko Jovic, Justice Minister of Serbia\n\u2022 Anna Kiss, Justice Minister of Hungary\n",
            {"Seminar attendee Nino Lomidze", "Seminar attendee Marko Jovic", f"Seminar participant {ORG}moj-hu"},
        ),
    ],
)  # fmt: skip
def test_lines_of_a_list_are_of_the_sentence_before_it(text: str, facts: set[str]) -> None:
    assert told(text.replace("5 March. ", "5 March.\n\n"), "en") >= facts


@pytest.mark.parametrize(
    ("sentence", "facts"),
    [
        ("The Ministry of Justice completed the last of three training courses in Ganja on Monday.", {"Training place place/ganja", "Training date 2024-03-11"}),
        ("The second of two seminars was held in Ganja on Monday.", {"Seminar place place/ganja", "Seminar date 2024-03-11"}),
        ("The final of five conferences took place in Ganja on Monday.", {"Conference place place/ganja"}),
        ("The new judicial year was ushered in on Monday with a ceremony in Ganja.", {"Ceremony place place/ganja", "Ceremony date 2024-03-11"}),
        ("The anniversary was marked with a conference in Ganja on Monday.", {"Conference place place/ganja"}),
        ("Prosecutors are in Ganja for a conference, hosted by the Ministry of Justice on 20-22 March.", {"Conference date 2024-03-20", "Conference end 2024-03-22"}),
        ("The guests are in Ganja for a conference, hosted by Baku State University on 20-22 March.", {"Conference date 2024-03-20", "Conference place place/ganja"}),
        ("Nino Lomidze, Justice Minister of Georgia, visited Baku. The programme included a visit to Baku State University.", {"Meeting attendee Nino Lomidze", f"Meeting participant {ORG}bsu"}),
    ],
)  # fmt: skip
def test_events_told_beside_other_nouns(sentence: str, facts: set[str]) -> None:
    assert told(sentence, "en") >= facts


def test_an_audience_was_there() -> None:
    facts = told(
        HELD
        + "Justice Minister Farid Ahmadov told the audience, which included Chief Justice Leyla Aliyeva and Justice Minister of Georgia Nino Lomidze, that justice matters.",
        "en",
    )
    assert facts >= {"Seminar attendee Leyla Aliyeva", "Seminar attendee Nino Lomidze", "Seminar speaker Farid Ahmadov"}
    assert "Seminar speaker Nino Lomidze" not in facts


@pytest.mark.parametrize(
    ("sentence", "facts"),
    [
        ("The three-day course was delivered by Nino Lomidze, a judge of the Supreme Court of Georgia, and Marko Jovic.", {"Training speaker Nino Lomidze", "Training speaker Marko Jovic"}),
        ("The course was conducted by UNODC Representative Mikael Strand.", {"Training speaker Mikael Strand"}),
        ("The course was facilitated by prosecutors Nino Lomidze and Marko Jovic.", {"Training speaker Nino Lomidze", "Training speaker Marko Jovic"}),
    ],
)  # fmt: skip
def test_those_who_teach_a_course_speak_there(sentence: str, facts: set[str]) -> None:
    assert told("A course on mediation was held in Baku. " + sentence, "en") >= facts


def test_one_met_in_the_morning_and_another_in_the_afternoon_are_met_apart() -> None:
    text = "News of the day\n\nBaku, 12 March 2024\n\nMinister of Justice of Azerbaijan Farid Ahmadov met Georgia's Justice Minister Nino Lomidze in the morning and Serbia's Justice Minister Marko Jovic in the afternoon."
    reading = Reader.default().read(Article("x", text, "en"))
    names = {e.ref: e.names[0].text for e in reading.entities if e.names}
    there: dict[str, set[str]] = {}
    for fact in reading.facts:
        if fact.predicate == "schema:attendee" and isinstance(fact.object, str):
            there.setdefault(fact.subject, set()).add(names[fact.object])
    assert sorted(map(sorted, there.values())) == [["Farid Ahmadov", "Marko Jovic"], ["Farid Ahmadov", "Nino Lomidze"]]


def test_the_heads_of_delegations_sign_for_what_they_lead() -> None:
    text = "The seminar was held in Baku on 5 March.\n\nThe delegations were headed by Nino Lomidze, Justice Minister of Georgia, Marko Jovic, Justice Minister of Serbia, and Anna Kiss, Justice Minister of Hungary. A protocol was signed by the heads of delegations."
    assert told(text, "en") >= {f"Protocol signatory {ORG}moj-ge", f"Protocol signatory {ORG}moj-rs", f"Protocol signatory {ORG}moj-hu"}


def test_who_leads_a_delegation_to_a_congress_will_be_there() -> None:
    text = "A trip to Ganja is planned for Thursday. Judge Nino Lomidze of the Supreme Court of Georgia will lead the Georgian delegation to a congress in Bishkek on 8 April."
    assert "Conference attendee Nino Lomidze" in told(text, "en")
