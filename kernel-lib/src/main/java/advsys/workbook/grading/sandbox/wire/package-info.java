/// What a controller and an agent say to each other: frames of plain data over a stream of bytes.
///
/// **Model.** `length (4 bytes) | data`, where data is a tag and what belongs to it. Lists and records
/// nest. Each message is a list that begins with its name.
///
/// **Guarantee.** Whatever bytes come, reading them ends, in memory bounded by the frame's size, with data
/// or with a [advsys.workbook.grading.sandbox.wire.WireException]; no class is loaded and no code is run by
/// what is read.
@NullMarked
package advsys.workbook.grading.sandbox.wire;

import org.jspecify.annotations.NullMarked;
