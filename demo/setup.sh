# Installs what is missing and builds what is not built: for demo/run, tests/run and bench/run.
# A second run finds everything done. Sourced, from any folder; the caller has `set -eu`.

top=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
build=$top/build
mkdir -p "$build"

die() {
    printf '%s\n' "$*" >&2
    exit 1
}

# quietly WHAT COMMAND...: one line where it takes more than a second; its whole output only where
# it fails.
quietly() {
    local what=$1 log=$build/setup.log status=0 teller
    shift
    (sleep 1 && printf '%s\n' "$what ..." >&2) &
    teller=$!
    "$@" >"$log" 2>&1 </dev/null || status=$?
    kill "$teller" 2>/dev/null || true
    wait "$teller" 2>/dev/null || true
    [ "$status" -eq 0 ] || {
        cat "$log" >&2
        die "failed: $what"
    }
}

# Debian's package for each tool and library; a tool that is on the PATH already is used instead.
tools='g++:g++ cmake:cmake ninja:ninja-build em++:emscripten node:nodejs npm:npm'
libraries='nlohmann-json3-dev libcli11-dev libeigen3-dev catch2 libbenchmark-dev zlib1g-dev'

missing_packages() {
    local pair
    for pair in $tools "$@"; do
        command -v "${pair%%:*}" >/dev/null 2>&1 || echo "${pair#*:}"
    done
    command -v dpkg-query >/dev/null 2>&1 || return 0
    for pair in $libraries; do
        dpkg-query -W -f='${Status}' "$pair" 2>/dev/null | grep -q 'ok installed' || echo "$pair"
    done
}

# install_tools [TOOL:PACKAGE...]: the toolchain, and what a suite needs besides.
install_tools() {
    local missing as_root=
    missing=$(missing_packages "$@" | tr '\n' ' ')
    [ -z "$missing" ] && return 0
    command -v apt-get >/dev/null 2>&1 ||
        die "please install (by Debian's names): $missing and for C++ $libraries"
    if [ "$(id -u)" -ne 0 ]; then
        command -v sudo >/dev/null 2>&1 || die "as root, please: apt-get install $missing"
        as_root=sudo
    fi
    quietly 'looking for packages' $as_root apt-get update
    # shellcheck disable=SC2086
    quietly "installing $missing" $as_root env DEBIAN_FRONTEND=noninteractive \
        apt-get install -y --no-install-recommends $missing
}

# build_native PRESET [TARGET...]
build_native() {
    local preset=$1
    shift
    [ -f "$build/$preset/build.ninja" ] ||
        quietly "configuring $preset" cmake -S "$top" --preset "$preset"
    quietly "building $preset" cmake --build "$build/$preset" ${*:+--target "$@"}
}

npm_packages() {
    [ "$top/node_modules/.package-lock.json" -nt "$top/package-lock.json" ] ||
        quietly 'installing npm packages' npm install --prefix "$top" --no-save --no-audit --no-fund \
            --loglevel=error  # not `npm ci`: it wants the optional packages of every platform
}

# The studio's page, build/studio-page; needs the native command for its sample shop.
build_studio() {
    build_web
    [ -f "$build/studio/build.ninja" ] ||
        quietly 'configuring the studio' emcmake cmake -S "$top" --preset studio
    quietly 'building the studio' cmake --build "$build/studio"
    local sample=$build/sample page=$build/studio-page newest
    [ "$sample/orders.csv" -nt "$build/release/goeswith" ] ||
        quietly 'inventing a sample shop' "$build/release/goeswith" simulate --products 300 \
            --orders 8000 --seed 7 -o "$sample"
    newest=$(find "$top/demo/studio" "$build/studio/studio.js" "$build/studio/studio.wasm" "$sample" \
        "$top/web/dist/goeswith.js" "$top/package-lock.json" -type f -newer "$page/index.html" \
        -print -quit 2>/dev/null || echo none)
    [ -f "$page/index.html" ] && [ -z "$newest" ] ||
        quietly 'building the studio page' node "$top/demo/studio/build.mjs"
}

build_web() {
    npm_packages
    [ -f "$build/wasm/build.ninja" ] ||
        quietly 'configuring wasm' emcmake cmake -S "$top" --preset wasm
    quietly 'building wasm' cmake --build "$build/wasm"
    local newest
    newest=$(find "$top/web" "$top/package-lock.json" "$build/wasm/storefront.js" \
        "$build/wasm/storefront_js.js" "$build/wasm/storefront.wasm" -path "$top/web/dist" -prune -o -type f \
        -newer "$top/web/dist/goeswith.js" -print -quit 2>/dev/null || echo none)
    [ -f "$top/web/dist/goeswith.js" ] && [ -z "$newest" ] ||
        quietly 'building web/dist' npm run --prefix "$top" build
}
