"""Words of running text in several languages: tokens, stems, function words, numbers. Not for judging what they say."""

from resumify.words.language import FUNCTION_WORDS, detect_language
from resumify.words.number import Number, numbers
from resumify.words.spelled import SPELLED
from resumify.words.token import Token, stem, tokens

__all__ = ["FUNCTION_WORDS", "SPELLED", "Number", "Token", "detect_language", "numbers", "stem", "tokens"]
