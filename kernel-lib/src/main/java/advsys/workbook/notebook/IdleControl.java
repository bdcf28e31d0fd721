package advsys.workbook.notebook;

import jdk.jshell.spi.ExecutionControl;

/// The work of a JShell engine that takes classes and runs nothing: every value is the empty text. Who wants to know
/// what it was asked to do overrides that.
public class IdleControl implements ExecutionControl {
    @Override
    public void load(ClassBytecodes[] classes) {} // javac has accepted them, which is all that is asked

    @Override
    public void redefine(ClassBytecodes[] classes) throws ClassInstallException {}

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
}
