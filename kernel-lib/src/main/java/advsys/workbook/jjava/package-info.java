/// The lab on a stock JJava kernel: an extension that shows the lab's values there, and updates what is shown in place.
///
/// Put the library's jar and its libraries on `JJAVA_CLASSPATH`; JJava finds the extension by itself. Compiled against
/// JJava 1.0-a6 and tested with 1.0a8: it uses only what both have, none of the kernel's own JSON classes, and never
/// fails: a part that a later JJava refuses is left out with one line on standard error.
@NullMarked
package advsys.workbook.jjava;

import org.jspecify.annotations.NullMarked;
