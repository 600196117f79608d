#!/usr/bin/env bash
# Madoguchi - a scripted fail-over of PostgreSQL under Patroni and etcd, under load: no acknowledged command
# may be lost, and clients carry on. packaging/install-packages.sh packaging/packages.prove installs these two.
# usage: failover.sh BUILD-FOLDER [ROUNDS]
# SPDX-License-Identifier: GPL-3.0-or-later
set -euo pipefail
build=$(realpath "${1:?the build folder}")
rounds=${2:-3}
postgres=$(find /usr/lib/postgresql -maxdepth 2 -name bin | sort -V | tail -1)
folder=$(mktemp -d /var/tmp/madoguchi-ha-XXXXXX)
chmod 755 "$folder"
base=$((20000 + RANDOM % 20000))
as=()
if [ "$(id -u)" = 0 ]; then
  as=(setpriv --reuid=postgres --regid=postgres --clear-groups env HOME="$folder")
  chown postgres: "$folder"
fi

cleanup() {
  for pid in "$folder"/*.pid; do
    kill -9 -- "-$(cat "$pid")" 2>/dev/null || true
  done
  for pid in "$folder"/data?/postmaster.pid; do
    kill -9 "$(head -1 "$pid")" 2>/dev/null || true
  done
  sleep 1
  rm -rf "$folder"
}
trap cleanup EXIT

rest() { curl -s -m 2 "http://127.0.0.1:$((base + 10 + $1))/$2" || true; }

start_node() {
  setsid "${as[@]}" patroni "$folder/node$1.yml" >>"$folder/node$1.log" 2>&1 &
  echo $! >"$folder/node$1.pid"
  disown
}

# Waits until one node leads and the other follows it synchronously.
await_pair() {
  for _ in $(seq 300); do
    for node in 1 2; do
      if rest "$node" cluster | grep -q '"role": "sync_standby"'; then return 0; fi
    done
    sleep 0.5
  done
  echo "failover.sh: no synchronous standby" >&2
  tail -20 "$folder"/node*.log >&2
  return 1
}

leader() {
  for node in 1 2; do
    if [ "$(curl -s -o /dev/null -m 2 -w '%{http_code}' "http://127.0.0.1:$((base + 10 + node))/primary")" = 200 ]; then
      echo "$node"
      return 0
    fi
  done
  return 1
}

# Called back by the driver: the machine of the primary dies at once, and comes back when the other leads.
cat >"$folder/fail" <<FAIL
#!/usr/bin/env bash
set -euo pipefail
base=$base
folder=$folder
$(declare -f rest await_pair leader start_node)
as=(${as[*]@Q})
await_pair
node=\$(leader)
other=\$((3 - node))
kill -9 -- "-\$(cat "\$folder/node\$node.pid")"
kill -9 "\$(head -1 "\$folder/data\$node/postmaster.pid")" || true
for _ in \$(seq 240); do
  now=\$(leader || true)
  [ "\$now" = "\$other" ] && break
  sleep 0.5
done
[ "\$now" = "\$other" ]
start_node "\$node"
FAIL
chmod +x "$folder/fail"

setsid "${as[@]}" etcd --data-dir "$folder/etcd" --listen-client-urls "http://127.0.0.1:$base" \
  --advertise-client-urls "http://127.0.0.1:$base" --listen-peer-urls "http://127.0.0.1:$((base + 1))" \
  --initial-advertise-peer-urls "http://127.0.0.1:$((base + 1))" \
  --initial-cluster "default=http://127.0.0.1:$((base + 1))" >"$folder/etcd.log" 2>&1 &
echo $! >"$folder/etcd.pid"
disown

for node in 1 2; do
  cat >"$folder/node$node.yml" <<YAML
scope: madoguchi
name: node$node
restapi: {listen: "127.0.0.1:$((base + 10 + node))", connect_address: "127.0.0.1:$((base + 10 + node))"}
etcd3: {host: "127.0.0.1:$base"}
bootstrap:
  dcs:
    ttl: 20
    loop_wait: 4
    retry_timeout: 5
    maximum_lag_on_failover: 0
    synchronous_mode: true
    postgresql:
      use_pg_rewind: true
      parameters: {max_connections: 60, wal_log_hints: "on", shared_buffers: 128MB}
  initdb: [{encoding: UTF8}, {locale: C}]
  pg_hba:
    - local all all trust
    - host all all 127.0.0.1/32 trust
    - host replication all 127.0.0.1/32 trust
postgresql:
  listen: 127.0.0.1:$((base + 20 + node))
  connect_address: 127.0.0.1:$((base + 20 + node))
  data_dir: $folder/data$node
  bin_dir: $postgres
  pgpass: $folder/pgpass$node
  authentication:
    superuser: {username: postgres, password: none}
    replication: {username: replicator, password: none}
    rewind: {username: rewinder, password: none}
  parameters: {unix_socket_directories: "$folder"}
YAML
  start_node "$node"
done
await_pair
hosts="127.0.0.1:$((base + 21)),127.0.0.1:$((base + 22))"
owner="postgresql://postgres@$hosts"
psql "$owner/postgres?target_session_attrs=read-write" -q -c 'CREATE DATABASE madoguchi'
MADOGUCHI_DATABASE="$owner/madoguchi?connect_timeout=2" "$build/bin/failover" "$rounds" "$folder/fail"
