# governance: the rules of Swedish municipal committees, enforced in the database.
#
#   make                  build the library and the extension's script
#   make install          install both into the server that PG_CONFIG names
#   make WERROR=1         the same, every warning an error (as ./check does)

EXTENSION = governance
EXTVERSION = 0.2.0
MODULE_big = governance
PGFILEDESC = "governance - rules of Swedish municipal committees"

OBJS = $(patsubst %.c,%.o,$(sort $(wildcard src/*.c src/*/*.c)))

PG_CPPFLAGS = -I$(srcdir)/src -DGOVERNANCE_VERSION='"$(EXTVERSION)"'
PG_CFLAGS = -Wall -Wextra -Wno-unused-parameter -Wno-sign-compare \
	-Wno-missing-field-initializers $(if $(WERROR),-Werror) \
	-fno-semantic-interposition
# what the library calls in itself is its own
SHLIB_LINK = $(if $(filter linux,$(PORTNAME)),-Wl$(comma)-Bsymbolic)
comma = ,

# The extension's script is made of one file a subject, in the order of their
# numbers.  The DDL of a registry and the ready regulations are embedded in it
# (see sql/embed): nothing is read from a file when a user calls a function.
# From each release a script leads to this version; the scripts of releases are
# kept as they were built.
SCRIPT = sql/governance--$(EXTVERSION).sql
PARTS = $(sort $(wildcard sql/extension/*.sql))
EMBEDDED = $(sort $(wildcard sql/registry/*/*.sql sql/regulation/* sql/upgrade/*/*.sql))
RELEASES = $(sort $(wildcard sql/releases/governance--*.sql))
UPGRADES = $(patsubst sql/releases/%.sql,sql/%--$(EXTVERSION).sql,$(RELEASES))

DATA = $(RELEASES)
DATA_built = $(SCRIPT) $(UPGRADES)
EXTRA_CLEAN = $(SCRIPT) $(UPGRADES) test/results po/*.mo

PG_CONFIG ?= pg_config
PGXS := $(shell $(PG_CONFIG) --pgxs)
include $(PGXS)

$(SCRIPT): $(PARTS) $(EMBEDDED) sql/embed Makefile
	sql/embed $(PARTS) >$@.tmp && mv $@.tmp $@

$(UPGRADES): sql/governance--%--$(EXTVERSION).sql: $(PARTS) $(EMBEDDED) sql/embed Makefile
	sql/embed --from $* $(PARTS) >$@.tmp && mv $@.tmp $@

# Messages in other languages than English: one catalogue for both libraries, by
# the name that PG_TEXTDOMAIN gives it.  PostgreSQL's own rules for that (nls.mk)
# differ between versions, and fail where there is no msgfmt.
ifeq ($(enable_nls), yes)
ifneq ($(shell command -v msgfmt),)
CATALOGUES = $(patsubst %.po,%.mo,$(sort $(wildcard po/*.po)))
else
$(warning msgfmt (gettext) is not here: messages will be in English only)
endif
endif
catalogue_dir = $(DESTDIR)$(localedir)/$(basename $(notdir $(1)))/LC_MESSAGES
catalogue = governance-$(MAJORVERSION).mo

po/%.mo: po/%.po
	msgfmt -o $@ $<
all: $(CATALOGUES)
install: install-po
uninstall: uninstall-po
install-po: $(CATALOGUES)
	$(foreach mo,$(CATALOGUES),$(MKDIR_P) '$(call catalogue_dir,$(mo))' && \
		$(INSTALL_DATA) $(mo) '$(call catalogue_dir,$(mo))/$(catalogue)' &&) true
uninstall-po:
	$(foreach mo,$(CATALOGUES),rm -f '$(call catalogue_dir,$(mo))/$(catalogue)' &&) true

# Delivery is a library of its own (see delivery/).
all: all-delivery
install: install-delivery
uninstall: uninstall-delivery
clean distclean: clean-delivery
%-delivery:
	$(MAKE) -C delivery $* PG_CONFIG=$(PG_CONFIG) EXTVERSION=$(EXTVERSION) $(if $(WERROR),WERROR=1)

# Every object depends on every header: the headers are few, and a stale
# object costs more than a second of compiling.  The version stands in the
# Makefile.
$(OBJS): $(wildcard src/*.h src/*/*.h) Makefile
