"""One module for each benchmark; `run(options)` measures, prints and returns its figures."""
