# make run · build · test · soak · lint · docs · pictures · bench · install PREFIX= DESTDIR= · clean
# A fresh Debian machine needs Swift 6.1 or later and this file; what else is missing is installed.

SHELL := /bin/bash
PREFIX ?= /usr/local
BRIEFS ?= docs/examples
# How many briefs the library has that `make bench` makes: the 100,000 take a quarter of an hour.
LIBRARY_BRIEFS ?= 100000
PROGRAM := .build/release/broadsheet

# What the program is made of, then what its tests run with.
PACKAGES := libncurses-dev libmd4c-dev libmd4c-html0-dev libicu-dev libpsl-dev libidn2-dev libunistring-dev \
  libsodium-dev libsqlite3-dev zlib1g-dev
TEST_PACKAGES := python3 python3-pyte

# An import that Package.swift does not declare fails the build.
BUILD := swift build --explicit-target-dependency-import-check error
# The Swift libraries go into the program: it starts in half the time and runs where Swift is not.
# Then nothing is to be looked for in the program's own folder.
RELEASE := -c release --static-swift-stdlib --disable-local-rpath
# So do the C libraries that have an archive; loading them took a sixth of the time to the first paint.
# A folder with nothing but their archives is where the linker looks first. STATIC= leaves them shared.
STATIC ?= ncursesw tinfo sqlite3 sodium z psl idn2 unistring icuuc icudata stdc++
ARCHIVES := .build/archives
LINK = $(if $(STATIC),-Xlinker -L$(ARCHIVES) -Xlinker -lidn2 -Xlinker -lunistring -Xlinker -licudata)

SUDO := $(if $(filter 0,$(shell id -u)),,sudo)
MISSING := $(shell for p in $(PACKAGES) $(TEST_PACKAGES); do \
	dpkg-query -W -f '$${Status}' $$p 2>/dev/null | grep -q 'ok installed' || echo $$p; done)

.PHONY: run build archives test soak lint docs pictures bench install clean packages

run: build
	@$(PROGRAM) $(BRIEFS)

# All that is said goes to standard error, so that the output of `make run` is the brief alone.
build: packages archives
	@$(BUILD) $(RELEASE) $(LINK) --product broadsheet >&2

archives: packages
	@rm -rf $(ARCHIVES) && mkdir -p $(ARCHIVES)
	@for l in $(STATIC); do f=$$(clang -print-file-name=lib$$l.a); \
	  case $$f in /*) ln -s $$f $(ARCHIVES)/ ;; esac; done

# What is driven on a terminal comes by itself: beside the rest it would wait for a processor.
test: packages
	$(BUILD) --build-tests
	swift test --skip-build --skip '^(TerminalTests|PtyTests)\.'
	swift test --skip-build --filter '^(TerminalTests|PtyTests)\.'
	python3 Tests/Faults/faults.py .build/debug/broadsheet

# The same faults, as often as one would rather not wait for.
soak: build
	python3 Tests/Faults/faults.py $(PROGRAM) --rounds 200 --files 10000

lint: packages
	swift format lint --strict --recursive Sources Tests Package.swift
	python3 Tests/Documentation/check.py

docs: packages
	$(BUILD) --build-tests
	BROADSHEET_RECORD=1 swift test --skip-build --filter 'DocumentationTests|CompiledThemesTests' || true

# The pictures of the documentation, from the program; NAMES= makes some of them.
pictures: build
	@python3 Tests/Pictures/pictures.py $(PROGRAM) $(NAMES)

bench: build
	@$(BUILD) $(RELEASE) $(LINK) --product ParseBenchmark >&2
	@python3 Tests/Benchmarks/bench.py $(PROGRAM) --parser .build/release/ParseBenchmark
	@python3 Tests/Benchmarks/traps.py $(PROGRAM)
	@python3 Tests/Benchmarks/library.py $(PROGRAM) --briefs $(LIBRARY_BRIEFS)

install: build
	install -D -s -m 755 $(PROGRAM) $(DESTDIR)$(PREFIX)/bin/broadsheet
	install -D -m 644 docs/broadsheet.1 $(DESTDIR)$(PREFIX)/share/man/man1/broadsheet.1
	install -d $(DESTDIR)$(PREFIX)/share/broadsheet/themes
	install -m 644 Themes/*.toml $(DESTDIR)$(PREFIX)/share/broadsheet/themes
	install -d $(DESTDIR)$(PREFIX)/share/{bash-completion/completions,zsh/site-functions,fish/vendor_completions.d}
	cd $(DESTDIR)$(PREFIX)/share && p=$(abspath $(PROGRAM)) && \
	  $$p --generate-completion-script bash >bash-completion/completions/broadsheet && \
	  $$p --generate-completion-script zsh >zsh/site-functions/_broadsheet && \
	  $$p --generate-completion-script fish >fish/vendor_completions.d/broadsheet.fish

clean:
	rm -rf .build

packages:
ifneq ($(strip $(MISSING)),)
	@echo "Installing what is missing: $(MISSING)" >&2
	@{ $(SUDO) apt-get update -qq && \
	   $(SUDO) apt-get install -y -qq --no-install-recommends $(MISSING); } >&2 </dev/null
endif
