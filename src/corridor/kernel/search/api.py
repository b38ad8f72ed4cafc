"""The one door of search."""

from corridor.kernel.search.folding import fold, words
from corridor.kernel.search.health import complaints, pieces_are_indexed
from corridor.kernel.search.index import Hit, Index, Text
from corridor.kernel.search.snippets import Snippet

__all__ = ["Hit", "Index", "Snippet", "Text", "complaints", "fold", "pieces_are_indexed", "words"]
