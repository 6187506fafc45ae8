#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Generates the Java of messages.proto in engine-bench/src/generated/java.
#   engine-bench/src/main/proto/generate.sh          writes it
#   engine-bench/src/main/proto/generate.sh --check  changes nothing; fails when what is committed differs
# Needs Maven, which fetches the compiler once, of the version of protobuf-java in engine-bench/pom.xml.
set -eu

cd "$(dirname "$0")"
module=../../..
target=$module/src/generated
package_dir=io/ringbook/bench/proto

case "${1-}" in
    '') mode=write ;;
    --check) mode=check ;;
    *) echo "generate.sh: unknown argument '$1'; it knows only --check." >&2; exit 2 ;;
esac
command -v mvn >/dev/null 2>&1 || { echo "generate.sh: needs mvn on the PATH." >&2; exit 1; }

version=$(sed -n 's|.*<protobuf.version>\(.*\)</protobuf.version>.*|\1|p' "$module/pom.xml")
case "$(uname -s)-$(uname -m)" in
    Linux-x86_64) classifier=linux-x86_64 ;;
    Linux-aarch64) classifier=linux-aarch_64 ;;
    Darwin-x86_64) classifier=osx-x86_64 ;;
    Darwin-arm64) classifier=osx-aarch_64 ;;
    *) echo "generate.sh: there is no protoc for $(uname -s) on $(uname -m)." >&2; exit 1 ;;
esac
tools=$module/target/protoc
protoc=$tools/protoc-$version-$classifier.exe
if [ ! -f "$protoc" ]; then
    mvn -q dependency:copy "-Dartifact=com.google.protobuf:protoc:$version:exe:$classifier" \
        "-DoutputDirectory=$(cd "$module" && pwd)/target/protoc" -f "$module/pom.xml" || {
        echo "generate.sh: Maven could not fetch protoc $version; see its messages above." >&2
        exit 1
    }
fi
chmod +x "$protoc"

out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
"$protoc" --java_out="$out" messages.proto

if [ "$mode" = check ]; then
    if diff -r "$target/java/$package_dir" "$out/$package_dir"; then
        echo "generate.sh: the generated sources are up to date."
    else
        echo "generate.sh: the sources differ from messages.proto; run generate.sh and commit." >&2
        exit 1
    fi
else
    rm -rf "${target:?}/java/$package_dir"
    mkdir -p "$target/java"
    cp -R "$out/." "$target/java/"
    # The build, which has no compiler of messages, holds both sides against this list.
    {
        sha256sum messages.proto
        (cd "$target/java" && find . -name '*.java' | LC_ALL=C sort | sed 's|^\./||' | xargs sha256sum)
    } >"$target/SHA256SUMS"
    echo "generate.sh: wrote $(find "$target/java/$package_dir" -name '*.java' | wc -l | tr -d ' ') files."
fi
