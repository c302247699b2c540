"""What is known of roles whatever the language: which one person holds at a time and which several do, and in what bodies."""

from __future__ import annotations

__all__ = ["BODIES", "HEAD", "LEADERS", "LEADING", "SHARED", "SINGLE", "UNSTATELY"]

BODIES = {
    "Minister": frozenset({"Ministry"}),
    "Rector": frozenset({"University", "TrainingInstitution"}),
    "ViceRector": frozenset({"University", "TrainingInstitution"}),
    "SecretaryGeneral": frozenset({"InternationalOrganization", "Council"}),
}
"""The kind of body that a role told without one belongs to: the last such body told before."""
SHARED = frozenset(
    {
        "Judge",
        "Expert",
        "Professor",
        "AssociateProfessor",
        "Adviser",
        "Member",
        "Representative",
        "Prosecutor",
        "Ambassador",
        "HeadOfDepartment",
        "DeputyHeadOfDepartment",
    }
)
"""Roles that several hold at one time: another holder need not belong to the same body."""
LEADING = frozenset({"Chairperson", "President", "Director", "HeadOfDepartment", "SecretaryGeneral", "Minister"})
"""Roles that point back where they are told without a body before the name of somebody whose post is known: "Sədr A çıxış edib"."""
SINGLE = frozenset({"Minister", "ProsecutorGeneral", "HeadOfState", "PrimeMinister", "SecretaryGeneral", "Rector", "President"})
"""Posts that one person holds at a time."""
UNSTATELY = frozenset(
    {"Deputy", "FirstDeputy", "Director", "DeputyDirector", "HeadOfDepartment", "DeputyHeadOfDepartment", "Rector", "ViceRector"}
)
"""Posts that nobody has in a state itself."""
HEAD = "Director"
"""The role of one of whom no more is said than that he heads a body."""
LEADERS = frozenset(
    {"ProsecutorGeneral", "Minister", "President", "Chairperson", "Rector", "Director", "SecretaryGeneral", "HeadOfDepartment"}
)
"""Roles of those who may be called heads of their bodies."""
