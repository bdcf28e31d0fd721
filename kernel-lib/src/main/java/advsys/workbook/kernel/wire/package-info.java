/// The wire side of the kernel: Jupyter's messaging protocol 5.3 over ZeroMQ.
///
/// **Model.** One thread, [Sockets][advsys.workbook.kernel.wire.Sockets], owns the five sockets and does nothing that
/// can wait. What it receives goes through [Codec][advsys.workbook.kernel.wire.Codec], which validates
/// everything, to [Dispatch][advsys.workbook.kernel.wire.Dispatch], and from there to one of three threads:
///
/// ```
///              ┌ cells    execute requests, in order, one at a time          CellRunner
///   Sockets ───┼ answers  complete, inspect, history, comms: while a cell runs   Answers
///              └ control  interrupt, shutdown, kernel_info: at once          Control
/// ```
///
/// What they and the reader's threads send goes into one queue, in order, and wakes the socket thread.
///
/// **Guarantees.** Every request that is understood gets one reply, and every busy its idle, whatever is thrown. A
/// message that is forged, cut or malformed is dropped with a line in the log and disturbs nothing. No output is lost:
/// it is sent in batches and in order, and beyond a limit per cell it goes to a file which the cell names.
/// Memory is bounded by that limit, however slow the front end is.
///
/// **Left out.** The debugger; subshells; transports other than TCP.
///
/// **Source.** "Messaging in Jupyter", jupyter-client.readthedocs.io; ZeroMQ's RFC 23 (ZMTP 3.0).
@NullMarked
package advsys.workbook.kernel.wire;

import org.jspecify.annotations.NullMarked;
