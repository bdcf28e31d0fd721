package advsys.workbook.grading.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import advsys.lab.Judgement;
import advsys.lab.Law;
import advsys.lab.Verdict;
import advsys.locks.Accusation;
import advsys.locks.Contention;
import advsys.locks.Placement;
import advsys.locks.TasLock;
import advsys.locks.TtasLock;
import advsys.locks.checks.Quieter;
import advsys.workbook.grading.sandbox.wire.Data;
import advsys.workbook.grading.sandbox.wire.Parts;
import advsys.workbook.grading.sandbox.wire.Records;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SentLawTest {
    static Stream<Law<?, ?>> plainLaws() {
        return Stream.of(
                Contention.mutualExclusion(),
                Contention.everyoneGetsIn(),
                Contention.firstComeFirstServed(),
                Contention.aloneDoesNotWait(),
                Contention.twoAtOnce(),
                Accusation.convicts(),
                Placement.noSharedLine(8),
                Placement.within(8, 1024));
    }

    private static Law<?, ?> sent(Law<?, ?> law) throws Exception {
        Object data = Data.read(Data.write(SentLaw.parts(law)));
        return SentLaw.law((Parts) data);
    }

    @ParameterizedTest
    @MethodSource("plainLaws")
    void law_sent_isTheSame(Law<?, ?> law) throws Exception {
        assertThat(sent(law)).isEqualTo(law);
        assertThat(SentLaw.observedType(law)).isEqualTo(SentLaw.observedType(sent(law)));
    }

    @Test
    void law_withAConstructor_sent_observesAndJudgesAlike() throws Exception {
        Quieter here = Contention.quieterThan(TasLock::new);
        Quieter there = (Quieter) sent(here);
        Quieter.Seen seen = there.observe(TtasLock::new, 1);
        assertThat(seen.reference().subject()).isEqualTo("TasLock");
        Object data = Records.data(seen);
        assertThat(Handle.judge(here, new Observed.Seen(data), 1).judgement()).isEqualTo(here.judge(seen));
    }

    @Test
    void law_ofAnotherKind_isNotSent() {
        record Foreign() {}
        Parts foreign = new Parts(Foreign.class.getName(), List.of());
        assertThatExceptionOfType(Exception.class).isThrownBy(() -> SentLaw.law(foreign));
        Parts runtime = new Parts("java.lang.Runtime", List.of());
        assertThatExceptionOfType(Exception.class).isThrownBy(() -> SentLaw.law(runtime));
    }

    @Test
    void observation_thatMakesNoSense_isAFailureAndNeverAMark() {
        List<Object> nonsense = Arrays.asList(
                null,
                1L,
                "8 of 8",
                List.of(),
                new Parts("Seen", List.of()),
                new Parts("Seen", List.of(List.of(0L, 128L), "64")),
                new Parts("Seen", List.of(Arrays.asList(0L, null), 64L)),
                new Parts("Seen", List.of(List.of(0L, 128L), 0L)));
        for (Object data : nonsense) {
            Verdict verdict = Handle.judge(Placement.noSharedLine(2), new Observed.Seen(data), 1);
            assertThat(verdict.judgement()).as("%s", data).isInstanceOf(Judgement.Fails.class);
        }
    }

    @Test
    void end_ofEveryKind_isAFailureWithItsReason() {
        Law<?, ?> law = Placement.noSharedLine(2);
        for (Limit limit : Limit.values()) {
            Verdict verdict = Handle.judge(law, new Observed.Refused(limit, "why"), 1);
            assertThat(verdict.holds()).isFalse();
            assertThat(((Judgement.Fails) verdict.judgement()).got()).contains(limit.toString());
        }
        for (Observed end : List.of(
                new Observed.Ended("why"),
                new Observed.NotThere("why"),
                new Observed.Threw("why", false, ""),
                new Observed.Hung("why"))) {
            assertThat(Handle.judge(law, end, 1).judgement()).isInstanceOf(Judgement.Fails.class);
        }
    }
}
