package advsys.locks;

import advsys.lab.Maker;
import java.util.List;

/// The broken twins of the chapter's locks: for bug hunts, and for those who check the checks.
public final class Suspects {
    private Suspects() {}

    /// One or more for each lock; each class says in its [advsys.lab.Broken] what is wrong with it.
    public static List<Maker<Mutex>> broken() {
        return List.of(
                BrokenTasLock::new,
                BrokenCasLock::new,
                BrokenTtasLock::new,
                BrokenBackoffLock::new,
                BrokenTicketLock::new,
                BrokenArrayLock::new,
                BrokenMcsLock::new,
                BrokenClhLock::new);
    }
}
