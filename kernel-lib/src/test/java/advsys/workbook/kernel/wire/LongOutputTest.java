package advsys.workbook.kernel.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What happens to a cell that shows more than it may, and when there is no place for it.
class LongOutputTest {
    private static final OutputLimits SMALL = new OutputLimits(2_000, 10_000, 50_000, 80_000);

    @TempDir
    Path folder;

    private final List<Message> published = Collections.synchronizedList(new ArrayList<>());
    private final Codec codec = new Codec(new Signer(""));

    @Test
    void belowTheLimit_nothingIsFiled() throws IOException {
        CellOutput output = output(new TextFolder(Optional.of(folder), SMALL.files()));
        print(output, 0, 100);
        output.end();

        assertThat(shown()).isEqualTo(lines(0, 100));
        assertThat(files()).isEmpty();
    }

    @Test
    void aboveTheLimit_headAndTailAreShownAndTheFileHasAll() throws IOException {
        CellOutput output = output(new TextFolder(Optional.of(folder), SMALL.files()));
        print(output, 0, 1000);
        output.end();

        Path file = files().getFirst();
        assertThat(shown())
                .startsWith(lines(0, 100))
                .contains("no more is shown after 2000 bytes: all of it is in " + file)
                .contains("lines (")
                .endsWith(lines(988, 1000));
        assertThat(file).hasContent(lines(0, 1000));
    }

    @Test
    void aboveTheFilesLimit_theTextSaysHowMuchIsThere() throws IOException {
        CellOutput output = output(new TextFolder(Optional.of(folder), SMALL.files()));
        print(output, 0, 20_000);
        output.end();

        assertThat(shown()).contains("of it are in " + files().getFirst()).endsWith("line 19999\n");
        assertThat(Files.size(files().getFirst())).isLessThanOrEqualTo(SMALL.file());
    }

    @Test
    void manyCells_togetherKeepToTheKernelsLimit() throws IOException {
        TextFolder shared = new TextFolder(Optional.of(folder), SMALL.files());
        for (int i = 0; i < 10; i++) {
            CellOutput output = output(shared);
            print(output, 0, 3000);
            output.end();
        }

        long total = 0;
        for (Path file : files()) {
            total += Files.size(file);
        }
        assertThat(total).isLessThanOrEqualTo(SMALL.files());
    }

    @Test
    void folderCannotBeMade_theTemporaryFolderServes() throws IOException {
        Path occupied = Files.writeString(folder.resolve("occupied"), "a file where a folder should be");
        CellOutput output = output(new TextFolder(Optional.of(occupied), SMALL.files()));
        print(output, 0, 1000);
        output.end();

        assertThat(shown()).contains("all of it is in " + System.getProperty("java.io.tmpdir"));
    }

    @Test
    void fileVanishesAndCannotBeWritten_isSaidAndTheCellGoesOn() throws IOException {
        CellOutput output = output(new TextFolder(Optional.of(folder), SMALL.files()));
        print(output, 0, 500);
        Path file = files().getFirst();
        Files.delete(file);
        Files.createDirectory(file); // stands for a full disk: the file cannot be written any more
        print(output, 500, 1000);
        output.end();

        assertThat(shown()).contains("then writing failed").endsWith(lines(988, 1000));
    }

    @Test
    void outputAfterTheEnd_beyondTheLimit_isFiledFromThere() throws IOException {
        CellOutput output = output(new TextFolder(Optional.of(folder), SMALL.files()));
        print(output, 0, 100);
        output.end();
        print(output, 100, 1000);
        output.due();

        assertThat(files().getFirst()).content().startsWith("[the first ").endsWith(lines(900, 1000));
    }

    @Test
    void manyPictures_atOnce_areRefusedWithOneSentence() {
        CellOutput output = output(new TextFolder(Optional.of(folder), SMALL.files()));
        JsonObject picture = new JsonObject();
        picture.add("data", new JsonPrimitive("x".repeat(3000)));
        for (int i = 0; i < 20; i++) {
            output.display("display_data", picture);
        }

        assertThat(published.stream().filter(m -> m.type().equals("display_data")))
                .hasSizeBetween(2, 4);
        assertThat(shown()).containsOnlyOnce("are not shown");
    }

    private CellOutput output(TextFolder place) {
        Transport transport = new Transport() {
            @Override
            public void send(Channel channel, List<byte[]> frames) {
                try {
                    published.add(codec.decode(frames));
                } catch (Malformed malformed) {
                    throw new AssertionError(malformed);
                }
            }

            @Override
            public void afterReceiving(Runnable errand) {
                errand.run();
            }
        };
        Publisher publisher = new Publisher(transport, codec);
        return new CellOutput(
                new JsonObject(), publisher, new StreamClock(), SMALL, new WholeText(place, 4, SMALL.file()));
    }

    private static void print(CellOutput output, int from, int to) {
        for (int i = from; i < to; i++) {
            byte[] line = ("line " + i + "\n").getBytes(StandardCharsets.UTF_8);
            output.write("stdout", line, 0, line.length);
        }
    }

    private static String lines(int from, int to) {
        return Stream.iterate(from, i -> i < to, i -> i + 1)
                .map(i -> "line " + i + "\n")
                .collect(Collectors.joining());
    }

    private String shown() {
        synchronized (published) {
            return published.stream()
                    .filter(message -> message.type().equals("stream"))
                    .map(message -> message.content().get("text").getAsString())
                    .collect(Collectors.joining());
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> found = Files.walk(folder)) {
            return found.filter(path -> path.toString().endsWith(".txt")).toList();
        }
    }
}
