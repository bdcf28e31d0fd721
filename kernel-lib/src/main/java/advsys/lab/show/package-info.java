/// Forms in which values are shown: numbers and column names for people, tables as aligned text and as HTML, pictures
/// as PNG, source code with colours. Everything here turns plain data into text or bytes and knows nothing of
/// experiments.
///
/// HTML carries inline styles only, because an untrusted notebook loses style sheets and scripts, and inherits its
/// colours, because a reader may use a dark theme. All text that comes from outside is escaped.
@NullMarked
package advsys.lab.show;

import org.jspecify.annotations.NullMarked;
