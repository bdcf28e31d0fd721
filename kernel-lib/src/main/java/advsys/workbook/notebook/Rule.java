package advsys.workbook.notebook;

/// One family of rules: looks at a notebook and reports.
interface Rule {
    void check(Notebook notebook, Findings findings);
}
