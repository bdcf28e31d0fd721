package advsys.lab;

/// Shows text on `System.out`.
final class ConsoleDisplay implements Display {
    @Override
    public Shelf show(Bundle bundle) {
        System.out.println(bundle.text());
        return replacement -> {}; // a console cannot go back
    }

    @Override
    public boolean live() {
        return false;
    }
}
