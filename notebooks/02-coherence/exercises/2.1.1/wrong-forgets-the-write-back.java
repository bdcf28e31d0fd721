// coherent: the line leaves, and what was written leaves with it
class MyRows implements ChangedRows {
    public String rows() {
        return """
            C store : store -> D
            """;
    }
}
