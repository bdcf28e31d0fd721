#!/usr/bin/env bash
# The repository itself: scripts without faults that shellcheck knows, and a jar that depends on nothing but its sources.
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
test_jar_is_the_same_from_another_folder() {
    local built="$source_root/kernel-lib/target/kernel-lib.jar" copy="$work/Zweites Büro" maven_home
    [ -n "$real_java_home" ] || skip_test "JAVA_HOME names no JDK: call this through ./workbook test"
    [ -f "$built" ] || skip_test "nothing is built: call this through ./workbook test"
    mkdir -p "$copy/kernel-lib/src"
    cp -R "$source_root/pom.xml" "$source_root/mvnw" "$source_root/.mvn" "$copy/"
    cp -R "$source_root/data" "$copy/data" # figures and mechanisms go into the jar
    cp "$source_root/kernel-lib/pom.xml" "$copy/kernel-lib/"
    cp -R "$source_root/kernel-lib/src/main" "$copy/kernel-lib/src/main"
    maven_home="$source_root/.workbook/m2"
    [ -d "$maven_home" ] || maven_home="$real_home/.m2"
    (
        cd "$copy" || exit 1
        HOME="$real_home" PATH="$real_path" JAVA_HOME="$real_java_home" MAVEN_USER_HOME="$maven_home" \
            ./mvnw -q --offline -Dfast -Dmaven.test.skip=true "-Dmaven.repo.local=$maven_home/repository" package
    ) || wrong "the copy was not built"
    cmp "$built" "$copy/kernel-lib/target/kernel-lib.jar" || wrong "the two jars differ"
    [ -f "$copy/kernel-lib/target/unchecked/pom.xml" ] || wrong "the gate would take these classes for checked ones"
}

run_tests
