"""One module a language; see `transmittal.prose.language.Language`."""
