# Lathu: “make letters” builds the sample letters, “make test” runs every test. Both install the system
# packages they need first (Debian and its kin; as root or through sudo).

PREFIX ?= /usr/local
DESTDIR ?=
SWIFT ?= swift

# What building needs, what testing needs besides, what measuring needs besides.
BUILD_PACKAGES := git pkg-config libicu-dev libexpat1-dev libstemmer-dev libcmark-gfm-dev \
	libcmark-gfm-extensions-dev libsqlite3-dev
TEST_PACKAGES := gettext gzip libxml2-utils sqlite3
BENCH_PACKAGES := hyperfine postgresql postgresql-contrib python3 python3-venv xz-utils

RELEASE_FLAGS := -c release --product lathu
# One file that runs without the toolchain's libraries, and starts faster. macOS has them in the system.
ifneq ($(shell uname -s),Darwin)
# lld also spares the warning that the older linkers give about a function in the static library itself.
RELEASE_FLAGS += --static-swift-stdlib -Xswiftc -use-ld=lld
endif

.DEFAULT_GOAL := help
.PHONY: help letters build test install uninstall bench format lint clean packages test-packages bench-packages

help: ## List what can be made.
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | while IFS="$$(printf '\t')" read -r name text; do \
		printf '  make %-10s %s\n' "$$name" "$$text"; done

letters: build ## Build the sample project's letters into build/letters/.
	@.build/release/lathu build --output build/letters --allow-incomplete

build: packages ## Build the program (release).
	@$(SWIFT) build $(RELEASE_FLAGS)

test: test-packages ## Run every test.
	@$(SWIFT) build --build-tests
	@$(SWIFT) test --skip-build

install: build ## Install the program under PREFIX (default: /usr/local).
	install -d '$(DESTDIR)$(PREFIX)/bin'
	install -m 755 .build/release/lathu '$(DESTDIR)$(PREFIX)/bin/lathu'

uninstall: ## Remove the installed program.
	rm -f '$(DESTDIR)$(PREFIX)/bin/lathu'

bench: build bench-packages ## Measure; see Benchmarks/README.md.
	@Benchmarks/startup
	@Benchmarks/memory
	@Benchmarks/search
	@Benchmarks/equality
	@Benchmarks/kill
	@Benchmarks/orthography
	@Benchmarks/segmentation
	@Benchmarks/alignment
	@Benchmarks/peers

format: ## Lay out the sources.
	@$(SWIFT) format format --in-place --recursive Sources Tests Package.swift

lint: ## Check the layout of the sources.
	@$(SWIFT) format lint --strict --recursive Sources Tests Package.swift

clean: ## Remove what was built.
	rm -rf .build build

packages: ; @$(call ensure,$(BUILD_PACKAGES))
test-packages: ; @$(call ensure,$(BUILD_PACKAGES) $(TEST_PACKAGES))
bench-packages: ; @$(call ensure,$(BENCH_PACKAGES))

# Installs what is missing of a list of Debian packages, saying so; elsewhere says what to install.
define ensure
	if ! command -v $(SWIFT) >/dev/null; then \
		echo "make: the Swift toolchain is missing; install Swift 6.3 from https://www.swift.org/install" >&2; exit 1; fi; \
	if ! command -v dpkg-query >/dev/null; then \
		if [ "$$(uname -s)" = Darwin ]; then \
			echo "make: on macOS (untested): brew install icu4c expat snowball cmark-gfm sqlite gettext pkg-config"; exit 0; fi; \
		echo "make: not a Debian system; make sure that the equivalents of these are there: $(1)"; exit 0; fi; \
	missing=""; \
	for package in $(1); do \
		dpkg-query -W -f '$${Status}' "$$package" 2>/dev/null | grep -q 'ok installed' || missing="$$missing $$package"; \
	done; \
	if [ -z "$$missing" ]; then exit 0; fi; \
	if [ "$$(id -u)" = 0 ]; then as_root=""; \
	elif command -v sudo >/dev/null; then as_root="sudo"; \
	else echo "make: missing packages, and neither root nor sudo to install them:$$missing" >&2; \
		echo "make: ask an administrator to run: apt-get install$$missing" >&2; exit 1; fi; \
	echo "make: installing$$missing"; \
	$$as_root apt-get update -qq && \
	$$as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $$missing >/dev/null || \
	{ echo "make: these packages could not be installed:$$missing" >&2; \
		echo "make: install them by hand: apt-get install$$missing" >&2; exit 1; }
endef
