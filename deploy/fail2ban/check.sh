#!/usr/bin/env bash
# Proves the filters and jails with fail2ban's own programs: every failure is seen, and nothing that people can write is
# taken for one. Needs fail2ban (Debian: apt-get install fail2ban); starts no server and bans nobody.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

if ! command -v fail2ban-regex > /dev/null; then
  echo "fail2ban is not installed: Debian has it as the package fail2ban." >&2
  exit 77
fi

# Under a plain name: fail2ban-regex takes a path with spaces or brackets for an expression.
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
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

# Jails as fail2ban reads them, with the distribution's defaults around them.
folder=$work/fail2ban
cp -r /etc/fail2ban "$folder"
rm -f "$folder"/jail.d/*
cp filter.d/* "$folder/filter.d/"
cp jail.d/* "$folder/jail.d/"
touch "$folder/services.log"
cat > "$folder/jail.d/zz-check.local" <<EOF
[ect-suite-file]
enabled = true
logpath = $folder/services.log
[ect-suite-container]
enabled = true
logpath = $folder/services.log
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

exit "$failed"
