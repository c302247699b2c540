"""The grammar of languages whose heads come first: phrase rules, and the clauses of verbs that stand between subject and object."""

from qurultay.facts.headinitial.clauses import clauses
from qurultay.facts.headinitial.grammar import GROUPS

__all__ = ["GROUPS", "clauses"]
