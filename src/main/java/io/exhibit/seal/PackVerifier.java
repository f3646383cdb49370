package io.exhibit.seal;

import io.exhibit.seal.Discrepancy.Code;
import io.exhibit.seal.Statement.Meaning;
import io.exhibit.seal.Step.Name;
import io.exhibit.seal.Trust.Role;
import io.exhibit.seal.zip.ZipRefused;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Checks a pack step by step, with nothing but the pack, what reviewers laid beside it, the keys that are trusted and, if there is one, an
 * older checkpoint. Keys in the pack are not looked at. A step that needs an earlier one to have gone well is not checked when that failed.
 */
public final class PackVerifier {

    private static final long SMALL = 1 << 16;

    private final Trust trust;
    private final Optional<Checkpoint> since;
    private final Optional<Path> held;
    private final List<Step> steps = new ArrayList<>();

    /** @param since an older checkpoint of the same log, which somebody kept */
    public PackVerifier(Trust trust, Optional<Checkpoint> since) {
        this(trust, since, Optional.empty());
    }

    /** @param held a folder with raw answers that stayed with the entity, by their names in its vault */
    public PackVerifier(Trust trust, Optional<Checkpoint> since, Optional<Path> held) {
        this.trust = trust;
        this.since = since;
        this.held = held;
    }

    /** The steps in their order, each of them, whatever the file holds. */
    public List<Step> check(Path zip) {
        steps.clear();
        try {
            PackHolding pack = PackHolding.read(zip);
            check(zip, pack);
            if (made(Name.LOGGED)) {
                steps.add(new ReviewCheck(zip, pack, trust).step());
            }
        } catch (ZipRefused e) {
            failed(Name.CONTAINER, Code.ZIP_REFUSED, zip.getFileName().toString(), e.getMessage());
        } catch (IOException | RuntimeException e) {
            unreadable(next(), e);
        }
        for (Name name : Name.values()) {
            if (!Name.DEEP.contains(name) && !made(name)) {
                steps.add(Step.notChecked(name, "An earlier step failed."));
            }
        }
        steps.sort(Comparator.comparing(Step::name));
        return List.copyOf(steps);
    }

    private boolean made(Name name) {
        return steps.stream().anyMatch(step -> step.name() == name);
    }

    private void check(Path zip, PackHolding pack) throws IOException {
        steps.add(Step.of(
                Name.CONTAINER, List.of(), pack.digests().size() + " files, stored as they are, no other bytes."));
        Envelope envelope = null;
        Meaning meaning = null;
        List<Discrepancy> found = new ArrayList<>();
        Statement statement = null;
        try {
            envelope = Envelope.read(pack.file(Bag.STATEMENT, Statement.LARGEST));
            statement = CanonicalJson.read(Brief.statement(envelope, pack), Statement.class);
            meaning = statement.predicate();
        } catch (IOException e) {
            found.add(new Discrepancy(Code.STATEMENT_MALFORMED, Bag.STATEMENT, "It is " + e.getMessage() + "."));
        }
        if (meaning == null) {
            steps.add(Step.of(Name.BAG, found, "The statement cannot be read."));
            return;
        }
        bag(pack, meaning);
        Profile profile = Profile.ofPredicate(statement.predicateType()).orElse(Profile.FULL);
        PackLogCheck log = new PackLogCheck(pack, held, profile, meaning, trust);
        try {
            log.read();
        } catch (IOException | RuntimeException e) {
            unreadable(Name.LOG, e);
            return;
        }
        signature(envelope, statement, log);
        subjects(pack, statement);
        log.check(zip, since, steps::add);
    }

    private void bag(PackHolding pack, Meaning meaning) throws IOException {
        List<Discrepancy> found = new ArrayList<>();
        if (!pack.folder().equals(meaning.pack())) {
            found.add(new Discrepancy(
                    Code.BAG_MALFORMED, pack.folder(), "The folder is not named " + meaning.pack() + "."));
        }
        same(pack, Bag.DECLARATION, Bag.declaration(), found);
        long files = pack.digests().subMap(Bag.PAYLOAD, "data0").size();
        same(pack, Bag.INFO, Bag.info(meaning, pack.octets(), files), found);
        same(pack, Bag.MANIFEST, Bag.manifest(pack.digests()), found);
        same(pack, Bag.TAGS, Bag.tags(pack.digests()), found);
        steps.add(Step.of(Name.BAG, found, "The manifests name every file with its digest."));
    }

    private static void same(PackHolding pack, String name, byte[] expected, List<Discrepancy> found)
            throws IOException {
        if (!Arrays.equals(pack.file(name, Math.max(expected.length, SMALL)), expected)) {
            found.add(new Discrepancy(Code.BAG_MALFORMED, name, "It does not follow from the files of the bag."));
        }
    }

    private void signature(Envelope envelope, Statement statement, PackLogCheck log) {
        if (!envelope.payloadType().equals(Envelope.IN_TOTO)
                || !statement._type().equals(Statement.TYPE)
                || Profile.ofPredicate(statement.predicateType()).isEmpty()) {
            failed(Name.SIGNATURE, Code.STATEMENT_MALFORMED, Bag.STATEMENT, "It is a statement of another kind.");
        } else if (envelope.signatures().size() != 1) {
            failed(
                    Name.SIGNATURE,
                    Code.STATEMENT_MALFORMED,
                    Bag.STATEMENT,
                    "It has " + envelope.signatures().size() + " signatures; that of a pack has one.");
        } else if (!trust.has(Role.STATEMENT)) {
            steps.add(Step.notChecked(Name.SIGNATURE, "No key was given: nobody knows who made this."));
        } else {
            KeyRing.Verdict verdict = log.signer(envelope);
            steps.add(Step.of(Name.SIGNATURE, verdict.wrong().stream().toList(), "Signed by " + verdict.by() + "."));
        }
    }

    private void subjects(PackHolding pack, Statement statement) {
        Set<String> said = new TreeSet<>();
        statement
                .subject()
                .forEach(s -> said.add(s.name() + ", SHA-256 " + s.digest().sha256()));
        Set<String> there = new TreeSet<>();
        pack.digests().forEach((name, digest) -> {
            if (!List.of(Bag.STATEMENT, Bag.WHOLE, Bag.TAGS).contains(name)) {
                there.add(name + ", SHA-256 " + digest);
            }
        });
        List<Discrepancy> found = new ArrayList<>();
        if (statement.subject().size() != said.size()) {
            found.add(new Discrepancy(Code.SUBJECTS_DIFFER, Bag.STATEMENT, "It names a file twice."));
        }
        differing(said, there, "It is named, and not there", found);
        differing(there, said, "It is there, and not named", found);
        steps.add(Step.of(Name.SUBJECTS, found, "The statement names all " + there.size() + " files, and no other."));
    }

    private static void differing(Set<String> some, Set<String> others, String says, List<Discrepancy> found) {
        some.stream()
                .filter(file -> !others.contains(file))
                .forEach(file -> found.add(new Discrepancy(
                        Code.SUBJECTS_DIFFER, file.substring(0, file.indexOf(", SHA-256")), says + ": " + file + ".")));
    }

    private void failed(Name name, Code code, String file, String says) {
        steps.add(Step.failed(name, code, file, says));
    }

    private void unreadable(Name name, Exception e) {
        failed(name, Code.UNREADABLE, "", "Could not be read: " + e.getMessage());
    }

    /** The step that was being made when something threw: the first that is not there. */
    private Name next() {
        return Stream.of(Name.values()).filter(name -> !made(name)).findFirst().orElseThrow();
    }
}
