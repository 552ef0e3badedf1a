"""Cases out to other people's tools and their lists in, one module a format.

Out: `comma` (CSV), `parquet`, `jsonl`, `ftm` (FollowTheMoney), `sipri` (a register like SIPRI's), `annotations` (W3C Web Annotations).
In: `lines` (JSON Lines of the output contract, or our own cases) and `spreadsheet` (any table, with a mapping file).
"""
