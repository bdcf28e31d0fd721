package advsys.multiprocessor.protocol;

import advsys.lab.Mechanism;

/// MESI with one state more: *owned*, a copy newer than memory's that others share. Its owner answers for it, and
/// memory is written only when the owner lets go.
///
/// - **Guarantee** one writer or many readers, and every load gives the last value stored.
/// - **Cost** a line that wanders from writer to readers and on goes from cache to cache and never to memory.
/// - **Source** P. Sweazey, A. J. Smith, "A class of compatible cache consistency protocols and their support by the
///   IEEE Futurebus", ISCA 1986.
@Mechanism("MOESI")
public final class Moesi {
    private static final Protocol PROTOCOL = make();

    private Moesi() {}

    public static Protocol protocol() {
        return PROTOCOL;
    }

    private static Protocol make() {
        return new Protocol(
                "MOESI",
                true,
                Table.of(
                        "cache's table of MOESI",
                        "I; S read; E write; O read; M write; IS_AD; IS_D; IM_AD; IM_D; SM_AD read; SM_D held;"
                                + " OM_AD read; OM_D held; MI_A held; OI_A held; MI_D held",
                        Snooping.EVENTS,
                        """
                        IS_D   shared   : fill, load                                 -> S
                        IS_D   alone    : fill, load                                 -> E

                        S      load     : load                                       -> S
                        S      store    : request Upgr                               -> SM_AD
                        S      evict    : -                                          -> I     # its owner, or memory, has it
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

                        M      Rd       : send DataShared to requester               -> O     # memory stays stale
                        MI_A   Rd       : send DataShared to requester               -> OI_A

                        O      load     : load                                       -> O
                        O      store    : request Upgr                               -> OM_AD
                        O      evict    : request Wb                                 -> OI_A
                        O      Rd       : send DataShared to requester               -> O
                        O      RdX      : send Data to requester                     -> I
                        O      Upgr     : send Ack to requester                      -> I     # a sharer has the same
                        OM_AD  granted  : -                                          -> OM_D
                        OM_AD  Rd       : send DataShared to requester               -> OM_AD
                        OM_AD  RdX      : send Data to requester, convert RdX        -> IM_AD # overtaken
                        OM_AD  Upgr     : send Ack to requester, convert RdX         -> IM_AD
                        OM_D   reply    : -                                          -> OM_D
                        OM_D   alone    : store                                      -> M
                        OI_A   granted  : send WbData to home                        -> MI_D
                        OI_A   Rd       : send DataShared to requester               -> OI_A
                        OI_A   RdX      : send Data to requester, cancel             -> I
                        OI_A   Upgr     : send Ack to requester, cancel              -> I
                        """ + Snooping.COMMON),
                Snooping.memory("MOESI", false));
    }
}
