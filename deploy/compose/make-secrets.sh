#!/usr/bin/env bash
# Makes the secrets of a trial below ./secrets, once, and prints what the compose file wants in its environment.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
mkdir -p secrets
# The services read them as a user without rights; whoever may not enter this folder cannot.
chmod 711 secrets
[[ -f secrets/s3_secret_key ]] || head -c 24 /dev/urandom | base64 | tr -d '/+=\n' > secrets/s3_secret_key
printf 'mongodb://mongodb:27017/?replicaSet=rs0' > secrets/mongodb_url
printf 'kurrentdb://kurrentdb:2113?tls=false' > secrets/kurrentdb_url
chmod 444 secrets/*
printf 'export IIC_S3_SECRET_KEY=%s\n' "$(cat secrets/s3_secret_key)"
