# What doctor looks at, and how it tells of it: one line a part, below it what cures a missing one. Sourced by ./workbook.
# shellcheck shell=bash disable=SC2034,SC2154,SC2317 # the parts share their names

missing=""  # parts without which the workbook does not run
optional="" # parts without which some tests are skipped
healthy=yes

good() { printf '  %-22s %s\n' "$1" "$2"; }

# bad PART NAME WHAT CURE...: needed, and not there.
bad() {
    healthy=no
    case "$1" in
        -) ;;
        *) missing="$missing $1" ;;
    esac
    printf '  %-22s %s\n' "$2" "MISSING: $3"
    shift 3
    printf '  %-22s   cure: %s\n' "" "$@"
}

# lacking PART NAME WHAT CURE: not needed for the notebooks.
lacking() {
    optional="$optional $1"
    printf '  %-22s %s\n' "$2" "not here: $3"
    printf '  %-22s   get it: %s\n' "" "$4"
}

# note NAME WHAT CURE: neither good nor bad; it settles itself at the next start.
note() {
    printf '  %-22s %s\n' "$1" "$2"
    [ -z "${3-}" ] || printf '  %-22s   %s\n' "" "$3"
}

examine() {
    examine_jdk
    examine_python
    examine_folder
    examine_fonts
    examine_optional
    examine_made
}

examine_jdk() {
    if find_jdk; then
        good "JDK 25 or newer" "$(java_version "$java_home"), $java_home (found in $java_where)"
        return
    fi
    bad jdk "JDK 25 or newer" "none in JAVA_HOME, on PATH or in the usual folders" "$(package_words jdk)"
    older_java | sed 's/^/                           /'
}

examine_python() {
    if ! find_python; then
        bad python "Python 3.10 or newer" "none on PATH or in the usual folders" "$(package_words python)"
        return
    fi
    good "Python 3.10 or newer" "$python_version, $python"
    if [ "$python_kind" = complete ]; then
        good "Python's venv module" "here"
    elif "$python" -m pip --version >/dev/null 2>&1 || have virtualenv; then
        note "Python's venv module" "lacks its own pip; the one beside it does"
    else
        bad venv "Python's venv module" "$python cannot make an environment of packages" "$(package_words venv)"
    fi
}

examine_folder() {
    local free needed=1500
    if mkdir -p "$here" 2>/dev/null && [ -w "$here" ]; then
        good "Write permission" "$here"
    else
        bad - "Write permission" "$root cannot be written" \
            "clone the workbook into a folder of your own, or: chmod -R u+w '$root'"
    fi
    if venv_ready; then
        needed=300
    fi
    free="$(free_megabytes)"
    if [ "$free" -ge "$needed" ]; then
        good "Disk space" "$free MB free, $needed MB needed"
    else
        bad - "Disk space" "$free MB are free, $needed MB are needed" "make room on the disk of $root"
    fi
    if ! writable_home; then
        note "Home folder" "cannot be written: downloads are kept under .workbook instead"
    fi
}

# Charts are drawn by Java, which takes its fonts from fontconfig on Linux.
examine_fonts() {
    if [ "$(uname -s)" != Linux ]; then
        good "Fonts for charts" "the system's"
    elif have fc-list && [ -n "$(fc-list : family 2>/dev/null)" ]; then
        good "Fonts for charts" "$(fc-list : family 2>/dev/null | wc -l | tr -d ' ') found"
    else
        bad fonts "Fonts for charts" "Java can draw no text without fontconfig and a font" "$(package_words fonts)"
    fi
}

# find_browser: sets browser to a Chromium that can be driven without a window.
find_browser() {
    local name
    browser=""
    for name in chromium chromium-browser google-chrome google-chrome-stable \
        '/Applications/Chromium.app/Contents/MacOS/Chromium' \
        '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'; do
        if browser="$(command -v "$name" 2>/dev/null)"; then
            return 0
        fi
    done
    return 1
}

examine_optional() {
    if find_browser; then
        good "Chromium" "$browser"
    else
        lacking browser "Chromium" "./workbook test skips the browser tests" "$(package_words browser)"
    fi
    if have bwrap && bwrap --unshare-user --unshare-pid --ro-bind / / true >/dev/null 2>&1; then
        good "bubblewrap" "$(command -v bwrap)"
    elif have bwrap; then
        note "bubblewrap" "is here, but this host lets it make no namespaces: others' work is not graded here" \
            "Ubuntu: AppArmor's profile bwrap-userns-restrict; a container must allow unshare and mount"
    elif [ "$(uname -s)" = Linux ]; then
        lacking sandbox "bubblewrap" "./workbook test skips the sandbox tests" "$(package_words sandbox)"
    fi
}

# What ./workbook itself makes: stale or missing is no illness, the next command sees to it.
examine_made() {
    if venv_ready; then
        good "JupyterLab" "installed as requirements.txt says"
    elif [ -d "$venv" ]; then
        note "JupyterLab" "not as requirements.txt says, or its set-up was interrupted" \
            "the next ./workbook lab sees to it (needs the network once)"
    else
        note "JupyterLab" "not set up yet" "./workbook lab does that (needs the network once)"
    fi
    examine_kernel
    if have "${BASH:-bash}" && (exec 3<>/dev/tcp/127.0.0.1/8888) 2>/dev/null; then
        note "Port 8888" "is in use; ./workbook lab takes the next one that is free"
    else
        good "Port 8888" "free"
    fi
}

examine_kernel() {
    if [ -z "$java_home" ]; then
        return
    fi
    local JAVA_HOME="$java_home"
    if [ ! -f "$kernel_file" ]; then
        note "Kernel" "not registered yet" "./workbook lab or build does that"
    elif kernel_ready trained; then
        good "Kernel" "registered, start-up cache trained"
    elif kernel_ready untrained; then
        good "Kernel" "registered; its start-up cache is trained at the next ./workbook lab"
    else
        note "Kernel" "stale: sources, JDK or folder changed since it was built, or its cache is gone" "./workbook build"
    fi
}
