# shellcheck shell=bash
# Madoguchi - for scripts that start a server on the loopback; to be sourced.
# SPDX-License-Identifier: GPL-3.0-or-later

# Prints a port on which nobody listens.
free_port() {
  local port
  while port=$((20000 + RANDOM % 10000)) && (: <"/dev/tcp/127.0.0.1/$port") 2>/dev/null; do :; done
  echo "$port"
}

# await_server PORT PID: returns when /healthz answers; fails when the process ends or 10 seconds pass.
await_server() {
  local i
  for ((i = 0; i < 100; i++)); do
    if curl --silent --fail --insecure --output /dev/null "https://127.0.0.1:$1/healthz"; then return; fi
    kill -0 "$2"
    sleep 0.1
  done
  echo "the server did not answer on /healthz" >&2
  return 1
}
