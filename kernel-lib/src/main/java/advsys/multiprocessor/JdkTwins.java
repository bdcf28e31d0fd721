package advsys.multiprocessor;

import java.io.InputStream;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassModel;
import org.jspecify.annotations.Nullable;

/// The JDK's concurrent classes as a simulated machine runs them: read from the JDK at hand, given other names
/// ([TakenOver]), and woven. They have no static state that changes, so that all machines share them.
final class JdkTwins extends WovenLoader {
    static final JdkTwins HERE = new JdkTwins();

    private JdkTwins() {
        super(JdkTwins.class.getClassLoader());
    }

    /// True for a class whose objects the JDK keeps apart from all others: nobody shares a line with them by chance.
    static boolean isApart(Class<?> type) {
        ClassModel model = type.getClassLoader() == HERE ? HERE.model(type.getName()) : null;
        return model != null
                && model.findAttribute(Attributes.runtimeVisibleAnnotations()).stream()
                        .flatMap(all -> all.annotations().stream())
                        .anyMatch(one -> one.className().equalsString("Ljdk/internal/vm/annotation/Contended;"));
    }

    @Override
    boolean defines(String name) {
        return TakenOver.isName(name);
    }

    @Override
    boolean isJdk() {
        return true;
    }

    @Override
    @Nullable
    InputStream file(String name) {
        String original = name.substring(TakenOver.PREFIX.length());
        return ClassLoader.getSystemResourceAsStream(original.replace('.', '/') + ".class");
    }
}
