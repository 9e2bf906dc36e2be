"""Pages: each names its action; the gate opens it by the table of rights."""
