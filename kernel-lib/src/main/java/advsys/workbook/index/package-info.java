/// The index of mechanisms: the course's list (`data/mechanisms.tsv`), joined with the classes that carry
/// [advsys.lab.Mechanism], the notebooks that use them, and the tests that check them. `./workbook index` prints it,
/// and writes it into `notebooks/00-start.ipynb`.
///
/// Everything is read from files: no class is loaded, no notebook run. The same files give the same bytes.
@NullMarked
package advsys.workbook.index;

import org.jspecify.annotations.NullMarked;
