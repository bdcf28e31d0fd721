package advsys.workbook.rerun;

import advsys.lab.show.Spelling;
import advsys.workbook.notebook.Notebook;
import advsys.workbook.notebook.NotebookCell;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What can be set in a notebook: the declarations of its cell tagged `parameters`.
///
/// - **Guarantee** a value that is accepted compiles where the parameter is declared, but for what only a computed
///   type could tell.
/// - **Errors** each names the parameter, and says what would be right.
public final class Parameters {
    /// papermill's tag of the cell with the defaults.
    static final String TAG = "parameters";

    private final Notebook notebook;
    private final List<Parameter> list;

    private Parameters(Notebook notebook, List<Parameter> list) {
        this.notebook = notebook;
        this.list = list;
    }

    /// The parameters of `notebook`; none when no cell has the tag.
    ///
    /// @throws IllegalArgumentException if two cells have it
    public static Parameters of(Notebook notebook) {
        List<NotebookCell> tagged = notebook.code().stream()
                .filter(cell -> cell.tags().contains(TAG))
                .toList();
        if (tagged.size() > 1) {
            throw new IllegalArgumentException(notebook.file() + ": cells "
                    + String.join(" and ", tagged.stream().map(NotebookCell::id).toList())
                    + " both have the tag 'parameters': leave it to one of them");
        }
        Enums enums = new Enums(notebook.code());
        return new Parameters(
                notebook,
                tagged.isEmpty()
                        ? List.of()
                        : new Declarations(tagged.getFirst().source(), enums::type).read());
    }

    List<Parameter> list() {
        return list;
    }

    boolean has(String name) {
        return list.stream().anyMatch(parameter -> parameter.name().equals(name));
    }

    /// The parameter called `name`.
    ///
    /// @throws IllegalArgumentException if there is none, with the nearest name
    Parameter get(String name) {
        return list.stream()
                .filter(parameter -> parameter.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(unknown(name)));
    }

    private String unknown(String name) {
        if (list.isEmpty()) {
            return notebook.file() + " has no parameter '" + name
                    + "', and no other: no cell with the tag 'parameters' declares one";
        }
        Optional<String> nearest = list.stream()
                .map(Parameter::name)
                .min(Comparator.comparingInt(each -> Spelling.distance(each, name)))
                .filter(each -> Spelling.distance(each, name) <= Math.max(2, name.length() / 3));
        return notebook.file() + " has no parameter '" + name + "'"
                + nearest.map(each -> ": did you mean '" + each + "'?").orElse("")
                + " It has "
                + String.join(", ", list.stream().map(Parameter::name).toList()) + ".";
    }

    /// Reads `name=value` texts, in their order.
    ///
    /// @throws IllegalArgumentException if one has no equals sign, an unknown name or a wrong value, or comes twice
    public Map<String, Value> read(List<String> given) {
        Map<String, Value> values = new LinkedHashMap<>();
        for (String each : given) {
            Given one = Given.of(each);
            if (values.put(one.name(), get(one.name()).read(one.text())) != null) {
                throw new IllegalArgumentException("'" + one.name() + "' is given twice");
            }
        }
        return values;
    }

    /// A `name=value`.
    record Given(String name, String text) {
        static Given of(String argument) {
            int equals = argument.indexOf('=');
            if (equals < 1) {
                throw new IllegalArgumentException("'" + argument + "' is not of the form name=value");
            }
            return new Given(argument.substring(0, equals).strip(), argument.substring(equals + 1));
        }
    }

    /// A table for people: name, type, default, unit, comment.
    public String table() {
        if (list.isEmpty()) {
            return notebook.file() + " has no parameters: no cell with the tag 'parameters' declares one";
        }
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("name", "type", "default", "unit", "range", "comment"));
        for (Parameter each : list) {
            rows.add(List.of(
                    each.name(),
                    each.type() instanceof Type.Constant constant
                            ? constant.name() + ": " + String.join(" ", constant.constants())
                            : each.type().name(),
                    each.initial().replaceAll("\\s+", " "),
                    each.unit() == null ? "" : each.unit().sign(),
                    each.range().equals(Range.ALL) ? "" : each.range().toString(),
                    each.type() instanceof Type.Fixed fixed ? "cannot be set: " + fixed.why() : each.comment()));
        }
        return Columns.of(rows);
    }
}
