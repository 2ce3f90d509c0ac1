# Lathu: “make letters” builds the sample letters, “make test” runs every test. Both install the system
# packages they need first (Debian and its kin; as root or through sudo).

PREFIX ?= /usr/local
SECONDS ?= 600
DESTDIR ?=
SWIFT ?= swift

# What building needs, what testing needs besides, what measuring needs besides.
BUILD_PACKAGES := git pkg-config libicu-dev libexpat1-dev libstemmer-dev libcmark-gfm-dev \
	libcmark-gfm-extensions-dev libsqlite3-dev zlib1g-dev
# What PDF, DOCX and ODT need when letters are built: about 100 MB.
DOCUMENT_PACKAGES := pandoc weasyprint fonts-noto-core
TEST_PACKAGES := $(DOCUMENT_PACKAGES) gettext gzip libxml2-utils poppler-utils python3 python3-venv sqlite3 tidy unzip
BENCH_PACKAGES := $(DOCUMENT_PACKAGES) hyperfine libxml2-utils postgresql postgresql-contrib python3 python3-venv xz-utils

RELEASE_FLAGS := -c release --product lathu
# One file that runs without the toolchain's libraries, and starts faster. macOS has them in the system.
ifneq ($(shell uname -s),Darwin)
# lld also spares the warning that the older linkers give about a function in the static library itself.
RELEASE_FLAGS += --static-swift-stdlib -Xswiftc -use-ld=lld
endif

.DEFAULT_GOAL := help
.PHONY: help letters documents build test peers install uninstall bench fuzz format lint clean packages \
	test-packages bench-packages

help: ## List what can be made.
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | while IFS="$$(printf '\t')" read -r name text; do \
		printf '  make %-10s %s\n' "$$name" "$$text"; done

letters: build ## Build the sample project's letters into build/letters/.
	@.build/release/lathu build --output build/letters --allow-incomplete

documents: ## Install what letters in PDF, DOCX and ODT need.
	@$(call ensure,$(DOCUMENT_PACKAGES))

build: packages ## Build the program (release).
	@$(SWIFT) build $(RELEASE_FLAGS)

test: test-packages peers ## Run every test.
	@$(SWIFT) build --build-tests
	@$(SWIFT) test --skip-build

# Translate Toolkit (45 MB), once; without the network the tests that need it are skipped.
peers: test-packages
	@if [ ! -x .build/peers/bin/xliff2po ]; then \
		echo "make: installing Translate Toolkit into .build/peers"; \
		{ python3 -m venv .build/peers && .build/peers/bin/pip install --quiet --disable-pip-version-check \
			'translate-toolkit>=3,<4'; } || \
		{ rm -rf .build/peers; echo "make: it could not be installed; its tests will be skipped" >&2; }; fi

install: build ## Install the program under PREFIX (default: /usr/local).
	install -d '$(DESTDIR)$(PREFIX)/bin'
	install -m 755 .build/release/lathu '$(DESTDIR)$(PREFIX)/bin/lathu'

uninstall: ## Remove the installed program.
	rm -f '$(DESTDIR)$(PREFIX)/bin/lathu'

fuzz: packages ## Feed the readers with made-up bytes for SECONDS (600): see Fuzz/fuzz.
	@Fuzz/fuzz $(SECONDS)

bench: build bench-packages ## Measure; see Benchmarks/README.md.
	@Benchmarks/startup
	@Benchmarks/build
	@Benchmarks/documents
	@Benchmarks/pages
	@Benchmarks/memory
	@Benchmarks/search
	@Benchmarks/equality
	@Benchmarks/kill
	@Benchmarks/orthography
	@Benchmarks/segmentation
	@Benchmarks/terms
	@Benchmarks/interchange
	@Benchmarks/conformance
	@Benchmarks/checks
	@Benchmarks/alignment
	@Benchmarks/peers
	@Benchmarks/omegat

format: ## Lay out the sources.
	@$(SWIFT) format format --in-place --recursive Sources Tests Benchmarks/Sources Fuzz/Sources Package.swift

lint: ## Check the layout of the sources.
	@$(SWIFT) format lint --strict --recursive Sources Tests Benchmarks/Sources Fuzz/Sources Package.swift

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
			echo "make: on macOS (untested): brew install icu4c expat snowball cmark-gfm sqlite gettext pkg-config zlib"; exit 0; fi; \
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
