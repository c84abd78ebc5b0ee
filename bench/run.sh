#!/usr/bin/env bash
# Measures a built jar: see README.md. Needs java 25, python3, wrk, pgbench and psql on the PATH.
set -euo pipefail
cd "$(dirname "$0")/.."
for tool in python3 wrk pgbench psql; do
  command -v "$tool" > /dev/null || { echo "bench: $tool is missing (Debian: apt-get install wrk postgresql-contrib postgresql-client)" >&2; exit 1; }
done
[ -f "${HAINA_JAR:-target/haina.jar}" ] || { echo "bench: build the jar first: mvn -DskipTests package" >&2; exit 1; }
exec python3 bench/haina_bench "$@"
