#!/usr/bin/env bash
# The repository itself: scripts without faults that shellcheck knows, and what the README promises.
# shellcheck disable=SC1091,SC2009,SC2015,SC2016,SC2034,SC2119,SC2120,SC2154,SC2317

. "$(dirname "$0")/harness.sh"

test_scripts_please_shellcheck() {
    PATH="$real_path"
    command -v shellcheck >/dev/null || skip_test "shellcheck is not here: apt-get install shellcheck"
    cd "$source_root" || exit 1
    shellcheck -x workbook .ci/run kernel-lib/src/main/sh/*.sh kernel-lib/src/test/sh/*.sh ||
        wrong "shellcheck has remarks"
}

test_parts_stay_short_enough_to_read() {
    local file lines
    for file in "$source_root"/workbook "$source_root"/kernel-lib/src/*/sh/*.sh; do
        lines="$(wc -l <"$file")"
        [ "$lines" -le 200 ] || wrong "$file has $lines lines"
    done
}

test_every_python_package_is_pinned() {
    local file
    for file in requirements.txt kernel-lib/src/test/python/requirements.txt; do
        grep -q '==' "$source_root/$file" || wrong "$file names nothing"
        output="$(grep -vE '^[[:space:]]*(#|$)|^[A-Za-z0-9._-]+(\[[a-z,]+\])?==[0-9][^ ]*( *;.*)?( *#.*)?$' "$source_root/$file")"
        [ -z "$output" ] || wrong "$file leaves a version open"
    done
}

test_links_of_the_readme_lead_somewhere() {
    local link
    cd "$source_root" || exit 1
    while IFS= read -r link; do
        expect_file "$link"
    done <<END
$(grep -ohE '\]\([^)#:]+\)' README.md CONTRIBUTING.md | sed 's/^](\(.*\))$/\1/')
END
}

test_readme_lists_every_notebook() {
    local notebook
    cd "$source_root" || exit 1
    for notebook in notebooks/[0-9]*/[0-9]*.ipynb; do
        grep -qF "]($notebook) |" README.md || wrong "README.md does not list $notebook with its question"
    done
}

# The same sources elsewhere, built without the checks, give the same bytes: a jar tells by its checksum what is in it.
run_tests
