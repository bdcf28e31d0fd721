# One command at a time changes a part of .workbook: a lock is a folder, which only one can make. Sourced by ./workbook.
# shellcheck shell=bash disable=SC2034,SC2154,SC2317 # the parts share their names

locks_held=""

# started_at PID: when a process began, so that a number that was given to another process is not taken for the first.
started_at() { ps -o lstart= -p "$1" 2>/dev/null | tr -s ' ' '-'; }

holder_lives() {
    local lock="$1" pid since
    pid="$(sed -n 1p "$lock/holder" 2>/dev/null)"
    since="$(sed -n 2p "$lock/holder" 2>/dev/null)"
    if [ -z "$pid" ]; then # just being made, or left so: its maker writes the holder at once
        sleep 1
        [ ! -d "$lock" ] || [ -s "$lock/holder" ]
        return
    fi
    kill -0 "$pid" 2>/dev/null && [ "$since" = "$(started_at "$pid")" ]
}

# Only one of several waiters can move a dead one's lock away; one that comes late has moved its successor's: back.
take_away() {
    local dead="$1.dead.$$"
    mv "$1" "$dead" 2>/dev/null || return
    if holder_lives "$dead"; then
        mv "$dead" "$1" 2>/dev/null
    fi
    rm -rf "$dead"
}

# lock NAME: waits until no other command holds it, and takes over what a dead one left.
lock() {
    local lock="$here/lock-$1" told=""
    case " $locks_held " in
        *" $1 "*) return ;;
    esac
    make_folder "$here"
    until mkdir "$lock" 2>/dev/null; do
        [ -d "$lock" ] || [ -w "$here" ] || fail "cannot write in $here" "ls -ld '$here'"
        if ! holder_lives "$lock"; then
            take_away "$lock"
            continue
        fi
        if [ -z "$told" ]; then
            told=yes
            say "Waiting for another ./workbook (process $(sed -n 1p "$lock/holder" 2>/dev/null)), which is at work here ..." >&2
        fi
        sleep 0.2
    done
    printf '%s\n%s\n' "$$" "$(started_at $$)" >"$lock/holder"
    locks_held="$locks_held $1"
}

unlock() {
    local name kept=""
    for name in $locks_held; do
        if [ "$name" = "$1" ]; then
            rm -rf "$here/lock-$name"
        else
            kept="$kept $name"
        fi
    done
    locks_held="$kept"
}

release_locks() {
    local name
    for name in $locks_held; do
        unlock "$name"
    done
}
