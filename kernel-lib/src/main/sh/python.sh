# Finds a Python 3.10 or newer and keeps our own environment of packages in .workbook/venv. Sourced by ./workbook.
# shellcheck shell=bash disable=SC2034,SC2154,SC2317 # the parts share their names

venv="$here/venv"
venv_python="$venv/bin/python"
requirements="$root/requirements.txt"
test_requirements="$root/kernel-lib/src/test/python/requirements.txt"

# Prints "version complete" or "version incomplete": incomplete is a Python that cannot make an environment with pip
# in it, because the system's package of its venv module is missing.
python_probe='
import sys
if sys.version_info[:2] < (3, 10): sys.exit(1)
import ssl
try:
    import venv, ensurepip
    kind = "complete"
except ImportError:
    kind = "incomplete"
print("%d.%d.%d" % sys.version_info[:3], kind)
'

# ADVSYS_PYTHON_NAMES (names or paths, one a line) replaces the list; the tests of this script use that.
python_names() {
    if [ -n "${ADVSYS_PYTHON_NAMES+set}" ]; then
        printf '%s\n' "$ADVSYS_PYTHON_NAMES"
        return
    fi
    local folder minor
    printf '%s\n' python3
    for minor in 14 13 12 11 10; do
        printf '%s\n' "python3.$minor"
    done
    for folder in /usr/bin /usr/local/bin /opt/homebrew/bin; do
        for minor in 14 13 12 11 10; do
            printf '%s\n' "$folder/python3.$minor"
        done
    done
    compgen -G "${HOME:-/nonexistent}/.pyenv/versions/3.1[0-9]*/bin/python3"
    compgen -G '/Library/Frameworks/Python.framework/Versions/3.1[0-9]/bin/python3'
    compgen -G "${HOME:-/nonexistent}/.local/share/uv/python/*/bin/python3"
    printf '%s\n' python
}

# find_python: sets python (absolute), python_version and python_kind. The first complete one is taken, in the order
# above; an incomplete one only where there is no other.
find_python() {
    local name path found
    python="" python_version="" python_kind=""
    while IFS= read -r name; do
        path="$(command -v "$name" 2>/dev/null)" || continue
        # A start folder that is not the reader's: a script called `venv.py` there must not be taken for the module.
        found="$(cd / && PYTHONPATH='' "$path" -E -c "$python_probe" 2>/dev/null)" || continue
        if [ -z "$python" ] || [ "${found##* }" = complete ]; then
            python="$path"
            python_version="${found%% *}"
            python_kind="${found##* }"
        fi
        [ "$python_kind" != complete ] || return 0
    done <<END
$(python_names)
END
    [ -n "$python" ]
}

need_python() {
    find_python && return
    {
        say "workbook: no Python 3.10 or newer was found."
        if have python3; then
            say "  The python3 on PATH is $(command -v python3): $(python3 --version 2>&1)."
        fi
        say "  To get one:"
        say "    ./workbook doctor --fix            installs it from your system's packages (asks first)"
        say "    $(package_words python)"
    } >&2
    exit 1
}

venv_state() { say "$root $(checksum "$requirements")"; }
venv_ready() { [ -x "$venv_python" ] && stamped venv "$(venv_state)"; }

# Where pip keeps what it has downloaded: its own folder, where there is a home to write to.
use_pip_cache() {
    if ! writable_home; then
        export PIP_CACHE_DIR="$here/cache/pip"
    fi
}

writable_home() { [ -n "${HOME-}" ] && [ -d "$HOME" ] && [ -w "$HOME" ]; }

# begin_venv [tests]: starts making .workbook/venv in the background when it is not what requirements.txt asks for;
# with `tests`, also what only the tests need is put there.
begin_venv() {
    venv_complete "$@" && return
    lock venv
    venv_complete "$@" && return
    if [ ! -x "$venv_python" ] || [ ! -f "$stamps/venv" ]; then # an interrupted one is made anew: it may lack anything
        need_python
        need_space 700 "JupyterLab with what it needs"
        rm -rf "$venv"
    fi
    unstamp venv
    unstamp venv-tests
    use_pip_cache
    if [ "${1-}" = tests ]; then
        start venv "Installing JupyterLab and what the tests need" make_venv "$@"
    else
        start venv "Installing JupyterLab" make_venv
    fi
}

# What only the tests need is there for comparisons as well. Where it cannot be had, their rows say so.
add_peers() {
    begin_venv tests
    finish || say "workbook: going on without what only a comparison needs; its rows cannot tell" >&2
    end_venv tests
}

venv_complete() { venv_ready && { [ "${1-}" != tests ] || stamped venv-tests "$(tests_venv_state)"; }; }
tests_venv_state() { say "$(venv_state) $(checksum "$test_requirements")"; }

end_venv() {
    if has_succeeded venv; then
        stamp venv "$(venv_state)"
        [ "${1-}" != tests ] || stamp venv-tests "$(tests_venv_state)"
    fi
    unlock venv
}

make_venv() {
    local more=""
    [ "${1-}" != tests ] || more="$test_requirements"
    if [ ! -x "$venv_python" ]; then
        make_empty_venv || return
    fi
    if [ -f "$venv/pip-of" ]; then
        set -- "$(cat "$venv/pip-of")" -m pip --python "$venv_python"
    else
        set -- "$venv_python" -m pip
    fi
    # The files name every package that is needed, so pip has nothing to work out.
    without_surroundings "$@" install --no-input --disable-pip-version-check --prefer-binary --no-deps \
        -r "$requirements" ${more:+-r "$more"} || return
    make_overrides
}

# Without the module that puts pip into an environment, a pip beside this Python can fill it from outside.
make_empty_venv() {
    if [ "$python_kind" = complete ]; then
        without_surroundings "$python" -m venv "$venv"
        return
    fi
    if without_surroundings "$python" -m pip --version >/dev/null 2>&1 &&
        without_surroundings "$python" -m venv --without-pip "$venv"; then
        say "$python" >"$venv/pip-of"
        return
    fi
    rm -rf "$venv"
    if have virtualenv && without_surroundings virtualenv --python "$python" "$venv"; then
        return
    fi
    rm -rf "$venv"
    say "$python ($python_version) cannot make an environment: its venv module is missing, and it has no pip either."
    say "Get it with: ./workbook doctor --fix    or: $(package_words venv)"
    return 1
}

# Python without what the reader's shell says about other Pythons.
without_surroundings() { env -u PYTHONPATH -u PYTHONHOME -u PYTHONSTARTUP -u VIRTUAL_ENV PYTHONNOUSERSITE=1 "$@"; }

# JupyterLab asks the network for news and updates unless it is told not to.
make_overrides() {
    local folder="$venv/share/jupyter/lab/settings"
    mkdir -p "$folder" && cp "$root/kernel-lib/src/main/python/overrides.json" "$folder/overrides.json"
}

# What every process that we start is told: where its Python and its Jupyter folders are. The reader's own Jupyter
# settings and kernels stay out, so that what works on one machine works on the next.
export_environment() {
    export ADVSYS_HOME="$root" ADVSYS_PYTHON="$venv_python"
    export JUPYTER_CONFIG_DIR="$here/jupyter/config" JUPYTER_DATA_DIR="$here/jupyter/data"
    export JUPYTER_RUNTIME_DIR="$here/jupyter/runtime" IPYTHONDIR="$here/jupyter/ipython"
    export PYTHONNOUSERSITE=1
    unset PYTHONPATH PYTHONHOME PYTHONSTARTUP JUPYTER_PATH JUPYTER_CONFIG_PATH
    make_folder "$JUPYTER_CONFIG_DIR"
    make_folder "$JUPYTER_DATA_DIR"
    make_folder "$JUPYTER_RUNTIME_DIR"
    chmod 700 "$JUPYTER_RUNTIME_DIR" # connection files and tokens
}
