"""What is known of a language, read from its folder under ``data/languages``: its text, its words, its calendar.

:mod:`.repair` cleans a text, :mod:`.lines` and :mod:`.datelines` tell what its lines are, :mod:`.segment` cuts sentences
and tokens, :mod:`.calendar` finds expressions of time, :mod:`.pack` and :mod:`.suffixes` read words.
"""

__all__: list[str] = []
