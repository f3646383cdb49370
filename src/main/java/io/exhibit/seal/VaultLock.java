package io.exhibit.seal;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** One writer at a time. The system lets go of it when the process dies; within a process it does not count, so a set does. */
final class VaultLock implements Closeable {

    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path place;
    private final FileChannel channel;

    private VaultLock(Path place, FileChannel channel) {
        this.place = place;
        this.channel = channel;
    }

    static VaultLock take(Disk disk, Layout layout) throws IOException {
        Path place = layout.root().toRealPath();
        if (!HELD.add(place)) {
            throw locked(layout);
        }
        FileChannel channel = null;
        boolean taken = false;
        try {
            channel = disk.openOrCreate(layout.lock());
            FileLock lock = channel.tryLock();
            taken = lock != null;
        } finally {
            if (!taken) {
                HELD.remove(place);
                if (channel != null) {
                    channel.close();
                }
            }
        }
        if (!taken) {
            throw locked(layout);
        }
        return new VaultLock(place, channel);
    }

    static VaultException locked(Layout layout) {
        return new VaultException(
                VaultException.Reason.LOCKED,
                "The vault " + layout.root() + " is being written by another run; try again when it has ended.");
    }

    @Override
    public void close() throws IOException {
        // The system lets go of it whatever it says; a program that goes on must not be locked out by itself.
        try {
            channel.close();
        } finally {
            HELD.remove(place);
        }
    }
}
