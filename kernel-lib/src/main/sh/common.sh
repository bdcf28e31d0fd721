# Words, logs, long steps with their progress, and stamps that say what has been done. Sourced by ./workbook.
# shellcheck shell=bash disable=SC2034,SC2154,SC2317 # the parts share their names

logs="$here/log"
stamps="$here/stamps"

say() { printf '%s\n' "$*"; }

# complain WHAT [REMEDY]...: one line that says what is wrong, then what cures it, a line each. `fail` ends with that.
complain() {
    printf 'workbook: %s\n' "$1" >&2
    shift
    [ $# -eq 0 ] || printf '  %s\n' "$@" >&2
}
fail() {
    complain "$@"
    exit 1
}

# bad_usage COMMAND WHAT: a wrong option is exit status 2, so that a script can tell it from work that failed.
bad_usage() {
    printf 'workbook: %s\n  ./workbook %s --help says what it takes\n' "$2" "$1" >&2
    exit 2
}

wants_help() {
    local word
    for word in "$@"; do
        case "$word" in
            -h | --help) return 0 ;;
        esac
    done
    return 1
}

have() { command -v "$1" >/dev/null 2>&1; }

on_terminal() { [ -t 2 ]; }

make_folder() {
    mkdir -p "$1" 2>/dev/null || fail "cannot make the folder $1" \
        "This folder must be writable and its disk must have room: ls -ld '$root'; df -h '$root'"
}

# checksum FILE...: one word that changes with the name, the order or the content of any of the files.
checksum() { cksum "$@" 2>/dev/null | cksum | tr -s ' \t' '--'; }

# A stamp holds what was true when a step was last finished; the step is due again when that has changed. It is
# written after the step and taken away before it, so that an interrupted step is done again.
stamped() { [ -f "$stamps/$1" ] && [ "$(cat "$stamps/$1" 2>/dev/null)" = "$2" ]; }
unstamp() { rm -f "$stamps/$1"; }
stamp() {
    make_folder "$stamps"
    if ! { printf '%s\n' "$2" >"$stamps/$1.new" && [ -s "$stamps/$1.new" ] && mv -f "$stamps/$1.new" "$stamps/$1"; } 2>/dev/null; then
        rm -f "$stamps/$1.new"
        fail "cannot write $stamps/$1" "Is the disk full? df -h '$root'"
    fi
}

# Long steps run beside each other: `start` begins one with its output in a log, `finish` waits for all that were
# started, tells how each ended, and fails when one failed. A terminal sees the seconds go by; a pipe sees
# one line when a step begins and one when it ends.
running=""
succeeded=""

# start NAME LABEL COMMAND...
start() {
    local name="$1" label="$2"
    shift 2
    make_folder "$logs"
    set -m # a process group of its own, so that stopping a step stops also what it has started
    "$@" >"$logs/$name.log" 2>&1 </dev/null &
    set +m
    eval "pid_$name=$! label_$name=\$label began_$name=$SECONDS"
    running="$running $name"
    on_terminal || say "$label ... (log: .workbook/log/$name.log)" >&2
}

of() { eval "printf %s \"\$$1_$2\""; }

finish() {
    local name failed="" left status labels pid began label
    succeeded=""
    while [ -n "$running" ]; do
        left=""
        labels=""
        for name in $running; do
            # No $(…) here: a signal that comes while bash parses one may be answered with a syntax error.
            eval "pid=\$pid_$name began=\$began_$name label=\$label_$name"
            if kill -0 "$pid" 2>/dev/null; then
                left="$left $name"
                labels="$labels$label $((SECONDS - began)) s   "
                continue
            fi
            wait "$pid"
            status=$?
            clear_progress
            if [ "$status" -eq 0 ]; then
                succeeded="$succeeded $name"
                say "$label: done in $((SECONDS - began)) s" >&2
            else
                failed="$failed $name"
                say "$label: failed after $((SECONDS - began)) s" >&2
            fi
        done
        running="$left"
        [ -n "$running" ] || break
        if on_terminal; then
            printf '\r%s\033[K' "${labels%   }" >&2
        fi
        sleep 0.1
    done
    for name in $failed; do
        explain_failure "$name"
    done
    [ -z "$failed" ]
}

# has_succeeded NAME: did that step of the last `finish` go well, whatever became of the others?
has_succeeded() {
    case " $succeeded " in
        *" $1 "*) return 0 ;;
    esac
    return 1
}

clear_progress() { if on_terminal; then printf '\r\033[K' >&2; fi; }

# What a log tells about a failure, in a reader's words, then its last lines.
explain_failure() {
    local log="$logs/$1.log"
    say "workbook: $(of label "$1") failed." >&2
    if grep -qiE 'no space left|disk quota|not enough space' "$log"; then
        say "  The disk is full: $(free_megabytes) MB are left for $here. Make room and run the command again." >&2
    elif grep -qiE 'offline mode|Temporary failure in name|Name or service not known|Network is unreachable|Could not transfer|UnknownHost|Failed to establish a new connection|Failed to fetch|nodename nor servname' "$log"; then
        say "  The network was not reached. It is needed only this once: connect (or set the proxy) and run the command again." >&2
    elif grep -qiE 'permission denied|Read-only file system' "$log"; then
        say "  A file could not be written; the lines below say which." >&2
    fi
    telling_lines "$log" | sed 's/^/    /' >&2
    say "  The whole log: .workbook/log/$1.log" >&2
}

# The lines of a log that say why: Maven's complaints without its advice, else the last lines.
telling_lines() {
    if grep -q 'BUILD FAILURE' "$1"; then
        grep -E '^\[(ERROR|WARNING)\]' "$1" |
            grep -vE 'Help 1|e-run Maven|For more information|After correcting|mvn <args>|^\[ERROR\] *$|^\[WARNING\] *$' |
            IN="$root/" awk '{
                while (at = index($0, ENVIRON["IN"])) $0 = substr($0, 1, at - 1) substr($0, at + length(ENVIRON["IN"]))
                if (!seen[$0]++) print
            }' | head -n 20
    else
        tail -n 15 "$1"
    fi
}

free_megabytes() {
    local folder="$here" kilobytes
    [ -d "$folder" ] || folder="$root"
    kilobytes="$(df -Pk "$folder" 2>/dev/null | awk 'NR == 2 { print $4 }')"
    echo $((${kilobytes:-0} / 1024))
}

# need_space MEGABYTES WHAT: before a step that would stop half-way.
need_space() {
    local free
    free="$(free_megabytes)"
    [ "$free" -ge "$1" ] || fail "$2 needs about $1 MB, and $free MB are free on the disk of $root" \
        "Make room there, then run the same command again: it goes on where it stopped."
}

# A path with umlauts can be opened by Java only where the locale is UTF-8.
use_utf8() {
    case "$(locale charmap 2>/dev/null)" in
        UTF-8 | utf8 | '') ;;
        *) export LC_ALL=C.UTF-8 ;;
    esac
}
use_utf8

stop_steps() {
    local name
    for name in $running; do
        kill -- "-$(of pid "$name")" 2>/dev/null
    done
}
on_signal() {
    clear_progress
    stop_steps
    release_locks
    say "workbook: interrupted; the next ./workbook goes on from here" >&2
    trap - EXIT
    exit 130
}
trap on_signal INT TERM HUP
at_exit() { :; } # a command may have a last word
trap 'stop_steps; release_locks; at_exit' EXIT
