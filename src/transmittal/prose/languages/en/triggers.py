"""The triggers of English in the order in which they win: halts first, for they overrule the step they stop. docs/reading/prose.md"""

from transmittal.prose.languages.en.arriving import ARRIVING
from transmittal.prose.languages.en.deciding import DECIDING
from transmittal.prose.languages.en.ending import ENDING
from transmittal.prose.languages.en.ordering import ORDERING

TRIGGERS = (*ENDING, *ARRIVING, *ORDERING, *DECIDING)
