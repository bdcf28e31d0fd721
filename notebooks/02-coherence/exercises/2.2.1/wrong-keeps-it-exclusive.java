// coherent: two caches have the line, and one may still write without a word
class MyRows implements ChangedRows {
    public String rows() {
        return """
            E store : store -> M
            E Rd : send AckShared to requester -> E
            """;
    }
}
