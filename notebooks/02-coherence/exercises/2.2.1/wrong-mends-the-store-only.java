// coherent: the reader is told that nobody has a copy, and takes the line for its own
class MyRows implements ChangedRows {
    public String rows() {
        return """
            E store : store -> M
            """;
    }
}
