// coherent: a state that the table does not have
class MyRows implements ChangedRows {
    public String rows() {
        return """
            E store : store -> X
            E Rd : send AckShared to requester -> S
            """;
    }
}
