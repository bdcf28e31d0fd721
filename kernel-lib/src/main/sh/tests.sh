# Runs every test and sums them up. Sourced by ./workbook.
# shellcheck shell=bash disable=SC2034,SC2154,SC2317 # the parts share their names

reports="$root/kernel-lib/target/surefire-reports"
script_tests="$root/kernel-lib/src/test/sh"
test_forks=2 # the suites that start kernels and browsers wait as much as they compute

test_usage() {
    cat <<'END'
usage: ./workbook test [--only TAG] [--long] [--seed N] [--quick]

Builds with every check (formatter, compiler warnings, Error Prone, NullAway) and runs every test that this machine can
run. The last line counts them; before it, each failure, and each skipped test with what it lacks. Exit status 0 only
when nothing failed. Some suites have a long form; without --long each runs a choice of its cases, another one each day,
and the closing lines say what was left out.

  --only TAG   unit, notebook, browser, interop, crash, or script (the tests of ./workbook itself)
  --long       every case of every suite: every notebook in the browser and on a stock JJava kernel, every kill
  --seed N     draw the choice of another day, for one that the closing lines named (20261121)
  --quick      fewer repeats in the tests that measure; never fewer cases
END
}

test_command() {
    local only="" quick=false
    long=false seed=""
    while [ $# -gt 0 ]; do
        case "$1" in
            -h | --help)
                test_usage
                exit 0
                ;;
            --quick) quick=true ;;
            --long) long=true ;;
            --seed)
                [ $# -ge 2 ] || bad_usage test "--seed needs a number."
                seed="$2"
                shift
                ;;
            --seed=*) seed="${1#--seed=}" ;;
            --only)
                [ $# -ge 2 ] || bad_usage test "--only needs a tag."
                only="$2"
                shift
                ;;
            --only=*) only="${1#--only=}" ;;
            *) bad_usage test "test takes no '$1'." ;;
        esac
        shift
    done
    case "$only" in
        '' | unit | notebook | browser | interop | crash | script) ;;
        *) bad_usage test "there is no tag '$only'." ;;
    esac
    case "$seed" in
        *[!0-9]* | ??????????????????*) bad_usage test "--seed takes a number such as 20261121, not '$seed'." ;;
    esac

    # The closing line is always there, for who reads only that.
    at_exit() { printf '\nNo test was run: what went wrong stands above.\n0 passed, 1 failed, 0 skipped\n'; }
    need_jdk
    lock build # to the end: two test runs would write over each other's reports
    rm -rf "$reports" "$here/log/script-tests.txt"
    maven_trouble=""
    case "$only" in '' | script) begin_script_tests ;; esac # they wait more than they compute: beside the build
    if [ "$only" != script ]; then
        build_for_tests || exit 1
        run_maven_tests "$only" "$quick"
    fi
    finish
    unlock build
    at_exit() { :; }
    ADVSYS_TEST_LONG="$long" "$(any_python)" "$root/kernel-lib/src/test/python/summary.py" "$reports" "$logs/script-tests.txt" \
        ${maven_trouble:+"$maven_trouble"}
    exit $?
}

any_python() {
    if [ -x "$venv_python" ]; then
        say "$venv_python"
    else
        need_python
        say "$python"
    fi
}

build_for_tests() {
    local status
    build_state="$(sources_state)"
    begin_venv tests
    need_space 700 "Building with every check"
    unstamp build
    start gate "Building with every check" maven_once maven-gate -DskipTests verify
    finish
    status=$?
    end_venv tests
    [ "$status" -eq 0 ] || return 1
    stamp maven-gate "$(maven_state)"
    stamp build "$build_state"
    ensure_kernel trained
}

# run_maven_tests TAG QUICK: each class's result is a line as it ends; sets maven_trouble when the run itself broke.
# First the tests that measure, alone; then all others, two classes at a time.
run_maven_tests() {
    local only="$1" groups="" without="long" status=0
    shift
    set -- -Dadvsys.python="$venv_python" -Dadvsys.jupyter="$here/jupyter" -Dadvsys.quick="$1" \
        -Dadvsys.long="$long" -Dadvsys.seed="$seed"
    case "$only" in
        '') ;;
        unit) without="long | notebook | browser | interop | crash" ;;
        *) groups="$only" ;;
    esac
    if [ "$long" = true ]; then # a tag that nothing carries: an empty value would be the pom's again
        without="none$(printf %s "$without" | sed 's/^long//')"
    fi
    if find_browser; then
        set -- "$@" -Dadvsys.browser="$browser"
    fi
    export_environment
    say "Running the tests ... (log: .workbook/log/tests.log)"
    make_folder "$logs"
    : >"$logs/tests.log"
    if [ -z "$groups" ]; then
        surefire "$@" -Dgroups=alone -DexcludedGroups="$without" || status=1
    fi
    surefire "$@" ${groups:+"-Dgroups=$groups"} -DexcludedGroups="alone | $without" -DforkCount="$test_forks" \
        -Dsurefire.runOrder=reversealphabetical || status=1
    if grep -q 'Tests run:' "$logs/tests.log"; then
        stamp maven-tests "$(maven_state)"
    fi
    if [ "$status" -ne 0 ] && ! grep -qE 'Tests run:.*(Failures: [1-9]|Errors: [1-9])' "$logs/tests.log"; then
        maven_trouble="the test run itself broke off: $(grep -m 1 'ERROR' "$logs/tests.log" | cut -c 1-200)"
    fi
}

surefire() {
    maven_once maven-tests -Dfast -pl kernel-lib org.apache.maven.plugins:maven-surefire-plugin:test "$@" 2>&1 |
        tee -a "$logs/tests.log" | test_lines
    return "${PIPESTATUS[0]}"
}

# "Tests run: 3, Failures: 0, Errors: 0, Skipped: 1, Time elapsed: 0.8 s -- in advsys.locks.McsLockTest" for people.
test_lines() {
    sed -n -E -u 's/^.*Tests run: ([0-9]+), Failures: ([0-9]+), Errors: ([0-9]+), Skipped: ([0-9]+), Time elapsed: ([0-9.]+) s.* -- in (.*)$/  \6: \1 run, \2 wrong, \3 broken, \4 skipped, \5 s/p'
}

begin_script_tests() {
    make_folder "$logs"
    : >"$logs/script-tests.txt"
    start scripts "Running the tests of ./workbook itself" run_script_tests
}

run_script_tests() {
    local file
    for file in "$script_tests"/*_test.sh; do
        bash "$file" "$root" >>"$logs/script-tests.txt" ||
            say "failed $(basename "$file"): it broke off; see .workbook/log/scripts.log" >>"$logs/script-tests.txt"
    done
}
