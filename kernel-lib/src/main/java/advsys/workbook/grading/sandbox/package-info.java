/// Runs what students have written where it can do nothing, and judges it where students have no part.
///
/// **Model.** Two JVMs. The *controller*, this one, holds the checks, what they expect, and the marks. The
/// *agent*, in a bubblewrap sandbox, holds the student's code and the observing half of the laws, and
/// nothing that would be worth reading. The agent streams what it observes, as plain data in bounded
/// frames, over one socket; a law's judging half then decides here.
///
/// **Guarantee.** An agent serves one submission and is thrown away. It has no network, no file but the
/// JDK's and this library's, no other process, no environment, and a bound on time, processor time, memory,
/// threads, disk and output, each reported by its name. The student's code cannot reach the recorder beside
/// it: that is a named module that opens nothing, native access is denied, `/proc` is not there. What such
/// code can still do is to answer wrongly when it is asked, which is what is judged.
///
/// **Left out.** Side channels of the processor and faults of the operating system's kernel: for work of
/// strangers run the whole grader in a virtual machine.
///
/// **Source** bubblewrap (Project Atomic); the split JVMs are D. von Kirschten's *Charon* (TU München,
/// 2023); the threats are those of S. Strickroth, *Security Considerations for Java Graders*, ABP 2019.
@NullMarked
package advsys.workbook.grading.sandbox;

import org.jspecify.annotations.NullMarked;
