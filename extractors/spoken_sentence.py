"""Speech in one sentence, by the order of words: "X заявив, що S", "X: «Q»", "«Q», — сказав X", "S, повідомили в X",
"за словами X, S", "X заявив про S", "з посиланням на X". A clause ends at its marks; nothing is guessed where no cue
stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from extractors.languages.language import Language
from extractors.marks import Run
from extractors.spoken import Spoken
from extractors.spoken_names import Named, Names
from extractors.spoken_words import Piece, pieces_of
from news.records import Span

_MOST_WORDS = 9  # of a mention
_THAT_WITHIN = 14  # pieces between a cue and its "що"


class SentenceReader:
    """Reads one sentence. ``lead``: what it announces for the next one ("Він сказав:")."""

    def __init__(self, text: str, start: int, end: int, runs: Sequence[Run], names: Names, language: Language) -> None:
        if language.inflection is None:
            raise ValueError(f"{language.code} has no inflection tables")
        self.text, self.start, self.end, self.names = text, start, end, names
        self.language = language
        self.speech, self.inflection = language.inflection.speech, language.inflection
        self.pieces = pieces_of(text, start, end, runs, language.code)
        self.lead: Spoken | None = None

    def read(self) -> Iterator[Spoken]:
        for at, piece in enumerate(self.pieces):
            if not piece.is_word:
                continue
            spoken = self._according(at) or self._verb(at)
            if spoken is not None:
                yield self._cited(spoken)

    # ---------------------------------------------------------------------------------------------------- cues
    def _kind(self, piece: Piece) -> str:
        if not piece.finite:
            return ""
        lemmas = (reading.lemma for reading in piece.readings if reading.part == "verb")
        return next((self.speech.verbs[lemma] for lemma in lemmas if lemma in self.speech.verbs), "")

    def _verb(self, at: int) -> Spoken | None:
        kind = self._kind(self.pieces[at])
        if not kind:
            return None
        low, high = self._segment(at)
        mention, case = self._speaker(at, low, high)
        said, form = self._said(at, low, high, mention)
        cue = self.pieces[at]
        negated = at > 0 and self.pieces[at - 1].form in ("не", "ні")
        ends = high < len(self.pieces) and self.pieces[high].text == ":" and high + 1 == len(self.pieces)
        if not said and not ends:
            return None
        source = Span(start=mention[0].start, end=mention[-1].end) if mention else None
        speaker = self.names.of(mention, case) if mention else Named()
        if not mention and form != "direct":
            return None
        spoken = Spoken(Span(start=cue.start, end=cue.end), source, speaker, kind, said, form, negated)
        if not said:
            self.lead = spoken
            return None
        return spoken

    def _segment(self, at: int) -> tuple[int, int]:
        """First piece and end of the stretch between marks that holds a piece."""
        low = at
        while low > 0 and not self.pieces[low - 1].is_break:
            low -= 1
        high = at
        while high < len(self.pieces) and not self.pieces[high].is_break:
            high += 1
        return low, high

    # ------------------------------------------------------------------------------------------------- speaker
    def _speaker(self, at: int, low: int, high: int) -> tuple[list[Piece], str]:
        """The mention and the case of its head: the subject before or behind the cue, "in" a body, or the subject
        before a comma ("Іван Мельник, речник МВС, сказав")."""
        for pieces in (self.pieces[low:at], self.pieces[at + 1 : high]):
            found = self._subject(pieces)
            if found:
                return found, "nomn"
        for pieces in (self.pieces[at + 1 : high], self.pieces[low:at]):
            found = self._inside(pieces)
            if found:
                return found, "loct"
        if low == at and low > 1 and self.pieces[low - 1].text == ",":
            first, last = self._segment(0)
            head = self.pieces[first:last]
            if last < at and not any(piece.finite for piece in head):
                return self._subject(head), "nomn"
        return [], ""

    def _subject(self, pieces: Sequence[Piece]) -> list[Piece]:
        """The first noun phrase in the first case that no preposition governs."""
        for at, piece in enumerate(pieces):
            governed = at > 0 and pieces[at - 1].form in self.inflection.prepositions
            aged = self.text[max(0, piece.start - 2) : piece.start].endswith("-") and piece.is_word
            if aged or self.text[piece.end : piece.end + 1] == "-":
                continue  # "52-річний"
            if piece.text[0].isdigit():
                break
            if piece.form in self.speech.pronouns:
                return [piece]
            if (
                governed
                or not piece.is_word
                or piece.readings[0].part == "adverb"
                or piece.form in self.inflection.prepositions
            ):
                continue
            unsure = piece.capital and all(r.part == "other" for r in piece.readings)
            if piece.in_case("nomn") or unsure:
                phrase = self._phrase(pieces[at:])
                if any(self._may_speak(word) for word in phrase) and not self._is_counted(phrase):
                    return phrase
        return []

    def _may_speak(self, word: Piece) -> bool:
        """A noun in the first case; a name that the dictionary lacks."""
        noun = any(r.part == "noun" and r.case in ("nomn", "") for r in word.readings)
        return noun or (word.capital and word.start > self.start) or word.text.isupper()

    def _is_counted(self, phrase: Sequence[Piece]) -> bool:
        """ "Збитки оцінюють у": what is said of, no speaker."""
        nouns = (self.language.status_nouns, self.language.carriers)
        forms = [form for word in phrase if not word.capital or word.start == self.start for form in word.forms]
        return any(form in table for form in forms for table in nouns)

    def _inside(self, pieces: Sequence[Piece]) -> list[Piece]:
        """ "повідомили в Генштабі"."""
        for at, piece in enumerate(pieces[:-1]):
            if piece.form in self.speech.inside and pieces[at + 1].is_word:
                following = pieces[at + 1]
                if following.in_case("loct") or following.text.isupper():
                    return self._phrase(pieces[at + 1 :])
        return []

    def _phrase(self, pieces: Sequence[Piece]) -> list[Piece]:
        """The words of a mention: nouns, adjectives and names in a row, up to a verb, adverb, number or preposition."""
        found: list[Piece] = []
        for piece in pieces[:_MOST_WORDS]:
            if not piece.is_word:
                break
            small = piece.form in self.inflection.prepositions | self.inflection.conjunctions
            particle = piece.form in self.speech.name_particles and bool(found) and not small
            nominal = any(r.part in ("noun", "adjective", "participle") and r.case for r in piece.readings[:4])
            if small or not (nominal or particle or piece.capital):
                break
            if found and not piece.capital and not self._belongs(found[-1], piece):
                break
            found.append(piece)
        return found

    def _belongs(self, before: Piece, piece: Piece) -> bool:
        """A genitive attribute or an agreeing word goes on with the phrase; a dative ("журналістам") or another
        nominative behind a name does not."""
        agrees = {r.case for r in before.readings} & {r.case for r in piece.readings if r.part != "verb"}
        likely = piece.readings[0].case
        loose = not before.capital or before.readings[0].part == "adjective"  # "Слідчий комітет"
        return likely == "gent" or (bool(agrees) and likely != "datv" and loose)

    # ------------------------------------------------------------------------------------------------ what is said
    def _said(self, at: int, low: int, high: int, mention: Sequence[Piece]) -> tuple[tuple[tuple[int, int], ...], str]:
        follows = self.pieces[high].text if high < len(self.pieces) else ""
        if follows == ":":
            return self._behind(high + 1)
        that = self._that(high)
        if that is not None:
            return ((self.pieces[that].end, self.end),), "clause"
        around = self._around(low, high)
        if around:
            return around, "direct"
        about = next((p for p in self.pieces[at + 1 : high] if p.form in self.speech.about), None)
        if low > 0 and low <= at and self._is_aside(at, low, high, mention):
            return self._rest(low, high), "clause"
        if about is not None:
            return ((about.end, self.end),), "topic"
        if self.speech.verbs.get(self._lemma(at)) in ("estimate", "deny") and high > at + 1:
            return ((self.pieces[at].end, self.end),), "topic"
        return (), ""

    def _lemma(self, at: int) -> str:
        return next((r.lemma for r in self.pieces[at].readings if r.lemma in self.speech.verbs), "")

    def _behind(self, at: int) -> tuple[tuple[tuple[int, int], ...], str]:
        """What a colon opens: quotations, else the rest of the sentence."""
        runs = [piece for piece in self.pieces[at:] if piece.run is not None]
        if runs and self.pieces[at].run is not None:
            return tuple((piece.start, piece.end) for piece in runs), "direct"
        return (((self.pieces[at].start, self.end),), "clause") if at < len(self.pieces) else ((), "")

    def _that(self, high: int) -> int | None:
        for at in range(high, min(high + _THAT_WITHIN, len(self.pieces) - 1)):
            following = self.pieces[at + 1].form
            if self.pieces[at].text == "," and following in self.speech.that:
                return at + 1
            if self.pieces[at].run is not None or self.pieces[at].finite:
                return None
        return None

    def _around(self, low: int, high: int) -> tuple[tuple[int, int], ...]:
        """The quotations right before and, behind a dash, after the cue's stretch."""
        before = low - 1
        while before >= 0 and self.pieces[before].is_break and self.pieces[before].run is None:
            before -= 1
        if before < 0 or self.pieces[before].run is None or low - before > 3:
            return ()
        found = [self.pieces[before]]
        for piece in self.pieces[high : high + 3]:
            if piece.run is not None:
                found.append(piece)
                break
            if not piece.is_break:
                break
        first = before - 1
        while first >= 0 and self.pieces[first].is_break:
            if self.pieces[first].run is not None:
                found.insert(0, self.pieces[first])
            first -= 1
        return tuple((piece.start, piece.end) for piece in found)

    def _is_aside(self, at: int, low: int, high: int, mention: Sequence[Piece]) -> bool:
        """ "S, повідомив X", "S, як сказав X, S": the cue comments on a clause with a verb of its own."""
        opens = low == at or self.pieces[low].form in self.speech.as_words or bool(mention)
        return opens and (low == at or any(piece.predicative for piece in self.pieces[:low]))

    def _rest(self, low: int, high: int) -> tuple[tuple[int, int], ...]:
        before = (self.start, self.pieces[low - 1].start)
        if high + 1 < len(self.pieces) and self.pieces[high].text in ",—–":
            return before, (self.pieces[high].end, self.end)
        return (before,)

    # ------------------------------------------------------------------------------------------------- references
    def _according(self, at: int) -> Spoken | None:
        """ "За словами X, S": the noun of reference behind its preposition, the speaker in the genitive."""
        if self.pieces[at].form not in self.speech.according_prepositions:
            return None
        noun = next(
            (
                here
                for here in range(at + 1, min(at + 4, len(self.pieces)))
                if any(form in self.speech.according_nouns for form in self.pieces[here].forms[1:])
            ),
            None,
        )
        if noun is None or any(self.pieces[here].is_break for here in range(at, noun)):
            return None
        owned = any(piece.form in self.speech.possessives for piece in self.pieces[at + 1 : noun])
        if owned:
            cue = Span(start=self.pieces[at].start, end=self.pieces[noun].end)
            person = self.names.before(self.pieces[at].start)
            return Spoken(cue, None, person, "say", self._without(at, noun)) if person.name else None
        mention = self._phrase(self.pieces[noun + 1 :])
        if not mention:
            return None
        last = self.pieces.index(mention[-1])
        source = Span(start=mention[0].start, end=mention[-1].end)
        cue = Span(start=self.pieces[at].start, end=self.pieces[noun].end)
        return Spoken(cue, source, self.names.of(mention, "gent"), "say", self._without(at, last))

    def _without(self, at: int, last: int) -> tuple[tuple[int, int], ...]:
        """The sentence without the reference in it."""
        before, after = (self.start, self.pieces[at].start), (self.pieces[last].end, self.end)
        if not at:
            return (after,)
        return (before,) if last + 2 >= len(self.pieces) else (before, after)

    def _cited(self, spoken: Spoken) -> Spoken:
        """ "газета повідомила з посиланням на X": X says it, the paper passes it on."""
        lower = self.text[self.start : self.end].lower()
        for words in self.speech.citing:
            found = lower.find(words)
            if found < 0:
                continue
            at = next((n for n, p in enumerate(self.pieces) if p.start >= self.start + found + len(words)), None)
            mention = self._phrase(self.pieces[at:]) if at is not None else []
            if mention:
                return replace(spoken, speaker=self.names.of(mention, "accs"), via=spoken.speaker.name)
        return spoken
