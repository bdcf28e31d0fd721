package advsys.multiprocessor.protocol;

import advsys.lab.Mechanism;

/// The write-back cache of a uniprocessor: a line is dirty, clean or invalid, and nobody else is to be told.
///
/// - **Guarantee** a load gives the last value stored, for one CPU; with two the check shows what goes wrong.
/// - **Cost** a store costs memory nothing until the line is replaced, and then one write-back.
/// - **Source** J. Goodman, "Using cache memory to reduce processor-memory traffic", ISCA 1983.
@Mechanism("DCI write-back cache")
public final class Dci {
    private static final Protocol PROTOCOL = make();

    private Dci() {}

    public static Protocol protocol() {
        return PROTOCOL;
    }

    /// The same with two rows that are wrong, for an exercise.
    public static Protocol worn() {
        return PROTOCOL.with("""
                C store : store -> C
                D evict : - -> I
                """);
    }

    private static Protocol make() {
        Table cache = Table.of(
                "cache's table of DCI", "I; C read; D write; IC_D; ID_D; DI_A held", "load/store/evict/last", """
                I      load   : send Read to home           -> IC_D
                I      store  : send Read to home           -> ID_D    # allocate on a write
                I      evict  : never

                C      load   : load                        -> C
                C      store  : store                       -> D       # nobody is told
                C      evict  : -                           -> I       # memory has the same

                D      load   : load                        -> D
                D      store  : store                       -> D
                D      evict  : send Put to home            -> DI_A    # the write-back

                IC_D   last   : fill, load                  -> C
                ID_D   last   : fill, store                 -> D
                DI_A   last   : -                           -> I

                *      last   : never
                *_D    load/store/evict : never                        # the CPU waits
                DI_A   load/store/evict : never
                """);
        Table memory = Table.of("memory's table of DCI", "Memory", "Read/Put", """
                Memory Read   : send Data to requester         -> Memory
                Memory Put    : take, send PutAck to requester -> Memory
                """);
        return new Protocol("DCI", false, cache, memory);
    }
}
