package advsys.workbook.kernel.jshell.magic;

/// `%help`: the magics there are, and what every cell can call.
final class Help implements Magic {
    @Override
    public String usage() {
        return "%help                 says what there is besides Java";
    }

    @Override
    public void run(String arguments, Host host) {
        host.page("""
                A cell is Java: declarations, statements, and an expression at the end, whose value is shown.

                Magics, each on a line of its own:
                %s

                Methods that every cell can call:
                    display(value)             shows a value now; returns an id
                    updateDisplay(id, value)   replaces what was shown under the id
                    clearOutput()              clears what the cell has shown
                    render(value)              the forms in which a value can be shown
                    eval("source")             runs source and returns its value
                """.formatted(Magics.list()));
    }
}
