"""Press releases: people in lists that something parts, holders of posts told beside them, how long an event lasts, who signed."""

from __future__ import annotations

import pytest

from qurultay.facts import Reader
from qurultay.model import Article
from tests.unit.telling import told

_FORUM = "A forum was held in Baku on 5 March. "

_TOLD = {
    # what a body is for ends where a full name begins
    "President of the Council of Magistracy Lilian Rotaru spoke.": {"post Lilian Rotaru President Council of Magistracy"},
    "Chairman of the Commission on Ethics Lilian Rotaru spoke.": {"post Lilian Rotaru Chairperson Commission on Ethics"},
    "Head of the Agency for Migration Lilian Rotaru spoke.": {"post Lilian Rotaru Director Agency for Migration"},
    # lists that a clause, another side or an adverb parts
    "Reports were presented by Zahid Aslan (Georgia), who chaired the forum, Aina Sadyr (Kyrgyzstan) and Fatma Ersoy (Hungary).": {
        "Forum speaker Zahid Aslan",
        "Forum speaker Aina Sadyr",
        "Forum speaker Fatma Ersoy",
        "Forum participant state/HU",
    },
    "It was attended by Judges Kanat Isaev and Lira Bekova of the Supreme Court of Georgia and, from the Polish side, Judge Anna "
    "Sobieska and the Ambassador of Poland, Jacek Wolny.": {
        "Forum attendee Anna Sobieska",
        "Forum attendee Jacek Wolny",
        "Forum participant state/PL",
    },
    "It was attended by Justice Minister of Georgia Omar Salim and the then Head of the OSCE Office in Baku, Zlatko Marin.": {
        "Forum attendee Omar Salim",
        "Forum attendee Zlatko Marin",
    },
    "Among those present were Prosecutor General of Moldova Igor Rusu, the mayor of Tbilisi, Petru Ganea, and Judge Ana Lupu.": {
        "Forum attendee Igor Rusu",
        "Forum attendee Petru Ganea",
        "Forum attendee Ana Lupu",
    },
    # posts told for several, and in brackets
    "It was opened by Georgia's Togrul Beridze and Moldova's Erlan Maripov, both prosecutors general.": {
        "post Togrul Beridze ProsecutorGeneral organization/pgo-ge",
        "post Erlan Maripov ProsecutorGeneral organization/pgo-md",
        "Forum speaker Erlan Maripov",
    },
    "It was opened by Georgia's Togrul Beridze and Moldova's Erlan Maripov.": {
        "Forum speaker Erlan Maripov",
        "Forum participant state/MD",
    },
    "Judge Mindaugas Petrov (Supreme Court of Lithuania) spoke.": {"post Mindaugas Petrov Judge organization/supreme-court-lt"},
    "Professor Lina Haddad (Baku State University) was the keynote speaker.": {"Forum speaker Lina Haddad"},
    "The delegation of the Parliament of Hungary was represented by MP Levente Nagy.": {
        "post Levente Nagy Member organization/parliament-hu",
        "Forum attendee Levente Nagy",
    },
    # what lasts until a day begins on another
    "It will last until 8 March.": {"Forum date 2024-03-05", "Forum end 2024-03-08"},
    "The forum, which continues until 8 March, has five sections.": {"Forum date 2024-03-05", "Forum end 2024-03-08"},
}


@pytest.mark.parametrize("sentence", list(_TOLD))
def test_a_forum_is_read_with_all_who_were_there(sentence: str) -> None:
    assert _TOLD[sentence] <= told(_FORUM + sentence, "en")


_NOT_TOLD = {
    "It was opened by Georgia's Togrul Beridze and Moldova's Erlan Maripov.": {"Forum organizer state/GE", "Forum organizer state/MD"},
    "The mayor of Baku and Igor Rusu, the mayor of Tbilisi, spoke.": {"Forum attendee Mayor"},
    "Judge Mindaugas Petrov (Supreme Court of Lithuania) spoke.": {"Forum attendee Supreme Court of Lithuania"},
}


@pytest.mark.parametrize("sentence", list(_NOT_TOLD))
def test_nobody_is_put_into_a_forum_who_was_not_there(sentence: str) -> None:
    assert not _NOT_TOLD[sentence] & told(_FORUM + sentence, "en")


_MET = (
    "On 10 March Minister of Justice of Azerbaijan Farid Ahmadov received a delegation of the Ministry of Justice of Georgia led by "
    "Minister Giorgi Beridze. "
)


def test_a_visit_told_by_its_end_is_that_of_the_guests() -> None:
    found = told(_MET + "The visit will last until 14 March.", "en")
    wanted = {"Visit attendee Giorgi Beridze", "Visit date 2024-03-10", "Visit end 2024-03-14", "Visit place state/AZ"}
    assert wanted <= found
    assert "Visit attendee Farid Ahmadov" not in found


@pytest.mark.parametrize("who", ["the heads of the two delegations", "the heads of the delegations", "the leaders of both delegations"])
def test_heads_of_delegations_sign_for_both_sides(who: str) -> None:
    found = told(_MET + f"A memorandum was signed by {who} following the talks.", "en")
    assert {"Memorandum signatory organization/moj-az", "Memorandum signatory organization/moj-ge"} <= found


def test_guests_leave_tomorrow_for_another_town() -> None:
    found = told("A delegation of the Supreme Court of Georgia visited Baku on 5 March. They leave tomorrow for Shusha.", "en")
    assert {"Visit place place/shusha", "Visit date 2024-03-13", "Visit status Planned"} <= found
    crowd = told(
        "A delegation of the Supreme Court of Georgia came. The delegations saw the park. They leave tomorrow for Shusha.",
        "en",
    )
    assert "Visit date 2024-03-13" in crowd
    assert not any(fact == "Visit place place/shusha" for fact in told("They leave tomorrow for Shusha.", "en"))


_SIGNED = {
    "Press Service of the Constitutional Court, 16 April 2026": ("2026-04-16", None),
    "— Laura Pick, The Example Times, Thursday, October 16, 2025": ("2025-10-16", "The Example Times"),
    "The Court of Example decided on many cases in 2025 and on 4 May 2026.": (None, None),
}


@pytest.mark.parametrize("line", list(_SIGNED))
def test_a_last_line_tells_the_day_and_the_outlet(line: str) -> None:
    article = Article("x", f"Judges meet\n\nA seminar was held in Baku last week.\n\nThere were many guests.\n\n{line}", "en")
    read = Reader.default().read(article).article
    assert (read.published, read.publisher) == _SIGNED[line]


def test_two_days_that_stand_alone_are_those_of_the_event() -> None:
    article = Article("x", "Judges meet\n\n12/02/2026 - 13/02/2026\n\nA seminar was held in Baku.", "en")
    assert Reader.default().read(article).article.published is None


_SPEECH = "Minister of Justice of Georgia Ana Beridze"


@pytest.mark.parametrize(
    "sentence",
    [
        f"{_SPEECH}, in her keynote address, paid tribute to Piet Oort.",
        f"In her opening remarks, {_SPEECH} paid tribute to Piet Oort.",
        f"{_SPEECH}, in her speech, unveiled a plan.",
        f"The forum was declared open by {_SPEECH}.",
    ],
)
def test_who_did_it_in_a_speech_of_his_own_spoke(sentence: str) -> None:
    assert {"Forum speaker Ana Beridze", "Forum participant organization/moj-ge"} <= told(_FORUM + sentence, "en")


@pytest.mark.parametrize(
    "sentence",
    [
        "It was the first time that the Public Prosecution of Qatar had hosted a UN event.",
        "Never before had the Public Prosecution of Qatar hosted such an event.",
    ],
)
def test_what_is_held_for_the_first_time_is_the_event_told(sentence: str) -> None:
    found = told(_FORUM + sentence, "en")
    assert "Forum organizer organization/pgo-qa" in found
    assert "Event" not in found


_OPENED = {
    "The southern branch of the National Institute of Justice was inaugurated in Cahul on 5 March.",
    "On 5 March a training centre of the Ministry of Justice was opened in Cahul by Minister of Justice Doina Rusu.",
}


@pytest.mark.parametrize("sentence", sorted(_OPENED))
def test_those_who_cut_a_ribbon_were_at_the_ceremony(sentence: str) -> None:
    cut = " The ribbon was cut by Ambassador of Hungary Kata Nagy, together with Prosecutor General of Moldova Ion Lupu."
    found = told(sentence + cut, "en")
    wanted = {"attendee Kata Nagy", "attendee Ion Lupu", "participant organization/pgo-md", "place place/cahul", "date 2024-03-05"}
    assert {f"Ceremony {one}" for one in wanted} <= found


_PLACED = {
    "The draft is due to be adopted at the 146th Plenary Session of the Venice Commission (Venice, 13-14 March 2025).": {
        "Session place place/venice",
        "Session date 2025-03-13",
        "Session status Planned",
    },
    "24 lawyers completed training in Tashkent (May 2023), hosted by the Lawyers' Training Centre.": {
        "Training place place/tashkent",
        "Training date 2023-05",
        "Training organizer Lawyers' Training Centre",
    },
    "The Judges' Higher School held a seminar in Baku on 5 March.": {"Seminar organizer Judges' Higher School"},
    '"I came from afar," says Anar Bayli. He told his story yesterday at the closing conference of the project.': {
        "Conference speaker Anar Bayli",
        "Conference date 2024-03-11",
    },
}


@pytest.mark.parametrize("sentence", list(_PLACED))
def test_days_and_places_in_brackets_are_those_of_the_event(sentence: str) -> None:
    assert _PLACED[sentence] <= told(sentence, "en")


def test_views_are_exchanged_at_a_meeting_of_the_guests() -> None:
    visit = "A delegation of the Venice Commission visited Tbilisi on 5 March. "
    partners = "Minister of Justice of Georgia Ana Beridze, Prosecutor General of Georgia Ivo Kobidze and judges of the Supreme Court"
    found = told(visit + f"Exchanges of views took place with {partners}.", "en")
    assert {"Meeting attendee Ana Beridze", "Meeting participant organization/venice-commission"} <= found
    assert "Meeting" not in told(_FORUM + "An exchange of views took place at the forum.", "en")


_THEMES = {
    "A seminar on mediation in family disputes was held in Baku on 5 March.": "mediation in family disputes",
    "The guests attended a workshop on asset recovery run by UNODC in Khiva.": "asset recovery",
    "A course on the drafting of judgments for young judges took place in Ganja in May.": "the drafting of judgments",
    "A training on the work of prosecutors with victims began in Baku on 3 March.": "the work of prosecutors",
    "A conference on the role of courts was held in Baku on 4 March.": "the role of courts",
    "A course on judgment writing for judges was held in Baku on 3 March.": None,
    "A seminar on 5 March in Baku gathered judges.": None,
    "A seminar on the law of Georgia was held in Baku on 5 March.": None,
}


@pytest.mark.parametrize("sentence", list(_THEMES))
def test_a_gathering_on_mere_nouns_has_them_for_its_theme(sentence: str) -> None:
    themes = [fact.partition(" theme ")[2] for fact in told(sentence, "en") if " theme " in fact]
    assert themes == ([_THEMES[sentence]] if _THEMES[sentence] else [])


def test_the_office_of_a_town_is_not_that_of_the_state() -> None:
    found = told("Officials of the Baku prosecutor's office took part in a seminar in Baku.", "en")
    assert "Seminar participant organization/pgo-az" not in found
    assert "Seminar organizer organization/unodc" in told("A seminar in Baku was run by the UN drugs and crime office.", "en")


_LATER = {
    "Marin was succeeded by Ana Rusu.": {"post Ana Rusu Director OSCE Office in Baku"},
    "He has since been replaced by Ana Rusu.": {"post Ana Rusu Director OSCE Office in Baku"},
    "The Turkish side had sent Deputy Minister Volkan Demir; he urged faster replies.": {"Forum speaker Volkan Demir"},
    "The Vice-President of the Audit Authority of Moldova, Ion Lupu, was heard as an invited expert.": {"Forum speaker Ion Lupu"},
}


@pytest.mark.parametrize("sentence", list(_LATER))
def test_he_is_the_one_spoken_of_last(sentence: str) -> None:
    opened = "Zlatko Marin, head of the OSCE Office in Baku, opened it. "
    assert _LATER[sentence] <= told(_FORUM + opened + sentence, "en")


def test_members_of_a_body_are_on_a_visit_that_others_arranged() -> None:
    found = told(
        "Members of the Azerbaijani Bar Association were in Strasbourg on 19-20 February for a programme arranged by the Council of "
        "Europe. "
        "At the European Court of Human Rights the group was received by Judge Erik Brouck.",
        "en",
    )
    wanted = {"place place/strasbourg", "date 2024-02-19", "end 2024-02-20", "organizer organization/council-of-europe"}
    assert {f"Visit {one}" for one in wanted} <= found
    assert "Meeting attendee Erik Brouck" in found
