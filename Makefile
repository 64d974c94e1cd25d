# Two commands for a new machine: make demo, make test. Both can be run again at once.
.PHONY: demo test check setup clean
TESTS := viewer,public,postgresql,report,cluster,dev
RUN := .venv/bin

demo:
	@.ci/setup
	@$(RUN)/lesion-toolkit demo demo-output

test: setup
	@.ci/display
	@.ci/database
	@if [ "$$(uname -s)" = Linux ] && command -v xvfb-run >/dev/null; then \
	  xvfb-run -a -s "-screen 0 1600x1200x24" $(RUN)/pytest -n 2 --dist loadfile; \
	else $(RUN)/pytest -n 2 --dist loadfile; fi

check: setup
	@$(RUN)/ruff check
	@$(RUN)/ruff format --check
	@$(RUN)/mypy
	@$(RUN)/lint-imports

setup:
	@.ci/setup $(TESTS)

clean:
	rm -rf .venv demo-output
