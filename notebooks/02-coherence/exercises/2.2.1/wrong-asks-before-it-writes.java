// frugal: right, and as expensive as MSI
class MyRows implements ChangedRows {
    public String rows() {
        return """
            E store : request Upgr -> SM_AD
            E Rd : send AckShared to requester -> S
            """;
    }
}
