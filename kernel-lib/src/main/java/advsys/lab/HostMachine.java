package advsys.lab;

/// This host, as a machine among others.
enum HostMachine implements Machine {
    HERE;

    @Override
    public <T> T make(Maker<T> maker) throws Exception {
        return maker.make();
    }

    @Override
    public Crew crew(Trial trial) {
        return trial.crew();
    }

    @Override
    public boolean isSimulated() {
        return false;
    }

    @Override
    public String toString() {
        return "this host";
    }
}
