"""Measures the reader on the labelled documents of quality/documents.

corpus: documents and labels · reading: what the library finds · slots: an event as comparable values · agreement: when two values say
the same · pairing: which event read is which event expected · tally: counts · evidence: quotes and spans · measure: one document.
"""
