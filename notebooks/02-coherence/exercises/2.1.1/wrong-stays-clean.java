// coherent: a clean line leaves without a word, and this one is not clean
class MyRows implements ChangedRows {
    public String rows() {
        return """
            D evict : send Put to home -> DI_A
            """;
    }
}
