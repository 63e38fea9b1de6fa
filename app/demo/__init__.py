"""An invented office year: the project's demo files taken in, the flows walked by ordinary acts."""

from app.demo.making import make_demo
from app.demo.people import PASSWORD, PEOPLE, DemoPerson

__all__ = ["PASSWORD", "PEOPLE", "DemoPerson", "make_demo"]
