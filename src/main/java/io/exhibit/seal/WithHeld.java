package io.exhibit.seal;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A pack together with files of its that stayed with the entity, and were brought in a folder; no other file of that is looked at. */
final class WithHeld implements Holding {

    private final Holding pack;
    private final Holding folder;
    private final Set<String> held;

    WithHeld(Holding pack, Holding folder, List<Statement.LeftOut> held) {
        this.pack = pack;
        this.folder = folder;
        this.held = held.stream().map(Statement.LeftOut::file).collect(Collectors.toSet());
    }

    private Holding of(String name) throws IOException {
        // A unit's name is checked before anybody asks for it, so it leads nowhere else.
        return !pack.has(name) && held.contains(name) ? folder : pack;
    }

    @Override
    public boolean has(String name) throws IOException {
        return of(name).has(name);
    }

    @Override
    public long size(String name) throws IOException {
        return of(name).size(name);
    }

    @Override
    public String digest(String name) throws IOException {
        return of(name).digest(name);
    }

    @Override
    public InputStream open(String name, long offset, long length) throws IOException {
        return of(name).open(name, offset, length);
    }

    @Override
    public Set<String> names() throws IOException {
        return pack.names();
    }
}
