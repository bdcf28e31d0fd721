package advsys.lab;

import java.util.List;

/// How this project measures one published figure on a host. `./workbook reproduce` runs it in several JVMs and pools
/// what they say, because one JVM's compiled code and memory layout are one draw of a lottery (A. Georges, D. Buytaert,
/// L. Eeckhout, "Statistically rigorous Java performance evaluation", OOPSLA 2007).
///
/// @param figure the figure's id in `data/figures.tsv`
/// @param how in a few words what is measured
/// @param cores how many the measurement needs
/// @param measurement gives the samples of one JVM
public record Reproduction(String figure, String how, int cores, Measurement measurement) {
    /// What one JVM measures.
    @FunctionalInterface
    public interface Measurement {
        /// One number for each trial, comparable with the figure.
        double[] samples(int trials) throws Exception;
    }

    /// A chapter's reproductions, found by [java.util.ServiceLoader].
    public interface Chapter {
        /// All that the chapter can measure.
        List<Reproduction> reproductions();
    }
}
