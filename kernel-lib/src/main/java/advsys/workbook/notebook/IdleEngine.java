package advsys.workbook.notebook;

import java.util.Map;
import jdk.jshell.spi.ExecutionControl;
import jdk.jshell.spi.ExecutionControlProvider;
import jdk.jshell.spi.ExecutionEnv;

/// A JShell engine that takes classes and runs nothing: every value is the empty text.
final class IdleEngine implements ExecutionControlProvider {

    @Override
    public String name() {
        return "idle";
    }

    @Override
    public ExecutionControl generate(ExecutionEnv environment, Map<String, String> parameters) {
        return new IdleControl();
    }
}
