# Opens JupyterLab. Sourced by ./workbook.
# shellcheck shell=bash disable=SC2034,SC2154,SC2317 # the parts share their names

first_notebook=notebooks/00-start.ipynb

lab_usage() {
    cat <<'END'
usage: ./workbook lab [--no-browser] [--port N]

Sets up what is missing (a Python environment from requirements.txt, the library, the kernel and its start-up cache)
and opens JupyterLab on notebooks/00-start.ipynb. It listens on this machine only, at an address with a secret token.
Ctrl-C ends it and its kernels.

  --no-browser   print the address instead of opening a browser
  --port N       this port and no other (without: 8888 or the next that is free)
END
}

# port_is_free N: nobody listens there, and we may.
port_is_free() {
    "$venv_python" - "$1" <<'END'
import socket, sys
with socket.socket() as probe:
    probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        probe.bind(("127.0.0.1", int(sys.argv[1])))
    except OSError as problem:
        sys.exit(problem.strerror)
END
}

lab_command() {
    local port="" browser=yes problem page
    while [ $# -gt 0 ]; do
        case "$1" in
            -h | --help)
                lab_usage
                exit 0
                ;;
            --no-browser) browser=no ;;
            --port)
                [ $# -ge 2 ] || bad_usage lab "--port needs a number."
                port="$2"
                shift
                ;;
            --port=*) port="${1#--port=}" ;;
            *) bad_usage lab "lab takes no '$1'." ;;
        esac
        shift
    done
    case "$port" in
        *[!0-9]* | ??????*) bad_usage lab "'$port' is not a port: a number from 1 to 65535." ;;
    esac
    if [ -n "$port" ] && { [ "$port" -lt 1 ] || [ "$port" -gt 65535 ]; }; then
        bad_usage lab "'$port' is not a port: a number from 1 to 65535."
    fi

    need_jdk
    if venv_ready && kernel_ready trained; then
        : # everything is there: nothing is asked of Maven, pip or the network
    else
        ensure_build_and_venv
        ensure_kernel trained
    fi
    if [ -n "$port" ] && ! problem="$(port_is_free "$port" 2>&1)"; then
        fail "port $port cannot be used: $problem" "Another JupyterLab may be running there. Take another port, or leave out --port: then a free one is found."
    fi

    export_environment
    page=/lab
    [ ! -f "$root/$first_notebook" ] || page="/lab/tree/$first_notebook"
    set -- --ServerApp.ip=127.0.0.1 --ServerApp.root_dir="$root" --LabApp.default_url="$page" \
        --LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate --LabApp.news_url= \
        --LabApp.extension_manager=readonly --ServerApp.answer_yes=True --log-level=WARN --LabApp.log_level=WARN
    if [ -n "$port" ]; then
        set -- "$@" --ServerApp.port="$port" --ServerApp.port_retries=0
    fi
    [ "$browser" = yes ] || set -- "$@" --no-browser
    [ "$(id -u)" -ne 0 ] || set -- "$@" --allow-root # in a container there is often nobody else
    release_locks
    cd "$root" || exit 1
    say "JupyterLab starts; Ctrl-C ends it."
    exec "$venv_python" -m jupyterlab "$@"
}
