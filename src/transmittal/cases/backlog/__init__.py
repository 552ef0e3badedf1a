"""What is notified or signed and not delivered, by a named method, with the reason and the evidence of every line."""

from transmittal.cases.backlog.change import Change, changes
from transmittal.cases.backlog.method import Method, load_method, methods
from transmittal.cases.backlog.reckon import backlog
from transmittal.cases.backlog.result import Amount, Backlog, Excluded, Line, Quoted, to_json

__all__ = ["Amount", "Backlog", "Change", "Excluded", "Line", "Method", "Quoted", "backlog", "changes", "load_method", "methods", "to_json"]
