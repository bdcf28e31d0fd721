# Fetches a JDK into .workbook/jdk: downloaded beside it, compared with its published checksum, unpacked, started once,
# and only then moved into place. Sourced by ./workbook.
# shellcheck shell=bash disable=SC2034,SC2154,SC2317 # the parts share their names

# wanted_archive: sets archive_url and archive_sum for this machine. ADVSYS_JDK_URL and ADVSYS_JDK_SHA256 name another
# archive, a mirror of your own say; both or neither.
wanted_archive() {
    local system processor sum url a_system a_processor
    archive_url="${ADVSYS_JDK_URL-}"
    archive_sum="${ADVSYS_JDK_SHA256-}"
    if [ -n "$archive_url" ]; then
        [ -n "$archive_sum" ] || fail "ADVSYS_JDK_URL is set without ADVSYS_JDK_SHA256" \
            "Set the archive's SHA-256 too: what is fetched is not run unless it is the file that was meant."
        return 0
    fi
    system="$(uname -s | tr '[:upper:]' '[:lower:]')"
    if [ "$system" = linux ] && compgen -G '/lib/ld-musl-*' >/dev/null; then
        system=linux-musl
    fi
    processor="$(uname -m)"
    case "$processor" in
        amd64) processor=x86_64 ;;
        arm64) processor=aarch64 ;;
    esac
    while IFS=$'\t' read -r a_system a_processor sum url; do
        if [ "$a_system" = "$system" ] && [ "$a_processor" = "$processor" ]; then
            archive_sum="$sum" archive_url="$url"
            return 0
        fi
    done <"$parts/jdk-archives.tsv"
    return 1
}

sha256_of() {
    if have sha256sum; then
        sha256sum "$1" | cut -d ' ' -f 1
    elif have shasum; then
        shasum -a 256 "$1" | cut -d ' ' -f 1
    else
        openssl dgst -sha256 "$1" | sed 's/.* //'
    fi
}

# download URL FILE: with what there is. A stalled connection ends after 30 s without progress.
download() {
    if have curl; then
        curl --fail --location --silent --show-error --retry 2 --connect-timeout 20 --speed-limit 1000 --speed-time 30 \
            --output "$2" "$1"
    elif have wget; then
        wget --quiet --tries=3 --timeout=30 --output-document="$2" "$1"
    elif find_python; then
        "$python" -c 'import sys, urllib.request; urllib.request.urlretrieve(sys.argv[1], sys.argv[2])' "$1" "$2"
    else
        say "none of curl, wget and Python is here to download with"
        return 1
    fi
}

# fetch_jdk: fails, with everything as it was, unless a JDK that runs is in .workbook/jdk.
fetch_jdk() {
    local work="$here/jdk-being-fetched" status
    wanted_archive || fail "no JDK archive is known for $(uname -s) on $(uname -m)" \
        "Install a JDK $oldest_java from your system's packages, or set ADVSYS_JDK_URL and ADVSYS_JDK_SHA256."
    lock jdk
    need_space 700 "A JDK"
    is_new_jdk "$here/jdk" || { # another command may have fetched it while this one waited
        rm -rf "$work"
        make_folder "$work"
        fetch_and_place "$work"
    }
    status=$?
    rm -rf "$work"
    unlock jdk
    return "$status"
}

fetch_and_place() {
    local work="$1" archive="$1/archive.tar.gz" home sum
    start jdk "Fetching a JDK" download "$archive_url" "$archive"
    if ! finish; then
        complain "the JDK was not fetched from $archive_url" "Nothing was changed. Is that address reachable from here?"
        return 1
    fi
    sum="$(sha256_of "$archive")"
    if [ "$sum" != "$archive_sum" ]; then
        complain "the JDK that came from $archive_url is not the one that was published" "its SHA-256: $sum" \
            "expected:    $archive_sum" \
            "It was broken or cut off on the way (or replaced), and has been deleted. Try again."
        return 1
    fi
    if ! tar -xzf "$archive" -C "$work" 2>"$logs/jdk.log"; then
        complain "the JDK's archive could not be unpacked: $(tail -n 1 "$logs/jdk.log")" \
            "Is the disk full? df -h '$root'"
        return 1
    fi
    for home in "$work"/*/Contents/Home "$work"/*; do
        if is_new_jdk "$home" && "$home/bin/java" -version >/dev/null 2>&1; then
            rm -rf "$here/jdk"
            mv "$home" "$here/jdk" || return
            say "JDK $(java_version "$here/jdk") is in .workbook/jdk."
            return
        fi
    done
    complain "the archive from $archive_url holds no JDK $oldest_java that runs here"
    return 1
}
