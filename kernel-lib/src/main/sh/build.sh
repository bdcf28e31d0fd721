# Builds the library with Maven and registers the kernel with Jupyter. Sourced by ./workbook.
# shellcheck shell=bash disable=SC2034,SC2154,SC2317 # the parts share their names

jar="$root/kernel-lib/target/kernel-lib.jar"
libraries="$root/kernel-lib/target/lib"
kernel_file="$venv/share/jupyter/kernels/advsys/kernel.json"

# What the library is made of. Contents count, not times: going to another branch and back builds nothing.
sources_state() {
    (
        cd "$root" || exit 1
        find pom.xml kernel-lib/pom.xml .mvn kernel-lib/src/main/java kernel-lib/src/main/resources -type f 2>/dev/null |
            LC_ALL=C sort | tr '\n' '\0' | xargs -0 cksum
    ) | cksum | tr -s ' \t' '--'
}

# The Maven of the wrapper, on the JDK that was found. Where ~/.m2 cannot be written, all it keeps goes to .workbook/m2.
# Java takes the home folder from the list of users; where the shell says otherwise, the shell is right.
maven() {
    local repository="" home="${MAVEN_USER_HOME:-${HOME:-/nonexistent}/.m2}"
    if ! { mkdir -p "$home/repository" && [ -w "$home/repository" ]; } 2>/dev/null; then
        home="$here/m2"
        make_folder "$home"
        repository="$home/repository"
    elif [ "${HOME-}" != "$(eval "printf %s ~$(id -un 2>/dev/null)")" ]; then
        repository="$home/repository"
    fi
    if ! have unzip; then # the wrapper unpacks Maven with it; a JDK can do as well
        make_unzip
    fi
    (cd "$root" && MAVEN_USER_HOME="$home" ./mvnw --batch-mode --no-transfer-progress "$@" \
        ${repository:+"-Dmaven.repo.local=$repository"})
}

make_unzip() {
    make_folder "$here/bin"
    cat >"$here/bin/unzip" <<'END'
#!/bin/sh
# unzip -q ARCHIVE -d FOLDER, for the Maven wrapper on a machine without unzip
cd "$4" && "$JAVA_HOME/bin/jar" xf "$2" && chmod +x ./*/bin/mvn
END
    chmod +x "$here/bin/unzip"
    export PATH="$here/bin:$PATH"
}

# maven_once STAMP ARGUMENT...: without the network when these goals have been run with these poms before.
maven_once() {
    local done_before="$1" status log="$logs/$1-offline.log"
    shift
    if stamped "$done_before" "$(maven_state)"; then
        maven --offline "$@" 2>&1 | tee "$log"
        status=${PIPESTATUS[0]}
        if [ "$status" -eq 0 ] || ! grep -q 'offline mode' "$log"; then
            return "$status"
        fi
        say "Maven's folder of downloads lacks something by now: asking the network."
    fi
    maven "$@"
}

maven_state() { say "${HOME-} $(checksum "$root/pom.xml" "$root/kernel-lib/pom.xml" "$root/.mvn/wrapper/maven-wrapper.properties")"; }

# begin_build: starts the quick build in the background when the sources are not those that were built last.
begin_build() {
    build_state="$(sources_state)"
    [ -f "$jar" ] && stamped build "$build_state" && return
    lock build
    [ -f "$jar" ] && stamped build "$build_state" && return
    need_space 500 "Building the library"
    unstamp build
    start build "Building the library" maven_once maven-package -Dfast -Dmaven.test.skip=true package
}

end_build() {
    if has_succeeded build; then
        stamp maven-package "$(maven_state)"
        stamp build "$build_state"
    fi
    unlock build
}

ensure_build() {
    begin_build
    finish || exit 1
    end_build
}

# Python's packages and Maven's come from different places: both at once. What went well is kept when the other failed.
ensure_build_and_venv() {
    local status
    begin_venv
    begin_build
    finish
    status=$?
    end_venv
    end_build
    [ "$status" -eq 0 ] || exit 1
}

kernel_state() { say "$root $(sources_state) $JAVA_HOME $(java_version "$JAVA_HOME")"; }

kernel_ready() { [ -f "$kernel_file" ] && stamped kernel "$(kernel_state) $1" && kernel_is_whole; }

# What the kernel's argument file names is there: the copy of the library, and the start-up cache once there was one.
kernel_is_whole() {
    local arguments="$here/kernel/launch.args" file
    [ -f "$arguments" ] || return
    while IFS= read -r file; do
        [ -e "$file" ] || return
    done <<END
$(sed -n -e 's/^"-XX:AOTCache=\(.*\)"$/\1/p' -e 's/^"-Dadvsys.kernel.home=\(.*\)"$/\1/p' "$arguments")
END
}

kernel_is_well() { kernel_ready trained || { [ "$1" = untrained ] && kernel_ready untrained; }; }

install_kernel() {
    ${gently-} "$JAVA_HOME/bin/java" -cp "$jar:$libraries/*" advsys.workbook.kernel.Install --root "$root" --prefix "$venv" "$@"
}

# ensure_kernel trained: the kernel of the library as built, with its start-up cache made by a short training run.
# ensure_kernel untrained: at once; the cache is made beside the reader's work, and is there at a later start.
ensure_kernel() {
    kernel_is_well "$1" && return
    lock kernel
    if kernel_is_well "$1"; then # another command saw to it while this one waited
        unlock kernel
        return
    fi
    need_space 300 "The kernel with its start-up cache"
    unstamp kernel
    if [ "$1" = trained ]; then
        start kernel "Registering the kernel and training its start-up cache" install_kernel
    else
        start kernel "Registering the kernel" install_kernel --no-train
    fi
    finish || exit 1
    stamp kernel "$(kernel_state) $1"
    if [ "$1" = untrained ]; then
        train_behind >"$logs/train.log" 2>&1 </dev/null &
    fi
    unlock kernel
}

# Goes on when the command has ended and its terminal is closed, and lets the reader's work go first: the restart of a
# kernel, which follows a build, takes twice as long beside a training. Needless when someone else has trained, or built.
train_behind() {
    local state gently=""
    if have nice; then
        gently="nice -n 10"
    fi
    state="$(kernel_state)"
    trap '' HUP INT
    [ "${ADVSYS_TRAIN_AFTER-}" != never ] || return
    sleep "${ADVSYS_TRAIN_AFTER:-8}"
    stamped kernel "$state untrained" || return
    if install_kernel --train-only && stamped kernel "$state untrained"; then
        stamp kernel "$state trained"
    fi
}

build_command() {
    local word
    for word in "$@"; do
        case "$word" in
            -h | --help)
                cat <<'END'
usage: ./workbook build

Compiles kernel-lib without the slower checks and registers the kernel anew. A notebook that is open goes on with what
it has; Kernel > Restart gives it the new library. The kernel's start-up cache is trained in the background.
./workbook test compiles with every check.
END
                exit 0
                ;;
            *) bad_usage build "build takes no '$word'." ;;
        esac
    done
    need_jdk
    ensure_build
    ensure_kernel untrained
    say "The library is built and the kernel registered: Kernel > Restart in an open notebook picks it up."
}
