package io.exhibit.seal;

import java.io.IOException;
import java.io.InputStream;
import java.util.Set;

/** A store whose files are read from a holding. */
abstract class HeldStore implements Store {

    private final Holding files;

    HeldStore(Holding files) {
        this.files = files;
    }

    @Override
    public boolean has(String name) throws IOException {
        return files.has(name);
    }

    @Override
    public long size(String name) throws IOException {
        return files.size(name);
    }

    @Override
    public String digest(String name) throws IOException {
        return files.digest(name);
    }

    @Override
    public InputStream open(String name, long offset, long length) throws IOException {
        return files.open(name, offset, length);
    }

    @Override
    public Set<String> names() throws IOException {
        return files.names();
    }
}
