package advsys.multiprocessor.protocol;

/// Who wants to know which entries are used, and which messages are sent.
interface Sink {
    void used(Entry entry);

    void transaction(Event request, int cpu);

    void sent(Event kind, int from, int to, int requester);

    /// `cpu`'s copy has gone because of another's access.
    void lost(Line line, int cpu);

    /// 0 when both are at the same node, otherwise 1.
    int hop(Line line, int from, int to);
}
