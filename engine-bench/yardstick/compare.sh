#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# Runs adapters of the public yardstick in turn and prints medians, so that what the machine does meanwhile
# meets all of them alike:
#
#   engine-bench/yardstick/compare.sh CHECKOUT ROUNDS ADAPTER...
#
# CHECKOUT is a checkout with its harness built; an ADAPTER is NAME for CHECKOUT/NAME_adapter.so, perhaps with
# settings of the environment before it, as RINGBOOK_YARDSTICK_QUEUE=harness:ringbook. A round runs each adapter
# in each scenario once. A figure is M messages/s; behind it, when not all rounds were valid, how many were.
#
#   MATCHER_CORE, DRAINER_CORE  cores to pin to, 0 and 1 when not given
#   SCENARIOS                   which scenarios, all five when not given
set -eu

[ $# -ge 3 ] || { echo 'usage: compare.sh CHECKOUT ROUNDS ADAPTER...' >&2; exit 1; }
cd "$1"
rounds=$2
shift 2
scenarios=${SCENARIOS:-static normal swing-25 swing-40 flash-crash}
runs=$(mktemp)
trap 'rm -f "$runs"' EXIT

round=1
while [ "$round" -le "$rounds" ]; do
    for scenario in $scenarios; do
        for adapter in "$@"; do
            settings=$(printf '%s' "${adapter%:*}" | tr ':' ' ')
            [ "$settings" = "$adapter" ] && settings=
            # shellcheck disable=SC2086 # several settings are several words
            env $settings ./harness --engine "./${adapter##*:}_adapter.so" --scenario "$scenario" --mode perf \
                --matcher-core "${MATCHER_CORE:-0}" --drainer-core "${DRAINER_CORE:-1}" 2>/dev/null |
                awk -v a="$adapter" -v s="$scenario" '
                    /Throughput:/ { rate = $2 }
                    /^Verdict:/ { verdict = $2 }
                    END { print a, s, rate + 0, verdict == "VALID" }' | tee -a "$runs" >&2
        done
    done
    round=$((round + 1))
done

awk -v scenarios="$scenarios" '
    { n[$1, $2]++; rate[$1, $2, n[$1, $2]] = $3; valid[$1, $2] += $4 }
    !($1 in seen) { seen[$1]; adapters[++count] = $1 }
    function median(a, s,    i, j, k, v, t) {
        k = n[a, s]
        for (i = 1; i <= k; i++) v[i] = rate[a, s, i]
        for (i = 2; i <= k; i++) {
            t = v[i]
            for (j = i - 1; j >= 1 && v[j] > t; j--) v[j + 1] = v[j]
            v[j + 1] = t
        }
        spread = v[1] "-" v[k]
        return k % 2 ? v[(k + 1) / 2] : (v[k / 2] + v[k / 2 + 1]) / 2
    }
    END {
        parts = split(scenarios, of, " ")
        printf "| adapter |"
        for (i = 1; i <= parts; i++) printf " %s |", of[i]
        printf " worst |\n|---|"
        for (i = 0; i <= parts; i++) printf "---|"
        printf "\n"
        for (c = 1; c <= count; c++) {
            a = adapters[c]
            worst = -1
            printf "| %s |", a
            for (i = 1; i <= parts; i++) {
                m = median(a, of[i])
                if (worst < 0 || m < worst) worst = m
                note = valid[a, of[i]] == n[a, of[i]] ? "" : " [" valid[a, of[i]] " of " n[a, of[i]] " valid]"
                printf " %.2f (%s)%s |", m, spread, note
            }
            printf " %.2f |\n", worst
        }
    }' "$runs"
