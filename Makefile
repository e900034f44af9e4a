# Each target is one line that calls a script.
.PHONY: run test test-pages build bench docs format lint
run: ; @scripts/run
test: ; @scripts/test
test-pages: ; @scripts/test-pages
build: ; @scripts/build
bench: ; @scripts/bench
docs: ; @scripts/docs
format: ; @scripts/format
lint: ; @scripts/lint
