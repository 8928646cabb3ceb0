#!/usr/bin/env bash
# oas3-gen and progenitor beside doctract: what generating costs, and what compiling the generated crates costs.
# usage: tests/peers/codegen.sh PAGES
# Both are installed, the newest of crates.io, into a folder that is thrown away.
set -euo pipefail
pages=$(realpath "$1")
cd "$(dirname "$0")/../.."
peers=$(mktemp -d)
trap 'rm -rf "$peers"' EXIT
cargo install --quiet --root "$peers" oas3-gen
cargo install --quiet --root "$peers" cargo-progenitor
DOCTRACT_PEERS="$peers/bin" DOCTRACT_CHECK=1 cargo bench -p evidence --bench codegen -- "$pages"
