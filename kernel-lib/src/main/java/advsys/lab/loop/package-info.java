/// A compiled loop for every subject.
///
/// **Model.** The compilers of HotSpot learn from what a piece of code has met: a loop that has run with two kinds of
/// lock calls the third through a table and inlines none, and whoever is measured first looks fastest. So the lab
/// defines the class that holds the loop anew for every subject, as a hidden class in the nest of the original:
/// same source, same access to private members, but profiles and compiled code of its own.
///
/// **Left out.** A class that cannot be defined anew (no class file, or objects that another class knows by its name)
/// is shared by the subjects, and the results say so.
@NullMarked
package advsys.lab.loop;

import org.jspecify.annotations.NullMarked;
