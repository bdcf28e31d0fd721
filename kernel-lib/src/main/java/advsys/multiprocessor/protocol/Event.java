package advsys.multiprocessor.protocol;

import java.util.Arrays;

/// What a controller can meet: its CPU's wishes, its turn on the bus, the state of the replies, and messages.
public enum Event {
    LOAD("load"),
    STORE("store"),
    EVICT("evict"),

    GRANTED("granted"), // the cache's own request has its turn on the bus
    REPLY("reply"), // one of the replies to it; more are to come
    ALONE("alone"), // the last reply, and nobody else has a copy
    SHARED("shared"), // the last reply, and somebody keeps a copy
    LAST("last"), // the last reply, where nobody asks whether there are other copies

    RD("Rd"), // requests on a bus, as the other caches see them
    RDX("RdX"),
    UPGR("Upgr"),
    WB("Wb"), // seen by nobody: its data goes to memory
    UPD("Upd"), // a word of a shared line is about to be written

    ACK("Ack", Carries.NOTHING), // replies
    ACK_SHARED("AckShared", Carries.NOTHING),
    DATA("Data", Carries.DATA),
    DATA_SHARED("DataShared", Carries.DATA),
    MEM_DATA("MemData", Carries.DATA),
    PUT_ACK("PutAck", Carries.NOTHING),

    WORD("Word", true), // what was written, for those who keep a copy

    READ("Read"), // to memory or to the home
    PUT("Put", true),
    FLUSH("Flush", true),
    WB_DATA("WbData", true),
    GET_S("GetS"),
    GET_M("GetM"),
    PUT_M("PutM", true),
    STRANGERS_PUT_M("stranger's PutM", true), // from a cache that is not the owner any more
    DONE("Done"),

    FWD_GET_S("FwdGetS"), // from the home to caches
    FWD_GET_M("FwdGetM"),
    INV("Inv");

    private enum Carries {
        NOTHING,
        DATA
    }

    private static final Event[] ALL = values();

    private final String text;
    final boolean data;
    final boolean reply; // collected in the requester's register

    Event(String text) {
        this(text, false, false);
    }

    Event(String text, boolean data) {
        this(text, data, false);
    }

    Event(String text, Carries carries) {
        this(text, carries == Carries.DATA, true);
    }

    Event(String text, boolean data, boolean reply) {
        this.text = text;
        this.data = data;
        this.reply = reply;
    }

    /// A small number for it, from 0.
    @SuppressWarnings("EnumOrdinal") // never stored: the index of a table's column, and a message's kind
    int code() {
        return ordinal();
    }

    /// True for what a cache asks of a home.
    boolean isRequestToHome() {
        return switch (this) {
            case GET_S, GET_M, PUT_M, READ, PUT -> true;
            default -> false;
        };
    }

    static Event of(int code) {
        return ALL[code];
    }

    /// @throws IllegalArgumentException if nothing is called so
    static Event named(String text) {
        return Arrays.stream(ALL)
                .filter(event -> event.text.equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "nothing is called \"" + text + "\"; there is " + Arrays.toString(ALL)));
    }

    @Override
    public String toString() {
        return text;
    }
}
