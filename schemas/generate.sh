#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Generates the FlatBuffers accessors in engine-codec/src/generated/java from the schemas here.
#   schemas/generate.sh          writes them
#   schemas/generate.sh --check  changes nothing; fails when what is committed differs
# Needs node and npm; npm fetches the compiler, pinned in flatc/package-lock.json, once.
set -eu

cd "$(dirname "$0")"
target=../engine-codec/src/generated/java
package_dir=io/ringbook/codec/fbs

case "${1-}" in
    '') mode=write ;;
    --check) mode=check ;;
    *) echo "generate.sh: unknown argument '$1'; it knows only --check." >&2; exit 2 ;;
esac
for tool in node npm; do
    command -v "$tool" >/dev/null 2>&1 || {
        echo "generate.sh: needs $tool on the PATH (Node.js 18 or newer)." >&2
        exit 1
    }
done

# npm ci leaves this file behind when it has finished; older than the lock means stale.
installed=flatc/node_modules/.package-lock.json
if [ ! -f "$installed" ] || [ flatc/package-lock.json -nt "$installed" ]; then
    (cd flatc && npm ci --silent --no-audit --no-fund) || {
        echo "generate.sh: npm could not install the compiler; see its messages above." >&2
        exit 1
    }
    touch "$installed"
fi

out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
node flatc/generate.mjs "$out" journal.fbs market-tick.fbs order-entry.fbs

if [ "$mode" = check ]; then
    if diff -r "$target/$package_dir" "$out/$package_dir"; then
        echo "generate.sh: the generated accessors are up to date."
    else
        echo "generate.sh: the accessors differ from the schemas; run schemas/generate.sh and commit." >&2
        exit 1
    fi
else
    rm -rf "${target:?}/$package_dir"
    mkdir -p "$target"
    cp -R "$out/." "$target/"
    # The build, which has no compiler of schemas, holds both sides against this list.
    {
        sha256sum journal.fbs market-tick.fbs order-entry.fbs
        (cd "$target" && find . -name '*.java' | LC_ALL=C sort | sed 's|^\./||' | xargs sha256sum)
    } >../engine-codec/src/generated/SHA256SUMS
    echo "generate.sh: wrote $(find "$target/$package_dir" -name '*.java' | wc -l | tr -d ' ') accessors."
fi
