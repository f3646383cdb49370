package io.exhibit.seal;

import java.io.IOException;
import java.nio.file.Path;

/** What is only held, as a store that takes nothing. */
final class ReadOnlyStore extends HeldStore {

    private final String place;

    ReadOnlyStore(Holding files, String place) {
        super(files);
        this.place = place;
    }

    @Override
    public String place() {
        return place;
    }

    @Override
    public boolean holds(String run) throws IOException {
        return has(Layout.record(run));
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
