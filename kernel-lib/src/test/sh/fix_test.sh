#!/usr/bin/env bash
# ./workbook doctor --fix: packages, and a JDK from a file server on this machine, whole, damaged and cut off.
# shellcheck disable=SC1091,SC2009,SC2015,SC2016,SC2034,SC2119,SC2120,SC2154,SC2317

. "$(dirname "$0")/harness.sh"

# serve: a machine without a JDK, and an archive with one at $address/jdk.tar.gz.
serve() {
    rm -rf "$stand_ins/jdk 25"
    stand_in_jdk "$work/archive/jdk-25.0.9+1" 25.0.9
    head -c 300000 /dev/urandom >"$work/archive/jdk-25.0.9+1/modules"
    mkdir "$work/served"
    tar -czf "$work/served/jdk.tar.gz" -C "$work/archive" "jdk-25.0.9+1"
    ADVSYS_JDK_SHA256="$("$real_python" -c 'import hashlib, sys; print(hashlib.sha256(open(sys.argv[1], "rb").read()).hexdigest())' "$work/served/jdk.tar.gz")"
    "$real_python" "$source_root/kernel-lib/src/test/sh/file_server.py" "$work/served" >"$work/port" &
    server=$!
    trap 'kill "$server" 2>/dev/null' EXIT
    until [ -s "$work/port" ]; do sleep 0.05; done
    address="http://127.0.0.1:$(cat "$work/port")"
    export ADVSYS_JDK_SHA256 ADVSYS_JDK_URL="$address/jdk.tar.gz"
    fonts_here
}

# All else that doctor looks for is here: a package manager that must not be asked, fonts, a browser.
fonts_here() {
    local name
    for name in apt-get apt-cache brew dnf; do
        printf '#!/bin/sh\necho "%s $*" >>"$CALLS"\n[ "$1" = show ] && exit 100\nexit 0\n' "$name" >"$work/bin/$name"
    done
    rm "$work/bin/brew" "$work/bin/dnf"
    printf '#!/bin/sh\necho DejaVu\n' >"$work/bin/fc-list"
    printf '#!/bin/sh\n' >"$work/bin/chromium"
    printf '#!/bin/sh\n' >"$work/bin/bwrap"
    chmod +x "$work/bin/"*
}

fix() { workbook doctor --fix --yes; }

expect_nothing_placed() {
    expect_no_file "$repository/.workbook/jdk"
    expect_no_file "$repository/.workbook/jdk-being-fetched"
    expect_no_file "$repository/.workbook/lock-jdk"
}

test_whole_archive_is_placed_and_used() {
    serve
    fix
    expect_status 0
    expect_text "JDK 25.0.9 is in .workbook/jdk."
    expect_text "25.0.9, $repository/.workbook/jdk (found in .workbook/jdk)"
    expect_no_file "$repository/.workbook/jdk-being-fetched"
    workbook build
    expect_status 0
}

test_damaged_archive_is_refused_by_its_checksum() {
    serve
    printf 'X' | dd of="$work/served/jdk.tar.gz" bs=1 seek=1000 conv=notrunc 2>/dev/null
    fix
    expect_status 1
    expect_text "is not the one that was published"
    expect_text "$ADVSYS_JDK_SHA256"
    expect_nothing_placed
}

test_archive_that_is_cut_off_is_refused() {
    serve
    export ADVSYS_JDK_URL="$address/cut-off/jdk.tar.gz"
    fix
    expect_status 1
    expect_text "the JDK was not fetched from $ADVSYS_JDK_URL"
    expect_nothing_placed
}

test_shorter_archive_that_claims_to_be_whole_is_refused() {
    serve
    head -c 2000 "$work/served/jdk.tar.gz" >"$work/served/short.tar.gz"
    export ADVSYS_JDK_URL="$address/short.tar.gz"
    fix
    expect_status 1
    expect_text "is not the one that was published"
    expect_nothing_placed
}

test_archive_that_does_not_exist_is_told() {
    serve
    export ADVSYS_JDK_URL="$address/no-such.tar.gz"
    fix
    expect_status 1
    expect_text "was not fetched"
    expect_nothing_placed
}

test_archive_without_a_new_jdk_is_refused() {
    serve
    echo 'JAVA_VERSION="21.0.4"' >"$work/archive/jdk-25.0.9+1/release"
    tar -czf "$work/served/jdk.tar.gz" -C "$work/archive" "jdk-25.0.9+1"
    ADVSYS_JDK_SHA256="$(sha256sum "$work/served/jdk.tar.gz" | cut -d ' ' -f 1)"
    fix
    expect_status 1
    expect_text "holds no JDK 25 that runs here"
    expect_nothing_placed
}

test_address_without_checksum_is_refused() {
    serve
    unset ADVSYS_JDK_SHA256
    fix
    expect_status 1
    expect_text "ADVSYS_JDK_URL is set without ADVSYS_JDK_SHA256"
    expect_nothing_placed
}

test_without_a_terminal_and_without_yes_nothing_is_done() {
    serve
    workbook doctor --fix
    expect_status 1
    expect_text "there is no terminal to ask at"
    expect_nothing_placed
}

test_interrupted_fetch_leaves_nothing() {
    serve
    export ADVSYS_JDK_URL="$address/slow/jdk.tar.gz"
    "$bash_used" "$repository/workbook" doctor --fix --yes >"$work/first" 2>&1 </dev/null &
    local pid=$!
    until [ -e "$repository/.workbook/jdk-being-fetched/archive.tar.gz" ]; do sleep 0.05; done
    kill -TERM "$pid"
    wait "$pid"
    expect_no_file "$repository/.workbook/jdk"
    expect_no_file "$repository/.workbook/lock-jdk"
    fix
    expect_status 0
}

test_system_packages_are_installed_in_one_go() {
    serve
    export ADVSYS_JDK_FOLDERS="$work/archive/*"
    rm "$work/bin/fc-list" "$work/bin/bwrap"
    machine_without_root
    fix
    expect_calls 1 "apt-get update"
    expect_calls 1 "apt-get install -y -q --no-install-recommends fontconfig fonts-dejavu-core bubblewrap"
}

test_package_that_is_not_to_be_had_does_not_keep_the_others_out() {
    serve
    export ADVSYS_JDK_FOLDERS="$work/archive/*"
    rm "$work/bin/fc-list" "$work/bin/bwrap"
    machine_without_root
    cat >"$work/bin/apt-get" <<'END'
#!/bin/sh
echo "apt-get $*" >>"$CALLS"
case "$*" in
    *bubblewrap*) exit 100 ;;
esac
END
    fix
    [ "$(grep -c 'recommends fontconfig$' "$calls")" -eq 1 ] || wrong "fontconfig was not installed alone: $(cat "$calls")"
    expect_text "bubblewrap was not installed"
}

# Only what the test puts there is on PATH, and whoever we are, sudo is how to become root.
machine_without_root() {
    bare_path
    printf '#!/bin/sh\nexec "$@"\n' >"$work/bin/sudo"
    chmod +x "$work/bin/sudo"
}

test_archive_of_this_machine_is_known_with_its_checksum() {
    case "$(uname -s)-$(uname -m)" in
        Linux-x86_64 | Linux-aarch64 | Darwin-x86_64 | Darwin-arm64) ;;
        *) skip_test "no JDK archive is known for this kind of machine" ;;
    esac
    rm -rf "$stand_ins/jdk 25"
    fonts_here
    workbook doctor --fix
    expect_text "Fetch Temurin JDK 25 (about 140 MB) into .workbook/jdk from https://github.com/adoptium/temurin25-binaries/"
    while IFS=$'\t' read -r system processor sum address more; do
        case "$system" in
            '#'*) continue ;;
        esac
        [ "${#sum}" -eq 64 ] && [ -z "$more" ] || wrong "not a checksum: $system $processor $sum"
        case "$address" in
            https://*.tar.gz) ;;
            *) wrong "not an address: $address" ;;
        esac
    done <"$source_root/kernel-lib/src/main/sh/jdk-archives.tsv"
}

run_tests
