package advsys.workbook.kernel.jshell;

import static org.assertj.core.api.Assertions.assertThat;

import advsys.workbook.kernel.jshell.TestNotebook.Ran;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a program may declare, a cell may declare.
class DeclarationsTest {
    private static final TestNotebook NOTEBOOK = new TestNotebook();

    @AfterAll
    static void close() {
        NOTEBOOK.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = "→→",
            quoteCharacter = '¶',
            value = {
                "record A(int a) { A { if (a < 0) throw new IllegalArgumentException(); } } new A(3) →→ A[a=3]",
                "record B(int lo, int hi) { B(int lo, int hi) { this.lo = lo; this.hi = hi; } } new B(1, 2) →→ B[lo=1, hi=2]",
                "record C<T>(T t) { static <T> C<T> of(T t) { return new C<>(t); } C { } } C.of(1) →→ C[t=1]",
                "@Deprecated record D(int a) { @Deprecated D { } <T> D(List<T> l) { this(l.size()); } int D() { return a; } }"
                        + " new D(List.of(1, 2)).D() →→ 2",
                "protected record E(int a) { protected E { } } new E(1) →→ E[a=1]",
                "public record F(int a) { public F { } } new F(1) →→ F[a=1]",
                "class G { record In(int a) { In { a++; } } } new G.In(1) →→ In[a=2]",
                "class H { private record In(int a) { private In { } } static int t() { return new In(3).a(); } } H.t() →→ 3",
                "sealed interface S permits S1, S2 { } record S1(int r) implements S { S1 { r *= 2; } } "
                        + "record S2() implements S { } new S1(2) →→ S1[r=4]",
                "enum Op { PLUS { int of(int a, int b) { return a + b; } }; abstract int of(int a, int b); }"
                        + " Op.PLUS.of(1, 2) →→ 3",
                "enum Colour { RED(1); private final int v; Colour(int v) { this.v = v; } } Colour.valueOf(`RED`.substring(0)) →→ RED",
                "class One { private static final One IT = new One(); private One() { } static One it() { return IT; } int x = 7; }"
                        + " One.it().x →→ 7",
                "@FunctionalInterface interface Fun { int f(int x); default Fun twice() { return x -> f(f(x)); } }"
                        + " Fun inc = x -> x + 1; inc.twice().f(1) →→ 3",
                "@interface Mark { String value() default `x`; } @Mark class Marked { } new Marked() != null →→ true",
                "abstract class Base { abstract int n(); protected int twice() { return 2 * n(); } }"
                        + " class Derived extends Base { int n() { return 21; } } new Derived().twice() →→ 42",
                "sealed interface Tree<T> { record Leaf<T>(T v) implements Tree<T> { }"
                        + " record Node<T>(Tree<T> l, Tree<T> r) implements Tree<T> { } }"
                        + " <T> int size(Tree<T> t) { return switch (t) { case Tree.Leaf<T>(var v) -> 1;"
                        + " case Tree.Node<T>(var l, var r) -> size(l) + size(r); }; }"
                        + " size(new Tree.Node<>(new Tree.Leaf<>(1), new Tree.Leaf<>(2))) →→ 2",
                "class Shadow { int x = 1; class In { int x = 2; int both() { return x + Shadow.this.x; } } }"
                        + " new Shadow().new In().both() →→ 3",
                "int fib(int n) { return n < 2 ? n : fib(n - 1) + fib(n - 2); } int fib(String s) {"
                        + " return fib(Integer.parseInt(s)); } fib(`10`) →→ 55",
                "int many(int... xs) { return xs.length; } many(1, 2, 3) →→ 3",
                "<T extends Comparable<? super T>> T most(List<? extends T> l) { return Collections.max(l); }"
                        + " most(List.of(1, 3, 2)) →→ 3",
                "int[] row = {1, 2, 3}, rows[] = {{1}, {2}}; row.length + rows.length →→ 5",
                "private static int hidden(int x) throws java.io.IOException { return x; } hidden(3) →→ 3",
                "interface Box<T> { T pop(); static <T> Box<T> of(T t) { return new Box<>() { public T pop() { return t; } }; } }"
                        + " Box.of(4).pop() →→ 4",
                "String kind(Object o) { return switch (o) { case null -> `none`; case Integer i when i > 10 -> `big`;"
                        + " default -> `other`; }; } kind(11) + kind(null) →→ bignone",
                "int über = 3; über + 1 →→ 4",
                "var record = 5; record + 1 →→ 6",
                "import module java.base; List.of(1) →→ [1]",
                "Function<Integer, Integer> one = _ -> 1; one.apply(2) →→ 1",
                "class Numbered { private static int next; final int id = next++; static { next = 5; } } new Numbered().id →→ 5",
                "class Ring<E> implements Iterable<E> { List<E> in = new ArrayList<>(); private class It implements Iterator<E> {"
                        + " int at; public boolean hasNext() { return at < in.size(); } public E next() { return in.get(at++); } }"
                        + " public Iterator<E> iterator() { return new It(); } } var ring = new Ring<Integer>(); ring.in.add(6);"
                        + " int sum = 0; for (int each : ring) sum += each; sum →→ 6",
            })
    void declaration_meansWhatItMeansInAProgram(String code, String shown) {
        assertThat(NOTEBOOK.value(code.replace('`', '"'))).isEqualTo(shown);
    }

    @Test
    void recordThatRefuses_isShownWithTheReadersLines() {
        Ran ran = NOTEBOOK.run("record Deep(List<Integer> l) { Deep {\n  l = List.copyOf(l);\n  if (l.isEmpty())\n"
                + "    throw new IllegalArgumentException(\"empty\");\n} }\nnew Deep(List.of())");

        assertThat(ran.failure().name()).isEqualTo("IllegalArgumentException");
        assertThat(ran.traceback())
                .contains("line 4")
                .contains("--> 4 |     throw")
                .contains("--> 6 | new Deep(");
    }

    @Test
    void recordThatDoesNotCompile_isShownWithTheReadersColumns() {
        Ran ran = NOTEBOOK.run("record Bad(int a) { Bad { a = \"x\"; } int m() { return bar; } }");

        assertThat(ran.traceback())
                .contains("--> 1 | record Bad(int a) { Bad { a = \"x\"; } int m() { return bar; } }\n"
                        + "      |                               ^^^\n")
                .contains("\n      |                                                       ^^^");
    }

    @Test
    void source_isWhatTheReaderWrote() {
        String code = "record Own(int a) { Own { a++; } Own() { this(1); } }";
        NOTEBOOK.run(code);

        assertThat(NOTEBOOK.value("advsys.lab.Source.of(Own.class)")).contains(code);
    }
}
