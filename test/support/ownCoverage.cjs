// Imported by a process whose coverage is measured: what it starts is not. Those are bundles, and their coverage would be written
// and read for nothing.
delete process.env.NODE_V8_COVERAGE;
