#!/usr/bin/env bash
# Fetches mail servers for the tests and unpacks them, without installing them: an
# installed one would throw out the machine's own, and start.
#
#   tests/mail/fetch.sh FOLDER
#
# Afterwards FOLDER/root has Postfix's smtp-sink, Exim, and nss_wrapper, which shows Exim
# the user that its package would have made.
set -eu
folder=$1
[ -e "$folder/complete" ] && exit 0
mkdir -p "$folder/packages" "$folder/root"
folder=$(realpath "$folder")
cd "$folder/packages"
fetch() {
    apt-get download -qq postfix exim4-daemon-light libnss-wrapper 2>/dev/null
}
root=
[ "$(id -u)" = 0 ] || root=sudo
fetch || { $root apt-get update -qq && fetch; }
for package in *.deb; do
    dpkg -x "$package" "$folder/root"
done
chmod u-s "$folder/root/usr/sbin/exim4"
touch "$folder/complete"
