# make run · build · test · soak · fuzz · lint · docs · pictures · bench · deb · clean
#      install · uninstall PREFIX= DESTDIR=
# A fresh Debian machine needs Swift 6.1 or later and this file; what else is missing is installed.

SHELL := /bin/bash
PREFIX ?= /usr/local
BRIEFS ?= docs/examples
# How many briefs the library has that `make bench` makes: the 100,000 take a quarter of an hour.
LIBRARY_BRIEFS ?= 100000
PROGRAM := .build/release/broadsheet

# What the program is made of, what the scripts that drive it run with, and what its tests run beside.
PACKAGES := libncurses-dev libmd4c-dev libmd4c-html0-dev libicu-dev libpsl-dev libidn2-dev libunistring-dev \
  libsodium-dev libsqlite3-dev zlib1g-dev
SCRIPT_PACKAGES := python3 python3-pyte
TEST_PACKAGES := $(SCRIPT_PACKAGES) openssh-server openssh-client tmux screen strace unicode-data

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

# What a target needs comes one after the other, also with -j: `install` places what `build` has made.
.NOTPARALLEL:
.PHONY: run build archives test soak fuzz lint docs pictures bench install place uninstall deb \
  clean packages script-packages test-packages deb-packages

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
test: test-packages
	$(BUILD) --build-tests
	swift test --skip-build --skip '^(TerminalTests|PtyTests)\.'
	swift test --skip-build --filter '^(TerminalTests|PtyTests)\.'
	python3 Tests/Faults/faults.py .build/debug/broadsheet
	python3 Tests/Line/line.py .build/debug/broadsheet
	python3 Tests/Line/alignment.py .build/debug/TerminalProbe
	python3 Tests/Line/margins.py .build/debug/broadsheet
	python3 Tests/Line/in_tmux.py .build/debug/broadsheet
	python3 Tests/Pictures/pictures.py .build/debug/broadsheet --check
	python3 Tests/Packaging/placing.py .build/debug/broadsheet
	python3 Tests/Packaging/making.py
	python3 Tests/Ssh/ssh.py .build/debug/broadsheet

# The same faults, as often as one would rather not wait for.
soak: test-packages build
	python3 Tests/Faults/faults.py $(PROGRAM) --rounds 200 --files 10000
	python3 Tests/Line/line.py $(PROGRAM)
	python3 Tests/Line/margins.py $(PROGRAM) --keys 2000
	$(BUILD) --product TerminalProbe
	python3 Tests/Line/alignment.py .build/debug/TerminalProbe --all

# Each target for so many seconds; leaks are not looked for, as the TOML library leaves its errors. What is fed lies below .build/fuzz, and what broke it too; a target is
# fed with one file again by `.build/fuzz/release/Fuzzer TARGET FILE`.
FUZZ_SECONDS ?= 600
FUZZ_TARGETS ?= brief text frame keys query settings theme state command
FUZZING := -Xswiftc -sanitize=address,fuzzer -Xswiftc -DFUZZING -Xswiftc -enable-testing \
  -Xswiftc -use-ld=lld -Xlinker -z -Xlinker nostart-stop-gc

fuzz: packages
	@$(BUILD) -c release --scratch-path .build/fuzz --product Fuzzer $(FUZZING) >&2
	@for t in $(FUZZ_TARGETS); do \
	  ASAN_OPTIONS=detect_leaks=0 nice -n 19 .build/fuzz/release/Fuzzer $$t .build/fuzz/fed-$$t \
	    -artifact_prefix=.build/fuzz/broke-$$t- -max_total_time=$(FUZZ_SECONDS) -max_len=4096 \
	    -timeout=20 -rss_limit_mb=2048 -print_final_stats=1 || exit 1; done

lint: script-packages
	swift format lint --strict --recursive Sources Tests Package.swift
	python3 Tests/Documentation/check.py

docs: packages
	$(BUILD) --build-tests
	BROADSHEET_RECORD=1 swift test --skip-build --filter 'DocumentationTests|ManualTests|CompiledThemesTests' || true

# The pictures of the documentation and the screen of README.md, from the program; NAMES= makes some of them.
pictures: script-packages build
	@python3 Tests/Pictures/pictures.py $(PROGRAM) $(NAMES)

bench: script-packages build
	@$(BUILD) $(RELEASE) $(LINK) --product ParseBenchmark >&2
	@python3 Tests/Benchmarks/bench.py $(PROGRAM) --parser .build/release/ParseBenchmark
	@python3 Tests/Benchmarks/traps.py $(PROGRAM)
	@python3 Tests/Benchmarks/library.py $(PROGRAM) --briefs $(LIBRARY_BRIEFS)

install: build place

# What `place` puts below the prefix, and `uninstall` takes away again.
ZSH ?= share/zsh/site-functions
UNITS ?= share/systemd/user
DOC := share/doc/broadsheet
PAGES := $(wildcard docs/*.md docs/*.service docs/pictures/*.svg docs/examples/*.md)
PLACED = bin/broadsheet share/man/man1/broadsheet.1 $(UNITS)/broadsheet-index.service \
  share/bash-completion/completions/broadsheet $(ZSH)/_broadsheet \
  share/fish/vendor_completions.d/broadsheet.fish \
  $(patsubst Themes/%,share/broadsheet/themes/%,$(wildcard Themes/*.toml)) \
  $(patsubst docs/%,$(DOC)/%,$(PAGES))
OWN_FOLDERS := share/broadsheet/themes share/broadsheet $(DOC)/pictures $(DOC)/examples $(DOC)
# Empty, the program keeps its symbols.
STRIP ?= -s

# Names below the prefix, each quoted, as a folder's may have a space.
below = $(foreach name,$(1),"$(DESTDIR)$(PREFIX)/$(name)")

# All of it is for every user, whatever is masked for the files of who installs.
place:
	install -D $(STRIP) -m 755 "$(PROGRAM)" $(call below,bin/broadsheet)
	install -D -m 644 docs/broadsheet.1 $(call below,share/man/man1/broadsheet.1)
	install -d $(call below,$(OWN_FOLDERS) $(ZSH) $(UNITS) share/bash-completion/completions \
	  share/fish/vendor_completions.d)
	install -m 644 Themes/*.toml $(call below,share/broadsheet/themes)
	for f in $(PAGES:docs/%=%); do install -m 644 docs/$$f $(call below,$(DOC))/$$f || exit 1; done
	umask 022; bin=$(PREFIX)/bin; sed "s|@BINDIR@|$$bin|" .packaging/broadsheet-index.service \
	  >$(call below,$(UNITS)/broadsheet-index.service)
	umask 022; p=$(abspath $(PROGRAM)); cd "$(DESTDIR)$(PREFIX)" && \
	  $$p --generate-completion-script bash >share/bash-completion/completions/broadsheet && \
	  $$p --generate-completion-script zsh >$(ZSH)/_broadsheet && \
	  $$p --generate-completion-script fish >share/fish/vendor_completions.d/broadsheet.fish

# Folders that are not ours alone stay.
uninstall:
	rm -f $(call below,$(PLACED))
	for d in $(call below,$(OWN_FOLDERS)); do \
	  [ ! -d "$$d" ] || rmdir --ignore-fail-on-non-empty "$$d"; done

# A package for the Debian that it is built on. Its C libraries are that Debian's own, which mends
# them; the Swift libraries are in the program, as Debian has none.
VERSION := $(shell sed -n 's/.*static let version = "\(.*\)"/\1/p' Sources/broadsheet/Program.swift)
MAINTAINER ?= The Broadsheet founders <broadsheet@localhost>
deb: STATIC :=
deb: deb-packages build
	@rm -rf .build/deb && mkdir -p .build/deb/broadsheet-$(VERSION)
	@cp -r .packaging/debian .build/deb/broadsheet-$(VERSION)
	@cd .build/deb/broadsheet-$(VERSION)/debian && \
	  sed -i 's|The Broadsheet founders <.*>|$(MAINTAINER)|' control changelog && \
	  grep -q '^broadsheet ($(VERSION)) ' changelog || \
	  { echo ".packaging/debian/changelog has no $(VERSION); add what is new" >&2; exit 1; }
	cd .build/deb/broadsheet-$(VERSION) && SOURCES=$(CURDIR) dpkg-buildpackage -b -us -uc
	@ls .build/deb/*.deb

clean:
	rm -rf .build

packages: NEEDED := $(PACKAGES)
script-packages: NEEDED := $(PACKAGES) $(SCRIPT_PACKAGES)
test-packages: NEEDED := $(PACKAGES) $(TEST_PACKAGES)
deb-packages: NEEDED := $(PACKAGES) debhelper
packages script-packages test-packages deb-packages:
	@missing=$$(for p in $(NEEDED); do \
	  dpkg-query -W -f '$${Status}' $$p 2>/dev/null | grep -q 'ok installed' || echo -n "$$p "; done); \
	  [ -z "$$missing" ] || { \
	  echo "Installing what is missing: $$missing" && $(SUDO) apt-get update -qq && \
	  $(SUDO) apt-get install -y -qq --no-install-recommends $$missing; } >&2 </dev/null
