# Every target is a command of build/dev.py, which also works where there is no make:
#   python build/dev.py run
# Words for the command: make test ARGS="tests/services -k clock"

PYTHON ?= $(shell command -v python3 || command -v python || echo python3)

.PHONY: run test check bench shots lock words demo
run test check bench shots lock words demo:
	@$(PYTHON) build/dev.py $@ $(ARGS)
