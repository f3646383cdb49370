package io.exhibit.seal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/**
 * A disk under a writer that dies before its n-th change; from then on nothing changes any more. The death is of the process, not of
 * the machine, so nothing is forced out, which takes most of the time.
 */
final class DyingDisk extends Disk {

    private final int last;
    private int changes;
    private String died = "";

    DyingDisk(int last) {
        this.last = last;
    }

    @Override
    void before(String change) throws IOException {
        changes++;
        if (changes >= last) {
            died = died.isEmpty() ? change : died;
            throw new IOException("died before: " + died);
        }
    }

    /** One that does not die. */
    static Disk immortal() {
        return new DyingDisk(Integer.MAX_VALUE);
    }

    @Override
    void force(FileChannel file) throws IOException {
        before("force file");
    }

    @Override
    void sync(Path folder) throws IOException {
        before("force folder " + folder.getFileName());
    }

    /** The change that it did not make, or "" while it lives. */
    String died() {
        return died;
    }
}
