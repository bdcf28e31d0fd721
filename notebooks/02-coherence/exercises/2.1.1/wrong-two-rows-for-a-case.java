// coherent: nobody knows which of the two rows counts
class MyRows implements ChangedRows {
    public String rows() {
        return """
            C store : store -> D
            C store : store -> C
            D evict : send Put to home -> DI_A
            """;
    }
}
