#!/usr/bin/env bash
# Set-up: what is done once, and what again.
# shellcheck disable=SC1091,SC2009,SC2015,SC2016,SC2034,SC2119,SC2120,SC2154,SC2317

. "$(dirname "$0")/harness.sh"

lab() { workbook lab --no-browser "$@"; }

test_first_lab_sets_up_everything_and_the_second_asks_nobody() {
    lab
    expect_status 0
    expect_calls 1 "python -m venv $repository/.workbook/venv"
    expect_calls 1 "pip install --no-input"
    expect_calls 1 "maven --batch-mode"
    expect_calls 1 "advsys.workbook.kernel.Install"
    expect_calls 1 "-m jupyterlab --ServerApp.ip=127.0.0.1"
    expect_calls 1 "--LabApp.default_url=/lab/tree/notebooks/00-start.ipynb"
    expect_calls 1 "JUPYTER_CONFIG_DIR=$repository/.workbook/jupyter/config"
    lab
    expect_status 0
    expect_calls 1 "pip install"
    expect_calls 1 "maven"
    expect_calls 1 "advsys.workbook.kernel.Install"
    expect_calls 2 "-m jupyterlab"
}

test_changed_source_is_built_again_without_the_network() {
    workbook build
    expect_calls 0 "maven --batch-mode --no-transfer-progress --offline"
    workbook build
    expect_calls 1 "maven"
    echo 'class Other {}' >"$repository/kernel-lib/src/main/java/advsys/Other.java"
    workbook build
    expect_calls 2 "maven"
    expect_calls 1 "maven --batch-mode --no-transfer-progress --offline"
    expect_calls 2 "--no-train"
    rm "$repository/kernel-lib/src/main/java/advsys/Other.java"
    workbook build
    expect_calls 3 "maven"
}

test_touched_source_is_not_built_again() {
    workbook build
    touch "$repository/kernel-lib/src/main/java/advsys/Mechanism.java" "$repository/pom.xml"
    workbook build
    expect_status 0
    expect_calls 1 "maven"
}

test_build_trains_behind_and_lab_finds_it_trained() {
    lab
    echo 'class Other {}' >"$repository/kernel-lib/src/main/java/advsys/Other.java"
    workbook build
    local tries=0
    until grep -q ' trained' "$repository/.workbook/stamps/kernel"; do
        sleep 0.1
        tries=$((tries + 1))
        [ "$tries" -lt 600 ] || wrong "the training was not noted"
    done
    : >"$calls"
    lab
    expect_calls 0 "Install"
}

test_training_behind_is_left_when_somebody_has_trained() {
    lab
    echo 'class Other {}' >"$repository/kernel-lib/src/main/java/advsys/Other.java"
    ADVSYS_TRAIN_AFTER=3 workbook build
    lab
    sleep 4
    expect_calls 0 "--train-only"
}

test_lost_start_up_cache_is_told_and_made_again() {
    lab
    rm "$repository/.workbook/kernel/cache"
    workbook doctor
    expect_text "its cache is gone"
    lab
    expect_calls 2 "advsys.workbook.kernel.Install"
    expect_file "$repository/.workbook/kernel/cache"
}

test_other_requirements_are_installed_into_the_same_environment() {
    lab
    echo 'nbclient==0.11.0' >>"$repository/requirements.txt"
    lab
    expect_calls 1 "python -m venv"
    expect_calls 2 "pip install"
    expect_calls 1 "maven"
}

test_moved_repository_is_set_up_anew() {
    lab
    mv "$repository" "$work/elsewhere"
    repository="$work/elsewhere"
    lab
    expect_status 0
    expect_calls 2 "advsys.workbook.kernel.Install"
    expect_calls 1 "Install --root $work/elsewhere"
}

run_tests
