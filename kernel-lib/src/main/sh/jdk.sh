# Finds a JDK 25 or newer, or says how to get one; fetches one into .workbook/jdk when asked. Sourced by ./workbook.
# shellcheck shell=bash disable=SC2034,SC2154,SC2317 # the parts share their names

oldest_java=25

# java_version HOME: the version that the JDK's own `release` file states; nothing when there is none.
java_version() { sed -n 's/^JAVA_VERSION="\(.*\)"/\1/p' "$1/release" 2>/dev/null; }

major() {
    local number="${1%%[!0-9]*}"
    printf '%s' "${number:-0}"
}

# A JDK has a compiler beside its virtual machine (a JRE has not).
is_new_jdk() {
    [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] && [ "$(major "$(java_version "$1")")" -ge "$oldest_java" ]
}

# The folder that a `java` belongs to: links followed, two steps up. `readlink -f` is missing on older macOS.
home_of_java() {
    local java="$1" target
    while [ -L "$java" ]; do
        target="$(readlink "$java")"
        case "$target" in
            /*) java="$target" ;;
            *) java="$(dirname "$java")/$target" ;;
        esac
    done
    (cd "$(dirname "$java")/.." 2>/dev/null && pwd -P)
}

# Where JDKs usually lie: ours, Linux distributions, macOS, SDKMAN, jenv, asdf, mise, IDEs, Homebrew.
# ADVSYS_JDK_FOLDERS (patterns, one a line) replaces the list; the tests of this script use that.
jdk_folders() {
    if [ -n "${ADVSYS_JDK_FOLDERS+set}" ]; then
        printf '%s\n' "$ADVSYS_JDK_FOLDERS"
        return
    fi
    local home="${HOME:-/nonexistent}"
    printf '%s\n' '/usr/lib/jvm/*' '/usr/lib64/jvm/*' '/usr/java/*' '/usr/local/lib/jvm/*' '/opt/java/*' '/opt/jdk*' \
        '/opt/*jdk*' '/usr/local/openjdk*' '/snap/openjdk/current/jdk' \
        '/Library/Java/JavaVirtualMachines/*/Contents/Home' "$home/Library/Java/JavaVirtualMachines/*/Contents/Home" \
        '/opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home' \
        '/usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home' \
        "$home/.sdkman/candidates/java/*" "$home/.jdks/*" "$home/.jenv/versions/*" "$home/.asdf/installs/java/*" \
        "$home/.local/share/mise/installs/java/*" "$home/.gradle/jdks/*" "$home/.gradle/jdks/*/Contents/Home"
}

# find_jdk: sets java_home and java_where; fails when there is none that is new enough. The reader's own choice comes
# first: JAVA_HOME, then each `java` on PATH. Among the usual folders the release that we test with wins.
find_jdk() {
    local folder pattern version newest=0 entries
    java_home=""
    java_where=""
    if [ -n "${JAVA_HOME-}" ] && is_new_jdk "$JAVA_HOME"; then
        java_home="$JAVA_HOME" java_where="JAVA_HOME"
        return 0
    fi
    if is_new_jdk "$here/jdk"; then
        java_home="$here/jdk" java_where=".workbook/jdk"
        return 0
    fi
    entries="${PATH}:"
    while [ -n "$entries" ]; do
        folder="${entries%%:*}"
        entries="${entries#*:}"
        [ -x "$folder/java" ] || continue
        folder="$(home_of_java "$folder/java")"
        if [ -n "$folder" ] && is_new_jdk "$folder"; then
            java_home="$folder" java_where="PATH"
            return 0
        fi
    done
    while IFS= read -r pattern; do
        while IFS= read -r folder; do
            is_new_jdk "$folder" || continue
            version="$(major "$(java_version "$folder")")"
            if [ "$version" -eq "$oldest_java" ]; then
                java_home="$folder" java_where="the usual folders"
                return 0
            fi
            if [ "$version" -gt "$newest" ]; then
                newest="$version"
                java_home="$folder" java_where="the usual folders"
            fi
        done <<END
$(IFS='' && set +f && compgen -G "$pattern")
END
    done <<END
$(jdk_folders)
END
    [ -n "$java_home" ]
}

# Which older Javas a reader may have meant, so that "no JDK 25" does not puzzle who has one on PATH.
older_java() {
    local java
    if [ -n "${JAVA_HOME-}" ]; then
        say "JAVA_HOME is $JAVA_HOME: $(version_words "$JAVA_HOME")."
    fi
    if java="$(command -v java)"; then
        say "The java on PATH is $java: $(version_words "$(home_of_java "$java")")."
    fi
}

version_words() {
    local version
    version="$(java_version "$1")"
    if [ -z "$version" ]; then
        say "no JDK that names its version"
    elif [ ! -x "$1/bin/javac" ]; then
        say "Java $version without a compiler"
    else
        say "Java $version"
    fi
}

need_jdk() {
    if find_jdk; then
        export JAVA_HOME="$java_home"
        return
    fi
    {
        say "workbook: no JDK $oldest_java or newer was found."
        older_java | sed 's/^/  /'
        say "  Looked in JAVA_HOME, on PATH and in the usual folders. To get one:"
        say "    ./workbook doctor --fix            installs one, or fetches one into .workbook/jdk (asks first)"
        jdk_advice | sed 's/^/    /'
        say "  If you have one elsewhere: JAVA_HOME=/where/it/is ./workbook ..."
    } >&2
    exit 1
}

jdk_advice() {
    case "$(package_manager)" in
        apt) say "sudo apt-get install openjdk-25-jdk-headless   (where your release has it)" ;;
        dnf) say "sudo dnf install java-25-openjdk-devel" ;;
        brew) say "brew install openjdk@25" ;;
    esac
    say "https://adoptium.net/temurin/releases/?version=25"
}
