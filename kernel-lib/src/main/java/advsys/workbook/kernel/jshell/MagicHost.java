package advsys.workbook.kernel.jshell;

import advsys.workbook.kernel.jshell.help.Knowledge;
import advsys.workbook.kernel.jshell.magic.Host;
import java.nio.file.Path;
import java.util.concurrent.Callable;

/// The kernel as magics see it, in one cell.
final class MagicHost implements Host {
    private final Session session;
    private final Interpreter interpreter;

    MagicHost(Session session, Interpreter interpreter) {
        this.session = session;
        this.interpreter = interpreter;
    }

    @Override
    public void print(String text) {
        session.print(text);
    }

    @Override
    public void page(String text) {
        interpreter.page(text);
    }

    @Override
    public void addToClassPath(Path jarOrFolder) {
        session.engine().addToClassPath(jarOrFolder);
        session.classIndex().add(jarOrFolder);
    }

    @Override
    public void run(String name, String source) throws Exception {
        interpreter.runFile(session.source(name, source, interpreter.source().cell()));
    }

    @Override
    public <T> T interruptibly(Callable<T> work) throws Exception {
        return interpreter.runAsCell(work);
    }

    @Override
    public void atEnd(Runnable task) {
        interpreter.atEnd(task);
    }

    @Override
    public Knowledge knowledge() {
        return session.knowledge();
    }

    @Override
    public void resetAtEnd() {
        interpreter.atEnd(session::reset);
    }
}
