# Community Brain. `make help` lists the targets; each can be repeated and interrupted.

SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DELETE_ON_ERROR:
.DEFAULT_GOAL := help
MAKEFLAGS += --no-print-directory --silent

export PYTHONSAFEPATH := 1
export PYTHONUTF8 := 1
export PIP_DISABLE_PIP_VERSION_CHECK := 1

PYTHON := /usr/bin/python3
VENV := .venv/bin
POST ?= dispatcher
LANGUAGE ?=
DATA ?=
ONLY ?=
# Processes that share the tests, each with a cluster of its own: half of the time is waiting for servers and windows.
WORKERS ?= 2
# Where `make matrix` keeps the other Debian.
ROOT ?= build/trixie
# Each process has a screen of its own: on one they would take the focus from each other. Desktop tests start theirs.
SCREEN := QT_QPA_PLATFORM=offscreen

SOURCES := $(shell find community_brain_plugin ui processing resources -type f -not -name '*.pyc' -not -path '*/__pycache__/*' 2>/dev/null)
VERSION := $(shell sed -n 's/^version = "\(.*\)"/\1/p' pyproject.toml)
ZIP := build/community_brain_plugin-$(VERSION).zip

.PHONY: help
help: ## This list. 本列表
	sed -n 's/^\([a-z]*\):.*## \(.*\)/\1\t\2/p' $(MAKEFILE_LIST) | while IFS=$$'\t' read -r name text; do printf '  make %-9s %s\n' "$$name" "$$text"; done

.PHONY: run
run: prepared ## Open the command room [POST=acceptor|dispatcher|… LANGUAGE=en]. 打开指挥室
	PYTHONPATH=tools $(VENV)/python tools/run.py --zip $(ZIP) --post $(POST) --language "$(LANGUAGE)"

.PHONY: test
test: prepared ## Everything the tests need, then all tests. 全部测试
	echo "test: unit, database, QGIS and desktop"
	COMMUNITY_BRAIN_ZIP="$(abspath $(ZIP))" $(SCREEN) $(VENV)/pytest --no-header --numprocesses=$(WORKERS) --dist=loadfile $(PYTEST)

.PHONY: matrix
matrix: ## The tests on QGIS 3.40, PostgreSQL 17 and Python 3.13 [ROOT=folder PYTEST=…]. 在较新版本上测试
	$(PYTHON) tools/matrix.py --root="$(ROOT)" --tests="$(PYTEST)"

.PHONY: check
check: prepared ## Lint, types and security findings. 静态检查
	echo "check: ruff"
	$(VENV)/ruff check --quiet .
	$(VENV)/ruff format --quiet --check . || { echo "check: run $(VENV)/ruff format ."; exit 1; }
	echo "check: mypy"
	$(VENV)/mypy --no-error-summary
	echo "check: bandit"
	$(VENV)/bandit --quiet --recursive --configfile pyproject.toml community_brain_plugin ui processing
	echo "check: detect-secrets"
	$(VENV)/python tools/find_secrets.py

.PHONY: install
install: prepared ## Put the plugin into your own QGIS profile. 安装到默认配置
	$(VENV)/python tools/install.py --zip $(ZIP) --profile default

.PHONY: package
package: prepared ## Build the plugin zip. 打包
	echo "package: $(ZIP)"

.PHONY: bench
bench: prepared ## Run the benchmarks [ONLY=name DATA=folder]. 性能测试
	PYTHONPATH=tools:benchmarks:tests/support COMMUNITY_BRAIN_ZIP="$(abspath $(ZIP))" $(VENV)/python tools/bench.py --only "$(ONLY)" --data "$(DATA)"

.PHONY: down
down: ## Stop the private room; its data stay. 停止本机指挥室
	if [ -x $(VENV)/community-brain ]; then $(VENV)/community-brain down; else echo "down: nothing was installed here"; fi

.PHONY: clean
clean: ## Remove what was built; the room's data stay. 清理
	if [ -d build/trixie ] && [ "$$(id -u)" -ne 0 ]; then sudo rm -rf build/trixie; fi
	rm -rf build .venv .mypy_cache .pytest_cache .ruff_cache community_brain.egg-info
	echo "clean: done"

# What every command stands on. Of two that are started side by side, one makes it and the other waits.
.PHONY: prepared
prepared:
	mkdir -p build
	flock build/.lock $(MAKE) environment $(ZIP)

.PHONY: environment
environment: system .venv/.complete

# Asked every time (0.1 s): packages can be removed behind our back.
.PHONY: system
system:
	tools/system.sh

# Of its own, since a venv whose making was interrupted looks whole and does not see Debian's packages.
.venv/.made:
	$(PYTHON) -m venv --system-site-packages --clear .venv
	touch $@

.venv/.complete: pyproject.toml setup.py .venv/.made
	echo "environment: .venv with what Debian lacks"
	$(VENV)/python -m pip install --quiet --retries 5 --editable '.[room,dev]'
	touch $@

build/stage/.complete: $(SOURCES) metadata.txt LICENSE tools/package.py | .venv/.complete
	$(VENV)/python tools/package.py stage
	touch $@

$(ZIP): build/stage/.complete
	$(VENV)/python tools/package.py zip $@
