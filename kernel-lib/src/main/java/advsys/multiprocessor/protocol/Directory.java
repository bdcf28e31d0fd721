package advsys.multiprocessor.protocol;

import advsys.lab.Mechanism;

/// A machine of nodes without a common bus: each line of memory has a home node, whose directory knows which caches
/// have a copy. A request goes to the home and nowhere else; the home asks those that it concerns.
///
/// - **Guarantee** one writer or many readers, and every load gives the last value stored, over a network without any
///   order.
/// - **Cost** in messages one after the other: a clean miss two, or none when the home is one's own node; a miss whose
///   line another cache has modified three, or four when the owner answers to the home ([#throughHome]). A store to a
///   line with n sharers sends n invalidations.
/// - **Source** D. Lenoski and others, "The directory-based cache coherence protocol for the DASH multiprocessor", ISCA
///   1990. The home that lets others wait until the requester is done is that of J. Laudon, D. Lenoski, ISCA 1997,
///   without negative acknowledgements.
@Mechanism("ccNUMA directory")
public final class Directory {
    private static final String STATES = "I; S read; M write; IS_D; IM_AD; SM_AD held; MI_A held; II_A";
    private static final String EVENTS = "load/store/evict/reply/last/FwdGetS/FwdGetM/Inv";
    private static final String CACHE = """
            I      load    : send GetS to home                  -> IS_D
            I      store   : send GetM to home                  -> IM_AD
            I      evict   : never
            I      Inv     : send Ack to requester              -> I       # a copy dropped before, without a word

            S      load    : load                               -> S
            S      store   : send GetM to home                  -> SM_AD
            S      evict   : -                                  -> I       # the home is not told
            S      Inv     : send Ack to requester              -> I

            M      load    : load                               -> M
            M      store   : store                              -> M
            M      evict   : send PutM to home                  -> MI_A

            IS_D   last    : fill, load, send Done to home      -> S
            IS_D   Inv     : send Ack to requester              -> IS_D    # for the copy before
            IM_AD  reply   : -                                  -> IM_AD
            IM_AD  last    : fill, store, send Done to home     -> M
            IM_AD  Inv     : send Ack to requester              -> IM_AD
            SM_AD  reply   : -                                  -> SM_AD
            SM_AD  last    : fill, store, send Done to home     -> M
            SM_AD  Inv     : send Ack to requester              -> IM_AD   # overtaken
            MI_A   last    : -                                  -> I
            II_A   last    : -                                  -> I
            II_A   Inv     : send Ack to requester              -> II_A

            *      reply/last/FwdGetS/FwdGetM/Inv : never
            *_D    load/store/evict : never
            *_AD   load/store/evict : never
            *_A    load/store/evict : never
            """;
    private static final String HOME = """
            Uncached GetS   : share, send Data to requester                          -> BusyS_D
            Uncached GetM   : own, send Data to requester                            -> BusyM_D
            Shared   GetS   : share, send Data to requester                          -> BusyS_D
            Shared   GetM   : send Inv to sharers, forget, own, send Data to requester -> BusyM_D
            Modified PutM   : take, forget, send PutAck to requester                 -> Uncached
            BusyS_D  Done   : -                                                      -> Shared
            BusyM_D  Done   : -                                                      -> Modified

            Uncached/Shared/Modified stranger's PutM : send PutAck to requester      -> same  # it has sent its data on
            BusyM_D  PutM   : stall                                                  -> same   # it is not done yet
            * GetS/GetM/stranger's PutM : stall -> same                                       # busy: one at a time
            * PutM/Done/Flush : never
            """;

    private static final Protocol FORWARDING = forwarding();
    private static final Protocol THROUGH_HOME = homeCentric();

    private Directory() {}

    /// The owner of a modified line sends it straight to the requester: three hops.
    public static Protocol protocol() {
        return FORWARDING;
    }

    private static Protocol forwarding() {
        return new Protocol(
                "ccNUMA directory",
                false,
                Table.of("cache's table of the directory", STATES, EVENTS, """
                        M      FwdGetS : send Data to requester, send Flush to home -> S
                        M      FwdGetM : send Data to requester                     -> I
                        MI_A   FwdGetS : send Data to requester, send Flush to home -> II_A
                        MI_A   FwdGetM : send Data to requester                     -> II_A
                        """ + CACHE),
                Table.of(
                        "home's table of the directory",
                        "Uncached; Shared; Modified; BusyS_D; BusyM_D; BusyF_D; BusyF_A",
                        "GetS/GetM/PutM/stranger's PutM/Done/Flush",
                        """
                        Modified GetS  : send FwdGetS to owner, keep, share -> BusyF_D
                        Modified GetM  : send FwdGetM to owner, own         -> BusyM_D
                        BusyF_D  Flush : take                               -> BusyS_D   # then only Done is missing
                        BusyF_D  Done  : -                                  -> BusyF_A
                        BusyF_A  Flush : take                               -> Shared
                        """ + HOME));
    }

    /// The owner of a modified line sends it to the home, which answers the requester: four hops.
    public static Protocol throughHome() {
        return THROUGH_HOME;
    }

    private static Protocol homeCentric() {
        return new Protocol(
                "ccNUMA directory through home",
                false,
                Table.of("cache's table of the directory through home", STATES, EVENTS, """
                        M      FwdGetS : send Flush to home -> S
                        M      FwdGetM : send Flush to home -> I
                        MI_A   FwdGetS : send Flush to home -> II_A
                        MI_A   FwdGetM : send Flush to home -> II_A
                        """ + CACHE),
                Table.of(
                        "home's table of the directory through home",
                        "Uncached; Shared; Modified; BusyS_D; BusyM_D; BusyS_A; BusyM_A",
                        "GetS/GetM/PutM/stranger's PutM/Done/Flush",
                        """
                        Modified GetS  : send FwdGetS to owner, keep, share -> BusyS_A
                        Modified GetM  : send FwdGetM to owner, own         -> BusyM_A
                        BusyS_A  Flush : take, send Data to requester       -> BusyS_D
                        BusyM_A  Flush : take, send Data to requester       -> BusyM_D
                        """ + HOME));
    }
}
