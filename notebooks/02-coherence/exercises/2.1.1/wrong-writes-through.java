// frugal: right, and memory is written at the first store already
class MyRows implements ChangedRows {
    public String rows() {
        return """
            C store : store, send Put to home -> DI_A
            D evict : send Put to home -> DI_A
            """;
    }
}
