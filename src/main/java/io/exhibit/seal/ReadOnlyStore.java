package io.exhibit.seal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Set;

/** What is only held, as a store that takes nothing. */
record ReadOnlyStore(Holding holding, String place) implements Store {

    @Override
    public boolean has(String name) throws IOException {
        return holding.has(name);
    }

    @Override
    public long size(String name) throws IOException {
        return holding.size(name);
    }

    @Override
    public String digest(String name) throws IOException {
        return holding.digest(name);
    }

    @Override
    public InputStream open(String name, long offset, long length) throws IOException {
        return holding.open(name, offset, length);
    }

    @Override
    public Set<String> names() throws IOException {
        return holding.names();
    }

    @Override
    public boolean holds(String run) throws IOException {
        return holding.has(Layout.record(run));
    }

    @Override
    public void prepare(String run) throws IOException {
        throw refused();
    }

    @Override
    public void settle(String run) throws IOException {
        throw refused();
    }

    @Override
    public void giveUp(String run) throws IOException {
        throw refused();
    }

    @Override
    public Draft draft(String name) throws IOException {
        throw refused();
    }

    @Override
    public void put(String name, byte[] content) throws IOException {
        throw refused();
    }

    @Override
    public void append(byte[] leaf) throws IOException {
        throw refused();
    }

    @Override
    public void checkpoint(byte[] note) throws IOException {
        throw refused();
    }

    @Override
    public Path scratch(String run) throws IOException {
        throw refused();
    }

    private VaultException refused() {
        return new VaultException(VaultException.Reason.READ_ONLY, place + " is only read.");
    }

    @Override
    public void close() {
        // What is held is opened for each reading, and closed after it.
    }
}
