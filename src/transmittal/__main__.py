"""`python -m transmittal`: the same as the console script."""

from transmittal.cli import main

main()
