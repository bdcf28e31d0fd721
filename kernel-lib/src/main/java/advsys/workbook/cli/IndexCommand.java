package advsys.workbook.cli;

import advsys.lab.show.Grid;
import advsys.workbook.index.Index;
import advsys.workbook.index.StartPage;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `./workbook index`: every mechanism of the course, and what there is of it.
@Command(
        name = "index",
        description = "Lists every mechanism with its chapter, class, notebooks, checks and state.",
        mixinStandardHelpOptions = true)
final class IndexCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--json", description = "print a list of {mechanism, chapter, class, notebooks, checks, state}")
    private boolean json;

    @Option(names = "--write", description = "write the lists of notebooks/00-start.ipynb anew")
    private boolean write;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        Path root = Home.root();
        Index index = Index.of(root);
        if (write) {
            boolean changed = StartPage.write(root, index);
            err.println("notebooks/00-start.ipynb " + (changed ? "is written anew" : "was up to date"));
        } else if (!StartPage.isCurrent(root, index)) {
            err.println("notebooks/00-start.ipynb is not up to date: ./workbook index --write");
        }
        if (json) {
            out.println(asJson(index));
        } else if (!write) {
            out.print(asText(index));
        }
        out.flush();
        err.flush();
        return 0;
    }

    private static String asText(Index index) {
        List<List<@Nullable Object>> lines = new ArrayList<>();
        for (Index.Row row : index.rows()) {
            lines.add(Arrays.asList(
                    row.chapter(),
                    row.mechanism(),
                    row.state(),
                    simple(row.type()),
                    count(row.notebooks().size(), "notebook"),
                    count(row.checks().size(), "check")));
            row.variants()
                    .forEach(variant ->
                            lines.add(Arrays.asList("", "  ↳ " + variant.name(), "", simple(variant.type()), "", "")));
        }
        String text = Grid.of(
                        List.of("chapter", "mechanism", "state", "class", "notebooks", "checks"), lines, lines.size())
                .text();
        return text + "\n" + index.built() + " of " + index.rows().size() + " are built\n";
    }

    private static String simple(String type) {
        return type.substring(type.lastIndexOf('.') + 1);
    }

    private static String count(int number, String what) {
        return number == 0 ? "" : number + " " + what + (number == 1 ? "" : "s");
    }

    private static String asJson(Index index) {
        JsonArray list = new JsonArray();
        for (Index.Row row : index.rows()) {
            JsonObject object = new JsonObject();
            object.addProperty("mechanism", row.mechanism());
            object.addProperty("chapter", row.chapter());
            object.add("class", row.isBuilt() ? new JsonPrimitive(row.type()) : JsonNull.INSTANCE);
            object.add("notebooks", texts(row.notebooks()));
            object.add("checks", texts(row.checks()));
            object.addProperty("state", row.state());
            if (!row.variants().isEmpty()) {
                JsonArray variants = new JsonArray();
                row.variants().forEach(variant -> {
                    JsonObject one = new JsonObject();
                    one.addProperty("variant", variant.name());
                    one.addProperty("class", variant.type());
                    variants.add(one);
                });
                object.add("variants", variants);
            }
            list.add(object);
        }
        return new GsonBuilder()
                .setPrettyPrinting()
                .serializeNulls()
                .disableHtmlEscaping()
                .create()
                .toJson((JsonElement) list);
    }

    private static JsonArray texts(List<String> texts) {
        JsonArray list = new JsonArray();
        texts.forEach(list::add);
        return list;
    }
}
