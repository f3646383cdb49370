package io.exhibit.seal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** A pack as the part of a vault that it carries, for reading; whether it is genuine is for {@link PackVerifier} to say. */
public final class PackVault extends LoggedVault {

    private final PackHolding pack;

    private final Holding evidence;
    private final Statement.Meaning meaning;

    private final Profile profile;
    private final List<Statement.LeftOut> leftOut;

    private PackVault(
            PackHolding pack,
            Holding evidence,
            Statement statement,
            List<Statement.LeftOut> leftOut,
            Profile profile,
            String place)
            throws IOException {
        super(new ReadOnlyStore(evidence, place));
        this.pack = pack;
        this.evidence = evidence;
        this.profile = profile;
        this.leftOut = leftOut;
        this.meaning = statement.predicate();
    }

    /**
     * Opens a pack.
     *
     * @param held a folder with raw answers that stayed with the entity, by their names in its vault
     * @throws io.exhibit.seal.zip.ZipRefused when it is not as it must be
     */
    public static PackVault open(Path zip, Optional<Path> held) throws IOException {
        PackHolding pack = PackHolding.read(zip);
        Envelope envelope = Envelope.read(pack.file(Bag.STATEMENT, Statement.LARGEST));
        Statement statement = CanonicalJson.read(Brief.statement(envelope, pack), Statement.class);
        Profile profile = Profile.ofPredicate(statement.predicateType()).orElse(Profile.FULL);
        List<Statement.LeftOut> listed = statement.predicate().leftOut();
        List<Statement.LeftOut> leftOut = profile.masks() ? Originals.named(pack, listed, held) : listed;
        String place = "The pack " + zip.getFileName();
        return new PackVault(pack, pack.with(held, leftOut), statement, leftOut, profile, place);
    }

    /** What the one who signed it says of the pack. */
    public Statement.Meaning meaning() {
        return meaning;
    }

    /** How much of what it rests on it shows. */
    public Profile profile() {
        return profile;
    }

    /** Of what was left out, what is not here. */
    public List<Statement.LeftOut> missing() throws IOException {
        List<Statement.LeftOut> missing = new ArrayList<>();
        for (Statement.LeftOut file : leftOut) {
            if (!evidence.has(file.file())) {
                missing.add(file);
            }
        }
        return missing;
    }

    /** A file of the payload, or nothing when it is not there. */
    public byte[] file(String name) throws IOException {
        return pack.file(Bag.PAYLOAD + name, Statement.LARGEST);
    }

    /** Files below a folder of the payload, such as {@code book/}, by their names there. */
    public SortedMap<String, byte[]> payload(String folder) throws IOException {
        String prefix = Bag.PAYLOAD + folder;
        SortedMap<String, byte[]> files = new TreeMap<>();
        for (String name : pack.digests().keySet()) {
            if (name.startsWith(prefix)) {
                files.put(name.substring(prefix.length()), pack.file(name, Statement.LARGEST));
            }
        }
        return files;
    }
}
