"""What words mean: numerals, units, verbs, indicators, places, departments; data files and their loaders."""
