package advsys.workbook.grading;

import advsys.workbook.grading.Program.Step;
import advsys.workbook.notebook.IdleControl;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jdk.jshell.spi.ExecutionControl;
import jdk.jshell.spi.ExecutionControlProvider;
import jdk.jshell.spi.ExecutionEnv;

/// A JShell engine that runs nothing and writes down what it was asked to do.
final class RecordedSteps implements ExecutionControlProvider {
    private final List<Step> steps = new ArrayList<>();

    List<Step> steps() {
        return List.copyOf(steps);
    }

    @Override
    public String name() {
        return "recording";
    }

    @Override
    public ExecutionControl generate(ExecutionEnv environment, Map<String, String> parameters) {
        return new IdleControl() {
            @Override
            public void load(ClassBytecodes[] classes) {
                for (ClassBytecodes each : classes) {
                    steps.add(new Step.Define(each.name(), each.bytecodes()));
                }
            }

            @Override
            public void redefine(ClassBytecodes[] classes) throws ClassInstallException {
                throw new ClassInstallException("a class is made once", new boolean[classes.length]);
            }

            @Override
            public String invoke(String className, String methodName) {
                steps.add(new Step.Call(className, methodName));
                return "";
            }
        };
    }
}
