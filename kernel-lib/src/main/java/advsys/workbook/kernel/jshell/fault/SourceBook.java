package advsys.workbook.kernel.jshell.fault;

import advsys.workbook.kernel.jshell.source.Lines;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Everything that the reader has run, by the name that stack traces give it: `In[4]`, `stack.jshell`.
public final class SourceBook {
    private final Map<String, Lines> sources = new ConcurrentHashMap<>();

    public void put(String name, Lines lines) {
        sources.put(name, lines);
    }

    /// The lines of `name`, or null when the reader ran nothing of this name.
    public @Nullable Lines lines(@Nullable String name) {
        return name == null ? null : sources.get(name);
    }
}
