#!/usr/bin/env bash
# Set-up that is interrupted, has no network, no room, no home to write to, or sources that do not compile.
# shellcheck disable=SC1091,SC2009,SC2015,SC2016,SC2034,SC2119,SC2120,SC2154,SC2317

. "$(dirname "$0")/harness.sh"

lab() { workbook lab --no-browser "$@"; }

test_interrupted_installation_is_made_anew_and_leaves_no_process() {
    mkdir "$calls.d"
    touch "$calls.d/pip-waits"
    "$bash_used" "$repository/workbook" lab --no-browser >"$work/first" 2>&1 </dev/null &
    local pid=$! tries=0
    until grep -q 'pip install' "$calls"; do
        sleep 0.1
        tries=$((tries + 1))
        [ "$tries" -lt 600 ] || wrong "pip was not started: $(cat "$work/first")"
    done
    kill -TERM "$pid"
    wait "$pid"
    status=$?
    output="$(cat "$work/first")"
    expect_status 130
    expect_text "the next ./workbook goes on from here"
    tries=0
    while ps -ef | grep -F "$repository" | grep -v grep | grep -q 'pip'; do
        sleep 0.1
        tries=$((tries + 1))
        [ "$tries" -lt 100 ] || wrong "pip still runs"
    done
    rm "$calls.d/pip-waits"
    lab
    expect_status 0
    expect_calls 2 "python -m venv"
    expect_no_file "$repository/.workbook/lock-venv"
}

test_failed_installation_shows_why_and_keeps_the_build() {
    mkdir "$calls.d"
    echo "ERROR: Could not install packages: [Errno 28] No space left on device" >"$calls.d/pip-fails"
    lab
    expect_status 1
    expect_text "The disk is full"
    expect_text "[Errno 28]"
    expect_calls 0 "-m jupyterlab"
    rm "$calls.d/pip-fails"
    lab
    expect_status 0
    expect_calls 1 "maven"
}

test_unreachable_network_says_so() {
    mkdir "$calls.d"
    echo "ERROR: Failed to establish a new connection: [Errno 101] Network is unreachable" >"$calls.d/pip-fails"
    lab
    expect_status 1
    expect_text "The network was not reached. It is needed only this once"
}

test_maven_failure_shows_the_compilers_words() {
    mkdir "$calls.d"
    printf '%s\n' '[INFO] much' '[INFO] BUILD FAILURE' "[ERROR] $repository/kernel-lib/src/A.java:[3,7] ';' expected" \
        '[ERROR] Re-run Maven using the -X switch' >"$calls.d/maven-fails"
    workbook build
    expect_status 1
    expect_text "[ERROR] kernel-lib/src/A.java:[3,7] ';' expected"
    expect_no_text "Re-run"
    expect_no_file "$repository/.workbook/stamps/build"
}

test_offline_maven_that_lacks_something_asks_the_network() {
    workbook build
    mkdir "$calls.d"
    echo "[ERROR] Cannot access central in offline mode" >"$calls.d/maven-fails"
    echo 'class Other {}' >"$repository/kernel-lib/src/main/java/advsys/Other.java"
    workbook build
    expect_status 1
    expect_calls 3 "maven"
    expect_calls 1 "--offline"
}

test_little_room_stops_before_anything_is_begun() {
    cat >"$work/bin/df" <<'END'
#!/bin/sh
printf 'Filesystem 1024-blocks Used Available Capacity Mounted\n/dev/x 9 9 20480 99%% /\n'
END
    chmod +x "$work/bin/df"
    lab
    expect_status 1
    expect_text "20 MB are free"
    expect_calls 0 "-m venv"
    expect_no_file "$repository/.workbook/venv"
}

test_really_full_disk_leaves_nothing_half_written() {
    mkdir -p "$repository/.workbook"
    mount -t tmpfs -o size=64k none "$repository/.workbook" 2>/dev/null ||
        skip_test "a full disk cannot be mounted here: run the tests as root in a container that may mount"
    trap 'umount -l "$repository/.workbook"' EXIT
    printf '#!/bin/sh\necho\necho x x x 9999999\n' >"$work/bin/df"
    chmod +x "$work/bin/df"
    dd if=/dev/zero of="$repository/.workbook/filler" bs=1k 2>/dev/null
    workbook build
    expect_status 1
    expect_text "disk"
    [ -z "$(ls "$repository/.workbook/stamps" 2>/dev/null)" ] || wrong "a stamp was written"
    rm "$repository/.workbook/filler"
    workbook build
    expect_status 0
}

test_readonly_home_keeps_all_downloads_under_workbook() {
    export HOME=/dev/null/nobody
    lab
    expect_status 0
    expect_calls 1 "-Dmaven.repo.local=$repository/.workbook/m2/repository"
    expect_calls 1 "[$repository/.workbook/m2]"
    workbook doctor
    expect_text "downloads are kept under .workbook"
}

test_unwritable_folder_says_which() {
    rm -rf "$repository/.workbook"
    : >"$repository/.workbook" # a file where the folder should be: refused to root as well
    workbook build
    expect_status 1
    expect_text "$repository"
    expect_calls 0 maven
}

test_missing_unzip_is_done_by_the_jdk() {
    bare_path
    workbook build
    expect_status 0
    expect_file "$repository/.workbook/bin/unzip"
}

run_tests
