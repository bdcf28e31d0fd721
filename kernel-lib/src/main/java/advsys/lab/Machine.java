package advsys.lab;

/// What a scenario runs on: this host, or a machine that is simulated. A value for a knob:
/// `with("machine", Machine.host(), …)`.
///
/// A scenario makes its subject and its crew by the machine that it is given, and is otherwise the same on all.
public interface Machine {
    /// This host's cores: subjects as they are, threads pinned to CPUs.
    static Machine host() {
        return HostMachine.HERE;
    }

    /// The subject as this machine runs it.
    ///
    /// @throws Exception what the maker throws, or why the machine cannot run such a subject
    <T> T make(Maker<T> maker) throws Exception;

    /// Workers on this machine's CPUs.
    Crew crew(Trial trial);

    /// True where time passes in a simulation only, so that nothing else on the host can disturb what is seen there.
    default boolean isSimulated() {
        return true;
    }
}
