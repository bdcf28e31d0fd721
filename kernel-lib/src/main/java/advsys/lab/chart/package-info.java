/// How a chart is drawn: a [Picture][advsys.lab.chart.Picture] is plain data (series of medians with their spread, two
/// axes, captions); a [Sheet][advsys.lab.chart.Sheet] is the XChart chart made of it.
///
/// XChart holds the series and paints them, the grid and the y axis. The sheet adds what XChart cannot do: an x axis
/// with a mark at every value that was measured, labels on several lines, a legend that wraps, captions, and
/// marks where a subject hung. Turn XChart's own x axis or legend on and the sheet leaves that part to it.
///
/// The theme: white, thin grey lines, y from 0, the palette of Okabe and Ito (*Color Universal Design*, 2008), which
/// readers with any kind of colour vision can tell apart, and for each series a marker and a dash of its own as well.
@NullMarked
package advsys.lab.chart;

import org.jspecify.annotations.NullMarked;
