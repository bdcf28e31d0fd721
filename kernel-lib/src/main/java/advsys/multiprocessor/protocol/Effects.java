package advsys.multiprocessor.protocol;

import org.jspecify.annotations.Nullable;

/// What one access to a line brought about: filled by [Copies], read by the machine.
public final class Effects {
    @Nullable
    Event request;

    boolean transaction; // on a bus
    int messages;
    int interventions;
    int writeBacks;
    int hops;
    long lost;
    long updated;
    boolean supplied;
    boolean fetched;
    boolean asked;

    void clear() {
        request = null;
        transaction = false;
        messages = 0;
        interventions = 0;
        writeBacks = 0;
        hops = 0;
        lost = 0;
        updated = 0;
        supplied = false;
        fetched = false;
        asked = false;
    }

    /// What the CPU's cache asked for, on a bus or of a home; null when nothing had to be asked for.
    public @Nullable Event request() {
        return request;
    }

    /// True when a bus granted the request.
    public boolean isTransaction() {
        return transaction;
    }

    /// Messages between caches and memory or homes.
    public int messages() {
        return messages;
    }

    /// Messages of another cache that brought the line.
    public int interventions() {
        return interventions;
    }

    /// Messages that brought the line to memory.
    public int writeBacks() {
        return writeBacks;
    }

    /// Messages between nodes, one after the other, until the last reply.
    public int hops() {
        return hops;
    }

    /// The CPUs that lost their copy, a bit for each.
    public long lost() {
        return lost;
    }

    /// The CPUs whose copies were written to, a bit for each.
    public long updated() {
        return updated;
    }

    /// True when another cache supplied the line.
    public boolean isSupplied() {
        return supplied;
    }

    /// True when memory supplied it.
    public boolean isFetched() {
        return fetched;
    }

    /// True when anybody else heard of it.
    public boolean isAsked() {
        return asked;
    }

    /// A message from one controller to another: one with a number less than `cpus` is a cache's.
    void sent(Event message, int from, int to, int cpus) {
        messages++;
        asked |= from != to;
        boolean byCache = from < cpus;
        switch (message) {
            case DATA, DATA_SHARED -> {
                supplied |= byCache;
                fetched |= !byCache;
                interventions += byCache ? 1 : 0;
            }
            case MEM_DATA -> fetched = true;
            case WB_DATA, FLUSH, PUT, PUT_M -> writeBacks++;
            case WORD -> updated |= to < cpus ? 1L << to : 0;
            default -> {}
        }
        if (byCache && message.isRequestToHome()) {
            request = message;
        }
    }

    boolean sameAs(Effects other) {
        return request == other.request
                && transaction == other.transaction
                && messages == other.messages
                && interventions == other.interventions
                && writeBacks == other.writeBacks
                && hops == other.hops
                && lost == other.lost
                && updated == other.updated
                && supplied == other.supplied
                && fetched == other.fetched
                && asked == other.asked;
    }

    @Override
    public String toString() {
        return "request " + request + ", messages " + messages + ", interventions " + interventions + ", write-backs "
                + writeBacks + ", hops " + hops + ", lost " + Long.toBinaryString(lost) + (supplied ? ", supplied" : "")
                + (fetched ? ", fetched" : "") + (asked ? ", asked" : "") + (transaction ? ", transaction" : "");
    }
}
