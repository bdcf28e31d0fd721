// coherent: the acknowledgement finds a cache that waits for nothing
class MyRows implements ChangedRows {
    public String rows() {
        return """
            C store : store -> D
            D evict : send Put to home -> I
            """;
    }
}
