# Ends the processes of a server that has died, or fallen silent. See Guard.java, which starts it.
#
# Arguments: seconds between two looks at the silence; how many in a row are too many; seconds
# between SIGTERM and SIGKILL.
#
# Lines on standard input:
#   .               the server is alive
#   +KEY TOKEN      an attempt is about to start a process
#   =KEY PID BIRTH  it has started; PID leads a session, BIRTH is its field 22 of /proc/PID/stat
#   -KEY            it has ended, with all that it started
# The end of the input is the end of the server. Prints one line, and only when it ends something.
#
# POSIX sh with /proc. A signal interrupts `read`, which is how the silence is noticed.

tick=$1 limit=$2 grace=$3
keeper=$$
silent=0

# A stop of the whole service signals the guard too; it ends by the end of its input.
trap '' INT HUP QUIT TERM PIPE
trap 'silent=$((silent + 1)) ticked=1' USR1

(
  nap=
  trap '[ -z "$nap" ] || kill -9 $nap; exit' USR2
  while :; do
    sleep "$tick" &
    nap=$!
    wait $nap
    nap=
    kill -USR1 $keeper || exit
  done
) </dev/null >/dev/null &
clock=$!

while [ $silent -lt "$limit" ]; do
  ticked=
  if read -r line; then
    case $line in
      .) silent=0 ;;
      +*)
        set -- ${line#+}
        eval "child_$1='$2 0 0'"
        ;;
      =*)
        set -- ${line#=}
        eval "child_$1=\"\${child_$1%% *} $2 $3\""
        ;;
      -*) unset "child_${line#-}" ;;
    esac
  else
    [ -n "$ticked" ] || break
  fi
done
kill -USR2 $clock

children=$(set | sed -n "s/^child_[0-9]*='\{0,1\}\([^']*\)'\{0,1\}\$/\1/p")
[ -n "$children" ] || exit 0
echo "the server is gone or silent"

# What a process's stat says: its state, group, session and birth; fails when there is none.
stat() {
  read -r words <"/proc/$1/stat" || return 1
  # The program's name stands in parentheses and may hold anything.
  set -- ${words##*") "}
  state=$1 group=$3 session=$4 birth=${20}
}

# Prints every process that is to be ended: who carries the token of an attempt, and who is in the
# session of a leader that is still the process that was started, or has a carrier in it. A process
# that has got the number of an ended one is neither.
living() {
  tokens=' ' leaders=' ' sessions=' '
  while read -r token pid born; do
    tokens="$tokens$token " leaders="$leaders$pid "
    if stat "$pid" && [ "$birth" = "$born" ]; then sessions="$sessions$pid "; fi
  done <<END
$children
END
  for file in $(grep -lF OUTTURN_TOKEN= /proc/[0-9]*/environ); do
    token=$(tr '\0' '\n' <"$file" | sed -n 's/^OUTTURN_TOKEN=//p')
    case $tokens in
      *" $token "*)
        pid=${file#/proc/}
        pid=${pid%/environ}
        echo "$pid"
        stat "$pid" || continue
        case $leaders in *" $session "*) sessions="$sessions$session " ;; esac
        ;;
    esac
  done
  for file in /proc/[0-9]*; do
    pid=${file#/proc/}
    stat "$pid" || continue
    [ "$state" != Z ] || continue
    case $sessions in *" $session "* | *" $group "*) echo "$pid" ;; esac
  done
}

end() {
  for pid in $(living); do kill -s "$1" "$pid"; done
}

end TERM
# At least once: what was being started may show itself only now.
sleep 1
while [ "$grace" -gt 1 ] && [ -n "$(living)" ]; do
  sleep 1
  grace=$((grace - 1))
done
for round in 1 2 3 4 5; do
  [ -n "$(living)" ] || break
  end KILL
done
