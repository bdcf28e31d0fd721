package advsys.multiprocessor.protocol;

import java.util.List;

/// What the snooping protocols have in common: the events that a cache on a bus can meet, and memory, which answers
/// every request at once. When a cache sends data too, that is newer, and the requester prefers it.
final class Snooping {
    static final String EVENTS = "load/store/evict/granted/reply/alone/shared/Rd/RdX/Upgr";

    /// Rows that every such protocol has. `_AD` and `MI_A` wait for their turn on the bus, `_D` for the replies.
    static final String COMMON = """
            I            load        : request Rd                           -> IS_AD
            I            store       : request RdX                          -> IM_AD
            I            evict       : never
            I            Rd/RdX/Upgr : send Ack to requester                -> I

            IS_AD        granted     : -                                    -> IS_D
            IM_AD        granted     : -                                    -> IM_D
            SM_AD        granted     : -                                    -> SM_D
            MI_A         granted     : send WbData to home                  -> MI_D
            IS_AD/IM_AD  Rd/RdX/Upgr : send Ack to requester                -> same

            IM_D         alone       : fill, store                          -> M
            SM_D         alone       : store                                -> M
            MI_D         alone       : -                                    -> I
            IS_D/IM_D/SM_D reply     : -                                    -> same

            M            load        : load                                 -> M
            M            store       : store                                -> M
            M            evict       : request Wb                           -> MI_A
            M            RdX         : send Data to requester               -> I
            MI_A         RdX         : send Data to requester, cancel       -> I

            *            granted/reply/alone/shared : never   # nothing was asked for
            *_AD         load/store/evict : never             # the CPU waits
            *_A          load/store/evict : never
            *_D          load/store/evict : never
            *_D          Rd/RdX/Upgr : never                  # the bus grants nobody else this line
            M/MI_A       Upgr        : never                  # nobody else has a copy to upgrade
            """;

    private Snooping() {}

    /// By message: true when a cache in its first state stays there, and does nothing but acknowledge it.
    static boolean[] idleIgnores(Protocol protocol) {
        boolean[] idle = new boolean[Event.values().length];
        for (Event message : List.of(Event.RD, Event.RDX, Event.UPGR, Event.UPD, Event.WORD)) {
            Entry entry = protocol.cache().at(0, message);
            idle[message.code()] = entry != null
                    && entry.next().equals(entry.state())
                    && entry.does().equals(message == Event.WORD ? "-" : "send Ack to requester");
        }
        return idle;
    }

    /// @param flushes whether an owner that shares its line writes it to memory as well
    static Table memory(String protocol, boolean flushes) {
        return Table.of(
                "memory's table of " + protocol,
                "Memory",
                "Rd/RdX/Upgr/WbData" + (flushes ? "/Flush" : ""),
                """
                Memory Rd/RdX : send MemData to requester   -> Memory
                Memory Upgr   : send Ack to requester       -> Memory
                Memory WbData : take, send Ack to requester -> Memory
                """ + (flushes ? "Memory Flush : take -> Memory\n" : ""));
    }
}
