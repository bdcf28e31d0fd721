/// Stopping code that does not want to stop, without slowing code that is being measured.
///
/// **Model.** A [Scope][advsys.lab.stop.Scope] is what a thread belongs to; threads inherit the scope of the thread
/// that starts them. Every loop of the chapters (at build time) and of a notebook's cells (when they are
/// loaded) carries a stop check. A check is an `invokedynamic` instruction, and all checks of the JVM share one
/// mutable call site whose target is normally *nothing*: the compilers inline nothing, so that a compiled loop
/// carries no load, no branch and no barrier. To stop a scope is to point the call site at a method that throws
/// [StopError][advsys.lab.stop.StopError] in the threads of that scope; HotSpot then discards the compiled code
/// that relied on the old target, at the safepoint poll that every unbounded loop has anyway, and the thread
/// goes on in the interpreter, into the throw.
///
/// **Guarantees.** A thread of a stopped scope leaves woven code at its next back-edge or call, platform or virtual,
/// whether it spins, recurses or catches `Throwable` around its loop. Threads of other scopes go on.
///
/// **Left out.** Code that is not woven (the JDK, other libraries) is not stopped by a check; blocking calls end by
/// interruption; a thread parked where interruption is ignored stays, and whoever stopped it says so.
///
/// **Why not** a volatile flag, as in the JDK's `LocalExecutionControl`? It costs a load in every iteration and
/// prevents vectorisation: a sum over an array ran 4 to 5 times slower. `Thread.stop` no longer exists.
@NullMarked
package advsys.lab.stop;

import org.jspecify.annotations.NullMarked;
