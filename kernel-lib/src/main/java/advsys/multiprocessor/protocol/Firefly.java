package advsys.multiprocessor.protocol;

import advsys.lab.Mechanism;

/// Copies are updated and not invalidated: who writes to a shared line sends the word to everybody who has a copy, and
/// to memory.
///
/// - **Guarantee** one writer or many readers at a time, and every load gives the last value stored. While a word is
///   being sent, nobody reads the line: it is written in two steps, as the other caches answer in their own time.
/// - **Cost** a store to a shared line is a bus transaction, each time, and memory is written as well; a load of a
///   copy costs nothing, however often others have written. Nobody ever loses a copy to another's store.
/// - **Source** C. Thacker, L. Stewart, E. Satterthwaite, "Firefly: a multiprocessor workstation", IEEE Trans.
///   Computers 37(8), 1988. There the bus carries request and word at once.
@Mechanism(value = "False sharing", variant = "copies updated, not invalidated (Firefly)")
public final class Firefly {
    private static final Protocol PROTOCOL = make();

    private Firefly() {}

    public static Protocol protocol() {
        return PROTOCOL;
    }

    private static Protocol make() {
        return new Protocol(
                "Firefly",
                true,
                Table.of(
                        "cache's table of Firefly",
                        "I; S read; E write; M write; IS_AD; IS_D; IU_AD; IU_D; SU_AD read; SU_D held; S_W held;"
                                + " MI_A held; MI_D held",
                        "load/store/evict/granted/reply/alone/shared/Rd/Upd/Word",
                        """
                        I            load    : request Rd                     -> IS_AD
                        I            store   : request Rd                     -> IU_AD   # read it first
                        I            evict   : never
                        I            Rd/Upd  : send Ack to requester          -> I
                        IS_AD/IU_AD  Rd/Upd  : send Ack to requester          -> same
                        I/IS_AD/IU_AD Word   : -                              -> same    # not for this cache
                        IS_AD        granted : -                              -> IS_D
                        IU_AD        granted : -                              -> IU_D
                        IS_D/IU_D    reply   : -                              -> same
                        IS_D         alone   : fill, load                     -> E
                        IS_D         shared  : fill, load                     -> S
                        IU_D         alone   : fill, store                    -> M
                        IU_D         shared  : fill, request Upd              -> SU_AD

                        S            load    : load                           -> S
                        S            store   : request Upd                    -> SU_AD
                        S            evict   : -                              -> I       # memory has the same
                        S            Rd      : send AckShared to requester    -> S
                        S            Upd     : send AckShared to requester    -> S_W     # wait for the word
                        S_W          Word    : refresh                        -> S

                        SU_AD        Rd/Upd  : send AckShared to requester    -> SU_AD
                        SU_AD        Word    : refresh                        -> SU_AD   # another was first
                        SU_AD        granted : -                              -> SU_D
                        SU_D         reply   : -                              -> SU_D
                        SU_D         shared  : store, send Word to others, send Flush to home -> S
                        SU_D         alone   : store, send Flush to home      -> E       # nobody has a copy any more

                        E            load    : load                           -> E
                        E            store   : store                          -> M       # nobody is told
                        E            evict   : -                              -> I
                        E            Rd      : send AckShared to requester    -> S

                        M            load    : load                           -> M
                        M            store   : store                          -> M
                        M            evict   : request Wb                     -> MI_A
                        M            Rd      : send DataShared to requester, send Flush to home -> S
                        MI_A         granted : send WbData to home            -> MI_D
                        MI_A         Rd      : send Data to requester, send Flush to home, cancel -> I
                        MI_D         alone   : -                              -> I

                        *            granted/reply/alone/shared/Word : never  # nothing was asked for
                        *_AD         load/store/evict : never                 # the CPU waits
                        *_A          load/store/evict : never
                        *_D          load/store/evict : never
                        *_W          load/store/evict : never
                        *_D          Rd/Upd  : never                          # the bus grants nobody else this line
                        *_W          Rd/Upd  : never
                        E/M/MI_A     Upd     : never                          # nobody else has a copy
                        """),
                Table.of("memory's table of Firefly", "Memory", "Rd/Upd/WbData/Flush", """
                        Memory Rd     : send MemData to requester   -> Memory
                        Memory Upd    : send Ack to requester       -> Memory
                        Memory WbData : take, send Ack to requester -> Memory
                        Memory Flush  : take                        -> Memory
                        """));
    }
}
