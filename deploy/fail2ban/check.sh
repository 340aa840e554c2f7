#!/usr/bin/env bash
# Proves the filters and jails with fail2ban's own programs: every failure is seen, nothing that people can write is taken
# for one, and a server bans the one address that failed too often. That server is its own: socket, database and log lie in
# a temporary folder, and instead of the firewall a file takes the banned addresses. Needs fail2ban (Debian: apt-get install
# fail2ban), neither root nor iptables; takes some seconds, a minute at most.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

if ! command -v fail2ban-regex > /dev/null; then
  echo "fail2ban is not installed: Debian has it as the package fail2ban." >&2
  exit 77
fi

# Under a plain name: fail2ban-regex takes a path with spaces or brackets for an expression.
work=$(mktemp -d)
server=
# shellcheck disable=SC2317 # the trap calls it
leave() {
  if [[ -n $server ]]; then
    kill "$server" 2> /dev/null || true
    wait "$server" 2> /dev/null || true
  fi
  rm -rf "$work"
}
trap leave EXIT
cp -r filter.d jail.d samples "$work"
cd "$work"

failed=0

# expect SAMPLE FILTER MATCHED MISSED
expect() {
  local lines
  lines=$(fail2ban-regex "samples/$1.jsonl" "$PWD/filter.d/$2.conf" | grep '^Lines:')
  if [[ $lines == *" $3 matched, $4 missed"* ]]; then
    echo "ok   $1 with $2: $3 matched, $4 missed"
  else
    echo "BAD  $1 with $2: wanted $3 matched, $4 missed, got: $lines"
    failed=1
  fi
}

expect failures ect-suite 6 0
expect harmless ect-suite 0 9
expect container-failures ect-suite-container 6 0
expect container-harmless ect-suite-container 0 15
expect container-failures ect-suite 0 6
expect failures ect-suite-container 0 6

# The journal leaves the time in the line and brings one of its own.
line=$(head -n 1 samples/failures.jsonl)
if fail2ban-regex --datepattern '{NONE}' "$line" "$PWD/filter.d/ect-suite.conf" | grep ' 1 matched' > /dev/null; then
  echo "ok   a line of the journal"
else
  echo "BAD  a line of the journal is missed"
  failed=1
fi

# Jails as fail2ban reads them, with the distribution's defaults around them, and without those that somebody has turned on
# on this machine: they would ban in earnest.
folder=$work/fail2ban
cp -r /etc/fail2ban "$folder"
rm -rf "$folder"/jail.local "$folder"/jail.d/* "$folder"/fail2ban.local "$folder"/fail2ban.d/*
cp filter.d/* "$folder/filter.d/"
cp jail.d/* "$folder/jail.d/"
touch "$folder/services.log" "$folder/container.log"
cat > "$folder/jail.d/zz-check.local" <<EOF
[ect-suite-file]
enabled = true
logpath = $folder/services.log
action = ect-suite-note
[ect-suite-container]
enabled = true
logpath = $folder/container.log
action = ect-suite-note
EOF
cat > "$folder/action.d/ect-suite-note.conf" <<EOF
[Definition]
actionban = echo "<name> <ip>" >> $work/banned
EOF
cat > "$folder/fail2ban.local" <<EOF
[Definition]
dbfile = $work/fail2ban.sqlite3
EOF
if read_in=$(fail2ban-client -c "$folder" -d 2>&1) \
  && grep -q "'set', 'ect-suite-file', 'maxretry', 5" <<< "$read_in" \
  && grep -q "'set', 'ect-suite-file', 'findtime', '10m'" <<< "$read_in" \
  && grep -q "'set', 'ect-suite-file', 'bantime', '1h'" <<< "$read_in" \
  && grep -q "'add', 'ect-suite-container'" <<< "$read_in"; then
  echo "ok   the jails: 5 failures in 10m ban for 1h"
else
  echo "BAD  the jails"
  printf '%s\n' "$read_in"
  failed=1
fi

# A server of our own bans.
client() {
  timeout 10 fail2ban-client -c "$folder" -s "$work/socket" -p "$work/pid" "$@"
}

# soon COMMAND...: waits until it succeeds, some 12 seconds at most.
soon() {
  local end=$((SECONDS + 12))
  until "$@" > /dev/null 2>&1; do
    if ((SECONDS >= end)); then return 1; fi
    sleep 0.2
  done
}

# now SAMPLE: its lines as if they had just been written.
now() {
  sed -E "s/[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\.[0-9]+Z/$(date -u +%Y-%m-%dT%H:%M:%S.%NZ)/g" \
    "samples/$1.jsonl"
}

# append LOG PREFIX: what must ban nobody, more often than a failure may happen; then the failures: five from one address
# and one from another.
append() {
  for _ in 1 2 3 4 5 6; do now "$2harmless" >> "$1"; done
  now "$2failures" >> "$1"
}

# shellcheck disable=SC2317 # soon calls it
banned() {
  client status "$1" | grep -q "Banned IP list:[[:space:]]*203\.0\.113\.7$"
}

# judge JAIL: exactly the address that failed five times is banned, and exactly the six failures were counted.
judge() {
  local status
  if soon banned "$1" && status=$(client status "$1") \
    && grep -q "Total failed:[[:space:]]*6$" <<< "$status" \
    && grep -q "Total banned:[[:space:]]*1$" <<< "$status"; then
    echo "ok   $1 bans the address that failed five times, and no other"
  else
    echo "BAD  $1 does not ban exactly the address that failed five times"
    client status "$1" || true
    failed=1
  fi
}

fail2ban-server -c "$folder" -s "$work/socket" -p "$work/pid" --logtarget "$work/server.log" --loglevel INFO \
  -f start > "$work/server.out" 2>&1 &
server=$!
if soon client status ect-suite-file && soon client status ect-suite-container \
  && client status | grep -q "Jail list:[[:space:]]*ect-suite-container, ect-suite-file$"; then
  append "$folder/services.log" ""
  append "$folder/container.log" container-
  judge ect-suite-file
  judge ect-suite-container
  expected=$'ect-suite-container 203.0.113.7\nect-suite-file 203.0.113.7'
  if [[ $(sort "$work/banned" 2> /dev/null) == "$expected" ]]; then
    echo "ok   the action is asked to ban these and nothing else"
  else
    echo "BAD  the action was asked to ban:"
    cat "$work/banned" 2> /dev/null || true
    failed=1
  fi
  client stop > /dev/null 2>&1 || true
else
  echo "BAD  fail2ban's server does not start, or not with these two jails alone"
  client status || true
  failed=1
fi
if ((failed)); then cat "$work/server.out" "$work/server.log" 2> /dev/null || true; fi

exit "$failed"
