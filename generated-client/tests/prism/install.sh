#!/bin/sh
# Installs Prism, a mock server that validates requests by an OpenAPI description, for the test
# `cargo test -p xtask --test prism`. It goes to the target folder; nothing is written beside this
# script.
set -eu

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
root=$(CDPATH='' cd -- "$here/../../.." && pwd)
cd -- "$root"
folder=${CARGO_TARGET_DIR:-target}/prism

mkdir -p -- "$folder"
cp -- "$here/package.json" "$here/package-lock.json" "$here/.npmrc" "$folder/"
cd -- "$folder"
npm ci --ignore-scripts --no-audit --no-fund
