"""What a writer is worth: scores on a frozen test, and whether a candidate takes the incumbent's place. No training.

The guard that serves is asked, and so is a checker that shares no code with it: nobody is graded by one pencil alone.
"""

from resumify.evaluate.compare import Comparison, compare, is_one_family
from resumify.evaluate.promotion import Decision, decide
from resumify.evaluate.report import report
from resumify.evaluate.score import Evaluation, Marked, evaluate

__all__ = [
    "Comparison",
    "Decision",
    "Evaluation",
    "Marked",
    "compare",
    "decide",
    "evaluate",
    "is_one_family",
    "report",
]
