#!/bin/sh
# Draw docs/images/report.png from a demo that has run: make_report_picture.sh DEMO_FOLDER
set -eu
page=$(cd "$1" && pwd)/patients/case-1/report.html
chromium --headless --no-sandbox --disable-gpu --hide-scrollbars --no-first-run \
    --disable-background-networking --disable-component-update --disable-sync \
    --user-data-dir="$(mktemp -d)" --window-size=1100,560 \
    --screenshot="$(dirname "$0")/report.png" "file://$page"
