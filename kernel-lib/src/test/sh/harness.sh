# What the tests of ./workbook share. A test is a function test_NAME; each runs in a repository of its own, in a folder
# with blanks and umlauts in its name, where the JDK, Python and Maven are small stand-ins that write down how they were
# called (stand-ins.sh). So a test takes a fraction of a second and needs no network. Prints "ok NAME",
# "failed NAME: WHY" or "skipped NAME: REASON" for `./workbook test` to count.
#
#     bash kernel-lib/src/test/sh/jdk_test.sh [REPOSITORY] [TEST]    (ADVSYS_BASH=/old/bash tries another bash)
# shellcheck shell=bash disable=SC2034,SC2154

source_root="${1:-$(cd "$(dirname "$0")/../../../.." && pwd)}"
only_test="${2-}"
here_tests="$source_root/kernel-lib/src/test/sh"
bash_used="${ADVSYS_BASH:-bash}"
real_python="$(python3 -c "import sys; print(sys.executable)")" # not a shim, which takes a while
real_path="$PATH"

# shellcheck source=/dev/null
. "$here_tests/stand-ins.sh"

# new_repository: $repository with the script, its parts and what they look at; $stand_ins with a JDK 25 and a Python.
new_repository() {
    repository="$work/Vörlesung und Übung/advsys"
    stand_ins="$work/stand ins"
    calls="$work/calls"
    mkdir -p "$repository/kernel-lib/src/main" "$repository/kernel-lib/src/test/python" \
        "$repository/kernel-lib/src/main/java/advsys" "$repository/.mvn/wrapper" "$repository/notebooks" "$stand_ins"
    cp "$source_root/workbook" "$repository/"
    cp -R "$source_root/kernel-lib/src/main/sh" "$repository/kernel-lib/src/main/sh"
    mkdir -p "$repository/kernel-lib/src/main/python"
    cp "$source_root/kernel-lib/src/main/python/overrides.json" "$repository/kernel-lib/src/main/python/"
    cp "$source_root/kernel-lib/src/test/python/summary.py" "$repository/kernel-lib/src/test/python/"
    echo 'jupyterlab==4.6.6' >"$repository/requirements.txt"
    echo 'playwright==1.65.2' >"$repository/kernel-lib/src/test/python/requirements.txt"
    echo '<project/>' >"$repository/pom.xml"
    echo '<project/>' >"$repository/kernel-lib/pom.xml"
    echo 'distributionUrl=none' >"$repository/.mvn/wrapper/maven-wrapper.properties"
    echo 'class Mechanism {}' >"$repository/kernel-lib/src/main/java/advsys/Mechanism.java"
    echo '{}' >"$repository/notebooks/00-start.ipynb"
    stand_in_maven "$repository/mvnw"
    stand_in_jdk "$stand_ins/jdk 25" 25.0.3
    stand_in_python "$stand_ins/python3" 3.12.4 complete
    mkdir -p "$work/home"
    : >"$calls"
    # The reader's shell: nothing of this machine's JDKs and Pythons but what the test puts there.
    export HOME="$work/home" ADVSYS_JDK_FOLDERS="$stand_ins/jdk*" ADVSYS_PYTHON_NAMES="$stand_ins/python3"
    export CALLS="$calls" REAL_PYTHON="$real_python"
    unset JAVA_HOME MAVEN_USER_HOME ADVSYS_JDK_URL ADVSYS_JDK_SHA256 CI
    export PATH="$work/bin:/usr/bin:/bin:/usr/sbin:/sbin"
    mkdir -p "$work/bin"
}

# bare_path: PATH holds the system's plain tools and no Java, Python or downloader.
bare_path() {
    local tool
    for tool in awk bash cat chmod cksum cp cut date df dirname env find grep head id locale ls mkdir mktemp mv nohup \
        openssl ps pwd readlink rm sed sh sha256sum shasum sleep sort tail tar tee tr uname wc xargs; do
        if tool="$(command -v "$tool")"; then
            ln -s "$tool" "$work/bin/" 2>/dev/null
        fi
    done
    export PATH="$work/bin"
}

export ADVSYS_TRAIN_AFTER=0 # nobody restarts a kernel here

# workbook ARGUMENT...: runs the command from another folder; $output is what it said, $status its exit status.
workbook() {
    output="$(cd / && "$bash_used" "$repository/workbook" "$@" 2>&1 </dev/null)"
    status=$?
}

called() { grep -cF -- "$1" "$calls"; }

wrong() {
    printf '%s\n' "$1" "exit status ${status-?}, output:" "${output-}" >&2
    exit 1
}
expect_status() { [ "$status" -eq "$1" ] || wrong "exit status $1 was expected"; }
expect_text() {
    case "$output" in
        *"$1"*) ;;
        *) wrong "this was expected in the output: $1" ;;
    esac
}
expect_no_text() {
    case "$output" in
        *"$1"*) wrong "this was not expected in the output: $1" ;;
    esac
}
expect_calls() { [ "$(called "$2")" -eq "$1" ] || wrong "$1 calls of '$2' were expected, there were: $(cat "$calls")"; }
expect_file() { [ -e "$1" ] || wrong "this file was expected: $1"; }
expect_no_file() { [ ! -e "$1" ] || wrong "this file was not expected: $1"; }

# skip_test REASON: ends a test that this machine cannot run.
skip_test() {
    printf '%s\n' "$1" >"$work/skipped"
    exit 3
}

run_tests() {
    local name status work why
    for name in $(declare -F | sed -n 's/^declare -f \(test_.*\)/\1/p'); do
        [ -z "$only_test" ] || [ "$name" = "$only_test" ] || continue
        work="$(mktemp -d "${TMPDIR:-/tmp}/workbook-test.XXXXXX")"
        (
            new_repository
            "$name"
        ) >"$work/output" 2>&1
        status=$?
        case "$status" in
            0) echo "ok ${name#test_}" ;;
            3) echo "skipped ${name#test_}: $(cat "$work/skipped")" ;;
            *)
                why="$(tr '\n' '|' <"$work/output" | cut -c 1-1500)"
                echo "failed ${name#test_}: ${why:-exit status $status}"
                ;;
        esac
        chmod -R u+w "$work" 2>/dev/null
        rm -rf "$work" 2>/dev/null || { sleep 1; rm -rf "$work"; } # a training may still have been ending
    done
}
