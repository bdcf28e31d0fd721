#!/usr/bin/env bash
# Two commands at once, and what a dead one left.
# shellcheck disable=SC1091,SC2009,SC2015,SC2016,SC2034,SC2119,SC2120,SC2154,SC2317

. "$(dirname "$0")/harness.sh"

test_two_commands_at_once_do_the_work_once() {
    local first second
    "$bash_used" "$repository/workbook" lab --no-browser >"$work/first" 2>&1 </dev/null &
    first=$!
    "$bash_used" "$repository/workbook" lab --no-browser >"$work/second" 2>&1 </dev/null &
    second=$!
    wait "$first"
    status=$?
    output="$(cat "$work/first")"
    expect_status 0
    wait "$second"
    status=$?
    output="$(cat "$work/second")"
    expect_status 0
    expect_calls 1 "pip install"
    expect_calls 1 "maven"
    expect_calls 1 "advsys.workbook.kernel.Install"
    expect_calls 2 "-m jupyterlab"
    expect_no_file "$repository/.workbook/lock-venv"
    expect_no_file "$repository/.workbook/lock-build"
    expect_no_file "$repository/.workbook/lock-kernel"
}

test_lock_of_a_dead_process_is_taken_over() {
    mkdir -p "$repository/.workbook/lock-build"
    printf '999999999\nlong-ago\n' >"$repository/.workbook/lock-build/holder"
    workbook build
    expect_status 0
    expect_no_file "$repository/.workbook/lock-build"
}

test_lock_whose_number_now_belongs_to_another_process_is_taken_over() {
    mkdir -p "$repository/.workbook/lock-build"
    printf '%s\nlong-ago\n' "$$" >"$repository/.workbook/lock-build/holder"
    workbook build
    expect_status 0
}

test_lock_without_a_holder_is_taken_over() {
    mkdir -p "$repository/.workbook/lock-build"
    workbook build
    expect_status 0
}

test_living_holder_is_waited_for_and_named() {
    local holder
    mkdir -p "$repository/.workbook/lock-build"
    sleep 30 &
    holder=$!
    printf '%s\n%s\n' "$holder" "$(ps -o lstart= -p "$holder" | tr -s ' ' '-')" >"$repository/.workbook/lock-build/holder"
    "$bash_used" "$repository/workbook" build >"$work/waiting" 2>&1 </dev/null &
    local waiting=$! tries=0
    until grep -q "process $holder" "$work/waiting"; do
        sleep 0.1
        tries=$((tries + 1))
        [ "$tries" -lt 600 ] || wrong "it did not say that it waits: $(cat "$work/waiting")"
    done
    expect_calls 0 maven
    kill "$holder"
    wait "$waiting"
    status=$?
    output="$(cat "$work/waiting")"
    expect_status 0
    expect_calls 1 maven
}

run_tests
