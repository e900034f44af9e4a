# Each target is one line that calls a script.
.PHONY: run test build bench docs format lint
run: ; @scripts/run
test: ; @scripts/test
build: ; @scripts/build
bench: ; @scripts/bench
docs: ; @scripts/docs
format: ; @scripts/format
lint: ; @scripts/lint
