package advsys.multiprocessor.programs;

import advsys.lab.Maker;
import advsys.multiprocessor.sharing.Tally;

/// A tally that a test defines as a cell of a kernel that keeps no class files.
public final class Unkept implements Tally {
    private long count;

    @Override
    public void add(int worker) {
        count++;
    }

    @Override
    public long sum() {
        return count;
    }

    public static Maker<Tally> maker() {
        return Unkept::new;
    }
}
