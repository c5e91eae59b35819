#!/bin/sh
# Measures the two texts of examples/corpora.sit in one process and by counts made on Spark, and compares: the entropies of a
# character given none and given the two before it are the same in every digit.
#   mvn -q -P spark package -DskipTests && interpreter/spark/corpora.sh
set -eu
top=$(cd "$(dirname "$0")/../.." && pwd)
here=$top/interpreter/spark
out=$here/target/corpora
opens=$(sed -n 's:.*<opens>\(.*\)</opens>.*:\1:p' "$here/pom.xml")
mkdir -p "$out"
# shellcheck disable=SC2086
for name in devil jargon; do
  text=/usr/share/dictd/$name.dict.dz
  if [ ! -f "$text" ]; then
    echo "$text is missing: install dict-$name; it is left out" >&2
    continue
  fi
  for order in 1 3; do
    counts=$out/$name-$order.jsonl
    java $opens -cp "$here/target/sit-spark-0.1.0.jar:$here/target/lib/*" sit.spark.CountJob characters $order "$text" "$counts" \
      2> "$out/spark.log" || { tail -20 "$out/spark.log" >&2; exit 1; }
    given="T[$order]"
    if [ $order -gt 1 ]; then given="T[$order] | T^$((order - 1))"; fi
    asked="estimate(H($given), method = \"plugin\", resamples = 0)"
    printf 'process T from corpus("%s", tokenizer = "characters")\n%s\n' "$text" "$asked" > "$out/here.sit"
    printf 'process T from counts("%s")\n%s\n' "$counts" "$asked" > "$out/spark.sit"
    one=$("$top/sit" run "$out/here.sit")
    many=$("$top/sit" run "$out/spark.sit")
    echo "$name, in one process: $one"
    echo "$name, counted on Spark: $many"
    # the intervals differ: counts are in no order, and dependence cannot be told from them
    value() { printf '%s\n' "$1" | sed 's/.* = \([0-9.]*\) in .*, \([0-9]* samples\).*/\1 \2/'; }
    exact() { "$top/sit" run --format json "$1" | tr ',' '\n' | grep '"value"'; }
    if [ "$(exact "$out/here.sit")" != "$(exact "$out/spark.sit")" ]; then
      echo "not the same: $(value "$one") and $(value "$many")" >&2
      exit 1
    fi
  done
done
