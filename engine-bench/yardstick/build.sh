#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# Builds Ringbook's adapter for the public yardstick matching-engine-benchmark against a checkout of it:
#
#   engine-bench/yardstick/build.sh CHECKOUT [FOLDER]
#
# Makes ringbook_adapter.so, and ringbook_floor_adapter.so, which is no engine (floor.c), in FOLDER (CHECKOUT when not
# given); the checkout's own harness loads them with --engine. Nothing of the checkout is built or changed.
# docs/BENCHMARKS.md says the rest.
#
#   RINGBOOK_JAVA_HOME  the JDK 25 to take, else JAVA25_HOME, else JAVA_HOME
#   CC                  the C compiler, else cc
set -eu

die() {
    printf 'yardstick: %s\n' "$1" >&2
    exit 1
}

[ $# -ge 1 ] || die 'usage: engine-bench/yardstick/build.sh CHECKOUT [FOLDER]'
checkout=$1
folder=${2:-$checkout}
home=$(cd "$(dirname "$0")/../.." && pwd)
jdk=${RINGBOOK_JAVA_HOME:-${JAVA25_HOME:-${JAVA_HOME:-}}}

[ -f "$checkout/api/matching_engine_api.h" ] || die "$checkout has no api/matching_engine_api.h: it is not a checkout of the yardstick."
[ -f "$jdk/lib/server/libjvm.so" ] && [ -f "$jdk/include/jni.h" ] || die 'a JDK 25 is needed: set JAVA25_HOME to one.'
[ -f "$home/engine-bench/target/ringbook-bench.jar" ] ||
    printf 'yardstick: engine-bench/target/ringbook-bench.jar is not there yet: mvn -q -DskipTests package\n' >&2

sources=$home/engine-bench/src/main/native/yardstick
compile() {
    "${CC:-cc}" -std=c11 -D_GNU_SOURCE -O3 -Wall -Wextra -fPIC -shared -I "$checkout/api" "$@"
    printf 'yardstick: built %s\n' "$output"
}
output=$folder/ringbook_adapter.so
compile -I "$jdk/include" -I "$jdk/include/linux" \
    -DRINGBOOK_HOME="\"$home\"" -DJVM_LIBRARY="\"$jdk/lib/server/libjvm.so\"" \
    "$sources/yardstick.c" -o "$output" -ldl
output=$folder/ringbook_floor_adapter.so
compile "$sources/floor.c" -o "$output"
