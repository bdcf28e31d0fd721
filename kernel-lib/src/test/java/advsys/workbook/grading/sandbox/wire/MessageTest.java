package advsys.workbook.grading.sandbox.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessageTest {
    private static final Message EVERYTHING = Message.of(
            "all",
            null,
            true,
            false,
            Long.MIN_VALUE,
            -0.0,
            "ä\u0000\uD83D\uDE00",
            List.of(),
            Arrays.asList(1L, null, List.of("x")),
            new Parts("Seen", Arrays.asList(null, 2L)));

    private static byte[] bytes(Message message) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        message.send(out);
        return out.toByteArray();
    }

    private static Message receive(byte[] bytes) throws IOException {
        return Message.receive(new ByteArrayInputStream(bytes));
    }

    /// A frame around `body`.
    private static byte[] framed(byte[] body) {
        return ByteBuffer.allocate(4 + body.length)
                .putInt(body.length)
                .put(body)
                .array();
    }

    @Test
    void everyKindOfData_sentAndReceived_isTheSame() throws IOException {
        assertThat(receive(bytes(EVERYTHING))).isEqualTo(EVERYTHING);
    }

    @Test
    void severalMessages_inOneStream_comeInOrder() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Message.of("one", 1L).send(out);
        Message.of("two").send(out);
        ByteArrayInputStream in = new ByteArrayInputStream(out.toByteArray());
        assertThat(Message.receive(in)).isEqualTo(Message.of("one", 1L));
        assertThat(Message.receive(in)).isEqualTo(Message.of("two"));
        assertThat(Message.receive(in)).isNull();
    }

    @Test
    void message_cutAnywhere_isRefused() throws IOException {
        byte[] whole = bytes(EVERYTHING);
        for (int length = 1; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatExceptionOfType(WireException.class).isThrownBy(() -> receive(cut));
        }
    }

    @Test
    void bytes_changedByDice_giveDataOrARefusal() throws IOException {
        long seed = 20_261_121;
        Random random = new Random(seed);
        byte[] whole = bytes(EVERYTHING);
        int refused = 0;
        for (int i = 0; i < 20_000; i++) {
            byte[] changed = whole.clone();
            for (int change = random.nextInt(1, 4); change > 0; change--) {
                changed[random.nextInt(4, changed.length)] = (byte) random.nextInt(256);
            }
            try {
                receive(changed);
            } catch (WireException isRefused) {
                refused++;
            }
        }
        assertThat(refused).as("seed %d", seed).isPositive();
    }

    @Test
    void bytes_ofNoMessageAtAll_giveDataOrARefusal() throws IOException {
        Random random = new Random(4);
        for (int i = 0; i < 5_000; i++) {
            byte[] noise = new byte[random.nextInt(64)];
            random.nextBytes(noise);
            try {
                receive(framed(noise));
            } catch (WireException isRefused) {
                assertThat(isRefused).hasMessageNotContaining("null");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, Integer.MIN_VALUE, Integer.MAX_VALUE, Message.LARGEST + 1})
    void length_beyondTheBound_isRefusedBeforeAnythingIsRead(int length) {
        byte[] head = ByteBuffer.allocate(4).putInt(length).array();
        assertThatExceptionOfType(WireException.class)
                .isThrownBy(() -> receive(head))
                .withMessageContaining("bytes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"L", "S", "R"})
    void count_largerThanTheRest_isRefusedWithoutTakingMemory(String tag) {
        byte[] body = ByteBuffer.allocate(5)
                .put((byte) tag.charAt(0))
                .putInt(Integer.MAX_VALUE)
                .array();
        assertThatExceptionOfType(WireException.class).isThrownBy(() -> receive(framed(body)));
    }

    @Test
    void depth_beyondTheBound_isRefusedBothWays() {
        ByteBuffer deep = ByteBuffer.allocate(5 * 10_000);
        for (int i = 0; i < 10_000; i++) {
            deep.put((byte) 'L').putInt(1);
        }
        assertThatExceptionOfType(WireException.class)
                .isThrownBy(() -> receive(framed(deep.array())))
                .withMessageContaining("deep");
        List<Object> nested = List.of();
        for (int i = 0; i < 10_000; i++) {
            nested = List.of(nested);
        }
        Message message = Message.of("deep", nested);
        assertThatExceptionOfType(WireException.class).isThrownBy(() -> bytes(message));
    }

    @Test
    void message_thatIsTooLargeOrNotPlain_isNotSent() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThatExceptionOfType(WireException.class)
                .isThrownBy(() -> Message.of("big", "x".repeat(Message.LARGEST)).send(out));
        assertThatExceptionOfType(WireException.class)
                .isThrownBy(() -> Message.of("object", new Object()).send(out));
        assertThat(out.size()).isZero();
    }

    @Test
    void data_followedByMore_isRefused() {
        assertThatExceptionOfType(WireException.class).isThrownBy(() -> Data.read(new byte[] {'N', 'N'}));
    }

    @Test
    void message_withoutAName_isRefused() throws IOException {
        for (Object none : new ArrayList<>(Arrays.asList(null, 1L, List.of(), List.of(1L)))) {
            byte[] frame = framed(Data.write(none));
            assertThatExceptionOfType(WireException.class).isThrownBy(() -> receive(frame));
        }
    }
}
