package advsys.workbook.kernel.jshell;

/// What `%reset` makes anew: everything that cells have declared.
record Workspace(Engine engine, DefaultImports imports, Variables variables, Resets resets) implements AutoCloseable {
    static Workspace open() {
        Engine engine = new Engine();
        Variables variables = new Variables(engine);
        return new Workspace(engine, new DefaultImports(engine), variables, new Resets(variables));
    }

    @Override
    public void close() {
        engine.close();
    }
}
