// coherent: what was written is lost, for nobody knows that it is dirty
class MyRows implements ChangedRows {
    public String rows() {
        return """
            E Rd : send AckShared to requester -> S
            """;
    }
}
