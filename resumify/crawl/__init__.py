"""A person's own profile on a site -> its pages, through a real browser. What the pages say is for `read`.

One navigation at a time, at a low rate, robots.txt honoured; a wall is raised by its name and never walked around.
"""

from resumify.crawl.crawl import Crawl, Credentials, Pace, crawl
from resumify.crawl.sessions import Sessions

__all__ = ["Crawl", "Credentials", "Pace", "Sessions", "crawl"]
