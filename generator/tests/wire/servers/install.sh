#!/bin/sh
# Installs two servers that are not ours, for `cargo test -p specwright --test wire`: one for Node,
# one for Python; with the argument `node` or `python` only that one. They go to the target folder.
# What is there already stays, and needs no network.
set -eu

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
root=$(CDPATH='' cd -- "$here/../../../.." && pwd)
cd -- "$root"
mkdir -p -- "${CARGO_TARGET_DIR:-target}/wire-servers"
folder=$(CDPATH='' cd -- "${CARGO_TARGET_DIR:-target}/wire-servers" && pwd)

# Whether the packages of this list are installed: a copy of it is the last thing to be put there.
installed() {
    cmp -s "$here/$1" "$folder/$1"
}

case ${1-} in
'')
    status=0
    sh "$here/install.sh" node || status=1
    sh "$here/install.sh" python || status=1
    exit $status
    ;;
node)
    installed node/package-lock.json && exit
    rm -rf -- "$folder/node" "$folder/node.new"
    mkdir -- "$folder/node.new"
    cp -- "$here/node/package.json" "$here/node/package-lock.json" "$here/node/.npmrc" "$folder/node.new/"
    (cd -- "$folder/node.new" && npm ci --ignore-scripts --no-audit --no-fund)
    mv -- "$folder/node.new" "$folder/node"
    ;;
python)
    installed python/requirements.txt && exit
    rm -rf -- "$folder/python"
    python3 -m venv "$folder/python"
    "$folder/python/bin/pip" install --quiet --disable-pip-version-check --no-deps --only-binary :all: \
        --requirement "$here/python/requirements.txt"
    cp -- "$here/python/requirements.txt" "$folder/python/"
    ;;
esac
