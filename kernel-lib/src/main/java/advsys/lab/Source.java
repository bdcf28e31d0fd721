package advsys.lab;

import advsys.lab.show.Html;
import advsys.lab.show.JavaHtml;
import advsys.lab.show.JavaMembers;
import advsys.lab.show.JavaMembers.Member;
import java.util.List;
import java.util.Optional;

/// The source of a class, shown in place: of the library's classes, and of those that the reader has just defined.
///
///     Source.of(McsLock.class)
///     Source.of(McsLock.class).method("unlock")
///
/// - **Guarantee** what is shown is what runs: the library's sources are packed into its jar by the build, those of a
///   cell's class are kept by the kernel.
/// - **Cost** a few milliseconds.
/// - **Errors** [IllegalArgumentException] when there is no source, or no such method, saying which there are.
public final class Source implements Shown {
    /// Knows the source of classes that are in no jar. The kernel installs one with [Source#use].
    public interface Provider {
        /// The text in which `type` was declared: it may hold other declarations, but not half of one.
        Optional<String> source(Class<?> type);
    }

    private static volatile Provider provider = type -> Optional.empty();

    private final String title; // what is shown: "advsys.locks.McsLock.unlock"
    private final String place; // where it is kept: "kernel-lib/src/main/java/advsys/locks/McsLock.java:68"
    private final String text;

    private Source(String title, String place, String text) {
        this.title = title;
        this.place = place;
        this.text = text;
    }

    /// Makes `cells` the one that is asked for classes in no jar.
    public static void use(Provider cells) {
        provider = cells;
    }

    /// The source of `type`. A nested class is cut out of the class around it.
    ///
    /// @throws IllegalArgumentException if the source is not known
    public static Source of(Class<?> type) {
        SourceText whole = SourceText.of(type, provider);
        String name = type.getCanonicalName() == null ? type.getName() : type.getCanonicalName();
        return new Source(whole.title(name), whole.place(), whole.text());
    }

    /// The methods or constructors called `name`, with their comments, in the order of the source.
    ///
    /// @throws IllegalArgumentException if there are none, naming those there are
    public Source method(String name) {
        List<Member> members = JavaMembers.in(text, 0, text.length()).stream()
                .filter(member -> member.kind().equals("type"))
                .limit(1)
                .flatMap(type -> JavaMembers.in(text, type.bodyStart(), type.end()).stream())
                .filter(member -> member.kind().equals("method"))
                .toList();
        List<Member> named =
                members.stream().filter(member -> member.name().equals(name)).toList();
        if (named.isEmpty()) {
            List<String> names = members.stream().map(Member::name).distinct().toList();
            throw new IllegalArgumentException(title + " has no method \"" + name + "\" of its own"
                    + (names.isEmpty() ? "" : "; it has " + String.join(", ", names)));
        }
        String cut = String.join(
                "\n\n",
                named.stream().map(member -> SourceText.cut(text, member)).toList());
        return new Source(title + "." + name, SourceText.further(place, text, named.getFirst()), cut);
    }

    /// The source text.
    public String text() {
        return text;
    }

    /// Where it is kept: a path in the repository with a line, or a cell.
    public String place() {
        return place;
    }

    @Override
    public Bundle shown() {
        String head = "<div style=\"margin-top:4px\"><b>" + Html.text(title) + "</b> <span style=\"opacity:0.8\">"
                + Html.text(place) + "</span></div>";
        return Bundle.html(head + JavaHtml.of(text), title + "  " + place + "\n\n" + text + "\n");
    }

    @Override
    public String toString() {
        return text;
    }
}
