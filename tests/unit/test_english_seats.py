"""English: in which state a post is held that is told without one, and which posts nobody is said to hold."""
# ruff: noqa: E501 (sentences stay whole)

from __future__ import annotations

import pytest

from tests.unit.telling import told

ORG = "organization/"
VISIT = "A delegation led by Prosecutor General of Azerbaijan Anar Bayli was on an official visit to Serbia from 8 to 10 March. "


@pytest.mark.parametrize(
    ("sentences", "posts"),
    [
        ("On Monday Prosecutor General of Azerbaijan Anar Bayli met Justice Minister Goran Ilic in Belgrade.", {f"Goran Ilic Minister {ORG}moj-rs"}),
        (VISIT + "On 9 March the delegation was received by Justice Minister Goran Ilic.", {f"Goran Ilic Minister {ORG}moj-rs"}),
        (VISIT + "Speaker Ana Petric received the guests.", {f"Ana Petric Chairperson {ORG}parliament-rs"}),
        (VISIT + "Bayli held talks with Constitutional Court President Goran Ilic.", {f"Goran Ilic President {ORG}constitutional-court-rs"}),
        (VISIT + "The delegation was received by President Goran Ilic.", {"Goran Ilic HeadOfState state/RS"}),
        ("The Moldovan delegation is led by Justice Minister Ana Rusu.", {f"Ana Rusu Minister {ORG}moj-md"}),
        ("The Kazakh delegation included Asel Nurpeisova, deputy prosecutor general, and Justice Minister Timur Bekov.", {f"Asel Nurpeisova DeputyProsecutorGeneral {ORG}pgo-kz", f"Timur Bekov Minister {ORG}moj-kz"}),
        ("Hungary, an observer, was represented by Zsolt Farkas, deputy speaker of its National Assembly.", {f"Zsolt Farkas DeputyChairperson {ORG}parliament-hu"}),
        ("Ana Moreira, Portugal's prosecutor general, and Justice Minister Rui Costa welcomed the delegates.", {f"Ana Moreira ProsecutorGeneral {ORG}pgo-pt", f"Rui Costa Minister {ORG}moj-pt"}),
        ("Wednesday, 5 March. Budapest. Constitutional Court President Balint Tarnoki opened a seminar.", {f"Balint Tarnoki President {ORG}constitutional-court-hu"}),
        ("Justice Minister of Azerbaijan Anar Bayli invited Justice Minister of Hungary Judit Halmai to a forum in Baku. The meeting was also attended by Deputy Minister Leyla Karimli.", {f"Leyla Karimli DeputyMinister {ORG}moj-az"}),
        ("Public Prosecutor of Oman Hamad Rawahi chaired the meeting.", {f"Hamad Rawahi ProsecutorGeneral {ORG}pgo-om"}),
        ("On Monday the chairman received in Astana Ambassador of Switzerland Nicolas Berthoud.", {"Nicolas Berthoud Ambassador state/CH"}),
        ("The seminar was opened by Petra Lindqvist, an expert of the OSCE Programme Office in Astana.", {"Petra Lindqvist Expert OSCE Programme Office in Astana"}),
        ("Gergely Szalai, State Secretary of the Hungarian Ministry of Justice, spoke.", {f"Gergely Szalai DeputyMinister {ORG}moj-hu"}),
        ("The seminar was opened by Deputy Prosecutor General of Uzbekistan Bahodir Ergashev, Head of the IOM Mission in Uzbekistan Laura Petersen and Anar Bayli.", {f"Bahodir Ergashev DeputyProsecutorGeneral {ORG}pgo-uz"}),
    ],
)  # fmt: skip
def test_lone_posts_are_those_of_the_state_spoken_of(sentences: str, posts: set[str]) -> None:
    names = {" ".join(post.split()[:2]) for post in posts}
    found = {fact.removeprefix("post ") for fact in told(sentences, "en") if fact.startswith("post ")}
    assert {post for post in found if " ".join(post.split()[:2]) in names} == posts


@pytest.mark.parametrize(
    ("sentences", "name"),
    [
        ("Armenia was represented by Deputy Police Chief Hovsep Danielyan.", "Hovsep Danielyan"),
        ("In the chair was the Kyrgyz deputy Aizada Mambetova.", "Aizada Mambetova"),
    ],
)
def test_no_post_is_held_in_a_state_that_is_one_of_some_body(sentences: str, name: str) -> None:
    assert not [fact for fact in told(sentences, "en") if fact.startswith(f"post {name}") and " state/" in fact]
