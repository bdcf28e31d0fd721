# Says what this machine lacks, in plain words, with the command that cures it. Sourced by ./workbook.
# shellcheck shell=bash disable=SC2034,SC2154,SC2317 # the parts share their names

doctor_usage() {
    cat <<'END'
usage: ./workbook doctor [--fix] [--yes]

Looks at everything that the workbook needs and says, for what is missing, which command gets it. Exit status 0 when
nothing that is needed is missing.

  --fix   get what is missing: from the system's packages where they have it, and a JDK 25 into .workbook/jdk where
          they have not. Asks before each step.
  --yes   do not ask
END
}

doctor_command() {
    local fix=no yes=no word
    for word in "$@"; do
        case "$word" in
            -h | --help)
                doctor_usage
                exit 0
                ;;
            --fix) fix=yes ;;
            --yes) yes=yes ;;
            *) bad_usage doctor "doctor takes no '$word'." ;;
        esac
    done
    examine
    if [ "$fix" = yes ] && [ -n "$missing$optional" ]; then
        say ""
        cure "$yes"
        say ""
        say "After that:"
        missing="" optional="" healthy=yes
        examine
    fi
    say ""
    if [ "$healthy" = no ]; then
        [ "$fix" = yes ] || say "./workbook doctor --fix gets what is missing."
        exit 1
    fi
    say "All that the workbook needs is here."
}

# cure YES: packages in one go, then the JDK if none of them brought it.
cure() {
    local part packages=""
    if packages_unknown && agreed "$1" "Run: apt-get update   (no list of packages is here yet)"; then
        as_root apt-get update -q
    fi
    for part in $missing $optional; do
        packages="$packages $(packages_for "$part")"
    done
    # shellcheck disable=SC2086 # one blank between names
    packages="$(say $packages)"
    if [ -n "$packages" ] && agreed "$1" "Run: $(install_command) $packages"; then
        # shellcheck disable=SC2086 # a list of names
        install_packages $packages
    fi
    case " $missing " in
        *" jdk "*)
            if ! find_jdk && wanted_archive &&
                agreed "$1" "Fetch Temurin JDK 25 (about 140 MB) into .workbook/jdk from $archive_url"; then
                fetch_jdk
            fi
            ;;
    esac
}

# agreed YES QUESTION: the reader's word; where there is nobody to ask, it is no.
agreed() {
    local answer
    if [ "$1" = yes ]; then
        say "$2"
        return 0
    fi
    if [ ! -t 0 ]; then
        say "$2"
        say "  not done: there is no terminal to ask at (./workbook doctor --fix --yes does it without asking)"
        return 1
    fi
    printf '%s\nDo it? [y/N] ' "$2"
    read -r answer
    case "$answer" in
        y | Y | yes | j | J | ja) return 0 ;;
        *) return 1 ;;
    esac
}
