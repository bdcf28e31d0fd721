package advsys.multiprocessor.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Tables with one wrong row, each of which the check must catch. A mutant that is a *race* does everything right as
/// long as accesses do not overlap.
class MutantsTest {
    enum Fails {
        ALWAYS,
        ONLY_IN_A_RACE
    }

    private static final String NEVER_MIND = "";

    /// A protocol with a wrong row; `home` is a row of the home's table.
    record Mutant(Fails fails, Protocol original, String cache, String home) {
        Protocol protocol() {
            Protocol changed = cache.isEmpty() ? original : original.with(cache);
            return home.isEmpty() ? changed : changed.withHome(home);
        }

        @Override
        public String toString() {
            return original + ": " + cache + home;
        }
    }

    static Stream<Mutant> mutants() {
        return Stream.of(inMsi(), inMesi(), inMoesi(), inFirefly(), inTheDirectory())
                .flatMap(List::stream);
    }

    private static Mutant always(Protocol original, String cache) {
        return new Mutant(Fails.ALWAYS, original, cache, NEVER_MIND);
    }

    private static Mutant race(Protocol original, String cache) {
        return new Mutant(Fails.ONLY_IN_A_RACE, original, cache, NEVER_MIND);
    }

    private static List<Mutant> inMsi() {
        Protocol msi = Msi.protocol();
        return List.of(
                always(msi, "S RdX : send Ack to requester -> S"), // keeps a copy that is written elsewhere
                always(msi, "S Upgr : send Ack to requester -> S"),
                always(msi, "S store : store -> M"), // tells nobody
                always(msi, "M Rd : send DataShared to requester -> S"), // memory is not told
                always(msi, "M Rd : send AckShared to requester, send Flush to home -> S"), // memory's old data wins
                always(msi, "M evict : - -> I"), // the write-back is forgotten
                always(msi, "IM_D reply : fill, store -> M"), // does not wait for the others' answers
                always(msi, "M RdX : send Data to requester -> M"),
                race(msi, "SM_AD RdX/Upgr : send Ack to requester -> IM_AD"), // still asks for an upgrade only
                race(msi, "SM_AD RdX/Upgr : send Ack to requester -> SM_AD"), // does not notice that it was overtaken
                race(msi, "MI_A Rd : send Data to requester, send Flush to home -> I"), // the request is left behind
                race(msi, "MI_A RdX : send Data to requester -> MI_A"), // writes back what is another's by now
                race(msi, "IS_AD Rd/RdX/Upgr : - -> IS_AD"), // who waits does not answer
                new Mutant(Fails.ALWAYS, msi, NEVER_MIND, "Memory WbData : send Ack to requester -> Memory"));
    }

    private static List<Mutant> inMesi() {
        Protocol mesi = Mesi.protocol();
        return List.of(
                always(mesi, "IS_D shared : fill, load -> E"), // exclusive, though others have it
                always(mesi, "E Rd : send Ack to requester -> E"),
                always(mesi, "E Rd : send Ack to requester -> S"), // says that it keeps no copy
                always(mesi, "E store : store -> E"), // modified, and nobody will know
                always(mesi, "S Rd : send Ack to requester -> S"),
                race(mesi, "SM_AD Rd : send Ack to requester -> SM_AD"), // the other takes the line for exclusive
                race(mesi, "MI_A Rd : send DataShared to requester, cancel -> I"));
    }

    private static List<Mutant> inMoesi() {
        Protocol moesi = Moesi.protocol();
        return List.of(
                always(moesi, "O evict : - -> I"), // the only current copy is lost
                always(moesi, "O Rd : send AckShared to requester -> O"),
                always(moesi, "O store : store -> M"),
                race(moesi, "OI_A Rd : send Data to requester, cancel -> I"), // memory stays stale
                race(moesi, "OM_AD RdX : send Ack to requester, convert RdX -> IM_AD"), // its data is the only current
                race(moesi, "OM_AD Upgr : send Ack to requester -> OM_AD"),
                race(moesi, "OI_A Upgr : send Ack to requester -> OI_A")); // writes back after another's store
    }

    private static List<Mutant> inFirefly() {
        Protocol firefly = Firefly.protocol();
        return List.of(
                always(firefly, "SU_D shared : store, send Flush to home -> S"), // the others never hear of it
                always(firefly, "SU_D shared : store, send Word to others -> S"), // memory does not
                always(firefly, "S_W Word : - -> S"), // heard, and not believed
                race( // read while the word is being sent
                        firefly, "S Upd : send AckShared to requester -> S\nS Word : refresh -> S"),
                race(firefly, "SU_AD Word : - -> SU_AD")); // its own store goes into an old copy
    }

    private static List<Mutant> inTheDirectory() {
        Protocol directory = Directory.protocol();
        return List.of(
                always(directory, "S Inv : send Ack to requester -> S"),
                always(directory, "M FwdGetS : send Data to requester -> S"), // the home waits for the data
                always(directory, "IM_AD reply : fill, store -> IM_AD"),
                race(directory, "SM_AD Inv : - -> IM_AD"),
                race(directory, "MI_A FwdGetS : send Data to requester, send Flush to home -> MI_A"),
                race(directory, "II_A Inv : - -> II_A"),
                new Mutant(
                        Fails.ALWAYS,
                        directory,
                        NEVER_MIND,
                        "Shared GetM : forget, own, send Data to requester -> BusyM_D"),
                new Mutant(
                        Fails.ALWAYS,
                        directory,
                        NEVER_MIND,
                        "Modified GetS : share, send Data to requester -> BusyS_D"),
                new Mutant( // an acknowledgement overtakes the request that was sent on before it
                        Fails.ONLY_IN_A_RACE,
                        directory,
                        NEVER_MIND,
                        "BusyM_D stranger's PutM : send PutAck to requester -> BusyM_D"),
                new Mutant( // two requests at a time
                        Fails.ONLY_IN_A_RACE,
                        directory,
                        NEVER_MIND,
                        "BusyM_D GetM : send FwdGetM to owner, own -> BusyM_D"));
    }

    @ParameterizedTest
    @MethodSource("mutants")
    void check_mutant_isCaught(Mutant mutant) {
        Protocol wrong = mutant.protocol();
        Verdict verdict = wrong.check();
        assertThat(verdict.violation()).as(mutant.toString()).isNotEmpty();
        Verdict inTurn = new ProtocolCheck(wrong, 3, false).verdict();
        assertThat(inTurn.violation().isEmpty())
                .as("%s: right as long as accesses do not overlap (%s)", mutant, inTurn.violation())
                .isEqualTo(mutant.fails == Fails.ONLY_IN_A_RACE);
    }
}
