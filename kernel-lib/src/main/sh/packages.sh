# What each part is called in the system's packages, and how to get them. Sourced by ./workbook.
# shellcheck shell=bash disable=SC2034,SC2154,SC2317 # the parts share their names

package_manager() {
    local name
    for name in brew apt-get dnf; do
        if have "$name"; then
            say "${name%-get}"
            return
        fi
    done
    say none
}

# packages_for PART: their names here; nothing where this system's packages do not have it.
packages_for() {
    case "$(package_manager)-$1" in
        apt-jdk) if apt_has openjdk-25-jdk-headless; then say openjdk-25-jdk-headless; fi ;;
        apt-python) say "python3 python3-venv" ;;
        apt-venv) apt_venv ;;
        apt-fonts) say "fontconfig fonts-dejavu-core" ;;
        # libatomic1: what drives the browser is linked against it, and a small Debian does without.
        apt-browser) if apt_has chromium; then say "chromium libatomic1"; else say "chromium-browser libatomic1"; fi ;;
        apt-sandbox | dnf-sandbox) say bubblewrap ;;
        dnf-jdk) say java-25-openjdk-devel ;;
        dnf-python | dnf-venv) say "python3 python3-pip" ;;
        dnf-fonts) say "fontconfig dejavu-sans-fonts" ;;
        dnf-browser) say chromium ;;
        brew-jdk) say openjdk@25 ;;
        brew-python | brew-venv) say python@3.13 ;;
        brew-browser) say chromium ;; # a cask; brew finds it by this name
    esac
}

apt_has() { apt-cache show "$1" 2>/dev/null | grep -q '^Filename:'; }

# Debian splits the venv module off, a package for each version of Python.
apt_venv() {
    local version="${python_version%.*}"
    case "${python-}" in
        /usr/bin/*) if apt_has "python$version-venv"; then say "python$version-venv"; else say python3-venv; fi ;;
        *) say "python3 python3-venv" ;;
    esac
}

as_root() {
    if [ "$(id -u)" -eq 0 ]; then
        "$@"
    elif have sudo; then
        sudo "$@"
    else
        say "this needs an administrator: $*"
        return 1
    fi
}

install_command() {
    local prefix=""
    [ "$(id -u)" -eq 0 ] || prefix="sudo "
    case "$(package_manager)" in
        apt) say "${prefix}apt-get install -y --no-install-recommends" ;;
        dnf) say "${prefix}dnf install -y" ;;
        brew) say "brew install" ;;
    esac
}

# package_words PART: the command that gets a part, or where to look when there is no package that we know.
package_words() {
    local packages
    packages="$(packages_for "$1")"
    if [ -n "$packages" ]; then
        say "$(install_command) $packages"
        return
    fi
    case "$1" in
        jdk) say "./workbook doctor --fix   or a JDK 25 from https://adoptium.net/temurin/releases/?version=25" ;;
        python) say "Python from your system's packages, or from https://www.python.org/downloads/" ;;
        venv) say "the package of your system that has Python's venv module" ;;
        fonts) say "your system's packages of fontconfig and of a font, DejaVu Sans say" ;;
        browser) say "Chromium from your system's packages" ;;
        sandbox) say "bubblewrap, which is there for Linux only" ;;
    esac
}

# packages_unknown: does the package manager know nothing at all, as on a machine that is quite new?
packages_unknown() { [ "$(package_manager)" = apt ] && ! apt_has bash; }

# install_packages PACKAGE...: shown as it goes. What can be installed is, though another cannot.
install_packages() {
    local package
    install_together "$@" && return
    [ "$(package_manager)" != apt ] || as_root apt-get update -q
    install_together "$@" && return
    for package in "$@"; do
        install_together "$package" || say "workbook: $package was not installed." >&2
    done
}

install_together() {
    case "$(package_manager)" in
        apt) as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "$@" ;;
        dnf) as_root dnf install -y "$@" ;;
        brew) brew install "$@" ;;
        *) return 1 ;;
    esac
}
