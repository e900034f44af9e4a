# Each target is one line that calls a script.
.PHONY: run test test-laws test-long test-pages build bench docs format fuzz lint
run: ; @scripts/run
test: ; @scripts/test
test-laws: ; @scripts/test-laws
test-long: ; @scripts/test-long
test-pages: ; @scripts/test-pages
build: ; @scripts/build
bench: ; @scripts/bench
docs: ; @scripts/docs
format: ; @scripts/format
lint: ; @scripts/lint
fuzz: ; @scripts/fuzz
