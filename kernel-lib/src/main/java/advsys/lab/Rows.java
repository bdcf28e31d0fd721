package advsys.lab;

import tech.tablesaw.api.Table;

/// What an experiment gives: rows with named columns, over a Tablesaw table.
public sealed interface Rows extends Shown permits Results, Trace, Outcomes {
    /// A copy of the rows as a Tablesaw table: select, group and export with an API that can be looked up.
    Table table();
}
