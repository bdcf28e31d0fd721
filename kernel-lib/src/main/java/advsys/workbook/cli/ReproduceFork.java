package advsys.workbook.cli;

import advsys.lab.Figure;
import advsys.lab.HostCard;
import advsys.lab.Reproduction;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/// One JVM of `./workbook reproduce`: measures, and prints a line for each figure, `SAMPLES id 1.2 1.3 …`.
final class ReproduceFork {
    private static final String MARK = "SAMPLES ";

    private ReproduceFork() {}

    /// Measures in this JVM.
    static void measure(List<Figure> figures, Map<String, Reproduction> measured, int trials, PrintWriter out) {
        int cores = HostCard.here().cores();
        for (Figure figure : figures) {
            Reproduction reproduction = measured.get(figure.id());
            if (reproduction == null || reproduction.cores() > cores) {
                continue;
            }
            double[] samples;
            try {
                samples = reproduction.measurement().samples(trials);
            } catch (Exception e) { // one that fails must not take the others with it
                System.err.println(figure.id() + ": " + e);
                samples = new double[0];
            }
            out.println(MARK + figure.id() + " "
                    + DoubleStream.of(samples).mapToObj(Double::toString).collect(Collectors.joining(" ")));
            out.flush();
        }
    }

    /// The samples that a new JVM measures, by id. The progress of its measurements is not shown.
    ///
    /// @throws IOException if it fails
    static Map<String, double[]> run(List<String> options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(System.getProperty("java.home") + File.separator + "bin" + File.separator + "java");
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
        command.addAll(options);
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        Thread end = new Thread(process::destroy); // an interrupted command takes its child with it
        Runtime.getRuntime().addShutdownHook(end);
        Map<String, double[]> samples = new LinkedHashMap<>();
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                int at = line.indexOf(MARK);
                if (at >= 0) {
                    String[] words = line.substring(at + MARK.length()).strip().split(" ", -1);
                    samples.put(
                            words[0],
                            List.of(words).subList(1, words.length).stream()
                                    .mapToDouble(Double::parseDouble)
                                    .toArray());
                }
            }
        }
        int code = process.waitFor();
        Runtime.getRuntime().removeShutdownHook(end);
        if (code != 0) {
            throw new IOException("the measuring JVM ended with " + code);
        }
        return samples;
    }
}
