package advsys.workbook.jjava;

import advsys.lab.Bundle;
import advsys.lab.Display;
import java.util.UUID;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;

/// Shows bundles through a JJava kernel. An update goes to the cell that runs: JJava has no other way.
final class JjavaDisplay implements Display {
    private final BaseKernel kernel;

    JjavaDisplay(BaseKernel kernel) {
        this.kernel = kernel;
    }

    @Override
    public Shelf show(Bundle bundle) {
        String id = UUID.randomUUID().toString();
        kernel.display(named(bundle, id));
        return replacement -> kernel.getIO().display.updateDisplay(named(replacement, id));
    }

    @Override
    public boolean live() {
        return true;
    }

    private static DisplayData named(Bundle bundle, String id) {
        DisplayData data = new DisplayData();
        fill(data, bundle);
        // setDisplayId returns something else in each release; this is what it does in all of them
        data.putTransientData(DisplayData.DISPLAY_ID_KEY, id);
        return data;
    }

    static void fill(DisplayData data, Bundle bundle) {
        bundle.data().forEach(data::putData);
        bundle.metadata().forEach(data::putMetaData);
    }
}
