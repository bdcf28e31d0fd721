package advsys.workbook.kernel.jshell.magic;

/// `%reset`: begin anew without a new kernel.
final class Reset implements Magic {
    @Override
    public String usage() {
        return "%reset                forgets all variables, methods, classes, imports and added jars";
    }

    @Override
    public void run(String arguments, Host host) {
        host.resetAtEnd();
    }
}
