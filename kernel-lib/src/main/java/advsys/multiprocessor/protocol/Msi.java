package advsys.multiprocessor.protocol;

import advsys.lab.Mechanism;

/// The least that a snooping write-back cache needs: modified, shared, invalid.
///
/// - **Guarantee** one writer or many readers, and every load gives the last value stored.
/// - **Cost** a line that is read and then written costs two bus transactions, even if nobody else wants it; a modified
///   line that another reads goes to memory as well.
/// - **Source** J. Goodman, ISCA 1983; as a bus with requests in flight: D. Sorin, M. Hill, D. Wood, 2011, chapter 7.
@Mechanism("MSI")
public final class Msi {
    private static final Protocol PROTOCOL = make();

    private Msi() {}

    public static Protocol protocol() {
        return PROTOCOL;
    }

    private static Protocol make() {
        return new Protocol(
                "MSI",
                true,
                Table.of(
                        "cache's table of MSI",
                        "I; S read; M write; IS_AD; IS_D; IM_AD; IM_D; SM_AD read; SM_D held; MI_A held; MI_D held",
                        Snooping.EVENTS,
                        """
                        IS_D   alone/shared : fill, load                             -> S

                        S      load     : load                                       -> S
                        S      store    : request Upgr                               -> SM_AD
                        S      evict    : -                                          -> I     # memory has the same
                        S      Rd       : send AckShared to requester                -> S
                        S      RdX/Upgr : send Ack to requester                      -> I
                        SM_AD  Rd       : send AckShared to requester                -> SM_AD
                        SM_AD  RdX/Upgr : send Ack to requester, convert RdX         -> IM_AD # overtaken

                        M      Rd       : send DataShared to requester, send Flush to home  -> S
                        MI_A   Rd       : send Data to requester, send Flush to home, cancel -> I
                        """ + Snooping.COMMON),
                Snooping.memory("MSI", true));
    }
}
