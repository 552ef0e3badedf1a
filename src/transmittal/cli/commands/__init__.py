"""The commands: a module each, named as the command, with `add(parser)` and `run(call) -> exit code`.

The list below is all that `transmittal --help` needs; a module is imported when its command is called.
"""

# In the order of a newcomer's first week; the empty lines of the help are between these groups.
GROUPS: dict[str, dict[str, str]] = {
    "reading": {
        "read": "read documents and print the procurement events they report",
        "add": "read documents and keep what they say in a casebook",
    },
    "asking": {
        "cases": "list cases, by buyer, supplier, system, stage, year, value, text",
        "show": "show a case file: where it stands, what is true, what is disputed",
        "timeline": "list the steps of a case, happened and to come",
        "conflicts": "list where sources disagree, and which difference is a change, a basis, an error",
        "overdue": "list what was to happen by now and is not reported to have happened",
        "backlog": "list what is notified or agreed and not delivered, by a named method",
        "new": "list what the casebook learnt since a day",
        "search": "find documents by their words",
        "coverage": "list what has been read of each publisher, up to when, and what is known to be missing",
        "why": "explain why an event is in a case",
        "document": "show a document with its evidence marked",
        "versions": "show how a page was edited, and what that changed",
        "compare": "compare the casebook with somebody else's list",
    },
    "deciding": {
        "link": "put an event into a case",
        "unlink": "take an event out of its case",
        "merge": "make two cases one",
        "split": "take some events of a case into a new one",
        "correct": "put a value right that was misread",
        "reject": "say that a document does not report an event",
        "tag": "put a label on a case, or take it off",
        "undo": "undo a decision",
        "decisions": "list what people decided",
    },
    "keeping": {
        "snapshot": "name the casebook as it is known now, so that it can be cited",
        "verify": "check that nothing recorded was altered",
        "backup": "copy a casebook to a file while it is in use",
        "restore": "make a casebook from a backup",
        "import": "keep rows of a spreadsheet, a register, or lines of another casebook",
        "export": "write cases as CSV, JSON Lines, Parquet, and in the forms of other tools",
    },
}
COMMANDS = {name: about for group in GROUPS.values() for name, about in group.items()}
