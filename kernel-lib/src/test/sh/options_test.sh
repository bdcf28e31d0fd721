#!/usr/bin/env bash
# Options, help, ports, planned commands, and the closing line of `test`.
# shellcheck disable=SC1091,SC2009,SC2015,SC2016,SC2034,SC2119,SC2120,SC2154,SC2317

. "$(dirname "$0")/harness.sh"

test_help_of_every_command_exits_0_and_sets_nothing_up() {
    for command in "" lab build test doctor feedback gradebook; do
        # shellcheck disable=SC2086
        workbook $command --help
        expect_status 0
    done
    expect_no_file "$repository/.workbook"
}

test_wrong_words_exit_2() {
    for line in "" nonsense "lab --prot 8888" "lab --port" "lab --port 0" "lab --port 65536" "lab --port 12ab" \
        "build now" "test --only everything" "test --seed today" "test --fast" "doctor --repair"; do
        # shellcheck disable=SC2086
        workbook $line
        expect_status 2
    done
    expect_no_file "$repository/.workbook"
}

test_planned_commands_say_so_and_exit_2() {
    workbook gradebook
    expect_status 2
    expect_text "not built yet"
}

test_commands_of_the_library_get_their_arguments_as_they_are() {
    workbook lint --fix "my notebook.ipynb"
    expect_status 0
    expect_calls 1 "advsys.workbook.cli.Main lint --fix my notebook.ipynb"
    expect_calls 0 "-m venv"
    workbook bench kernel --quick
    expect_calls 1 "advsys.workbook.cli.Main bench kernel --quick"
    expect_calls 1 "python -m venv"
    expect_calls 1 "test/python/requirements.txt"
}

test_a_comparison_goes_on_without_what_only_it_needs() {
    mkdir -p "$CALLS.d"
    echo test/python/requirements.txt >"$CALLS.d/pip-lacks"
    workbook bench kernel --quick
    expect_status 0
    expect_text "its rows cannot tell"
    expect_calls 1 "advsys.workbook.cli.Main bench kernel --quick"
}

test_called_through_a_link_from_another_folder() {
    ln -s "$repository/workbook" "$work/bin/advsys"
    output="$(cd "$work" && "$bash_used" bin/advsys build 2>&1)"
    status=$?
    expect_status 0
    expect_file "$repository/.workbook/stamps/build"
}

test_wanted_port_that_is_busy_is_refused() {
    "$real_python" -c '
import socket, time
s = socket.socket(); s.bind(("127.0.0.1", 0)); s.listen(); print(s.getsockname()[1], flush=True); time.sleep(20)' >"$work/port" &
    local server=$!
    until [ -s "$work/port" ]; do sleep 0.05; done
    workbook lab --no-browser --port "$(cat "$work/port")"
    kill "$server"
    expect_status 1
    expect_text "port $(cat "$work/port") cannot be used"
    expect_text "leave out --port"
    expect_calls 0 "-m jupyterlab"
}

test_wanted_port_that_is_free_is_the_only_one_tried() {
    local port
    port="$("$real_python" -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')"
    workbook lab --no-browser --port "$port"
    expect_status 0
    expect_calls 1 "--ServerApp.port=$port --ServerApp.port_retries=0 --no-browser"
}

report() {
    mkdir -p "$calls.d"
    cat >"$calls.d/report.xml" <<'END'
<testsuite name="it" tests="4">
  <testcase classname="advsys.locks.McsLockTest" name="unlock_waiter_wakesIt" time="0.1"/>
  <testcase classname="advsys.locks.McsLockTest" name="lock_free_isHeld" time="0.1"/>
  <testcase classname="advsys.BrowserTest" name="opens" time="0.1"><skipped message="Assumption failed: no Chromium: install it"/></testcase>
END
    [ $# -eq 0 ] || echo "  <testcase classname='advsys.XTest' name='bad'><failure message='expected 1 but was 2'>at X</failure></testcase>" >>"$calls.d/report.xml"
    echo '</testsuite>' >>"$calls.d/report.xml"
}

expect_last_line() { [ "$(tail -n 1 <<<"$output")" = "$1" ] || wrong "the last line was expected to be: $1"; }

test_all_passed_closes_with_the_counts_and_the_reason_of_each_skip() {
    report
    workbook test --only unit
    expect_status 0
    expect_text "skipped: no Chromium: install it"
    expect_text "advsys.BrowserTest: opens"
    expect_last_line "2 passed, 0 failed, 1 skipped"
    expect_calls 1 "-DexcludedGroups=long | notebook | browser | interop | crash"
    expect_calls 1 "-DexcludedGroups=alone | long | notebook | browser | interop | crash"
    expect_calls 1 "-Dgroups=alone"
    expect_calls 2 "-Dadvsys.python=$repository/.workbook/venv/bin/python"
    expect_calls 1 "verify"
}

test_a_failure_is_told_counted_and_is_the_exit_status() {
    report failing
    echo 'Tests run: 4, Failures: 1, Errors: 0' >"$calls.d/surefire-fails"
    workbook test --only unit
    expect_status 1
    expect_text "expected 1 but was 2"
    expect_last_line "2 passed, 1 failed, 1 skipped"
}

test_a_run_that_broke_off_is_a_failure_though_all_reports_are_green() {
    report
    echo '[ERROR] The forked VM terminated without saying properly goodbye' >"$calls.d/surefire-fails"
    workbook test --only unit
    expect_status 1
    expect_text "The forked VM terminated"
    expect_last_line "2 passed, 1 failed, 1 skipped"
}

test_what_is_left_to_the_long_form_is_told_and_is_no_skip() {
    report
    sed -i.old 's/<testsuite[^>]*>/&<system-out>left to --long: 5 of 6 notebooks (seed 7)<\/system-out>/' "$calls.d/report.xml"
    workbook test --only unit --seed 7
    expect_text "left to --long: 5 of 6 notebooks (seed 7)"
    expect_calls 2 "-Dadvsys.long=false -Dadvsys.seed=7"
    expect_last_line "2 passed, 0 failed, 1 skipped"
}

test_the_long_form_leaves_nothing_out() {
    report
    workbook test --only unit --long
    expect_calls 2 "-Dadvsys.long=true"
    expect_calls 1 "-DexcludedGroups=alone | none | notebook"
    expect_calls 0 "long | notebook"
}

test_no_test_at_all_is_a_failure() {
    workbook test --only browser
    expect_status 1
    expect_last_line "0 passed, 1 failed, 0 skipped"
}

test_a_build_that_fails_closes_with_the_line_as_well() {
    mkdir "$calls.d"
    echo "[ERROR] BUILD FAILURE" >"$calls.d/maven-fails"
    workbook test
    expect_status 1
    expect_last_line "0 passed, 1 failed, 0 skipped"
}

run_tests
