package advsys.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/// What an experiment says of its rows: accepted, noticed, forbidden. The first law that matches decides. Where
/// anything is accepted, what no law covers is forbidden: nobody has foreseen it.
record Laws<R extends Record>(List<Law<R>> list) {
    static final String ACCEPTED = "accepted";
    static final String NOTICED = "noticed";
    static final String FORBIDDEN = "forbidden";
    static final String NOT_FORESEEN = "not foreseen";

    /// @param law empty when there is no law at all, or none that matters
    record Verdict(String verdict, String law) {}

    record Law<R extends Record>(String verdict, String name, Predicate<? super R> when) {}

    static <R extends Record> Laws<R> none() {
        return new Laws<>(List.of());
    }

    Laws<R> and(String verdict, String name, Predicate<? super R> when) {
        if (list.stream().anyMatch(law -> law.name.equals(name))) {
            throw new IllegalArgumentException("there is a law \"" + name + "\" already");
        }
        List<Law<R>> more = new ArrayList<>(list);
        more.add(new Law<>(verdict, name, when));
        return new Laws<>(List.copyOf(more));
    }

    boolean isEmpty() {
        return list.isEmpty();
    }

    /// The laws by name, without what they ask.
    List<Verdict> verdicts() {
        return list.stream().map(law -> new Verdict(law.verdict, law.name)).toList();
    }

    Verdict judge(R row) {
        boolean anyAccepts = false;
        for (Law<R> law : list) {
            try {
                if (law.when.test(row)) {
                    return new Verdict(law.verdict, law.name);
                }
            } catch (RuntimeException wrong) { // the law's fault, and no reason to lose what was measured
                return new Verdict(FORBIDDEN, "the law \"" + law.name + "\" threw " + Failures.describe(wrong));
            }
            anyAccepts |= law.verdict.equals(ACCEPTED);
        }
        return anyAccepts ? new Verdict(FORBIDDEN, NOT_FORESEEN) : new Verdict("", "");
    }
}
