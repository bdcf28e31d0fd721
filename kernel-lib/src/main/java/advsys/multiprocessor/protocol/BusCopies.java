package advsys.multiprocessor.protocol;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Copies on a bus: the caches whose copies are in the same state all answer a request alike, so they are asked and
/// moved together, as the bits of a word.
final class BusCopies extends Copies {
    private final BusTable table;
    private final int states; // of which a copy can be in one, without the first: no copy
    private final long everybody;
    private long[] in; // line × state: the CPUs whose copies are in it
    private final long[] moved;

    BusCopies(BusTable table, int cpus) {
        this.table = table;
        this.states = table.states();
        this.everybody = cpus == 64 ? -1 : (1L << cpus) - 1;
        this.in = new long[64 * states];
        this.moved = new long[states];
    }

    @Override
    void added(int line) {
        int end = (line + 1) * states;
        if (end > in.length) {
            in = Arrays.copyOf(in, 2 * end);
        }
        in[line * states] = everybody;
    }

    @Override
    public void access(int line, int cpu, Event wish, Effects effects) {
        effects.clear();
        int base = line * states;
        long me = 1L << cpu;
        int state = state(base, me);
        in[base + state] &= ~me;
        BusTable.Own own = table.own(state, wish);
        Event request = own.request();
        int next = own.alone();
        if (request != null) {
            boolean shared = ask(base, table.answers(request), effects);
            next = shared ? own.shared() : own.alone();
            effects.request = request;
            effects.transaction = true;
            effects.asked = true;
            effects.messages += own.messages();
            effects.writeBacks += own.writeBacks();
            effects.fetched |= own.fetched();
        }
        in[base + next] |= me;
        note(line);
    }

    private void note(int line) {
        int base = line * states;
        long read = 0;
        long written = 0;
        long held = 0;
        for (int k = 0; k < states; k++) {
            long those = in[base + k];
            read |= table.reads(k) ? those : 0;
            written |= table.writes(k) ? those : 0;
            held |= table.holds(k) ? those : 0;
        }
        set(line, read, written, held);
    }

    /// All others see the request. True when one of them keeps a copy.
    private boolean ask(int base, BusTable.@Nullable Answer[] answers, Effects effects) {
        boolean shared = false;
        for (int k = 0; k < answers.length; k++) {
            long those = in[base + k];
            BusTable.Answer answer = answers[k];
            if (those == 0 || answer == null || answer.silent()) {
                continue;
            }
            int many = Long.bitCount(those);
            effects.messages += many * answer.messages();
            effects.interventions += many * answer.interventions();
            effects.writeBacks += many * answer.writeBacks();
            effects.supplied |= answer.interventions() > 0;
            effects.lost |= answer.loses() ? those : 0;
            shared |= answer.shares();
            if (answer.next() != k) {
                in[base + k] = 0;
                moved[answer.next()] |= those;
            }
        }
        for (int k = 0; k < answers.length; k++) {
            in[base + k] |= moved[k];
            moved[k] = 0;
        }
        return shared;
    }

    private int state(int base, long me) {
        int state = 0;
        while ((in[base + state] & me) == 0) {
            state++;
        }
        return state;
    }

    @Override
    public String state(int line, int cpu) {
        return table.name(state(line * states, 1L << cpu));
    }

    /// Puts `cpu`'s copy into a state.
    void put(int line, int cpu, String name) {
        long me = 1L << cpu;
        for (int k = 0; k < states; k++) {
            in[line * states + k] &= ~me;
            in[line * states + k] |= table.name(k).equals(name) ? me : 0;
        }
        note(line);
    }
}
