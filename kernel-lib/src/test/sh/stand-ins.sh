# Stand-ins for a JDK, a Python and the Maven wrapper: each writes the line of its call into $CALLS and makes the files
# that the real one would. Files in the folder $CALLS.d make them fail or take long: maven-fails, pip-fails,
# pip-waits; pip-lacks holds the name of the list that cannot be had.
# shellcheck shell=bash

stand_in_jdk() {
    mkdir -p "$1/bin"
    printf 'IMPLEMENTOR="Somebody"\nJAVA_VERSION="%s"\n' "$2" >"$1/release"
    cat >"$1/bin/java" <<'END'
#!/bin/sh
echo "java $*" >>"$CALLS"
while [ $# -gt 0 ]; do
    case "$1" in
        --root) root="$2" ;;
        --prefix) prefix="$2" ;;
        --train-only) exit 0 ;;
    esac
    shift
done
if [ -n "${prefix-}" ]; then
    mkdir -p "$root/.workbook/kernel" "$prefix/share/jupyter/kernels/advsys"
    : >"$root/.workbook/kernel/cache"
    echo "\"-XX:AOTCache=$root/.workbook/kernel/cache\"" >"$root/.workbook/kernel/launch.args"
    echo "{}" >"$prefix/share/jupyter/kernels/advsys/kernel.json"
fi
END
    printf '#!/bin/sh\n' >"$1/bin/javac"
    chmod +x "$1/bin/java" "$1/bin/javac"
}

# stand_in_python FILE VERSION complete|incomplete
stand_in_python() {
    cat >"$1" <<END
#!/bin/sh
version=$2 kind=$3
END
    cat >>"$1" <<'END'
echo "python $*" >>"$CALLS"
case "$*" in
    *"sys.version_info"*)
        echo "$version $kind"
        ;;
    "-m pip --version") [ -e "$CALLS.d/has-pip" ] ;;
    "-m venv"*)
        for folder in "$@"; do :; done
        mkdir -p "$folder/bin"
        cp "$0" "$folder/bin/python"
        ;;
    *" install "*)
        if [ -e "$CALLS.d/pip-fails" ]; then cat "$CALLS.d/pip-fails"; exit 1; fi
        if [ -e "$CALLS.d/pip-lacks" ]; then
            case "$*" in *"$(cat "$CALLS.d/pip-lacks")"*) echo "Failed to establish a new connection"; exit 1 ;; esac
        fi
        if [ -e "$CALLS.d/pip-waits" ]; then sleep 30; fi
        ;;
    "-m jupyterlab"*)
        echo "JUPYTER_CONFIG_DIR=$JUPYTER_CONFIG_DIR" >>"$CALLS"
        ;;
    "- "*) exec "$REAL_PYTHON" "$@" ;;
    *.py*) exec "$REAL_PYTHON" "$@" ;;
esac
END
    chmod +x "$1"
}

stand_in_maven() {
    cat >"$1" <<'END'
#!/bin/sh
echo "maven $* [$MAVEN_USER_HOME]" >>"$CALLS"
if [ -e "$CALLS.d/maven-fails" ]; then cat "$CALLS.d/maven-fails"; exit 1; fi
case "$*" in
    *surefire*)
        mkdir -p kernel-lib/target/surefire-reports
        [ ! -e "$CALLS.d/report.xml" ] || cp "$CALLS.d/report.xml" kernel-lib/target/surefire-reports/TEST-it.xml
        if [ -e "$CALLS.d/surefire-fails" ]; then cat "$CALLS.d/surefire-fails"; exit 1; fi
        ;;
    *)
        mkdir -p kernel-lib/target/lib
        echo jar >kernel-lib/target/kernel-lib.jar
        ;;
esac
END
    chmod +x "$1"
}
