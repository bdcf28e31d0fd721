package advsys.workbook.kernel.jshell.magic;

import eu.maveniverse.maven.mima.context.Context;
import eu.maveniverse.maven.mima.context.ContextOverrides;
import eu.maveniverse.maven.mima.context.Runtimes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.collection.CollectRequest;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.resolution.ArtifactResult;
import org.eclipse.aether.resolution.DependencyRequest;
import org.eclipse.aether.resolution.DependencyResolutionException;
import org.eclipse.aether.util.artifact.JavaScopes;

/// `%maven org.apache.commons:commons-lang3:3.17.0`: an artifact and what it needs, from the local repository or the
/// network, as the reader's settings of Maven say.
final class Maven implements Magic {
    private final Supplier<ContextOverrides> settings;

    Maven() {
        this(() -> usual(Path.of(System.getProperty("user.home", "."), ".m2", "repository")));
    }

    /// @param settings which repositories are asked, and where what they send is kept
    Maven(Supplier<ContextOverrides> settings) {
        this.settings = settings;
    }

    /// The reader's own settings; where the usual folder cannot be written, downloads are kept under `.workbook`, as
    /// those of `./workbook` are.
    static ContextOverrides usual(Path downloads) {
        ContextOverrides.Builder settings = ContextOverrides.create().withUserSettings(true);
        String root = System.getProperty("advsys.root");
        if (root != null && !canBeMade(downloads)) {
            settings.withLocalRepositoryOverride(Path.of(root, ".workbook", "m2", "repository"));
        }
        return settings.build();
    }

    private static boolean canBeMade(Path folder) {
        try {
            return Files.isWritable(Files.createDirectories(folder));
        } catch (IOException readOnly) {
            return false;
        }
    }

    @Override
    public String usage() {
        return "%maven G:A:V…         adds a Maven artifact, and what it needs, to the class path";
    }

    @Override
    public void run(String arguments, Host host) throws Exception {
        List<String> coordinates = Paths.words(arguments);
        if (coordinates.isEmpty()) {
            throw new MagicException(
                    "%maven needs coordinates, such as  %maven org.apache.commons:commons-lang3:3.17.0");
        }
        for (String each : coordinates) {
            List<Path> jars = host.interruptibly(() -> resolve(each));
            jars.forEach(host::addToClassPath);
            int others = jars.size() - 1;
            host.print(
                    each + (others < 1 ? " is" : " and " + others + " that it needs are") + " on the class path now\n");
        }
    }

    private List<Path> resolve(String coordinates) throws MagicException {
        DefaultArtifact artifact;
        try {
            artifact = new DefaultArtifact(coordinates);
        } catch (IllegalArgumentException malformed) {
            throw new MagicException("\"" + coordinates + "\" are no coordinates: they are group:artifact:version");
        }
        try (Context context = Runtimes.INSTANCE.getRuntime().create(settings.get())) {
            CollectRequest collect =
                    new CollectRequest(new Dependency(artifact, JavaScopes.RUNTIME), context.remoteRepositories());
            List<Path> jars = new ArrayList<>();
            for (ArtifactResult result : context.repositorySystem()
                    .resolveDependencies(context.repositorySystemSession(), new DependencyRequest(collect, null))
                    .getArtifactResults()) {
                jars.add(result.getArtifact().getFile().toPath());
            }
            return jars;
        } catch (DependencyResolutionException failed) {
            throw new MagicException(
                    coordinates + " cannot be had: " + rootMessage(failed)
                            + "\nIt is not in the local repository; look for a typing error, and whether the network is there.");
        }
    }

    private static String rootMessage(Throwable failed) {
        Throwable root = failed;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return String.valueOf(root.getMessage());
    }
}
