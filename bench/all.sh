#!/usr/bin/env bash
# Measures every shape of `outturn bench` on servers of its own, and prints tables in Markdown.
#   bench/all.sh             all sizes of docs/performance.md; takes about twenty minutes
#   bench/all.sh --small     each shape as small as it goes, to see that all of it works
# Figures count when the machine has nothing else to do: before each bench it waits until the CPU pressure is under
# QUIET per cent, for at most PATIENCE seconds; the tables show the pressure of each. TIMES is how often a load is sent.
# HISTORY is how many finished task runs are written into the tables before; then only lists and loads are measured.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

QUIET=${QUIET:-10}
size=full
[ "${1:-}" != --small ] || size=small
if [ $size = small ]; then
  TIMES=${TIMES:-1} PATIENCE=${PATIENCE:-0}
else
  TIMES=${TIMES:-3} PATIENCE=${PATIENCE:-120}
fi

HISTORY=${HISTORY:-0}

work=$(mktemp -d "${TMPDIR:-/tmp}/outturn-bench.XXXXXX")
server=
noise=0

start_server() {
  export OUTTURN_DATA=$work/$1
  unset OUTTURN_SERVER OUTTURN_TOKEN
  ./outturn server --port 0 --drain 5 --data "$OUTTURN_DATA" >"$work/$1.log" 2>&1 &
  server=$!
  for _ in $(seq 600); do
    [ ! -f "$OUTTURN_DATA/server.json" ] || return 0
    kill -0 $server 2>/dev/null || break
    sleep 0.5
  done
  echo "The server did not start:" >&2
  tail -n 20 "$work/$1.log" >&2
  exit 1
}

stop_server() {
  [ -n "$server" ] || return 0
  kill $server 2>/dev/null || true
  wait $server 2>/dev/null || true
  server=
}
trap 'stop_server; rm -rf "$work"' EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

pressure() {
  sed -n 's/^some avg10=\([0-9.]*\) .*/\1/p' /proc/pressure/cpu 2>/dev/null || true
}

# Waits for quiet, or notes that there was none.
quiet() {
  waited=0
  while :; do
    now=$(pressure)
    if [ -z "$now" ] || awk "BEGIN {exit !($now < $QUIET)}"; then return 0; fi
    [ $waited -lt "$PATIENCE" ] || break
    sleep 2
    waited=$((waited + 2))
  done
  noise=$((noise + 1))
}

# JSON as lines of name.name=value.
flat() {
  awk '
    { line = $0; sub(/^[ \t]+/, "", line); sub(/,$/, "", line) }
    line ~ /^"[^"]*" : \{$/ { split(line, part, "\""); path[++depth] = part[2]; next }
    line ~ /^\}/ { if (depth > 0) depth--; next }
    line ~ /^"/ {
      split(line, part, "\""); name = ""
      for (i = 1; i <= depth; i++) name = name path[i] "."
      value = line; sub(/^"[^"]*" : /, "", value); gsub(/"/, "", value)
      print name part[2] "=" value
    }'
}

# bench "words of the command" column...: a row of the table with these members of the answer.
row() {
  words=$1
  shift
  quiet
  echo "$words" >&2
  # shellcheck disable=SC2086
  if ! ./outturn bench $words --json >"$work/answer" 2>"$work/problem"; then
    echo "| \`$words\` | $(tr '\n' ' ' <"$work/problem") |"
    return 0
  fi
  flat <"$work/answer" >"$work/flat"
  line="| \`$words\` |"
  for column in "$@"; do
    value=$(sed -n "s/^$column=//p" "$work/flat" | head -n 1)
    line="$line ${value:--} |"
  done
  echo "$line"
}

# A head of so many columns: names, after that of the bench.
head_of() {
  line="| bench |" rule="| --- |"
  for column in "$@"; do
    line="$line $column |" rule="$rule --: |"
  done
  printf '\n%s\n%s\n' "$line" "$rule"
}

loads() {
  head_of runs/s tasks/s seconds "p50 ms" "p99 ms" "max ms" "CPU ms/run server" PostgreSQL "bytes/task run" "commit ms" \
    "runs/commit" "p50 in commits" "% of plain processes" "pressure before" after
  while read -r words; do
    for _ in $(seq "$TIMES"); do
      row "$words" runsPerSecond transitionsPerSecond seconds latencyMillis.p50 latencyMillis.p99 latencyMillis.max \
        cpuMillisPerRun.server cpuMillisPerRun.postgresql databaseBytesPerTaskRun commitMillis inCommits.runs \
        inCommits.latencyP50 percentOfPlainProcesses pressure.before pressure.after </dev/null
    done
  done
}

cores=$(getconf _NPROCESSORS_ONLN)
./outturn --version >/dev/null 2>&1 || true
echo "Measured on $(date -u '+%Y-%m-%d %H:%M') UTC: $cores cores, $(uname -sr), $(git rev-parse --short HEAD 2>/dev/null || echo no git), CPU pressure at the start $(pressure) %."

start_server loads
if [ "$HISTORY" != 0 ]; then
  ./outturn bench history --task-runs "$HISTORY"
  quiet
  printf '\n```\n'
  ./outturn bench lists
  echo '```'
fi
if [ $size = full ]; then
  loads <<'SHAPES'
single --runs 1000
single --runs 20000
one-by-one --runs 1000
one-by-one --runs 20000
chain --runs 1000 --tasks 10
fan --tasks 1000
fan --tasks 10000
process --runs 1000
trickle --runs 60
hop --runs 60
single --runs 20000 --pool age
single --runs 20000 --pool worth
chain --runs 1000 --tasks 10 --pool age
chain --runs 1000 --tasks 10 --pool worth
SHAPES
  due="50 3,10000 1" beats=100 waiting=10000 hanging=40 rounds=11 every=60
else
  loads <<'SHAPES'
trickle --runs 1
hop --runs 1
single --runs 20
one-by-one --runs 20
chain --runs 5 --tasks 10
fan --tasks 20
process --runs 5
single --runs 20 --pool age
chain --runs 5 --tasks 10 --pool worth
SHAPES
  due="20 1" beats=3 waiting=20 hanging=3 rounds=1 every=5
fi

if [ "$HISTORY" = 0 ]; then
  head_of expected missed doubled early "late p50 ms" "p99 ms" "max ms" "ended p99 ms" "pressure before" after
  IFS=,
  for each in $due; do
    IFS=' '
    read -r schedules times <<<"$each"
    row "due --schedules $schedules --times $times --every $every" expected missed doubled early latenessMillis.p50 \
      latenessMillis.p99 latenessMillis.max untilEndMillis.p99 pressure.before pressure.after
  done
  unset IFS

  head_of "delay % of no task" "process" "http" "p99 alone ms" "crowded" "pressure before"
  for what in pool slots; do
    row "fairness --waiting-for $what --beats $beats --waiting $waiting --hanging $hanging" instant.delayPercent \
      process.delayPercent network.delayPercent process.aloneMillis.p99 process.crowdedMillis.p99 pressure.before
  done

  head_of "single events/s" "CPU ns" "chain events/s" "CPU ns" "fan events/s" "CPU ns"
  row "core --rounds $rounds" single.eventsPerSecond single.cpuNanosPerEvent chain.eventsPerSecond chain.cpuNanosPerEvent \
    fan.eventsPerSecond fan.cpuNanosPerEvent

  head_of "due times" "first ms" "CPU ms" "ms" "CPU ms" "pressure before"
  row "ahead --rounds $rounds" lines firstMillis firstCpuMillis millis cpuMillis pressure
fi
stop_server

if [ "$HISTORY" = 0 ]; then
  # Idle on a server that has not worked before: the heap of one that did says what it did.
  start_server idle
  head_of "% of a core server" PostgreSQL total "resident MB server" PostgreSQL total "pressure before"
  if [ $size = full ]; then
    history=400000 idle="idle --schedules 10000 --seconds 120" waiting="waiting --runs 10000"
  else
    history=1000 idle="idle --schedules 20 --seconds 1 --settle 0" waiting="waiting --runs 8 --seconds 1 --settle 0"
  fi
  ./outturn bench history --task-runs $history >&2
  row "$idle" cpuPercentOfCore.server cpuPercentOfCore.postgresql cpuPercentOfCore.total residentMegabytes.server \
    residentMegabytes.postgresql residentMegabytes.total pressure.before

  head_of "% of a core empty" "waiting" "MB grown" "s until all had gone" "pressure before"
  row "$waiting" empty.cpuPercentOfCore.total cpuPercentOfCore.total grownMegabytes leavingSeconds pressure.before
  stop_server
fi

echo
if [ $noise = 0 ]; then
  echo "Before each bench the CPU pressure was under $QUIET %."
else
  echo "Before $noise benches the CPU pressure did not fall under $QUIET % within $PATIENCE s: their figures do not count."
fi
