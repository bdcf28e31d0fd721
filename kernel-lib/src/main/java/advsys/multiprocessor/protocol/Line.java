package advsys.multiprocessor.protocol;

import java.util.Arrays;

/// Everything about one line of memory: what each cache and the home know of it, and the messages on their way.
///
/// A message is packed into a long:
///
///     bits   0…7   8…15   16…23   24…31       32…33   34…41   42…47
///            kind  from   to      requester   data    acks    hops
///
/// `from` and `to` are CPUs from 0, or [#home]. `hops` counts the messages between different nodes that led to this
/// one.
public final class Line {
    static final byte NONE = 0; // of data: there is none
    static final byte CURRENT = 1; // the last value stored
    static final byte STALE = 2;
    static final int NOBODY = -1;

    final int cpus;

    // by CPU
    final byte[] state;
    final byte[] data;
    final byte[] request; // the event that it waits to have granted; 0 is none
    final byte[] missing; // replies that are still to come; below 0 when some came before their number was known
    final boolean[] announced; // the number of replies is known
    final boolean[] shared; // somebody has said that it keeps a copy
    final byte[] arrived; // the data that the replies brought

    // the home
    int homeState;
    byte memory = CURRENT;
    int owner = NOBODY;
    long sharers;
    int requester = NOBODY; // whom a network's home is serving
    int granted = NOBODY; // whose transaction the bus is carrying out

    long[] messages = new long[8];
    int messageCount;

    /// A line that nobody has a copy of.
    public Line(int cpus) {
        this.cpus = cpus;
        this.state = new byte[cpus];
        this.data = new byte[cpus];
        this.request = new byte[cpus];
        this.missing = new byte[cpus];
        this.announced = new boolean[cpus];
        this.shared = new boolean[cpus];
        this.arrived = new byte[cpus];
    }

    int home() {
        return cpus;
    }

    static long message(Event kind, int from, int to, int requester, byte data, int acks, int hops) {
        return kind.code()
                | (long) from << 8
                | (long) to << 16
                | (long) requester << 24
                | (long) data << 32
                | (long) acks << 34
                | (long) hops << 42;
    }

    static Event kind(long message) {
        return Event.of((int) message & 0xff);
    }

    static int from(long message) {
        return (int) (message >> 8) & 0xff;
    }

    static int to(long message) {
        return (int) (message >> 16) & 0xff;
    }

    static int requester(long message) {
        return (int) (message >> 24) & 0xff;
    }

    static byte data(long message) {
        return (byte) ((message >> 32) & 3);
    }

    static int acks(long message) {
        return (int) (message >> 34) & 0xff;
    }

    static int hops(long message) {
        return (int) (message >> 42) & 0x3f;
    }

    void post(long message) {
        if (messageCount == messages.length) {
            messages = Arrays.copyOf(messages, 2 * messageCount);
        }
        messages[messageCount++] = message;
    }

    /// Takes a message out; those behind it keep their order.
    long take(int index) {
        long message = messages[index];
        System.arraycopy(messages, index + 1, messages, index, --messageCount - index);
        return message;
    }

    /// A store by `cpu`: whatever else is anywhere is stale.
    void stored(int cpu) {
        for (int i = 0; i < cpus; i++) {
            data[i] = stale(data[i]);
            arrived[i] = stale(arrived[i]);
        }
        memory = STALE;
        for (int i = 0; i < messageCount; i++) {
            if (data(messages[i]) == CURRENT) {
                messages[i] = (messages[i] & ~(3L << 32)) | ((long) STALE << 32);
            }
        }
        data[cpu] = CURRENT;
    }

    private static byte stale(byte data) {
        return data == CURRENT ? STALE : data;
    }

    Line copy() {
        Line copy = new Line(cpus);
        System.arraycopy(state, 0, copy.state, 0, cpus);
        System.arraycopy(data, 0, copy.data, 0, cpus);
        System.arraycopy(request, 0, copy.request, 0, cpus);
        System.arraycopy(missing, 0, copy.missing, 0, cpus);
        System.arraycopy(announced, 0, copy.announced, 0, cpus);
        System.arraycopy(shared, 0, copy.shared, 0, cpus);
        System.arraycopy(arrived, 0, copy.arrived, 0, cpus);
        copy.homeState = homeState;
        copy.memory = memory;
        copy.owner = owner;
        copy.sharers = sharers;
        copy.requester = requester;
        copy.granted = granted;
        copy.messages = messages.clone();
        copy.messageCount = messageCount;
        return copy;
    }
}
