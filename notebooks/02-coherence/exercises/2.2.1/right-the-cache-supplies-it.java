class MyRows implements ChangedRows {
    public String rows() {
        return """
            E store : store -> M
            E Rd : send DataShared to requester -> S   # as in the paper of 1984
            """;
    }
}
