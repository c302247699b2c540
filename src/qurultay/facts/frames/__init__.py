"""What clauses tell: each verb's frame turned into events, their slots, documents, foundings and posts.

Frames know no language: a clause brings a verb whose lexicon entry names the frame and says which case fills which
part. :mod:`~qurultay.facts.frames.table` names the method that stands for each frame; what it cannot find in the clause it looks for in
what was told before, and where that fails it tells nothing.
"""

from qurultay.facts.frames.table import SILENT, Frames

__all__ = ["SILENT", "Frames"]
