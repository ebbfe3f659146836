"""The nouns and the judgement: records, identity, measures, contradictions. Standard library only."""
