package advsys.workbook.kernel.wire;

/// How much a cell may show, in bytes.
///
/// @param shown text on the streams, before the rest goes to a file only
/// @param displayed pictures and the like at once; a quarter of it is given back every four seconds
/// @param file a cell's whole text
/// @param files the text of all cells of a kernel
record OutputLimits(long shown, long displayed, long file, long files) {
    static final OutputLimits USUAL = new OutputLimits(1L << 20, 64L << 20, 256L << 20, 1L << 30);
}
