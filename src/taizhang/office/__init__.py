"""The office: the delivery of a report's tasks, a Django project over the ledger (extra ``office``)."""
