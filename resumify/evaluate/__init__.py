"""What a writer is worth: scores on a frozen test, and whether a candidate takes the incumbent's place. No training.

The guard that serves is asked, and so is a checker that shares no code with it: nobody is graded by one pencil alone.
"""

from resumify.evaluate.promotion import Decision, decide
from resumify.evaluate.report import report
from resumify.evaluate.score import Evaluation, Marked, evaluate

__all__ = ["Decision", "Evaluation", "Marked", "decide", "evaluate", "report"]
