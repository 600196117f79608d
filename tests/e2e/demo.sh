#!/usr/bin/env bash
# Madoguchi - the demonstration: an embedded server with sample data, and the desk signed in.
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Everything lies in build/demo; remove it to begin anew. Without a display the
# desk runs under Xvfb, a few cases are worked by keyboard alone, and pictures
# are left in shots/.
set -euo pipefail
cd "$(dirname "$0")/../.."
. tests/e2e/loopback.sh

bin=$PWD/build/dev/bin
home=$PWD/build/demo
data=$home/server
user=food.clerk1
cases=2000
background=()

# The last one started ends first: the desk before its display and its server.
stop_all() {
  local i
  for ((i = ${#background[@]} - 1; i >= 0; i--)); do
    kill "${background[i]}" 2>/dev/null || true
    wait "${background[i]}" || true
  done
}
trap stop_all EXIT

# Once: offices, staff and cases from a fixed seed, and a password for the clerk that the desk signs in.
make_sample() {
  if [ -e "$home/ready" ]; then return; fi
  rm -rf "$home"
  mkdir -p "$home"
  echo "demo: making $cases sample cases"
  head -c 18 /dev/urandom | base64 >"$home/password"
  "$bin/madoguchi-server" init --data "$data"
  "$bin/madoguchi-server" generate --data "$data" --cases "$cases" --seed 1
  "$bin/madoguchi-server" user passwd "$user" --data "$data" <"$home/password"
  touch "$home/ready"
}

start_server() {
  port=$(free_port)
  "$bin/madoguchi-server" serve --data "$data" --port "$port" >"$home/server.log" 2>&1 &
  background+=($!)
  await_server "$port" $! || { tail "$home/server.log" >&2; exit 1; }
  echo "demo: server on https://127.0.0.1:$port"
}

# The certificate is self-signed, so the desk is told its fingerprint. There may be no key store in a
# demonstration, hence the switch, which nothing else may use.
desk() {
  local fingerprint
  fingerprint=$(openssl x509 -in "$data/tls/certificate.pem" -noout -fingerprint -sha256 | sed 's/.*=//; s/://g')
  "$bin/madoguchi" --demonstration --profile "$home/desk" --server "https://127.0.0.1:$port" \
    --fingerprint "$fingerprint" --user "$user" --password-file "$home/password"
}

picture() {
  sleep 1
  import -window root "shots/demo-$1.png"
  echo "demo: shots/demo-$1.png"
}

start_display() {
  rm -f "$home/display" # of an earlier run, whose display has gone
  Xvfb -displayfd 6 -screen 0 1600x1000x24 -nolisten tcp 6>"$home/display" 2>"$home/xvfb.log" &
  background+=($!)
  until [ -s "$home/display" ]; do kill -0 $! && sleep 0.1; done
  DISPLAY=:$(cat "$home/display")
  export DISPLAY
}

# One key after another, each when the one before has had its effect.
press() {
  local key
  for key in "$@"; do
    xdotool key "$key"
    sleep 1
  done
}

# Clears cases as a clerk does: the queue of unassigned cases; then for each take, examine, all criteria met,
# submit the draft, next. Five keys a case.
work_by_keyboard() {
  local window i
  mkdir -p shots
  window=$(timeout 60 xdotool search --sync --onlyvisible --class madoguchi | tail -n 1)
  xdotool windowfocus --sync "$window"
  sleep 5 # the first sync
  press alt+2
  picture 1-queue
  press Return
  for i in 1 2 3; do
    press a e shift+m
    picture "2-case-$i-examined"
    press s
    picture "2-case-$i-submitted"
    press n
  done
  picture 3-next
}

make_sample
start_server
if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
  desk
else
  start_display
  desk >"$home/desk.log" 2>&1 &
  background+=($!)
  work_by_keyboard
fi
