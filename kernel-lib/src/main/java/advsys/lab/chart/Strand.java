package advsys.lab.chart;

import java.util.List;

/// One series of a chart.
///
/// @param name for the legend, empty when there is only one
/// @param style which of the theme's colours, dashes and markers
/// @param points in the order of x
public record Strand(String name, int style, List<Point> points) {}
