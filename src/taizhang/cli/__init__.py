"""The command line."""

import gc

# Loading makes many objects that stay: to look through them every 700 costs 6 % of reading one report.
gc.set_threshold(50_000)
