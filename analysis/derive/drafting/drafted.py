"""A report as proposals: one for each amount, one for the report, and one to begin with for each sentence."""

from collections.abc import Sequence
from datetime import timedelta

from analysis.derive.drafting.choices import Choices
from analysis.derive.drafting.days import Dated, date_of, days_in
from analysis.derive.drafting.head import head_proposal, own_voice, published_in
from analysis.derive.drafting.measures import Counted, counted
from analysis.derive.drafting.sentences import Span, sentences_in
from analysis.derive.drafting.statements import statements_of
from analysis.derive.drafting.voices import Voice, stances_in, voice_of, voices_in
from analysis.messages import interval_words
from analysis.model import Corpus, span_of
from analysis.model.amounts import FoundAmount, amounts_in
from analysis.model.drafts import Candidate, Draft, Proposal
from analysis.model.measures import vocabulary
from analysis.model.reports import Paragraph, ReportText
from analysis.model.time.spans import Span as Days
from analysis.model.triggers import MATERIEL

SMALL = 10
"""A number up to this of something unknown, spelt out, is left to the coder: mostly it counts no matter."""

NEAR = 160
"""A day is sure only within so many letters of an amount."""

MONTH = timedelta(days=31)
"""What happened so shortly before a report is likelier meant."""

Fields = dict[str, tuple[Candidate, ...]]


def drafted(report: ReportText, corpus: Corpus, source_id: str) -> Draft:
    """All that is proposed for a report, against what a corpus knows: the same for the same text and corpus.

    What is not sure is left empty or offered as choices; see `Draft`. A report that `sources` has already is
    not proposed for it again.
    """
    head = head_proposal(report, source_id, corpus)
    coder = _Drafter(report, corpus, source_id)
    coded = source_id in set(corpus.sources["source_id"])
    proposals, sentences = ([] if coded else [head]), []
    for paragraph in report.paragraphs:
        amounts, whole = coder.paragraph(paragraph)
        proposals += amounts
        sentences += whole
    return Draft(report, source_id, tuple(proposals), tuple(sentences))


class _Drafter:
    """What holds for a whole report: its day, its own voice, what the corpus knows."""

    def __init__(self, report: ReportText, corpus: Corpus, source_id: str) -> None:
        self._source = source_id
        self._published: Days | None = published_in(report, source_id, corpus)
        self._choices = Choices(corpus, own_voice(report, source_id, corpus))
        self._measures = vocabulary(corpus.measures)

    def paragraph(self, paragraph: Paragraph) -> tuple[list[Proposal], list[Proposal]]:
        """The proposals for the amounts of a paragraph, and one for each of its sentences."""
        text, spans = paragraph.text, sentences_in(paragraph.text)
        voices = voices_in(text, spans)
        amounts = amounts_in(text)
        proposals, sentences = [], []
        for sentence in spans:
            days = days_in(text, sentence, self._published)
            told = [one for one in amounts if sentence[0] <= one.start < sentence[1]]
            counts = counted(text, sentence, told, self._measures)
            for amount, ranked in zip(told, counts, strict=True):
                if _worth(amount, ranked, text):
                    fields = self._of_amount(amount, ranked)
                    proposals.append(self._proposal(paragraph, sentence, amount, fields, voices, days))
            begun = {"measure": statements_of(text, sentence)}
            sentences.append(self._proposal(paragraph, sentence, None, begun, voices, days))
        return proposals, sentences

    def _days(self, days: tuple[Dated, ...]) -> list[Days]:
        """The days that a sentence names, and the month up to the report."""
        named = [span_of(one.edtf) for one in days]
        day = self._published
        if day is None or day.low is None or day.high is None:
            return named
        return [*named, span_of(f"{day.low - MONTH}/{day.high}")]

    def _of_amount(self, amount: FoundAmount, ranked: Sequence[Counted]) -> Fields:
        """What the amount itself says: its measure, unit, tags, stance."""
        span = (amount.start, amount.end)
        fields: Fields = {
            "wording": (Candidate(amount.wording, "the words of the amount", *span, True),),
            "measure": tuple(
                Candidate(one.measure, _rule(one), *one.evidence, one.sure and not place)
                for place, one in enumerate(ranked)
            ),
        }
        if ranked and ranked[0].sure:
            first = ranked[0]
            measure = self._measures[first.measure]
            if first.unit and first.unit != measure.unit:
                fields["unit"] = (Candidate(first.unit, "the noun behind the number", *span, True),)
            if first.counts:
                fields["counts"] = (Candidate(first.counts, "the noun or its fate", *span, True),)
            if first.part:
                fields["stance"] = (Candidate("part_of", "a part of the amount before", *span, False),)
        return fields

    def _proposal(
        self,
        paragraph: Paragraph,
        sentence: Span,
        amount: FoundAmount | None,
        fields: Fields,
        voices: tuple[Voice, ...],
        days: tuple[Dated, ...],
    ) -> Proposal:
        text = paragraph.text
        span = (amount.start, amount.end) if amount else sentence
        fields = dict(fields)
        voice = voice_of(span, sentence, voices)
        fields["speaker_id"] = self._choices.speaker(voice, alone=not voices)
        if voice is not None and voice.words:
            fields["speaker"] = (Candidate(voice.words, voice.rule, voice.start, voice.end, True),)
            for words, start, end in voice.through[:1]:
                fields["via"] = (Candidate(words, "through or citing", start, end, True),)
        day = date_of(text, span, days)
        if day is not None:
            alone = sum(not one.saying for one in days) == 1
            near = abs(day.start - span[0]) < NEAR and not any(one.saying for one in days)
            others = [one for one in days if one is not day and one.edtf != day.edtf]
            fields["as_of"] = (
                Candidate(day.edtf, day.rule, day.start, day.end, alone and near),
                *(Candidate(one.edtf, one.rule, one.start, one.end, False) for one in others),
            )
        places = self._choices.place(text, sentence, span, voice)
        actors = self._choices.actor(text, sentence, span)
        fields["place_id"], fields["actor_id"], fields["by_id"] = places, actors, actors
        fields["event_id"] = self._choices.event(text, sentence, places, actors, self._days(days))
        fields["stance"] = (*fields.get("stance", ()), *_stances(text, sentence))
        found = {name: values for name, values in fields.items() if values}
        return Proposal(
            f"{self._source}-{paragraph.locator}-{span[0] if amount else f's{sentence[0]}'}",
            "claims",
            self._source,
            paragraph.locator,
            sentence,
            *(span if amount else (sentence[0], sentence[0])),
            amount.wording if amount else "",
            _told(amount),
            found,
        )


def _worth(amount: FoundAmount, ranked: Sequence[Counted], text: str) -> bool:
    """Whether an amount is proposed: small numbers spelt out of what nothing names are mostly no matter of
    count, nor is what an article says was told before."""
    if ranked and ranked[0].sure:
        return not (amount.definite and _small(amount))
    if amount.reading is not None and amount.reading.quantity.high == 0:
        return False
    if amount.unit in MATERIEL:
        return not amount.definite
    bare = not (amount.unit or amount.noun) and amount.wording.lower() != "one"
    return bare or not (amount.definite or (_small(amount) and not amount.wording[:1].isdigit()))


def _small(amount: FoundAmount) -> bool:
    high = amount.reading.quantity.high if amount.reading is not None else None
    return high is not None and high <= SMALL


def _rule(counted: Counted) -> str:
    if counted.part:
        return "a part of the amount before"
    return "the list goes on" if counted.listed else "a word nearby"


def _told(amount: FoundAmount | None) -> str:
    """What the words are read as, in words; empty where they count nothing or no rule reads them."""
    if amount is None or amount.reading is None:
        return ""
    return interval_words(amount.reading.quantity.low, amount.reading.quantity.high)


def _stances(text: str, sentence: Span) -> tuple[Candidate, ...]:
    return tuple(
        Candidate(stance, "a word of the sentence", start, end, False)
        for stance, start, end in stances_in(text, sentence)
    )
