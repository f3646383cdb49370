package io.exhibit.seal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;

/** A pack as the part of a vault that it carries, for reading; whether it is genuine is for {@link PackVerifier} to say. */
public final class PackVault extends LoggedVault {

    /** Bytes of a file that is handed out whole. */
    private static final long LARGEST = 128L << 20;

    private final PackHolding pack;

    private PackVault(PackHolding pack, String place) throws IOException {
        super(new ReadOnlyStore(pack, place));
        this.pack = pack;
    }

    /**
     * Opens a pack.
     *
     * @throws io.exhibit.seal.zip.ZipRefused when it is not as it must be
     */
    public static PackVault open(Path zip) throws IOException {
        return new PackVault(PackHolding.read(zip), "The pack " + zip.getFileName());
    }

    /** What the one who signed it says of the pack. */
    public Statement.Meaning meaning() throws IOException {
        return CanonicalJson.read(
                        Envelope.read(pack.file(Bag.STATEMENT, LARGEST)).statement(), Statement.class)
                .predicate();
    }

    /** A file of the payload, or nothing when it is not there. */
    public byte[] file(String name) throws IOException {
        return pack.file(Bag.PAYLOAD + name, LARGEST);
    }

    /** Files below a folder of the payload, such as {@code book/}, by their names there. */
    public SortedMap<String, byte[]> payload(String folder) throws IOException {
        String prefix = Bag.PAYLOAD + folder;
        SortedMap<String, byte[]> files = new TreeMap<>();
        for (String name : pack.digests().keySet()) {
            if (name.startsWith(prefix)) {
                files.put(name.substring(prefix.length()), pack.file(name, LARGEST));
            }
        }
        return files;
    }
}
