#!/bin/bash
# How long `sit eval '1+1'` takes as a ratio to a bare JVM that prints 2, in wall and in CPU time: the median of
# N runs each, taken in turn.   usage: interpreter/src/bench/startup.sh [N]
set -euo pipefail
export LC_ALL=C TIMEFORMAT='%R %U %S'
runs=${1:-41}
top=$(cd "$(dirname "$0")/../../.." && pwd)
java=java
if [ -n "${JAVA_HOME:-}" ]; then java=$JAVA_HOME/bin/java; fi
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
echo 'public class Bare { public static void main(String[] a) { System.out.println("2"); } }' > "$dir/Bare.java"
"${java}c" -d "$dir" "$dir/Bare.java"

# Appends "wall cpu" in milliseconds of one run of a command to a file.
sample() {
  local file=$1 real user sys
  shift
  read -r real user sys < <({ time "$@" > /dev/null 2> "$dir/error"; } 2>&1)
  awk -v r="$real" -v u="$user" -v s="$sys" 'BEGIN { print r * 1000, (u + s) * 1000 }' >> "$file"
}

median() { sort -n -k "$2,$2" "$1" | awk -v c="$2" '{ v[NR] = $c } END { print v[int((NR + 1) / 2)] }'; }

"$top/sit" eval '1+1' > "$dir/answer"
[ "$(cat "$dir/answer")" = 2 ] || { echo "sit eval '1+1' answered: $(cat "$dir/answer")" >&2; exit 1; }
for ((i = 0; i < runs; i++)); do
  sample "$dir/bare" "$java" -cp "$dir" Bare
  sample "$dir/sit" "$top/sit" eval '1+1'
done
for column in 1 2; do
  bare=$(median "$dir/bare" $column)
  sit=$(median "$dir/sit" $column)
  awk -v n="$([ $column = 1 ] && echo wall || echo cpu)" -v b="$bare" -v s="$sit" \
    'BEGIN { printf "%-4s  bare JVM %3.0f ms   sit eval %3.0f ms   ratio %.2f\n", n, b, s, s / b }'
done
