#!/bin/sh
# SPDX-License-Identifier: MIT
# A signal ends the work cleanly: what was begun is finished, and the way to go on is said.
. "$(dirname "$0")/common.inc"

make_input in 25
for signal in INT:130 TERM:143; do
    rm -rf out
    # A shell starts background jobs with SIGINT ignored; env gives it back.
    env --default-signal=INT "$HUSK_NEGATIVES" in out --method patch --count 4 --threads 2 2>log &
    process=$!
    while [ ! -d out ] || [ "$(files_in out)" -lt 6 ]; do sleep 0.02; done
    kill -"${signal%:*}" $process
    status=0
    wait $process || status=$?
    [ "$status" -eq "${signal#*:}" ] || fail "exit status $status after SIG${signal%:*}"
    says 'resume'
    [ "$(find out -name '*.part' | wc -l)" -eq 0 ] || fail "temporaries are left"
    [ "$(files_in out)" -lt 201 ] || fail "the signal was ignored"
done
exits 0 in out --method patch --count 4 --resume
[ "$(files_in out)" -eq 201 ] || fail "not all was made"
