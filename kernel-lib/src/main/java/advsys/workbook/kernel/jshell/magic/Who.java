package advsys.workbook.kernel.jshell.magic;

import advsys.workbook.kernel.jshell.help.Knowledge;
import java.util.List;

/// `%who`: what the cells have declared.
final class Who implements Magic {
    @Override
    public String usage() {
        return "%who                  lists the variables, methods and classes of the notebook";
    }

    @Override
    public void run(String arguments, Host host) {
        List<Knowledge.Name> names = host.knowledge().names();
        if (names.isEmpty()) {
            host.print("nothing is declared\n");
            return;
        }
        int width = names.stream().mapToInt(name -> label(name).length()).max().orElse(0);
        StringBuilder text = new StringBuilder();
        for (Knowledge.Name name : names) {
            String label = label(name);
            String value = name.kind().equals("variable") ? host.knowledge().value(name.name()) : "";
            text.append(label).append(" ".repeat(width - label.length() + 2));
            text.append("cell ").append(name.cell());
            text.append(value.isEmpty() ? "" : "  " + value).append('\n');
        }
        host.print(text.toString());
    }

    private static String label(Knowledge.Name name) {
        return switch (name.kind()) {
            case "variable" -> name.type() + " " + name.name();
            case "method" -> name.name() + name.type();
            default -> name.kind() + " " + name.name();
        };
    }
}
