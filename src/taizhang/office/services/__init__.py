"""What acts: every write of the office goes through here, in one transaction with its row of the record."""
