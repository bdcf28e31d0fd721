package advsys.workbook.kernel.jshell;

/// Does a little of everything before the reader does, so that the compiler's classes are there.
final class WarmUp {
    private static final String STATEMENT =
            "{ java.util.function.IntUnaryOperator more = i -> i + 1; for (int i = 0; i < more.applyAsInt(1); i++) {} }";

    private WarmUp() {}

    /// What every cell needs.
    static void atOnce(Session session) {
        Origin.Source source = new Origin.Source("start-up", "0", 0);
        session.engine().evaluateExpression(source.text(), source, 0, (evaluation, code) -> code.call());
    }

    /// What most notebooks need soon.
    static void whenIdle(Session session, CompilerThread compiler) {
        compiler.whenIdle(() -> {
            Origin.Source source = new Origin.Source("start-up", STATEMENT, 0);
            session.engine().evaluate(STATEMENT, source, 0, (evaluation, code) -> code.call());
        });
        compiler.whenIdle(() -> {
            String code = "Math.ma";
            session.engine().analyse(analysis -> session.completer().complete(code, code.length(), analysis));
        });
    }
}
