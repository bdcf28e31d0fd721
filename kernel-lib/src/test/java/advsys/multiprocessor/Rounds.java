package advsys.multiprocessor;

import advsys.lab.Machine;
import advsys.lab.Maker;
import advsys.lab.Scenario;
import advsys.lab.Trial;

/// Each CPU runs a program so many times.
public record Rounds(int cpus, int rounds, Machine machine) implements Scenario<Maker<Program>, Rounds.Row> {
    public record Row(long result) {}

    public Rounds() {
        this(4, 10, Multiprocessor.mesi(4));
    }

    @Override
    public Row run(Maker<Program> maker, Trial trial) throws Exception {
        Program program = machine.make(maker);
        machine.crew(trial).rounds(cpus, rounds, worker -> {
            while (worker.next()) {
                program.run(worker.number());
            }
        });
        return new Row(program.result());
    }
}
