"""Examples for training: from stored facts and postings to prompts and answers, split by owner. Trains nothing."""

from resumify.dataset.build import Dataset, DatasetConfig, build
from resumify.dataset.card import card
from resumify.dataset.pairs import Pair, Pairs, pair
from resumify.dataset.preferences import prefer
from resumify.dataset.ruled import RuledWriter
from resumify.dataset.split import check_split

__all__ = ["Dataset", "DatasetConfig", "Pair", "Pairs", "RuledWriter", "build", "card", "check_split", "pair", "prefer"]
