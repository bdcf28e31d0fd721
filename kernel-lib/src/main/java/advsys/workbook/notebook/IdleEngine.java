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
        return new ExecutionControl() {
            @Override
            public void load(ClassBytecodes[] classes) {} // javac has accepted them, which is all that is asked

            @Override
            public void redefine(ClassBytecodes[] classes) {}

            @Override
            public String invoke(String className, String methodName) {
                return "";
            }

            @Override
            public String varValue(String className, String variableName) {
                return "";
            }

            @Override
            public void addToClasspath(String path) {}

            @Override
            public void stop() {}

            @Override
            public Object extensionCommand(String command, Object argument) {
                return "";
            }

            @Override
            public void close() {}
        };
    }
}
