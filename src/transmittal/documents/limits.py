"""How much we take from one source. Public documents of this kind are under 5 MB; twice that is read in seconds."""

MAX_BYTES = 32 * 1024 * 1024  # of one publication, packed or unpacked
MAX_RATIO = 200  # unpacked to packed, once the unpacked size is beyond what any ratio may have
MAX_ANY_RATIO = 4 * 1024 * 1024
MAX_ARCHIVE_BYTES = 4 * 1024 * 1024 * 1024  # of a web archive, which is read record by record
MAX_ENTRIES = 2_000  # of a feed
MAX_PAGES = 3_000  # of a PDF
