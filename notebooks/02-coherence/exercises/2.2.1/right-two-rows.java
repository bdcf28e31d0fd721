class MyRows implements ChangedRows {
    public String rows() {
        return """
            E store : store -> M
            E Rd : send AckShared to requester -> S
            """;
    }
}
