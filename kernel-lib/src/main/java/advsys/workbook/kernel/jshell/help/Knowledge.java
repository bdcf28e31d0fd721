package advsys.workbook.kernel.jshell.help;

import java.util.List;
import java.util.Optional;

/// What the notebook knows while the reader writes.
public interface Knowledge {
    /// A name that a cell declares.
    ///
    /// @param kind "variable", "method", "class", "interface", "enum", "record"
    /// @param type a variable's type, a method's parameters and result: `(int)boolean`; "" for a class
    /// @param cell the cell that declares it
    /// @param source the declaration
    record Name(String name, String kind, String type, int cell, String source) {}

    /// The names that cells declare; of overloaded methods, each.
    List<Name> names();

    /// The class that source means by `name`, simple or qualified; a class of a cell, too.
    Optional<Class<?>> type(String name);

    /// What the variable `name` holds, said in a few words without running any of the reader's code; "" when that
    /// cannot be done.
    String value(String name);

    /// Simple names of classes that need no import and belong to no cell, as far as they begin with `prefix`.
    List<String> importedNames(String prefix);

    /// Static methods that need no import.
    List<String> statics();
}
