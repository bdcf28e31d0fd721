#!/usr/bin/env bash
# Which JDK ./workbook takes, and what it says where there is none.
# shellcheck disable=SC1091,SC2009,SC2015,SC2016,SC2034,SC2119,SC2120,SC2154,SC2317

. "$(dirname "$0")/harness.sh"

java_used() { sed -n 's/^  JDK 25 or newer *//p' <<<"$output"; }
expect_jdk() {
    workbook doctor
    case "$(java_used)" in
        *"$1"*) ;;
        *) wrong "the JDK '$1' was expected" ;;
    esac
}

test_jdk_in_java_home_wins() {
    stand_in_jdk "$work/mine" 26.0.1
    export JAVA_HOME="$work/mine"
    expect_jdk "26.0.1, $work/mine (found in JAVA_HOME)"
}

test_old_java_home_is_passed_over() {
    stand_in_jdk "$work/old" 17.0.15
    export JAVA_HOME="$work/old"
    expect_jdk "25.0.3, $stand_ins/jdk 25 (found in the usual folders)"
}

test_runtime_without_compiler_is_passed_over() {
    stand_in_jdk "$work/jre" 25.0.3
    rm "$work/jre/bin/javac"
    export JAVA_HOME="$work/jre"
    expect_jdk "$stand_ins/jdk 25 (found in"
}

test_jdk_on_path_is_found_through_links() {
    stand_in_jdk "$work/Ort mit Lücken/jdk" 25
    ln -s "$work/Ort mit Lücken/jdk/bin/java" "$work/link"
    ln -s ../link "$work/bin/java"
    expect_jdk "25, $work/Ort mit Lücken/jdk (found in PATH)"
}

test_old_java_first_on_path_does_not_hide_the_new_one() {
    stand_in_jdk "$work/17" 17.0.15
    stand_in_jdk "$work/25" 25.0.1
    export PATH="$work/17/bin:$work/25/bin:$PATH"
    expect_jdk "25.0.1, $work/25 (found in PATH)"
}

test_usual_folders_prefer_the_release_tested_with() {
    stand_in_jdk "$stand_ins/jdk 24" 24.0.2
    stand_in_jdk "$stand_ins/jdk 29" 29-ea
    expect_jdk "25.0.3, $stand_ins/jdk 25"
    rm -rf "$stand_ins/jdk 25"
    expect_jdk "29-ea, $stand_ins/jdk 29"
}

test_only_an_old_jdk_says_which_and_how_to_get_one() {
    stand_in_jdk "$stand_ins/jdk 25" 17.0.15
    ln -s "$stand_ins/jdk 25/bin/java" "$work/bin/java"
    workbook build
    expect_status 1
    expect_text "no JDK 25 or newer was found"
    expect_text "The java on PATH is $work/bin/java: Java 17.0.15."
    expect_text "./workbook doctor --fix"
    expect_calls 0 maven
}

test_no_jdk_at_all_is_told_by_every_command() {
    rm -rf "$stand_ins/jdk 25"
    bare_path
    for command in lab build "lint x.ipynb" doctor; do
        # shellcheck disable=SC2086
        workbook $command
        expect_status 1
        expect_text "JDK 25 or newer"
    done
    workbook test
    expect_status 1
    expect_text "0 passed, 1 failed, 0 skipped"
}

test_the_jdk_found_is_the_one_that_builds() {
    workbook build
    expect_status 0
    expect_calls 1 "java -cp $repository/kernel-lib/target/kernel-lib.jar:$repository/kernel-lib/target/lib/* advsys.workbook.kernel.Install --root $repository --prefix $repository/.workbook/venv --no-train"
}

run_tests
