"""Export: ledgers as files for people and programs."""
