# Ytterby. `make help` lists the targets.
#
# The layers, lowest first: each is one static library and may include and
# link only what stands before it (see src/README.md).
LAYERS := base table series expression scene grammar plot chart document page export deliver \
    archive cli

PREFIX ?= /usr/local
BUILD ?= out/build
VARIANT ?= release
OUT := $(BUILD)/$(VARIANT)

# Debian packages, by what needs them. The build itself installs what is missing.
BUILD_PACKAGES := gcc libc6-dev libstdc++-12-dev pkg-config libcsv-dev zlib1g-dev \
    libzstd-dev libjansson-dev libyaml-dev libmd4c-dev libcairo2-dev libpango1.0-dev \
    libhpdf-dev libjpeg62-turbo-dev libpng-dev libqpdf-dev libgnutls28-dev libgmime-3.0-dev \
    libcurl4-openssl-dev libsqlite3-dev libarchive-dev nettle-dev fontconfig fonts-paratype \
    fonts-roboto-unhinted fonts-liberation2 hyphen-en-gb hyphen-de hyphen-fr
TEST_PACKAGES := libcmocka-dev qpdf poppler-utils python3 openssl libdb5.3 \
    libevent-2.1-7 libgnutls-dane0 libicu72 libidn12 libnsl2 libpcre2-8-0 minisign netbase \
    fonts-noto-core
CROSS_PACKAGES := gcc-aarch64-linux-gnu libc6-dev-arm64-cross qemu-user
LINT_PACKAGES := git clang-format clang-tidy clang libclang-rt-14-dev

LIBRARIES := zlib libzstd jansson yaml-0.1 md4c pango harfbuzz harfbuzz-subset fontconfig \
    freetype2 libpng nettle

# Linked statically: to resolve their symbols, and to load the windowing libraries that come
# with Cairo's shared one, would take a third of the time that the program needs to start.
STATIC_LIBRARIES := libqpdf cairo
STATIC_LIBS := -Wl,-Bstatic -lqpdf -lcairo -lpixman-1 -Wl,-Bdynamic -lgnutls -ljpeg -lpng \
    -l:libstdc++.a

# Mailing and archives load these when they start (include/base/library.h): only their headers are used.
HEADER_LIBRARIES := gmime-3.0 libcurl sqlite3 libarchive

CFLAGS ?= -O2 -g
WARNINGS := -Wall -Wextra -Wshadow -Wundef -Wwrite-strings -Wstrict-prototypes \
    -Wmissing-prototypes -Wdouble-promotion -Wformat=2 -Wconversion -Wvla -Wcast-qual
ifdef WERROR
WARNINGS += -Werror
endif
ifeq ($(VARIANT),sanitize)
SANITIZE := -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer
endif

ifeq ($(VARIANT),fuzz)
override CC := clang
WARNINGS := # gcc's list is for gcc
SANITIZE := -fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-recover=all
endif

# Asked only once the packages are there.
PKG_CFLAGS = $(eval PKG_CFLAGS := $$(shell pkg-config --cflags $(LIBRARIES) \
    $(STATIC_LIBRARIES) $(HEADER_LIBRARIES) \
    | sed 's/-I/-isystem /g'))$(PKG_CFLAGS)
PKG_LIBS = $(eval PKG_LIBS := $$(shell pkg-config --libs $(LIBRARIES)))$(PKG_LIBS)

COMPILE = $(CC) -std=c11 -D_GNU_SOURCE -Iinclude $(PKG_CFLAGS) $(WARNINGS) $(SANITIZE) \
    $(CFLAGS) $(CPPFLAGS) -MMD -MP
LINK = $(CC) $(SANITIZE) $(CFLAGS) $(LDFLAGS)
LINK_LIBS = $(STATIC_LIBS) -lcsv -lhpdf $(PKG_LIBS) -lm

sources = $(wildcard src/$(1)/*.c)
objects = $(patsubst src/%.c,$(OUT)/%.o,$(call sources,$(1)))
library = $(OUT)/lib$(1).a
# A layer and those below it, in the order in which a linker wants them.
reverse = $(if $(1),$(call reverse,$(wordlist 2,$(words $(1)),$(1))) $(firstword $(1)))
up_to = $(call up_to_in,$(1),$(LAYERS))
up_to_in = $(firstword $(2)) $(if $(filter $(1),$(firstword $(2))),,$(call \
    up_to_in,$(1),$(wordlist 2,$(words $(2)),$(2))))
libraries_up_to = $(foreach layer,$(call reverse,$(call up_to,$(1))),$(call library,$(layer)))

PROGRAM := $(if $(filter release,$(VARIANT)),out/bin/ytterby,$(OUT)/ytterby)
FUZZERS := $(patsubst tests/fuzz/%.c,$(OUT)/fuzz/%,$(wildcard tests/fuzz/fuzz_*.c))
UNIT_TESTS := $(patsubst tests/unit/%.c,$(OUT)/unit/%,$(wildcard tests/unit/*/test_*.c)) \
    $(OUT)/unit/mail/test_servers
# Mail servers for the tests, unpacked there and not installed.
export MAIL_SERVERS := $(abspath $(BUILD)/mail-servers)

.PHONY: all
all: $(PROGRAM) ## build the program, out/bin/ytterby

.PHONY: demo
demo: all ## make the flagship briefings, October and December 2025, the latter in German too
	@$(PROGRAM) build templates/rare-earths/briefing.md --period 2025-10 \
	    --as-of 2025-11-20 -o out
	@$(PROGRAM) build templates/rare-earths/briefing.md --period 2025-12 \
	    --as-of 2026-01-20 -o out
	@$(PROGRAM) build templates/rare-earths/briefing.md --period 2025-12 \
	    --as-of 2026-01-20 --lang de -o out

.PHONY: gallery
gallery: all ## make out/gallery: every chart with its specification, and beside Vega-Lite
	@tests/gallery/make.sh $(PROGRAM) out/gallery

.PHONY: conformance
conformance: all ## compare where marks stand with Vega, on Vega-Lite's examples (needs npm)
	@tests/conformance/run.sh $(PROGRAM) $(BUILD)/conformance || [ $$? -eq 77 ]

.PHONY: test
test: $(BUILD)/test-packages $(PROGRAM) $(UNIT_TESTS) ## run all tests
	@tests/run.sh $(PROGRAM) $(UNIT_TESTS)

.PHONY: kill
kill: $(BUILD)/test-packages all ## kill senders and archivers at random moments, and count
	@YTTERBY=$(abspath $(PROGRAM)) tests/mail/kill.py --kills 250
	@YTTERBY=$(abspath $(PROGRAM)) tests/mail/kill.py --kills 250 --senders 2 --seed 2
	@YTTERBY=$(abspath $(PROGRAM)) tests/archive/kill.py --kills 500

.PHONY: sanitize
sanitize: ## run all tests under the address and undefined-behaviour sanitizers
	@$(MAKE) --no-print-directory VARIANT=sanitize CFLAGS="-O1 -g" test

.PHONY: fuzz
fuzz: $(BUILD)/lint-packages ## run each fuzzer for SECONDS=60
	@$(MAKE) --no-print-directory VARIANT=fuzz CFLAGS="-O1 -g" run-fuzzers

.PHONY: run-fuzzers
run-fuzzers: $(FUZZERS)
	@for fuzzer in $(FUZZERS); do \
	    folder=$(OUT)/corpus/$$(basename $$fuzzer); mkdir -p $$folder; \
	    $$fuzzer -max_total_time=$(or $(SECONDS),60) -print_final_stats=1 $$folder \
	        tests/fuzz/corpus/$${fuzzer##*/fuzz_} 2>&1 | tail -n 12 || exit 1; \
	done

.PHONY: cross
cross: $(BUILD)/cross-packages ## test the scanner as ARM, which has NEON, on any machine
	@tests/cross.sh $(BUILD)/cross

.PHONY: lint
lint: $(BUILD)/lint-packages ## check format, names, layers and what clang-tidy finds
	@tests/lint/run.sh "$(LAYERS)" $(BUILD) $(COMPILE)

.PHONY: format
format: $(BUILD)/lint-packages ## lay out the sources as .clang-format says
	@clang-format -i $$(git ls-files 'src/*.c' 'include/*.h' 'tests/*.c' 'tests/*.h')

.PHONY: bench
bench: $(BUILD)/test-packages all ## time the flagship, large files, tables, charts, findings, sending
	@tests/bench/run.sh $(PROGRAM)
	@tests/bench/scan.sh $(PROGRAM) $(OUT)
	@tests/bench/findings.sh $(OUT)
	@tests/bench/table.py $(PROGRAM)
	@tests/bench/charts.sh $(PROGRAM)
	@$(MAKE) --no-print-directory benchmail

.PHONY: benchmail
benchmail: $(BUILD)/test-packages all ## time sending to a local sink, and its memory
	@tests/bench/mail.py $(PROGRAM)

.PHONY: install
install: all ## install under DESTDIR and PREFIX
	install -d $(DESTDIR)$(PREFIX)/bin $(DESTDIR)$(PREFIX)/share/man/man1 \
	    $(DESTDIR)$(PREFIX)/share/ytterby/themes $(DESTDIR)$(PREFIX)/share/ytterby/profiles \
	    $(DESTDIR)$(PREFIX)/share/ytterby/maps $(DESTDIR)$(PREFIX)/share/ytterby/looks \
	    $(DESTDIR)$(PREFIX)/share/ytterby/schema
	install -m 755 $(PROGRAM) $(DESTDIR)$(PREFIX)/bin/ytterby
	install -m 644 src/cli/ytterby.1 $(DESTDIR)$(PREFIX)/share/man/man1/ytterby.1
	install -m 644 templates/themes/*.yaml $(DESTDIR)$(PREFIX)/share/ytterby/themes
	install -m 644 templates/profiles/*.yaml $(DESTDIR)$(PREFIX)/share/ytterby/profiles
	install -d $(DESTDIR)$(PREFIX)/share/ytterby/units
	install -m 644 templates/units/* $(DESTDIR)$(PREFIX)/share/ytterby/units
	install -m 644 templates/looks/*.yaml $(DESTDIR)$(PREFIX)/share/ytterby/looks
	install -m 644 templates/schema/*.json $(DESTDIR)$(PREFIX)/share/ytterby/schema
	install -m 644 templates/maps/*.json templates/maps/*.csv $(DESTDIR)$(PREFIX)/share/ytterby/maps

.PHONY: clean
clean: ## remove what was built
	rm -rf out/bin out/gallery $(BUILD) out/*.pdf out/*.trace.json out/*.html

.PHONY: help
help: ## list the targets
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 18

# --- packages ------------------------------------------------------------------------

# Installs the packages that are missing; says how where there is no right to.
define install_packages
	@missing=$$(for p in $(1); do dpkg-query -W -f '$${db:Status-Abbrev}' $$p 2>/dev/null \
	    | grep -q '^ii' || echo $$p; done); \
	if [ -n "$$missing" ]; then \
	    root=; [ "$$(id -u)" = 0 ] || root=sudo; \
	    echo "installing:" $$missing; \
	    { $$root apt-get update -qq && DEBIAN_FRONTEND=noninteractive $$root apt-get \
	        install -y -qq --no-install-recommends $$missing >/dev/null; } || \
	    { echo "please install:" $$missing >&2; exit 1; }; \
	fi
	@mkdir -p $(@D) && touch $@
endef

$(BUILD)/build-packages: Makefile
	$(call install_packages,$(BUILD_PACKAGES))

# Where the servers cannot be fetched, the tests that need them are skipped and say so.
$(BUILD)/test-packages: Makefile tests/mail/fetch.sh
	$(call install_packages,$(BUILD_PACKAGES) $(TEST_PACKAGES))
	@tests/mail/fetch.sh $(MAIL_SERVERS) || \
	    echo "mail servers: not to be had; tests/mail/fetch.sh $(MAIL_SERVERS) fetches them" >&2

$(BUILD)/lint-packages: Makefile
	$(call install_packages,$(BUILD_PACKAGES) $(TEST_PACKAGES) $(LINT_PACKAGES))

$(BUILD)/cross-packages: Makefile
	$(call install_packages,$(CROSS_PACKAGES))

# --- program and libraries --------------------------------------------------------------

$(OUT)/%.o: src/%.c Makefile | $(BUILD)/build-packages
	@mkdir -p $(@D)
	@echo "  CC $<"
	@$(COMPILE) -c -o $@ $<

define layer_library
$(call library,$(1)): $(call objects,$(1))
	@rm -f $$@
	@ar rcs $$@ $$^
endef
$(foreach layer,$(LAYERS),$(eval $(call layer_library,$(layer))))

$(PROGRAM): $(OUT)/main.o $(call libraries_up_to,cli)
	@mkdir -p $(@D)
	@echo "  LD $@"
	@$(LINK) -o $@ $^ $(LINK_LIBS)

# A unit test links its layer and those below: an upward call does not link.
define layer_tests
$(OUT)/unit/$(1)/%: tests/unit/$(1)/%.c $(call libraries_up_to,$(1)) | $(BUILD)/test-packages
	@mkdir -p $$(@D)
	@echo "  CC $$<"
	@$$(COMPILE) -Itests/support -o $$@ $$< $(call libraries_up_to,$(1)) -lcmocka \
	    $$(LINK_LIBS)
endef
$(foreach layer,$(LAYERS),$(eval $(call layer_tests,$(layer))))

$(OUT)/unit/mail/%: tests/mail/%.py | $(BUILD)/test-packages
	@mkdir -p $(@D)
	@install -m 755 $< $@

$(OUT)/fuzz/%: tests/fuzz/%.c $(call libraries_up_to,document)
	@mkdir -p $(@D)
	@echo "  CC $<"
	@$(COMPILE) -fsanitize=fuzzer -Itests/support -o $@ $< \
	    $(call libraries_up_to,document) $(LINK_LIBS)

-include $(shell find $(OUT) -name '*.d' 2>/dev/null)
