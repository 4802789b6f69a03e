#!/bin/sh
# Make sure the programs that pip cannot install are there: chromium (with its driver) and, for tests, rabbitmq.
# usage: system-packages.sh [chromium] [rabbitmq]
# As root on Debian or Ubuntu it installs what is missing; elsewhere it uses what is there, or says what to install.
set -u

have() {
    case $1 in
    chromium)
        { command -v chromium || command -v chromium-browser || command -v google-chrome; } >/dev/null 2>&1 &&
            command -v chromedriver >/dev/null 2>&1 ;;
    rabbitmq) ls /usr/lib/rabbitmq/lib/rabbitmq_server-*/sbin/rabbitmq-server >/dev/null 2>&1 ||
        command -v rabbitmq-server >/dev/null 2>&1 ;;
    esac
}

packages() {
    case $1 in
    chromium) echo chromium chromium-driver ;;
    rabbitmq) echo rabbitmq-server ;;
    esac
}

missing=""
for program in "$@"; do have "$program" || missing="$missing $(packages "$program")"; done
[ -n "$missing" ] || exit 0

if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    echo "Installing$missing ..."
    log=$(mktemp)
    export DEBIAN_FRONTEND=noninteractive
    # shellcheck disable=SC2086
    { apt-get update && apt-get install -y --no-install-recommends $missing; } >"$log" 2>&1 ||
        { tail -n 5 "$log" >&2; echo "Could not install$missing: install them by hand, then run this again." >&2; exit 2; }
    rm -f "$log"
elif have chromium || [ "$*" = chromium ]; then
    # Selenium can fetch a browser of its own where none is installed.
    case $missing in *chromium*) echo "Not found:$missing. Selenium will try to fetch its own browser; to use your system's: install$missing." >&2 ;; esac
    case $missing in *rabbitmq*) echo "Please install rabbitmq-server (the tests start their own node of it)." >&2; exit 2 ;; esac
else
    echo "Please install:$missing (the tests start their own node of rabbitmq-server)." >&2
    exit 2
fi
