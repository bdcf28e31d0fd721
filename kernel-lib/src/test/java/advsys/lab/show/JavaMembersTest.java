package advsys.lab.show;

import static org.assertj.core.api.Assertions.assertThat;

import advsys.lab.show.JavaMembers.Member;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JavaMembersTest {
    private static final String CLASS = """
            package a;

            import java.util.Map;

            /// The class.
            @Mechanism("a { lock")
            public final class Lock<T extends Map<String, T>> implements Mutex, Runnable {
                private final Map<String, Integer> waiting = Map.of("}", 1); // not of the next

                /// Text with { and }.
                static final String TEXT = QUOTES
                        { \\QUOTES ; }
                        QUOTES;
                private final Runnable hook = () -> { lock(); }, other = null;

                enum State {
                    FREE, HELD(1) { void f() {} }, BROKEN(2);

                    State(int... x) {}
                }

                record Node(int x, List<Integer> y) implements A, B {
                    Node {
                        check(x);
                    }
                }

                static {
                    init();
                }

                Lock() throws A, B {}

                /// Takes it.
                @Override
                public void lock() {
                    if (x < 1 && y > 2) { char c = '}'; }
                }

                /* Again. */ public <R> Map<R, int[]> lock(Map<R, ? super T> map, int... more) { return null; }

                abstract int size() throws A, B;

                @interface Named { String value() default "{"; }
            }
            """.replace("QUOTES", "\"\"\"");

    private static List<Member> body() {
        Member type = JavaMembers.in(CLASS, 0, CLASS.length()).getLast();
        return JavaMembers.in(CLASS, type.bodyStart(), type.end());
    }

    private static String text(Member member) {
        return CLASS.substring(member.start(), member.end());
    }

    @Test
    void in_file_findsTheTypeWithItsComment() {
        Member type = JavaMembers.in(CLASS, 0, CLASS.length()).getLast();
        assertThat(type.kind() + " " + type.name()).isEqualTo("type Lock");
        assertThat(text(type)).startsWith("/// The class.\n@Mechanism").endsWith("}\n}");
    }

    @Test
    void in_body_findsEveryMemberInOrder() {
        assertThat(body().stream()
                        .map(member -> member.kind() + " " + member.name())
                        .collect(Collectors.toList()))
                .containsExactly(
                        "field waiting",
                        "field TEXT",
                        "field hook",
                        "type State",
                        "type Node",
                        "block ",
                        "method Lock",
                        "method lock",
                        "method lock",
                        "method size",
                        "type Named");
    }

    @Test
    void in_body_membersTakeTheirOwnCommentsOnly() {
        List<Member> members = body();
        assertThat(text(members.get(1))).startsWith("/// Text with { and }.").endsWith("\"\"\";");
        assertThat(text(members.get(7)))
                .startsWith("/// Takes it.\n    @Override")
                .endsWith("}\n    }");
        assertThat(text(members.get(8))).startsWith("/* Again. */ public <R>").endsWith("return null; }");
    }

    @Test
    void in_enum_tellsConstantsFromMethods() {
        Member state = body().get(3);
        assertThat(JavaMembers.in(CLASS, state.bodyStart(), state.end()).stream()
                        .filter(member -> member.kind().equals("method"))
                        .map(Member::name))
                .contains("State")
                .doesNotContain("BROKEN", "FREE");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "}",
                "{",
                "((((",
                "class",
                "class A",
                "class A {",
                "record R(",
                "\"",
                "'",
                "\"\"\"",
                "/*",
                "@",
                "@interface",
                "int x = ",
                "a b(c d",
                "enum E { A(",
                "\ud800",
                "\u0000",
                "class A { void f( }",
                "<<<<",
                "throws throws"
            })
    void in_damagedSource_endsWithoutFailing(String source) {
        JavaMembers.in(source, 0, source.length());
        assertThat(JavaTokens.of(source).stream().map(JavaTokens.Token::text).collect(Collectors.joining()))
                .isEqualTo(source);
    }

    @Test
    void in_deeplyNestedSource_doesNotOverflow() {
        String deep = "class A { int x = " + "(".repeat(50_000) + ")".repeat(50_000) + "; }";
        assertThat(JavaMembers.in(deep, 0, deep.length())).hasSize(1);
    }
}
