class MyRows implements ChangedRows {
    public String rows() {
        return """
            C store : store -> D
            D evict : send Put to home -> DI_A
            """;
    }
}
