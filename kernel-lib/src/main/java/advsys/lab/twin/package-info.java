/// What belongs together when a class is defined anew, so that its code can be rewritten while the original stays.
///
/// **Model.** A reader's class is nested in one that JShell wraps around the snippet, in a package that all cells share
/// with their variables. The variables must stay what they are; a class's parts, its superclass or its nodes, declared
/// in the same cell or another, must come along: by access rules a class and its twin are strangers.
///
/// **Left out.** A class that hands objects of such parts to a variable or method of a cell comes alone.
@NullMarked
package advsys.lab.twin;

import org.jspecify.annotations.NullMarked;
