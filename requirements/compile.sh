#!/bin/sh
# Pins every version with its hashes, for all platforms, naming no package index. Run it after a change of dependencies.
set -eu
cd "$(dirname "$0")/.."
pin() { out=$1; shift; uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --no-annotate "$@" -o "requirements/$out"; }
pin core.txt pyproject.toml
pin dev.txt pyproject.toml --all-extras --group dev
echo "hatchling==1.33.0" | pin build.txt -
