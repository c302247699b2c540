"""What a sentence mentions: known names, words of the lexicon, verbs, dates, quotations, as nodes that cover all its tokens.

:class:`.tagger.Tagger` makes the nodes out of a language's pack and the reference graph.
"""

__all__: list[str] = []
