#!/usr/bin/env bash
# Which Python ./workbook takes, and how it makes an environment where the venv module is not whole.
# shellcheck disable=SC1091,SC2009,SC2015,SC2016,SC2034,SC2119,SC2120,SC2154,SC2317

. "$(dirname "$0")/harness.sh"

test_first_whole_python_is_taken() {
    stand_in_python "$stand_ins/python3.13" 3.13.1 incomplete
    export ADVSYS_PYTHON_NAMES="/does/not/exist
$stand_ins/python3.13
$stand_ins/python3"
    workbook lab --no-browser
    expect_status 0
    expect_calls 1 "python -m venv $repository/.workbook/venv"
    grep -q 'version=3.12.4' "$repository/.workbook/venv/bin/python" || wrong "the whole Python was not taken"
}

test_python_without_venv_module_uses_its_own_pip() {
    stand_in_python "$stand_ins/python3" 3.11.2 incomplete
    mkdir "$calls.d"
    touch "$calls.d/has-pip"
    workbook lab --no-browser
    expect_status 0
    expect_calls 1 "python -m venv --without-pip"
    expect_calls 1 "python -m pip --python $repository/.workbook/venv/bin/python install"
}

test_python_without_venv_module_and_pip_says_what_to_install() {
    stand_in_python "$stand_ins/python3" 3.11.2 incomplete
    workbook lab --no-browser
    expect_status 1
    expect_text "cannot make an environment: its venv module is missing"
    expect_text "./workbook doctor --fix"
    expect_no_file "$repository/.workbook/venv/bin"
    workbook doctor
    expect_status 1
    expect_text "Python's venv module   MISSING"
}

test_python_older_than_3_10_is_refused() {
    printf '#!/bin/sh\n[ "$1" != --version ] || echo Python 3.9.18\nexit 1\n' >"$work/bin/python3"
    chmod +x "$work/bin/python3"
    export ADVSYS_PYTHON_NAMES=python3
    workbook lab --no-browser
    expect_status 1
    expect_text "no Python 3.10 or newer was found"
    expect_text "The python3 on PATH is $work/bin/python3"
}

test_the_probe_runs_on_a_real_python() {
    case "$("$real_python" -c 'import sys; print(sys.version_info >= (3, 10))')" in
        True) ;;
        *) skip_test "the python3 on PATH is older than 3.10" ;;
    esac
    export ADVSYS_PYTHON_NAMES="$real_python"
    workbook doctor
    expect_text "$real_python"
}

test_readers_own_python_settings_stay_out() {
    export PYTHONPATH=/somewhere/else VIRTUAL_ENV=/my/env
    cat >>"$stand_ins/python3" <<'END'
echo "PYTHONPATH=${PYTHONPATH-unset} VIRTUAL_ENV=${VIRTUAL_ENV-unset}" >>"$CALLS"
END
    workbook lab --no-browser
    expect_status 0
    expect_calls 0 "PYTHONPATH=/somewhere/else"
}

test_bare_machine_is_told_each_missing_part_and_its_cure() {
    bare_path
    export ADVSYS_JDK_FOLDERS="$work/none" ADVSYS_PYTHON_NAMES="$work/none"
    printf '#!/bin/sh\nexit 0\n' >"$work/bin/apt-get"
    printf '#!/bin/sh\nexit 0\n' >"$work/bin/apt-cache"
    chmod +x "$work/bin/apt-get" "$work/bin/apt-cache"
    workbook doctor
    expect_status 1
    expect_text "JDK 25 or newer        MISSING"
    expect_text "Python 3.10 or newer   MISSING"
    expect_text "Chromium               not here"
    [ "$(uname -s)" != Linux ] || expect_text "Fonts for charts       MISSING"
    expect_text "./workbook doctor --fix"
    [ "$(grep -cE 'MISSING|not here' <<<"$output")" -eq "$(grep -cE 'cure:|get it:' <<<"$output")" ] ||
        wrong "not every missing part comes with its cure"
    expect_calls 0 maven
}

run_tests
