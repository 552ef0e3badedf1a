"""Official layouts to events, one module per layout."""

from transmittal.forms.layout import Form, Layout, Parsed, find_form, forms

__all__ = ["Form", "Layout", "Parsed", "find_form", "forms"]
