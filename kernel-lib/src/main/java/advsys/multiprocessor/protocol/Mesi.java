package advsys.multiprocessor.protocol;

import advsys.lab.Mechanism;

/// MSI with one state more: *exclusive*, the only copy, the same as memory's. It can be written without telling
/// anybody.
///
/// - **Guarantee** one writer or many readers, and every load gives the last value stored.
/// - **Cost** what only one CPU uses costs one bus transaction, whether it is written or not.
/// - **Source** M. Papamarcos, J. Patel, "A low-overhead coherence solution for multiprocessors with private cache
///   memories", ISCA 1984. There a clean copy comes from another cache, here from memory.
@Mechanism("MESI")
public final class Mesi {
    private static final Protocol PROTOCOL = make();

    private Mesi() {}

    public static Protocol protocol() {
        return PROTOCOL;
    }

    /// The same with two rows that are wrong, for an exercise.
    public static Protocol worn() {
        return PROTOCOL.with("""
                E store : store -> E
                E Rd    : send Ack to requester -> S
                """);
    }

    private static Protocol make() {
        return new Protocol(
                "MESI",
                true,
                Table.of(
                        "cache's table of MESI",
                        "I; S read; E write; M write; IS_AD; IS_D; IM_AD; IM_D; SM_AD read; SM_D held; MI_A held;"
                                + " MI_D held",
                        Snooping.EVENTS,
                        """
                        IS_D   shared   : fill, load                                 -> S
                        IS_D   alone    : fill, load                                 -> E

                        S      load     : load                                       -> S
                        S      store    : request Upgr                               -> SM_AD
                        S      evict    : -                                          -> I     # memory has the same
                        S      Rd       : send AckShared to requester                -> S
                        S      RdX/Upgr : send Ack to requester                      -> I
                        SM_AD  Rd       : send AckShared to requester                -> SM_AD
                        SM_AD  RdX/Upgr : send Ack to requester, convert RdX         -> IM_AD # overtaken

                        E      load     : load                                       -> E
                        E      store    : store                                      -> M     # nobody is told
                        E      evict    : -                                          -> I
                        E      Rd       : send AckShared to requester                -> S
                        E      RdX      : send Ack to requester                      -> I
                        E      Upgr     : never

                        M      Rd       : send DataShared to requester, send Flush to home  -> S
                        MI_A   Rd       : send Data to requester, send Flush to home, cancel -> I
                        """ + Snooping.COMMON),
                Snooping.memory("MESI", true));
    }
}
