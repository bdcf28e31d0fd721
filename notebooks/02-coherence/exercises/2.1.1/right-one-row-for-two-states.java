class MyRows implements ChangedRows {
    public String rows() {
        return """
            C/D store : store -> D   # either way it is dirty then
            D evict : send Put to home -> DI_A
            """;
    }
}
